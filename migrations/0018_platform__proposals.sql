-- Acts that need two people: what one proposes, another approves or declines.
create table platform.proposal (
  id               uuid primary key,
  act              text not null,
  scope            text not null constraint proposal_scope_is_known
    check (scope = 'system' or scope like 'cluster:%' or scope like 'alliance:%'),
  subject          text not null,
  payload          jsonb not null,
  words            text not null,
  seen             jsonb not null,
  seen_hash        text not null,
  note             text not null,
  state            text not null constraint proposal_state_is_known
    check (state in ('open', 'approved', 'declined', 'withdrawn', 'expired')),
  proposed_at      timestamptz not null,
  proposed_by      text not null,
  proposer_id      uuid not null references platform.account,
  expires_at       timestamptz not null,
  decided_at       timestamptz,
  decided_by       text,
  decider_id       uuid references platform.account,
  decision_note    text not null default '',
  constraint proposal_expires_after_it_is_made check (expires_at > proposed_at),
  constraint decision_has_its_person_and_moment
    check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint second_person_decides
    check (state not in ('approved', 'declined') or (decider_id is not null and decider_id <> proposer_id)),
  constraint only_the_proposer_withdraws
    check (state <> 'withdrawn' or (decider_id is not null and decider_id = proposer_id))
);
comment on table platform.proposal is '@dist local. An act that needs two people: who proposed it on what they saw, and who decided; decided ones stay as they are.';
comment on column platform.proposal.seen is 'what the proposer saw, as far as the act wants to say later what has changed';
comment on column platform.proposal.seen_hash is 'SHA-256 of everything the proposer saw: approved is only the very same';
comment on column platform.proposal.decider_id is 'null with a decision: it expired, or the command line did the act itself';
create unique index proposal_is_one_at_a_time on platform.proposal (act, subject) where state = 'open';
create index proposal_by_subject on platform.proposal (act, subject, proposed_at);
create index proposal_by_time on platform.proposal (proposed_at);
create index proposal_by_proposer on platform.proposal (proposer_id);
create index proposal_by_decider on platform.proposal (decider_id);
grant select, insert, update (state, decided_at, decided_by, decider_id, decision_note) on platform.proposal to hopluc_app;

-- Seen by the offices of its scope; proposed and decided in one's own name only.
alter table platform.proposal enable row level security;
create policy seen_within_its_scope on platform.proposal for select to hopluc_app
  using ((select platform.reaches_all()) or proposer_id = (select platform.acting_account())
    or scope in (select 'cluster:' || code from organisations.cluster where id = any ((select platform.near_clusters())::uuid[])
                 union all
                 select 'alliance:' || code from organisations.alliance where id = any ((select platform.own_alliances())::uuid[])));
create policy proposed_in_ones_own_name on platform.proposal for insert to hopluc_app
  with check (proposer_id = (select platform.acting_account()));
create policy decided_in_ones_own_name on platform.proposal for update to hopluc_app
  using (true) with check (decider_id is null or decider_id = (select platform.acting_account()));

create function platform.refuse_second_decision() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'open' then
    return new;
  end if;
  raise exception 'a decided proposal is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger decision_is_never_changed before update or delete on platform.proposal
  for each row execute function platform.refuse_second_decision();
