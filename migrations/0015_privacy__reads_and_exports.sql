-- Who read whose personal data and why, lists that were taken out with personal data, and the impact assessments made.
create schema privacy;
grant usage on schema privacy to hopluc_app;

create table privacy.kept_export (
  id         uuid primary key,
  account_id uuid references platform.account,
  name       text not null,
  media_type text not null,
  purpose    text not null,
  mark       text not null,
  people     integer not null,
  sha256     text not null,
  key        bytea,
  made_at    timestamptz not null,
  made_by    text not null,
  expires_at timestamptz not null,
  constraint export_expires_after_it_was_made check (expires_at > made_at)
);
comment on table privacy.kept_export is '@dist local. A list with personal data that one person took out; its sealed bytes lie in the file store.';
comment on column privacy.kept_export.account_id is 'for whom alone it opens; null: the command line';
comment on column privacy.kept_export.sha256 is 'of the sealed bytes';
comment on column privacy.kept_export.key is 'of the seal; removed after the expiry, so that nobody can open the bytes again, not from a backup made later either';
create index kept_export_by_account on privacy.kept_export (account_id, made_at desc);
create index kept_export_to_seal on privacy.kept_export (expires_at) where key is not null;
grant select, insert, update (key) on privacy.kept_export to hopluc_app;

create table privacy.read_log (
  id           uuid primary key,
  account_id   uuid references platform.account,
  reader_role  text not null,
  reader_scope text not null,
  context      text not null constraint read_context_is_known
    check (context in ('profile', 'list', 'edit', 'unmask', 'file', 'export', 'export-fetched')),
  purpose      text not null constraint read_purpose_is_known check (purpose in
    ('open-record', 'browse-list', 'keep-record', 'fill-form', 'contact', 'verify', 'report', 'support', 'answer-person', 'inspect')),
  alliance_id  uuid not null references organisations.alliance,
  subjects     jsonb not null,
  people       integer not null,
  export_id    uuid references privacy.kept_export,
  read_at      timestamptz not null,
  read_by      text not null
);
comment on table privacy.read_log is '@dist local. Append-only: one reading of personal data of one alliance; a list is one reading of many.';
comment on column privacy.read_log.account_id is 'null: the command line or a job';
comment on column privacy.read_log.subjects is 'ids of the organisations whose representative was read';
create index read_by_subject on privacy.read_log using gin (subjects jsonb_path_ops);
create index read_by_account on privacy.read_log (account_id, read_at);
create index read_by_alliance on privacy.read_log (alliance_id, read_at desc);
create index read_by_export on privacy.read_log (export_id);
create index read_many on privacy.read_log (read_at) where people > 50;
grant select, insert on privacy.read_log to hopluc_app;

create table privacy.read_stop (
  id         uuid primary key,
  account_id uuid not null references platform.account,
  people     integer not null,
  people_max integer not null,
  free_at    timestamptz not null,
  stopped_at timestamptz not null,
  stopped_by text not null
);
comment on table privacy.read_stop is '@dist local. Append-only: a person wanted to read of more people within an hour than is usual, and was stopped.';
create index read_stop_by_account on privacy.read_stop (account_id, stopped_at);
create index read_stop_newest on privacy.read_stop (stopped_at desc);
grant select, insert on privacy.read_stop to hopluc_app;

create table privacy.assessment (
  id         uuid primary key,
  map_sha256 text not null,
  body       jsonb not null,
  issued_at  timestamptz not null,
  issued_by  text not null
);
comment on table privacy.assessment is '@dist reference. Append-only: the impact assessment as it was made, with the data map of that day.';
create index assessment_newest on privacy.assessment (issued_at desc);
grant select, insert on privacy.assessment to hopluc_app;

-- Entries are written in one's own name. One's own are seen, those about an alliance's people by its own offices, all by who
-- reaches all. An export is its maker's.
alter table privacy.read_log enable row level security;
create policy own_and_of_ones_alliances on privacy.read_log for select to hopluc_app
  using ((select platform.reaches_all()) or account_id = (select platform.acting_account())
    or alliance_id = any ((select platform.own_alliances())::uuid[]));
create policy in_ones_own_name on privacy.read_log for insert to hopluc_app
  with check ((select platform.reaches_all())
    or ((select platform.is_office()) and account_id is not distinct from (select platform.acting_account())));
alter table privacy.read_stop enable row level security;
create policy own_or_all on privacy.read_stop to hopluc_app
  using ((select platform.reaches_all()) or account_id = (select platform.acting_account()));
alter table privacy.kept_export enable row level security;
create policy own on privacy.kept_export to hopluc_app
  using ((select platform.reaches_all())
    or ((select platform.is_office()) and account_id is not distinct from (select platform.acting_account())));
alter table privacy.assessment enable row level security;
create policy seen_by_offices on privacy.assessment for select to hopluc_app using ((select platform.is_office()));
create policy made_by_administrators on privacy.assessment for insert to hopluc_app
  with check ((select platform.reaches_all()));
