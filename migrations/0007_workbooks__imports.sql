-- Workbooks that came in: the file, its hash, who, when, what it changed, and whether it was undone.
create schema workbooks;
grant usage on schema workbooks to hopluc_app;

create table workbooks.import (
  id               uuid primary key,
  file_name        text not null,
  sha256           text not null,
  byte_size        integer not null,
  alliance_id      uuid not null references organisations.alliance,
  period_code      text not null references reporting.period,
  template_version text not null,
  state            text not null constraint import_state_is_known check (state in ('accepted', 'undone')),
  rows_new         integer not null,
  rows_changed     integer not null,
  rows_unchanged   integer not null,
  rows_conflict    integer not null,
  values_new       integer not null,
  values_changed   integer not null,
  warnings         jsonb not null,
  imported_at      timestamptz not null,
  imported_by      text not null,
  undone_at        timestamptz,
  undone_by        text
);
comment on table workbooks.import is '@dist local. One accepted workbook; its bytes lie in the file store under their SHA-256.';
create index import_by_alliance_and_period on workbooks.import (alliance_id, period_code, imported_at desc);
create index import_by_period on workbooks.import (period_code);
grant select, insert, update on workbooks.import to hopluc_app;

create table workbooks.row_origin (
  import_id   uuid not null references workbooks.import,
  subject_id  uuid not null,
  sheet       text not null,
  row_no      integer not null,
  outcome     text not null constraint row_outcome_is_known check (outcome in ('new', 'changed', 'unchanged')),
  primary key (import_id, subject_id)
);
comment on table workbooks.row_origin is '@dist local. Which row of which workbook stands behind an organisation or fund, changed or not.';
create index row_origin_by_subject on workbooks.row_origin (subject_id);
grant select, insert on workbooks.row_origin to hopluc_app;

create table workbooks.upload (
  id          uuid primary key,
  file_name   text not null,
  sha256      text not null,
  answers     jsonb not null,
  assumed     jsonb,
  preview     jsonb not null,
  uploaded_at timestamptz not null,
  uploaded_by text not null
);
comment on table workbooks.upload is '@dist local. A workbook between upload and writing: what was found in it and what was answered; its bytes lie in the file store.';
create index upload_by_age on workbooks.upload (uploaded_at);
grant select, insert, update, delete on workbooks.upload to hopluc_app;
