-- The record of acts becomes several chains of hashes, so that nobody can change, remove or move an entry unseen.
create table platform.audit_chain (
  chain_no smallint primary key constraint chain_is_one_of_sixteen check (chain_no between 1 and 16),
  position integer not null,
  hash     text not null
);
comment on table platform.audit_chain is '@dist local. Where each chain of acts ends: the act that is recorded next locks one row and continues from it.';
insert into platform.audit_chain select number, 0, repeat('0', 64) from generate_series(1, 16) as number;
grant select, update (position, hash) on platform.audit_chain to hopluc_app;

alter table platform.event
  add column account_id    uuid references platform.account,
  add column chain_no      smallint,
  add column position      integer,
  add column previous_hash text,
  add column hash          text;
comment on column platform.event.account_id is 'null: the command line or a job, which act under the name in created_by';
comment on column platform.event.hash is 'SHA-256 of chain, position, previous hash and the entry as canonical JSON: src/platform/events/chain.ts';

-- What was recorded before there were chains follows in the order of time, in the first one.
create function platform.canonical_json(given jsonb) returns text language sql immutable as $$
  select case jsonb_typeof(given)
    when 'object' then '{' || coalesce((select string_agg(to_json(key)::text || ':' || platform.canonical_json(value), ',' order by key collate "C")
                                          from jsonb_each(given)), '') || '}'
    when 'array' then '[' || coalesce((select string_agg(platform.canonical_json(value), ',' order by place)
                                         from jsonb_array_elements(given) with ordinality as item(value, place)), '') || ']'
    else given::text
  end
$$;
do $$
declare
  entry record;
  before text := repeat('0', 64);
  place integer := 0;
begin
  for entry in select * from platform.event order by created_at, id loop
    place := place + 1;
    update platform.event
       set chain_no = 1, position = place, previous_hash = before,
           hash = encode(sha256(convert_to(format('1:%s:%s', place, before) || E'\n' || platform.canonical_json(jsonb_build_object(
             'account', null, 'at', to_char(entry.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
             'by', entry.created_by, 'facts', entry.facts, 'id', entry.id, 'kind', entry.kind, 'subject', entry.subject_id)), 'UTF8')), 'hex')
     where id = entry.id returning hash into before;
  end loop;
  update platform.audit_chain set position = place, hash = before where chain_no = 1;
end $$;
drop function platform.canonical_json;

alter table platform.event
  alter column chain_no set not null,
  alter column position set not null,
  alter column previous_hash set not null,
  alter column hash set not null,
  add constraint chain_has_one_entry_at_a_place unique (chain_no, position);
comment on table platform.event is '@dist local. Append-only record of acts: who did what to which subject, when; each entry carries the hash of the one before it.';
create index event_by_kind on platform.event (kind, created_at, id);
create index event_by_time on platform.event (created_at, id);
create index event_by_account on platform.event (account_id, created_at);

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record of acts is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger event_is_never_changed before update or delete on platform.event
  for each row execute function platform.refuse_change();
create trigger event_is_never_emptied before truncate on platform.event
  for each statement execute function platform.refuse_change();
create trigger chain_is_never_removed before delete on platform.audit_chain
  for each row execute function platform.refuse_change();
create trigger chain_is_never_emptied before truncate on platform.audit_chain
  for each statement execute function platform.refuse_change();
