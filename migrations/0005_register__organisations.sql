-- The register of cooperatives, unions, groups and people's credit funds, with the history of every field.
create schema register;
grant usage on schema register to hopluc_app;

create table register.sector (
  code       text primary key,
  name       text not null,
  short_name text not null,
  group_code text not null,
  vsic_2018  text not null,
  rank       smallint not null
);
comment on table register.sector is '@dist reference. Reporting sectors mapped to VSIC 2018.';
grant select on register.sector to hopluc_app;

create table register.organisation (
  id                      uuid primary key,
  alliance_id             uuid not null references organisations.alliance,
  kind                    text not null constraint organisation_kind_is_known
    check (kind in ('cooperative', 'cooperative-union', 'cooperative-group')),
  name                    text not null,
  short_name              text not null default '',
  search_text             text not null,
  exact_text              text not null,
  code                    text,
  code_missing_reason     text not null default '',
  certificate_no          text not null default '',
  registered_on           date,
  registering_body        text not null default '',
  established_on          date,
  established_precision   text not null default 'day' constraint established_precision_is_known
    check (established_precision in ('day', 'month', 'year')),
  address                 text not null default '',
  commune_text            text not null default '',
  district_text           text not null default '',
  commune_id              uuid references places.unit,
  sector_code             text references register.sector,
  secondary_sector_code   text references register.sector,
  status                  text not null constraint organisation_status_is_known
    check (status in ('operating', 'suspended', 'ceased', 'dissolving', 'dissolved', 'merged')),
  status_since            date,
  representative_name     text not null default '',
  representative_title    text not null default '',
  work_phone              text not null default '',
  confirmed_on            date,
  note                    text not null default '',
  is_demo                 boolean not null default false,
  version                 integer not null,
  created_at              timestamptz not null,
  created_by              text not null,
  updated_at              timestamptz not null,
  updated_by              text not null,
  deleted_at              timestamptz,
  deleted_by              text,
  constraint organisation_says_why_it_has_no_code check (code is not null or code_missing_reason <> '' or kind = 'cooperative-group')
);
comment on table register.organisation is '@dist by id. A cooperative, union or group as now known; its past is in register.change.';
comment on column register.organisation.search_text is 'words of name, short name, code and place without diacritics, abbreviations written out; a space before each word';
comment on column register.organisation.exact_text is 'the same words with their diacritics, one spelling for each sound; decides what is found first';
create index organisation_by_alliance_and_name on register.organisation (alliance_id, name collate "vi-x-icu", id) where deleted_at is null;
create index organisation_by_name on register.organisation (name collate "vi-x-icu", id) where deleted_at is null;
create index organisation_search on register.organisation using gin (search_text gin_trgm_ops) where deleted_at is null;
create index organisation_by_code on register.organisation (code) where deleted_at is null;
create index organisation_by_commune on register.organisation (commune_id);
create index organisation_by_sector on register.organisation (sector_code);
create index organisation_by_secondary_sector on register.organisation (secondary_sector_code);
grant select, insert, update on register.organisation to hopluc_app;

create table register.status_act (
  id               uuid not null,
  organisation_id  uuid not null references register.organisation,
  act              text not null constraint status_act_is_known check (act in
    ('establish', 'suspend', 'resume', 'cease', 'begin-dissolution', 'dissolve', 'merge')),
  effective_on     date not null,
  is_day_stated    boolean not null,
  evidence         text not null,
  change_id        uuid not null,
  sequence         bigint generated always as identity,
  recorded_at      timestamptz not null,
  recorded_by      text not null,
  undone_at        timestamptz,
  undone_by        text,
  undone_change_id uuid,
  primary key (organisation_id, id)
);
comment on table register.status_act is '@dist by organisation_id. Acts from which the status on any day is derived; an undone act no longer counts.';
comment on column register.status_act.sequence is 'of two acts of one day the later recorded stands; a founding stands before all others of its day';
comment on column register.status_act.undone_change_id is 'the change that took the act back, so that undoing that change gives it its force again';
create index status_act_newest on register.status_act (organisation_id, effective_on, (act <> 'establish'), sequence) include (act)
  where undone_at is null;
create index status_act_by_change on register.status_act (change_id);
grant select, insert, update on register.status_act to hopluc_app;

create table register.period_report (
  organisation_id      uuid not null references register.organisation,
  period_code          text not null,
  members_total        integer,
  members_official     integer,
  members_associate    integer,
  members_women        integer,
  members_minority     integer,
  workers_regular      integer,
  workers_women        integer,
  income_month_dong    bigint,
  charter_capital_dong bigint,
  paid_in_capital_dong bigint,
  assets_dong          bigint,
  revenue_dong         bigint,
  member_sales_dong    bigint,
  member_output_dong   bigint,
  profit_dong          bigint,
  members_served       integer,
  offtake_contracts    integer,
  in_value_chain       boolean,
  certificates         text not null default '',
  rating               text constraint rating_is_known check (rating in ('good', 'fair', 'average', 'weak', 'not-rated')),
  basis                text not null default 'actual' constraint report_basis_is_known
    check (basis in ('actual', 'estimate', 'preliminary')),
  primary key (organisation_id, period_code)
);
comment on table register.period_report is '@dist by organisation_id. What one organisation reports for one period; null: not known, never 0.';
create index period_report_by_period on register.period_report (period_code);
grant select, insert, update, delete on register.period_report to hopluc_app;

create table register.change (
  id              uuid not null,
  organisation_id uuid not null references register.organisation,
  import_id       uuid,
  file_name       text not null default '',
  sheet           text not null default '',
  row_no          integer,
  period_code     text,
  source          text not null constraint change_source_is_known check (source in ('workbook', 'manual', 'undo')),
  is_creation     boolean not null,
  fields          jsonb not null,
  undoes_id       uuid,
  sequence        bigint generated always as identity,
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  primary key (organisation_id, id)
);
comment on table register.change is '@dist by organisation_id. Append-only history: for each field [old, new]; the newest that names a field is its provenance.';
create index change_by_import on register.change (import_id);
create index change_newest on register.change (organisation_id, sequence desc);
grant select, insert on register.change to hopluc_app;

create table register.verification (
  organisation_id uuid not null references register.organisation,
  period_code     text not null,
  field           text not null,
  verified_at     timestamptz not null,
  verified_by     text not null,
  primary key (organisation_id, period_code, field)
);
comment on table register.verification is '@dist by organisation_id. Fields a person has confirmed; an import may not overwrite them silently. An empty period: holds whatever the period.';
grant select, insert, update, delete on register.verification to hopluc_app;

create table register.field_conflict (
  id              uuid not null,
  organisation_id uuid not null references register.organisation,
  period_code     text not null,
  field           text not null,
  kept            jsonb not null,
  incoming        jsonb not null,
  import_id       uuid,
  file_name       text not null default '',
  sheet           text not null default '',
  row_no          integer,
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  decision        text constraint conflict_decision_is_known check (decision in ('kept', 'taken', 'undone')),
  decided_at      timestamptz,
  decided_by      text,
  primary key (organisation_id, id)
);
comment on table register.field_conflict is '@dist by organisation_id. The queue of incoming values that a verified one kept out, until a person decides.';
create index field_conflict_by_import on register.field_conflict (import_id);
grant select, insert, update on register.field_conflict to hopluc_app;

create table register.credit_fund (
  id              uuid primary key,
  alliance_id     uuid not null references organisations.alliance,
  name            text not null,
  search_text     text not null,
  exact_text      text not null,
  code            text,
  licence_no      text not null default '',
  commune_text    text not null default '',
  district_text   text not null default '',
  commune_id      uuid references places.unit,
  status          text not null constraint fund_status_is_known check (status in ('operating', 'special-control', 'closed')),
  note            text not null default '',
  is_demo         boolean not null default false,
  version         integer not null,
  created_at      timestamptz not null,
  created_by      text not null,
  updated_at      timestamptz not null,
  updated_by      text not null,
  deleted_at      timestamptz,
  deleted_by      text
);
comment on table register.credit_fund is '@dist by id. A people''s credit fund; counted apart from cooperatives.';
create index credit_fund_by_alliance on register.credit_fund (alliance_id, name collate "vi-x-icu", id) where deleted_at is null;
create index credit_fund_by_commune on register.credit_fund (commune_id);
grant select, insert, update on register.credit_fund to hopluc_app;

create table register.credit_fund_report (
  fund_id              uuid not null references register.credit_fund,
  period_code          text not null,
  members_total        integer,
  charter_capital_dong bigint,
  deposits_dong        bigint,
  loans_dong           bigint,
  bad_debt_dong        bigint,
  profit_dong          bigint,
  primary key (fund_id, period_code)
);
comment on table register.credit_fund_report is '@dist by fund_id. Summary of one fund for one period; no depositor, no borrower.';
grant select, insert, update, delete on register.credit_fund_report to hopluc_app;

create table register.credit_fund_change (
  id          uuid not null,
  fund_id     uuid not null references register.credit_fund,
  import_id   uuid,
  file_name   text not null default '',
  sheet       text not null default '',
  row_no      integer,
  period_code text,
  source      text not null constraint fund_change_source_is_known check (source in ('workbook', 'manual', 'undo')),
  is_creation boolean not null,
  fields      jsonb not null,
  undoes_id   uuid,
  sequence    bigint generated always as identity,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (fund_id, id)
);
comment on table register.credit_fund_change is '@dist by fund_id. Append-only history of a fund''s fields, as register.change.';
create index credit_fund_change_by_import on register.credit_fund_change (import_id);
grant select, insert on register.credit_fund_change to hopluc_app;
