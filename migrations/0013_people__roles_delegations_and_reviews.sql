-- Roles and scopes of everybody the product will serve, signing for another person, leaving on a day, and the quarterly
-- review of who may do what.
alter table platform.account_grant
  drop constraint grant_role_is_known,
  drop constraint grant_scope_is_known,
  add constraint grant_role_is_known check (role in ('admin', 'secretary', 'leader', 'officer', 'editor', 'inspector',
    'fund-officer', 'fund-approver', 'council-member', 'cooperative', 'credit-fund')),
  add constraint grant_scope_is_known check (scope = 'system' or scope like 'cluster:%' or scope like 'alliance:%'
    or scope like 'department:%/%' or scope like 'fund:%' or scope like 'organisation:%' or scope like 'credit-fund:%');
create index account_grant_by_scope on platform.account_grant (scope, role);

alter table platform.account add column close_reason text not null default '';
comment on column platform.account.closed_at is 'From this moment on nobody enters by it; it may lie ahead, for a leaver whose last day is known.';

create table platform.delegation (
  id              uuid primary key,
  from_account_id uuid not null references platform.account,
  to_account_id   uuid not null references platform.account,
  kind            text not null constraint delegation_kind_is_known check (kind in ('KT', 'TL', 'TUQ', 'Q')),
  role            text not null,
  scope           text not null,
  acts            jsonb not null,
  from_title      text not null,
  to_title        text not null,
  signer_name     text not null,
  ground          text not null,
  valid_from      date not null,
  valid_until     date not null,
  created_at      timestamptz not null,
  created_by      text not null,
  ended_at        timestamptz,
  ended_by        text,
  end_reason      text not null default '',
  constraint nobody_delegates_to_themselves check (from_account_id <> to_account_id),
  constraint delegation_does_not_end_before_it_begins check (valid_until >= valid_from),
  constraint delegations_of_a_kind_do_not_overlap exclude using gist
    (from_account_id with =, to_account_id with =, kind with =, scope with =, daterange(valid_from, valid_until) with &&)
);
comment on table platform.delegation is '@dist reference. Who signs for whom, for which acts, from when until when (until excluded), and the words above the signature.';
comment on column platform.delegation.acts is 'Names of actions; the delegate may do these at the scope, and nothing else of the role.';
create index delegation_by_delegator on platform.delegation (from_account_id, valid_from);
create index delegation_by_delegate on platform.delegation (to_account_id, valid_from);
create index delegation_by_scope on platform.delegation (scope, valid_from);
grant select, insert on platform.delegation to hopluc_app;
grant update (valid_until, ended_at, ended_by, end_reason) on platform.delegation to hopluc_app;

create schema people;
grant usage on schema people to hopluc_app;

create table people.access_review (
  id         uuid primary key,
  scope      text not null,
  quarter    text not null constraint quarter_is_written_as_one check (quarter ~ '^\d{4}-Q[1-4]$'),
  note       text not null default '',
  signed_at  timestamptz not null,
  signed_by  text not null,
  account_id uuid references platform.account,
  constraint unit_reviews_once_a_quarter unique (scope, quarter)
);
comment on table people.access_review is '@dist reference. Append-only. That the leader of a unit looked through everybody''s rights in a quarter, and signed.';
create index access_review_by_account on people.access_review (account_id);
grant select, insert on people.access_review to hopluc_app;

create table people.reviewed_grant (
  review_id   uuid not null references people.access_review,
  account_id  uuid not null references platform.account,
  person      text not null,
  role        text not null,
  scope       text not null,
  valid_from  date not null,
  decision    text not null constraint decision_is_known check (decision in ('keep', 'end')),
  primary key (review_id, account_id, role, scope, valid_from)
);
comment on table people.reviewed_grant is '@dist reference. Append-only. What was decided of each right that stood at the review, with the name of that day.';
create index reviewed_grant_by_account on people.reviewed_grant (account_id);
grant select, insert on people.reviewed_grant to hopluc_app;

-- Everybody the delegations that concern them; all else goes through a context widened for the people of a unit.
alter table platform.delegation enable row level security;
create policy own_or_all on platform.delegation for select to hopluc_app
  using ((select platform.reaches_all()) or (select platform.acting_account()) in (from_account_id, to_account_id));
create policy given_within_the_rules on platform.delegation for insert to hopluc_app
  with check ((select platform.reaches_all()));
create policy ended_within_the_rules on platform.delegation for update to hopluc_app
  using ((select platform.reaches_all()));
alter table people.access_review enable row level security;
create policy all_reach on people.access_review to hopluc_app using ((select platform.reaches_all()));
alter table people.reviewed_grant enable row level security;
create policy all_reach on people.reviewed_grant to hopluc_app using ((select platform.reaches_all()));
