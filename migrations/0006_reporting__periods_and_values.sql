-- Periods, the indicator dictionary, data calls, submissions and the append-only values with their origin.
create schema reporting;
grant usage on schema reporting to hopluc_app;

create table reporting.period (
  code      text primary key,
  kind      text not null constraint period_kind_is_known check (kind in ('month', 'quarter', 'half-year', 'nine-months', 'year')),
  first_day date not null,
  last_day  date not null,
  constraint period_ends_after_it_begins check (last_day > first_day)
);
comment on table reporting.period is '@dist reference. A reporting window; both days included; the last day is the cut-off of its figures.';
grant select, insert on reporting.period to hopluc_app;

create table reporting.indicator (
  code          text not null,
  version       smallint not null,
  form_code     text not null,
  row_no        smallint not null,
  indent        smallint not null,
  group_name    text not null,
  name          text not null,
  unit          text not null,
  entry_scale   integer not null,
  decimals      smallint not null,
  kind          text not null constraint indicator_kind_is_known check (kind in ('count', 'money', 'ratio', 'average')),
  aggregation   text not null constraint indicator_aggregation_is_known check (aggregation in ('sum', 'ratio', 'average', 'none')),
  numerator     text,
  denominator   text,
  counted_by    text,
  is_required   boolean not null,
  is_entered    boolean not null,
  definition    text not null,
  owner         text not null,
  valid_from    date not null,
  valid_until   date,
  primary key (code, version),
  constraint versions_of_an_indicator_do_not_overlap
    exclude using gist (code with =, daterange(valid_from, valid_until) with &&)
);
comment on table reporting.indicator is '@dist reference. The indicator dictionary: a change of definition is a new version.';
grant select on reporting.indicator to hopluc_app;

create table reporting.data_call (
  id               uuid primary key,
  cluster_id       uuid not null references organisations.cluster,
  period_code      text not null references reporting.period,
  title            text not null,
  state            text not null constraint data_call_state_is_known
    check (state in ('draft', 'open', 'closed', 'consolidating', 'locked')),
  submit_by_on     date not null,
  lock_by_on       date not null,
  conference_on    date,
  opened_at        timestamptz not null,
  opened_by        text not null,
  constraint cluster_calls_once_a_period unique (cluster_id, period_code)
);
comment on table reporting.data_call is '@dist reference. The cluster asks its alliances for the figures of a period.';
create index data_call_by_period on reporting.data_call (period_code);
grant select, insert, update on reporting.data_call to hopluc_app;

create table reporting.submission (
  id            uuid primary key,
  data_call_id  uuid not null references reporting.data_call,
  alliance_id   uuid not null references organisations.alliance,
  state         text not null constraint submission_state_is_known
    check (state in ('not-opened', 'entering', 'awaiting-approval', 'submitted', 'returned', 'correcting', 'passed', 'locked')),
  round_no      smallint not null default 0,
  missing_note  text not null default '',
  missing_by_on date,
  updated_at    timestamptz not null,
  updated_by    text not null,
  submitted_at  timestamptz,
  submitted_by  text,
  receipt       text,
  constraint alliance_submits_once_a_call unique (data_call_id, alliance_id),
  constraint submission_with_gaps_promises_a_day check ((missing_note = '') = (missing_by_on is null))
);
comment on table reporting.submission is '@dist reference. One alliance''s answer to a data call; receipt is the hash of its values, round_no how often it was sent.';
comment on column reporting.submission.missing_note is 'why it was sent with required values missing; missing_by_on is the day promised for them';
create index submission_by_alliance on reporting.submission (alliance_id);
grant select, insert, update on reporting.submission to hopluc_app;

create table reporting.submission_act (
  id            uuid primary key,
  submission_id uuid not null references reporting.submission,
  act           text not null,
  form_code     text,
  note          text not null default '',
  sequence      bigint generated always as identity,
  created_at    timestamptz not null,
  created_by    text not null
);
comment on table reporting.submission_act is '@dist local. Entered, submitted, returned with cells, answered, passed: who and when. With a form: of that form only.';
create index submission_act_by_submission on reporting.submission_act (submission_id, sequence);
grant select, insert on reporting.submission_act to hopluc_app;

create table reporting.returned_cell (
  submission_id  uuid not null references reporting.submission,
  round_no       smallint not null,
  indicator_code text not null,
  comment        text not null,
  created_at     timestamptz not null,
  created_by     text not null,
  answer         text not null default '',
  answered_at    timestamptz,
  answered_by    text,
  primary key (submission_id, round_no, indicator_code)
);
comment on table reporting.returned_cell is '@dist local. A row of a form sent back with a comment in a round; only such rows may change until it is sent again.';
grant select, insert, update on reporting.returned_cell to hopluc_app;

create table reporting.reconciliation (
  submission_id  uuid not null references reporting.submission,
  indicator_code text not null,
  declared       numeric not null,
  counted        numeric not null,
  reasons        jsonb not null,
  signed_at      timestamptz not null,
  signed_by      text not null,
  primary key (submission_id, indicator_code)
);
comment on table reporting.reconciliation is '@dist local. Why the register counts otherwise than the form declares; holds while both numbers are as signed.';
grant select, insert, update on reporting.reconciliation to hopluc_app;

create table reporting.value_entry (
  id             uuid not null,
  alliance_id    uuid not null references organisations.alliance,
  period_code    text not null references reporting.period,
  indicator_code text not null,
  aspect         text not null constraint value_aspect_is_known check (aspect in ('current', 'last-year', 'plan')),
  amount         numeric,
  basis          text not null constraint value_basis_is_known check (basis in ('actual', 'estimate', 'preliminary')),
  note           text not null default '',
  source         text not null constraint value_source_is_known check (source in ('workbook', 'manual', 'register', 'undo')),
  import_id      uuid,
  file_name      text not null default '',
  sheet          text not null default '',
  cell           text not null default '',
  sequence       bigint generated always as identity,
  recorded_at    timestamptz not null,
  recorded_by    text not null,
  primary key (alliance_id, id)
);
comment on table reporting.value_entry is '@dist by alliance_id. Append-only; the newest entry of a cell counts; a null amount says that the value was taken back.';
create index value_entry_newest on reporting.value_entry (period_code, alliance_id, indicator_code, aspect, sequence desc);
create index value_entry_by_import on reporting.value_entry (import_id);
grant select, insert on reporting.value_entry to hopluc_app;

create table reporting.narrative (
  alliance_id  uuid not null references organisations.alliance,
  period_code  text not null references reporting.period,
  section_code text not null,
  version      integer not null,
  body         text not null,
  import_id    uuid,
  file_name    text not null default '',
  sheet        text not null default '',
  cell         text not null default '',
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  primary key (alliance_id, period_code, section_code, version)
);
comment on table reporting.narrative is '@dist by alliance_id. Append-only; the newest version of a section counts, an empty body says that it was taken back.';
create index narrative_by_period on reporting.narrative (period_code, alliance_id);
create index narrative_by_import on reporting.narrative (import_id);
grant select, insert on reporting.narrative to hopluc_app;

create table reporting.finding_note (
  submission_id uuid not null references reporting.submission,
  finding_key   text not null,
  note          text not null,
  created_at    timestamptz not null,
  created_by    text not null,
  primary key (submission_id, finding_key)
);
comment on table reporting.finding_note is '@dist local. Why a warning was let stand; travels with the data.';
grant select, insert, update on reporting.finding_note to hopluc_app;
