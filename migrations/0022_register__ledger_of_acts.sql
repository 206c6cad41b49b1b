-- The register as a ledger of acts in two times: `effective_on` says from when an act holds, `recorded_at` when it became
-- known, `undone_at` when it stopped being believed. Nothing is overwritten: "as known on K about day E" stays answerable.
alter table register.status_act rename to act;
alter table register.act rename constraint status_act_pkey to act_pkey;
alter table register.act rename constraint status_act_organisation_fkey to act_organisation_fkey;
alter index register.status_act_newest rename to act_newest;
alter index register.status_act_by_change rename to act_by_change;
alter index register.status_act_by_alliance rename to act_by_alliance;
alter sequence register.status_act_sequence_seq rename to act_sequence_seq;
alter table register.act drop constraint status_act_is_known,
  add constraint act_is_known check (act in
    ('establish', 'change', 'suspend', 'resume', 'cease', 'begin-dissolution', 'revoke', 'restore', 'dissolve',
     'merge', 'consolidate', 'split', 'separate', 'convert')),
  add column values jsonb not null default '{}' constraint act_sets_known_values check
    (jsonb_typeof(values) = 'object'
     and values - array['kind', 'name', 'sector_code', 'secondary_sector_code', 'commune_id', 'alliance_id'] = '{}'),
  add column corrects_id uuid,
  add column reason text not null default '',
  add column undone_reason text not null default '';
comment on table register.act is '@dist by organisation_id. The ledger: acts from which the status and the counted values of any day are derived; an undone act no longer counts, and stays readable.';
comment on column register.act.values is 'counted attributes that hold from effective_on: kind, name, sector_code, secondary_sector_code, commune_id, alliance_id';
comment on column register.act.corrects_id is 'the act that this one sets right: wrong day, wrong kind, wrong values';
comment on column register.act.reason is 'why an earlier act was set right';
comment on column register.act.undone_reason is 'why the act was taken back, when a person did it';
comment on column register.act.sequence is 'of two acts of one day the later recorded stands; a founding stands before all others of its day; an act that stands again keeps its place';
comment on column register.act.undone_change_id is 'the change that took the act back, so that undoing that change brings a copy of it';

-- What the register knew when the ledger began: the founding brings the values of now.
update register.act act
   set values = jsonb_build_object('kind', organisation.kind, 'name', organisation.name,
         'sector_code', organisation.sector_code, 'secondary_sector_code', organisation.secondary_sector_code,
         'commune_id', organisation.commune_id, 'alliance_id', organisation.alliance_id)
  from register.organisation
 where organisation.id = act.organisation_id and act.act = 'establish';

create table register.succession (
  act_id               uuid not null,
  from_organisation_id uuid not null,
  alliance_id          uuid not null,
  to_organisation_id   uuid not null,
  relation             text not null constraint succession_relation_is_known
    check (relation in ('merge', 'consolidate', 'split', 'separate', 'convert')),
  primary key (from_organisation_id, act_id, to_organisation_id),
  constraint succession_organisation_fkey foreign key (from_organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade,
  constraint succession_act_fkey foreign key (from_organisation_id, act_id) references register.act (organisation_id, id),
  constraint organisation_does_not_succeed_itself check (from_organisation_id <> to_organisation_id)
);
comment on table register.succession is '@dist by from_organisation_id. Who took over from whom by an act; it stands as long as its act does. The successor is no key: it may lie elsewhere in a register that is split; the command looks.';
create index succession_by_successor on register.succession (to_organisation_id);
grant select, insert on register.succession to hopluc_app;

-- Derived: one row for each stretch in which nothing that is counted changed. Rewritten with the acts, in their transaction.
create table register.span (
  organisation_id uuid not null,
  alliance_id     uuid not null,
  valid_from      date not null,
  valid_until     date,
  status          text not null constraint span_status_is_known
    check (status in ('operating', 'suspended', 'ceased', 'dissolving', 'dissolved', 'merged')),
  kind            text not null,
  sector_code     text,
  commune_id      uuid,
  of_alliance_id  uuid not null,
  primary key (organisation_id, valid_from),
  constraint span_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade
);
comment on table register.span is '@dist by organisation_id. Derived from the acts that stand: from valid_from until the day before valid_until (null: it goes on) an organisation had this status, kind, sector, commune and alliance.';
comment on column register.span.alliance_id is 'whose the organisation is today';
comment on column register.span.of_alliance_id is 'whose it was in this stretch';
create index span_on_a_day on register.span (of_alliance_id, valid_from)
  include (valid_until, status, kind, sector_code, commune_id, organisation_id, alliance_id);
grant select, insert, delete on register.span to hopluc_app;

do $$
declare
  name text;
begin
  foreach name in array array['succession', 'span'] loop
    execute format('alter table register.%I enable row level security', name);
    execute format('create policy within_reach on register.%I to hopluc_app
      using ((select platform.reaches_all()) or alliance_id = any ((select platform.own_alliances())::uuid[]))', name);
  end loop;
end $$;

-- Lays each act's values over those before it.
create aggregate register.laid_over(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}', parallel = safe);
comment on aggregate register.laid_over(jsonb) is 'what holds after a row of acts, later words over earlier ones';

insert into register.span
  (organisation_id, alliance_id, valid_from, valid_until, status, kind, sector_code, commune_id, of_alliance_id)
with step as (
  select act.organisation_id, act.alliance_id, act.effective_on,
         register.laid_over(act.values || case act.act
           when 'establish' then '{"status": "operating"}'::jsonb
           when 'suspend' then '{"status": "suspended"}'
           when 'resume' then '{"status": "operating"}'
           when 'cease' then '{"status": "ceased"}'
           when 'begin-dissolution' then '{"status": "dissolving"}'
           when 'dissolve' then '{"status": "dissolved"}'
           when 'merge' then '{"status": "merged"}' else '{}' end) over life as held,
         row_number() over (partition by act.organisation_id, act.effective_on
           order by (act.act <> 'establish') desc, act.sequence desc) as of_day
    from register.act act
    join register.organisation organisation on organisation.id = act.organisation_id and organisation.deleted_at is null
   where act.undone_at is null
  window life as (partition by act.organisation_id order by act.effective_on, (act.act <> 'establish'), act.sequence)
), stretch as (
  select step.*, (held - 'name' - 'secondary_sector_code')
           is distinct from lag(held - 'name' - 'secondary_sector_code') over (partition by organisation_id order by effective_on) as begins
    from step
   where of_day = 1 and held ? 'kind'
)
select organisation_id, alliance_id, effective_on,
       lead(effective_on) over (partition by organisation_id order by effective_on),
       held ->> 'status', held ->> 'kind', held ->> 'sector_code', (held ->> 'commune_id')::uuid, (held ->> 'alliance_id')::uuid
  from stretch
 where begins;
