-- Departments and the capacity of a post; what an alliance became; handovers between head units and mergers of alliances.
alter table organisations.position
  add column capacity text not null default 'holder'
    constraint position_capacity_is_known check (capacity in ('holder', 'acting', 'in-charge')),
  add constraint position_ends_not_before_it_begins check (valid_until is null or valid_until >= valid_from);
comment on column organisations.position.capacity is 'acting: quyền; in-charge: phụ trách';
comment on column organisations.position.valid_until is 'first day on which it no longer holds; the day it begins: taken back, it never held';
alter table organisations.cluster_office
  drop constraint cluster_term_ends_after_it_begins,
  add constraint cluster_term_ends_not_before_it_begins check (valid_until is null or valid_until >= valid_from);
comment on column organisations.cluster_office.valid_until is 'first day on which it no longer holds; the day it begins: taken back, it never held';
comment on column organisations.cluster_membership.valid_until is 'first day on which it no longer holds; the day it begins: taken back, it never held';

create table organisations.department (
  id          uuid primary key,
  alliance_id uuid not null references organisations.alliance,
  name        text not null,
  rank        smallint not null,
  phone       text not null default '',
  valid_from  date not null,
  valid_until date,
  constraint department_ends_not_before_it_begins check (valid_until is null or valid_until >= valid_from),
  constraint department_is_named_once_at_a_time
    exclude using gist (alliance_id with =, name with =, daterange(valid_from, valid_until) with &&)
);
comment on table organisations.department is '@dist reference. A department of an alliance in a span of time, with the telephone of its office.';
create index department_by_alliance on organisations.department (alliance_id, valid_from);
grant select, insert, update on organisations.department to hopluc_app;

create table organisations.alliance_succession (
  id             uuid primary key,
  predecessor_id uuid not null references organisations.alliance,
  successor_id   uuid not null references organisations.alliance,
  effective_on   date not null,
  decision_no    text not null,
  recorded_at    timestamptz not null,
  recorded_by    text not null,
  undone_at      timestamptz,
  undone_by      text,
  constraint alliance_is_not_its_own_successor check (predecessor_id <> successor_id)
);
comment on table organisations.alliance_succession is '@dist reference. Which alliance went on as which, from which day and by which decision; an undone one does not count.';
create unique index alliance_ends_in_one_other on organisations.alliance_succession (predecessor_id) where undone_at is null;
create index alliance_succession_by_predecessor on organisations.alliance_succession (predecessor_id);
create index alliance_succession_by_successor on organisations.alliance_succession (successor_id);
grant select, insert, update on organisations.alliance_succession to hopluc_app;

do $$
declare
  name text;
begin
  foreach name in array array['department', 'alliance_succession'] loop
    execute format('alter table organisations.%I enable row level security', name);
    execute format('create policy seen_by_all on organisations.%I for select to hopluc_app using (true)', name);
    execute format('create policy written_by_all_reach on organisations.%I for insert to hopluc_app with check ((select platform.reaches_all()))', name);
    execute format('create policy changed_by_all_reach on organisations.%I for update to hopluc_app using ((select platform.reaches_all()))', name);
  end loop;
end $$;
-- Who keeps the papers of a cluster keeps its terms.
drop policy written_by_all_reach on organisations.cluster_office;
drop policy changed_by_all_reach on organisations.cluster_office;
create policy written_by_its_own on organisations.cluster_office for insert to hopluc_app
  with check ((select platform.reaches_all()) or cluster_id = any ((select platform.own_clusters())::uuid[]));
create policy changed_by_its_own on organisations.cluster_office for update to hopluc_app
  using ((select platform.reaches_all()) or cluster_id = any ((select platform.own_clusters())::uuid[]));

create schema reorganisation;
grant usage on schema reorganisation to hopluc_app;

create table reorganisation.handover (
  id               uuid primary key,
  cluster_id       uuid not null references organisations.cluster,
  from_alliance_id uuid references organisations.alliance,
  to_alliance_id   uuid references organisations.alliance,
  ends_on          date,
  file_name        text not null,
  sha256           text not null,
  listing          jsonb not null,
  made_at          timestamptz not null,
  made_by          text not null
);
comment on table reorganisation.handover is '@dist reference. A package of what a head unit hands over, kept by its hash; without a day: a copy only, nobody''s rights ended.';
create index handover_by_cluster on reorganisation.handover (cluster_id, made_at);
create index handover_by_giver on reorganisation.handover (from_alliance_id);
create index handover_by_taker on reorganisation.handover (to_alliance_id);
grant select, insert on reorganisation.handover to hopluc_app;
alter table reorganisation.handover enable row level security;
create policy seen_by_its_own on reorganisation.handover for select to hopluc_app
  using ((select platform.reaches_all()) or cluster_id = any ((select platform.own_clusters())::uuid[]));
create policy written_by_its_own on reorganisation.handover for insert to hopluc_app
  with check ((select platform.reaches_all()) or cluster_id = any ((select platform.own_clusters())::uuid[]));

create table reorganisation.merger (
  id            uuid primary key,
  successor_id  uuid not null references organisations.alliance,
  effective_on  date not null,
  decision_no   text not null,
  plan          jsonb not null,
  counts        jsonb not null,
  traces        jsonb not null,
  done_at       timestamptz not null,
  done_by       text not null,
  undone_at     timestamptz,
  undone_by     text,
  undone_reason text not null default ''
);
comment on table reorganisation.merger is '@dist reference. Alliances that became one, or got another name: what was decided, how much it moved, and what stood before, for taking it back.';
create index merger_by_successor on reorganisation.merger (successor_id, effective_on);
grant select, insert, update on reorganisation.merger to hopluc_app;
alter table reorganisation.merger enable row level security;
create policy seen_by_all_reach on reorganisation.merger for select to hopluc_app using ((select platform.reaches_all()));
create policy written_by_all_reach on reorganisation.merger for insert to hopluc_app with check ((select platform.reaches_all()));
create policy changed_by_all_reach on reorganisation.merger for update to hopluc_app using ((select platform.reaches_all()));
