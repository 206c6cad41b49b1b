-- Who may see and write which rows is asked by the database too: row-level security, driven by what the door tells the
-- connection before each use (src/platform/db/reach.server.ts, decision 0007). The application's role owns nothing and
-- cannot pass it by. Nothing told: nothing but what is open to all.

create function platform.reaches_all() returns boolean language sql stable parallel safe
  return coalesce(current_setting('hopluc.reach', true), '') = 'all';
create function platform.is_office() returns boolean language sql stable parallel safe
  return coalesce(current_setting('hopluc.reach', true), '') in ('all', 'office');
create function platform.acting_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('hopluc.account', true), '')::uuid;
create function platform.acting_name() returns text language sql stable parallel safe
  return nullif(current_setting('hopluc.name', true), '');
create function platform.own_alliances() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('hopluc.own_alliances', true), '')::uuid[], '{}');
create function platform.near_alliances() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('hopluc.near_alliances', true), '')::uuid[], '{}');
create function platform.own_clusters() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('hopluc.own_clusters', true), '')::uuid[], '{}');
create function platform.near_clusters() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('hopluc.near_clusters', true), '')::uuid[], '{}');
comment on function platform.reaches_all is 'the command line, jobs, administrators of the system, and what decision 0007 lists';
comment on function platform.own_alliances is 'the alliances of the actor''s grants, and those below their clusters';
comment on function platform.near_alliances is 'every alliance that is or was in a cluster of the actor';

-- Rows below an organisation, a fund or a call carry whose they are, so that a policy looks at its own row alone.
alter table register.organisation add constraint organisation_belongs_to_one_alliance unique (id, alliance_id);
alter table register.credit_fund add constraint fund_belongs_to_one_alliance unique (id, alliance_id);
alter table reporting.data_call add constraint call_belongs_to_one_cluster unique (id, cluster_id);

alter table register.status_act     add column alliance_id uuid;
alter table register.period_report  add column alliance_id uuid;
alter table register.change         add column alliance_id uuid;
alter table register.verification   add column alliance_id uuid;
alter table register.field_conflict add column alliance_id uuid;
alter table register.credit_fund_report add column alliance_id uuid;
alter table register.credit_fund_change add column alliance_id uuid;
alter table review.section     add column cluster_id uuid;
alter table review.snapshot    add column cluster_id uuid;
alter table review.restatement add column cluster_id uuid;
alter table review.paper       add column cluster_id uuid;

update register.status_act row     set alliance_id = up.alliance_id from register.organisation up where up.id = row.organisation_id;
update register.period_report row  set alliance_id = up.alliance_id from register.organisation up where up.id = row.organisation_id;
update register.change row         set alliance_id = up.alliance_id from register.organisation up where up.id = row.organisation_id;
update register.verification row   set alliance_id = up.alliance_id from register.organisation up where up.id = row.organisation_id;
update register.field_conflict row set alliance_id = up.alliance_id from register.organisation up where up.id = row.organisation_id;
update register.credit_fund_report row set alliance_id = up.alliance_id from register.credit_fund up where up.id = row.fund_id;
update register.credit_fund_change row set alliance_id = up.alliance_id from register.credit_fund up where up.id = row.fund_id;
-- Whose they are is not part of what was locked: bodies, papers and their hashes stay as they are.
alter table review.snapshot disable trigger user;
alter table review.restatement disable trigger user;
alter table review.paper disable trigger user;
update review.section row     set cluster_id = up.cluster_id from reporting.data_call up where up.id = row.data_call_id;
update review.snapshot row    set cluster_id = up.cluster_id from reporting.data_call up where up.id = row.data_call_id;
update review.restatement row set cluster_id = up.cluster_id from reporting.data_call up where up.id = row.data_call_id;
update review.paper row       set cluster_id = up.cluster_id from review.snapshot up where up.id = row.snapshot_id;
alter table review.snapshot enable trigger user;
alter table review.restatement enable trigger user;
alter table review.paper enable trigger user;
alter table review.snapshot add constraint snapshot_belongs_to_one_cluster unique (id, cluster_id);

-- The keys see to it that a row and what it hangs on never disagree, also when an organisation moves to another alliance.
alter table register.status_act alter column alliance_id set not null,
  drop constraint status_act_organisation_id_fkey,
  add constraint status_act_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade;
alter table register.period_report alter column alliance_id set not null,
  drop constraint period_report_organisation_id_fkey,
  add constraint period_report_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade;
alter table register.change alter column alliance_id set not null,
  drop constraint change_organisation_id_fkey,
  add constraint change_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade;
alter table register.verification alter column alliance_id set not null,
  drop constraint verification_organisation_id_fkey,
  add constraint verification_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade;
alter table register.field_conflict alter column alliance_id set not null,
  drop constraint field_conflict_organisation_id_fkey,
  add constraint field_conflict_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade;
alter table register.credit_fund_report alter column alliance_id set not null,
  drop constraint credit_fund_report_fund_id_fkey,
  add constraint credit_fund_report_fund_fkey foreign key (fund_id, alliance_id)
    references register.credit_fund (id, alliance_id) on update cascade;
alter table register.credit_fund_change alter column alliance_id set not null,
  drop constraint credit_fund_change_fund_id_fkey,
  add constraint credit_fund_change_fund_fkey foreign key (fund_id, alliance_id)
    references register.credit_fund (id, alliance_id) on update cascade;
alter table review.section alter column cluster_id set not null,
  drop constraint section_data_call_id_fkey,
  add constraint section_data_call_fkey foreign key (data_call_id, cluster_id)
    references reporting.data_call (id, cluster_id);
alter table review.snapshot alter column cluster_id set not null,
  drop constraint snapshot_data_call_id_fkey,
  add constraint snapshot_data_call_fkey foreign key (data_call_id, cluster_id)
    references reporting.data_call (id, cluster_id);
alter table review.restatement alter column cluster_id set not null,
  drop constraint restatement_data_call_id_fkey,
  add constraint restatement_data_call_fkey foreign key (data_call_id, cluster_id)
    references reporting.data_call (id, cluster_id);
alter table review.paper alter column cluster_id set not null,
  drop constraint paper_snapshot_id_fkey,
  add constraint paper_snapshot_fkey foreign key (snapshot_id, cluster_id)
    references review.snapshot (id, cluster_id);
create index status_act_by_alliance on register.status_act (alliance_id);
create index change_by_alliance on register.change (alliance_id);

-- Register: an alliance's own, for the offices that reach it.
do $$
declare
  name text;
begin
  foreach name in array array['organisation', 'status_act', 'period_report', 'change', 'verification', 'field_conflict',
                              'credit_fund', 'credit_fund_report', 'credit_fund_change'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('create policy within_reach on register.%I to hopluc_app
      using ((select platform.reaches_all()) or alliance_id = any ((select platform.own_alliances())::uuid[]))', name);
  end loop;
end $$;

-- Figures: every office of a cluster sees what its alliances declared; only who reaches an alliance writes for it.
do $$
declare
  name text;
begin
  foreach name in array array['submission', 'value_entry', 'narrative'] loop
    execute format('alter table reporting.%I enable row level security', name);
    execute format('create policy seen_in_the_cluster on reporting.%I for select to hopluc_app
      using ((select platform.reaches_all()) or alliance_id = any ((select platform.near_alliances())::uuid[]))', name);
    execute format('create policy written_by_its_own on reporting.%I for insert to hopluc_app
      with check ((select platform.reaches_all()) or alliance_id = any ((select platform.own_alliances())::uuid[]))', name);
  end loop;
  foreach name in array array['submission_act', 'returned_cell', 'reconciliation', 'finding_note'] loop
    execute format('alter table reporting.%I enable row level security', name);
    execute format('create policy seen_with_its_submission on reporting.%I for select to hopluc_app
      using ((select platform.reaches_all()) or exists (select from reporting.submission up where up.id = submission_id))', name);
    execute format('create policy written_by_its_own on reporting.%I for insert to hopluc_app
      with check ((select platform.reaches_all()) or exists (select from reporting.submission up
        where up.id = submission_id and up.alliance_id = any ((select platform.own_alliances())::uuid[])))', name);
    execute format('create policy changed_by_its_own on reporting.%I for update to hopluc_app
      using ((select platform.reaches_all()) or exists (select from reporting.submission up
        where up.id = submission_id and up.alliance_id = any ((select platform.own_alliances())::uuid[])))', name);
  end loop;
end $$;
create policy changed_by_its_own on reporting.submission for update to hopluc_app
  using ((select platform.reaches_all()) or alliance_id = any ((select platform.own_alliances())::uuid[]));

alter table reporting.data_call enable row level security;
create policy seen_in_the_cluster on reporting.data_call for select to hopluc_app
  using ((select platform.reaches_all()) or cluster_id = any ((select platform.near_clusters())::uuid[]));
create policy opened_by_its_own on reporting.data_call for insert to hopluc_app
  with check ((select platform.reaches_all()) or cluster_id = any ((select platform.own_clusters())::uuid[]));
create policy moved_by_its_own on reporting.data_call for update to hopluc_app
  using ((select platform.reaches_all()) or cluster_id = any ((select platform.own_clusters())::uuid[]));

-- Review: open to every office of the cluster, written by the cluster's own.
do $$
declare
  name text;
begin
  foreach name in array array['section', 'snapshot', 'restatement', 'paper'] loop
    execute format('alter table review.%I enable row level security', name);
    execute format('create policy seen_in_the_cluster on review.%I for select to hopluc_app
      using ((select platform.reaches_all()) or cluster_id = any ((select platform.near_clusters())::uuid[]))', name);
    execute format('create policy written_by_its_own on review.%I for insert to hopluc_app
      with check ((select platform.reaches_all()) or cluster_id = any ((select platform.own_clusters())::uuid[]))', name);
  end loop;
end $$;
create policy edited_by_its_own on review.section for update to hopluc_app
  using ((select platform.reaches_all()) or cluster_id = any ((select platform.own_clusters())::uuid[]));

-- Workbooks: an import is its alliance's, an upload that waits is the uploader's.
alter table workbooks.import enable row level security;
create policy within_reach on workbooks.import to hopluc_app
  using ((select platform.reaches_all()) or alliance_id = any ((select platform.own_alliances())::uuid[]));
alter table workbooks.row_origin enable row level security;
create policy seen_with_its_import on workbooks.row_origin to hopluc_app
  using ((select platform.reaches_all()) or exists (select from workbooks.import up where up.id = import_id));
alter table workbooks.upload enable row level security;
create policy own on workbooks.upload to hopluc_app
  using ((select platform.reaches_all())
    or uploaded_by = coalesce((select platform.acting_account())::text, (select platform.acting_name())));

-- Portal: what is published is open, drafts are the offices'.
alter table portal.article enable row level security;
create policy published_or_office on portal.article for select to hopluc_app
  using (state in ('published', 'retracted') or (select platform.is_office()));
create policy written_by_offices on portal.article for insert to hopluc_app with check ((select platform.is_office()));
create policy changed_by_offices on portal.article for update to hopluc_app using ((select platform.is_office()));
alter table portal.correction enable row level security;
create policy seen_by_all on portal.correction for select to hopluc_app using (true);
create policy written_by_offices on portal.correction for insert to hopluc_app with check ((select platform.is_office()));
alter table portal.announcement enable row level security;
create policy seen_by_all on portal.announcement for select to hopluc_app using (true);
create policy written_by_offices on portal.announcement for insert to hopluc_app with check ((select platform.is_office()));
create policy changed_by_offices on portal.announcement for update to hopluc_app using ((select platform.is_office()));

-- People: everybody their own account; the door and administrators all.
alter table platform.account enable row level security;
create policy own_or_all on platform.account to hopluc_app
  using ((select platform.reaches_all()) or id = (select platform.acting_account()));
alter table platform.account_grant enable row level security;
create policy own_or_all on platform.account_grant for select to hopluc_app
  using ((select platform.reaches_all()) or account_id = (select platform.acting_account()));
create policy given_by_administrators on platform.account_grant for insert to hopluc_app
  with check ((select platform.reaches_all()));
create policy ended_by_administrators on platform.account_grant for update to hopluc_app
  using ((select platform.reaches_all()));
alter table platform.session enable row level security;
create policy own_or_all on platform.session to hopluc_app
  using ((select platform.reaches_all()) or account_id = (select platform.acting_account()));
alter table platform.sign_in_attempt enable row level security;
create policy counted_at_the_door on platform.sign_in_attempt to hopluc_app using ((select platform.reaches_all()));
-- Nobody writes an act into the record in another's name.
alter table platform.event enable row level security;
create policy own_or_all on platform.event for select to hopluc_app
  using ((select platform.reaches_all()) or account_id = (select platform.acting_account()));
create policy in_ones_own_name on platform.event for insert to hopluc_app
  with check ((select platform.reaches_all()) or account_id is not distinct from (select platform.acting_account()));

-- Settings and reference data: read by all, written by who reaches all.
do $$
declare
  name text;
begin
  foreach name in array array['platform.setting', 'legal.instrument', 'legal.rule_value',
      'organisations.alliance', 'organisations.alliance_version', 'organisations.cluster', 'organisations.cluster_version',
      'organisations.cluster_membership', 'organisations.person', 'organisations.position', 'organisations.cluster_office'] loop
    execute format('alter table %s enable row level security', name);
    execute format('create policy seen_by_all on %s for select to hopluc_app using (true)', name);
    execute format('create policy written_by_all_reach on %s for insert to hopluc_app with check ((select platform.reaches_all()))', name);
    execute format('create policy changed_by_all_reach on %s for update to hopluc_app using ((select platform.reaches_all()))', name);
  end loop;
end $$;

-- What has no scope says so in its comment.
do $$
declare
  open record;
begin
  for open in select * from (values
      ('platform.audit_chain', 'every act continues a chain, and where a chain ends says nothing about anybody'),
      ('places.unit', 'published by the state'),
      ('places.unit_change', 'published by the state'),
      ('places.name_variant', 'spellings of public names'),
      ('register.sector', 'a public classification'),
      ('reporting.period', 'the calendar'),
      ('reporting.indicator', 'definitions are public'),
      ('portal.visit_day', 'a public counter'),
      ('portal.visit_salt', 'a random number of the day, forgotten afterwards'),
      ('portal.visit_seen', 'salted hashes that lead to nobody')) as row (name, why) loop
    execute format('comment on table %s is %L', open.name,
      obj_description(open.name::regclass) || ' Open to all: ' || open.why || '.');
  end loop;
end $$;
