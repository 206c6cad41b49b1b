-- Dated rules keep what they said before; management bodies, assets and single facts of organisations, with their history.
alter table legal.rule_value
  add column version    integer not null default 1,
  add column changed_at timestamptz,
  add column changed_by text;
comment on column legal.rule_value.version is 'grows with each correction of the same span; what it said before is in legal.rule_past';

create table legal.rule_past (
  key         text not null,
  begins_on   date not null,
  version     integer not null,
  ends_on     date,
  value       jsonb not null,
  unit        text not null,
  citation    text not null,
  certainty   text not null,
  verified    boolean not null,
  note        text not null,
  why         text not null,
  replaced_at timestamptz not null,
  replaced_by text not null,
  primary key (key, begins_on, version)
);
comment on table legal.rule_past is '@dist reference. What a dated value said before it was corrected, confirmed or ended; append-only.';
alter table legal.rule_past enable row level security;
create policy seen_by_all on legal.rule_past for select to hopluc_app using (true);
create policy written_by_all_reach on legal.rule_past for insert to hopluc_app with check ((select platform.reaches_all()));
grant select, insert on legal.rule_past to hopluc_app;

create schema compliance;
grant usage on schema compliance to hopluc_app;

create table compliance.manager (
  id              uuid not null,
  organisation_id uuid not null,
  alliance_id     uuid not null,
  role            text not null constraint manager_role_is_known check (role in
    ('board-chair', 'board-member', 'director', 'deputy-director', 'control-head', 'control-member', 'controller',
     'chief-accountant', 'accountant')),
  full_name       text not null constraint manager_has_a_name_and_no_number check (full_name <> '' and full_name !~ '\d'),
  term_from       date not null,
  term_until      date,
  qualification   text not null constraint qualification_is_known check (qualification in
    ('none', 'elementary', 'intermediate', 'college', 'university', 'postgraduate', 'unknown')),
  training        text not null default '',
  version         integer not null,
  created_at      timestamptz not null,
  created_by      text not null,
  updated_at      timestamptz not null,
  updated_by      text not null,
  removed_at      timestamptz,
  removed_by      text,
  primary key (organisation_id, id),
  constraint term_runs_forward check (term_until is null or term_until > term_from),
  constraint manager_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade
);
comment on table compliance.manager is '@dist by organisation_id. Who manages, controls or keeps the books of an organisation, with the term; no personal number is kept.';
comment on column compliance.manager.term_until is 'the first day after the term; null: not stated';
create index manager_by_alliance on compliance.manager (alliance_id);
grant select, insert, update on compliance.manager to hopluc_app;

create table compliance.asset (
  id              uuid not null,
  organisation_id uuid not null,
  alliance_id     uuid not null,
  kind            text not null constraint asset_kind_is_known check (kind in
    ('machine', 'irrigation', 'processing', 'vehicle', 'storage', 'building', 'computer', 'other')),
  title           text not null constraint asset_says_what_it_is check (title <> ''),
  made_year       smallint,
  origin          text not null constraint asset_origin_is_known check (origin in ('own', 'state', 'gift', 'rented', 'unknown')),
  value_dong      bigint constraint asset_is_worth_something check (value_dong >= 0),
  state           text not null constraint asset_state_is_known check (state in ('good', 'worn', 'broken')),
  needs           text not null default '',
  version         integer not null,
  created_at      timestamptz not null,
  created_by      text not null,
  updated_at      timestamptz not null,
  updated_by      text not null,
  removed_at      timestamptz,
  removed_by      text,
  primary key (organisation_id, id),
  constraint asset_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade
);
comment on table compliance.asset is '@dist by organisation_id. Machines, equipment and buildings of an organisation: year, origin, value, state, needs.';
create index asset_by_alliance on compliance.asset (alliance_id);
grant select, insert, update on compliance.asset to hopluc_app;

create table compliance.fact (
  id              uuid not null,
  organisation_id uuid not null,
  alliance_id     uuid not null,
  kind            text not null constraint fact_kind_is_known check (kind in
    ('largest-share', 'associates-share', 'foreign-share', 'foreign-members', 'general-meeting', 'stopped')),
  known_on        date not null,
  amount          numeric constraint fact_is_not_negative check (amount >= 0),
  source          text not null constraint fact_says_its_source check (source <> ''),
  created_at      timestamptz not null,
  created_by      text not null,
  removed_at      timestamptz,
  removed_by      text,
  primary key (organisation_id, id),
  constraint fact_has_its_number check ((amount is null) = (kind in ('general-meeting', 'stopped'))),
  constraint fact_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade
);
comment on table compliance.fact is '@dist by organisation_id. What legal rules ask and the register has not, as of a day, with its source: shares of capital, foreign members, meetings, the day of stopping.';
comment on column compliance.fact.amount is 'percent of charter capital for shares, persons for foreign members; null where the day is the fact';
create index fact_by_alliance on compliance.fact (alliance_id);
grant select, insert, update on compliance.fact to hopluc_app;

create table compliance.change (
  id              uuid not null,
  organisation_id uuid not null,
  alliance_id     uuid not null,
  subject         text not null constraint change_subject_is_known check (subject in ('manager', 'asset', 'fact')),
  row_id          uuid not null,
  act             text not null constraint change_act_is_known check (act in ('added', 'changed', 'removed')),
  fields          jsonb not null,
  reason          text not null default '',
  sequence        bigint generated always as identity,
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  primary key (organisation_id, id),
  constraint removal_says_why check (act <> 'removed' or reason <> ''),
  constraint change_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade
);
comment on table compliance.change is '@dist by organisation_id. Append-only history of managers, assets and facts: for each field [old, new].';
create index change_by_alliance on compliance.change (alliance_id);
create index change_by_row on compliance.change (organisation_id, subject, sequence desc);
grant select, insert on compliance.change to hopluc_app;

do $$
declare
  name text;
begin
  foreach name in array array['manager', 'asset', 'fact', 'change'] loop
    execute format('alter table compliance.%I enable row level security', name);
    execute format('create policy within_reach on compliance.%I to hopluc_app
      using ((select platform.reaches_all()) or alliance_id = any ((select platform.own_alliances())::uuid[]))', name);
  end loop;
end $$;
