-- What lies beside an organisation's record (files and remarks, X-02), and its membership of the alliance (REG-12).

create table register.attachment (
  organisation_id uuid not null,
  id              uuid not null,
  alliance_id     uuid not null,
  title           text not null constraint attachment_has_a_title check (title <> ''),
  file_name       text not null,
  media_type      text not null,
  byte_size       bigint not null,
  file_sha256     text not null,
  added_at        timestamptz not null,
  added_by        text not null,
  removed_at      timestamptz,
  removed_by      text,
  removed_reason  text not null default '',
  primary key (organisation_id, id),
  constraint attachment_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade,
  constraint a_removal_has_its_reason check ((removed_at is null) = (removed_reason = ''))
);
comment on table register.attachment is '@dist by organisation_id. A file put beside an organisation''s record; a removed one is not shown any more, its bytes stay.';
create index attachment_by_alliance on register.attachment (alliance_id);
grant select, insert, update (removed_at, removed_by, removed_reason) on register.attachment to hopluc_app;

create table register.remark (
  organisation_id uuid not null,
  id              uuid not null,
  alliance_id     uuid not null,
  words           text not null constraint remark_says_something check (words <> ''),
  written_at      timestamptz not null,
  written_by      text not null,
  primary key (organisation_id, id),
  constraint remark_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade
);
comment on table register.remark is '@dist by organisation_id. Append-only: what officers say to one another about an organisation.';
create index remark_by_alliance on register.remark (alliance_id);
grant select, insert on register.remark to hopluc_app;

create schema membership;
grant usage on schema membership to hopluc_app;

create table membership.checklist_item (
  code        text not null,
  valid_from  date not null,
  valid_until date,
  rank        smallint not null,
  words       text not null,
  citation    text not null,
  verified    boolean not null,
  primary key (code, valid_from),
  constraint checklist_item_is_valid_once exclude using gist (code with =, daterange(valid_from, valid_until) with &&)
);
comment on table membership.checklist_item is '@dist reference. What a dossier for joining an alliance must hold, by day. Open to all: a published list.';
grant select on membership.checklist_item to hopluc_app;

create table membership.application (
  organisation_id uuid not null,
  id              uuid not null,
  alliance_id     uuid not null,
  receipt_code    text not null,
  state           text not null constraint application_state_is_known check (state in
    ('received', 'returned', 'complete', 'submitted', 'approved', 'admitted', 'refused', 'withdrawn')),
  applied_on      date not null,
  present         jsonb not null,
  gaps            jsonb not null default '[]',
  version         integer not null,
  created_at      timestamptz not null,
  created_by      text not null,
  primary key (organisation_id, id),
  constraint application_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade
);
comment on table membership.application is '@dist by organisation_id. A dossier for joining an alliance, and where it stands.';
comment on column membership.application.present is 'codes of the checklist''s items that have come in';
comment on column membership.application.gaps is 'codes of the items named as missing when the dossier was returned, once';
create index application_by_alliance on membership.application (alliance_id, state);
create index application_by_receipt on membership.application (receipt_code);
create unique index one_open_application on membership.application (organisation_id)
  where state in ('received', 'returned', 'complete', 'submitted');
grant select, insert, update (state, present, gaps, version) on membership.application to hopluc_app;

create table membership.application_act (
  organisation_id uuid not null,
  application_id  uuid not null,
  sequence        bigint generated always as identity,
  alliance_id     uuid not null,
  act             text not null,
  effective_on    date not null,
  paper_no        text not null default '',
  note            text not null default '',
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  primary key (organisation_id, application_id, sequence),
  foreign key (organisation_id, application_id) references membership.application (organisation_id, id),
  constraint application_act_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade
);
comment on table membership.application_act is '@dist by organisation_id. Append-only: each step of a dossier, by whom, on what paper.';
create index application_act_by_alliance on membership.application_act (alliance_id);
grant select, insert on membership.application_act to hopluc_app;

create table membership.member (
  organisation_id uuid not null,
  id              uuid not null,
  alliance_id     uuid not null,
  application_id  uuid not null,
  state           text not null constraint member_state_is_known check (state in ('member', 'suspended', 'left')),
  decision_no     text not null constraint membership_rests_on_a_decision check (decision_no <> ''),
  card_no         text not null default '',
  valid_from      date not null,
  valid_until     date,
  version         integer not null,
  created_at      timestamptz not null,
  created_by      text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, application_id) references membership.application (organisation_id, id),
  constraint member_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade,
  constraint an_organisation_is_a_member_once
    exclude using gist (organisation_id with =, daterange(valid_from, valid_until) with &&),
  constraint who_left_has_a_last_day check ((state = 'left') = (valid_until is not null))
);
comment on table membership.member is '@dist by organisation_id. Membership of an alliance, from the day of the decision.';
create index member_by_alliance on membership.member (alliance_id, state);
create index member_by_application on membership.member (organisation_id, application_id);
grant select, insert, update (state, card_no, valid_until, version) on membership.member to hopluc_app;

create table membership.member_act (
  organisation_id uuid not null,
  member_id       uuid not null,
  sequence        bigint generated always as identity,
  alliance_id     uuid not null,
  act             text not null,
  effective_on    date not null,
  paper_no        text not null default '',
  note            text not null default '',
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  primary key (organisation_id, member_id, sequence),
  foreign key (organisation_id, member_id) references membership.member (organisation_id, id),
  constraint member_act_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade
);
comment on table membership.member_act is '@dist by organisation_id. Append-only: suspension, resumption and leaving, with their ground.';
create index member_act_by_alliance on membership.member_act (alliance_id);
grant select, insert on membership.member_act to hopluc_app;

create table membership.due (
  organisation_id uuid not null,
  member_id       uuid not null,
  year            smallint not null,
  alliance_id     uuid not null,
  amount_dong     bigint not null constraint due_is_money check (amount_dong >= 0),
  paid_on         date not null,
  paper_no        text not null default '',
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  primary key (organisation_id, member_id, year),
  foreign key (organisation_id, member_id) references membership.member (organisation_id, id),
  constraint due_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade
);
comment on table membership.due is '@dist by organisation_id. What a member paid for a year; a mended line overwrites, the record of acts keeps both.';
create index due_by_alliance on membership.due (alliance_id);
grant select, insert, update on membership.due to hopluc_app;

-- Value chains (REG-14): what an organisation does in one, with whom, and what proves it.
create schema chains;
grant usage on schema chains to hopluc_app;

create table chains.chain (
  id          uuid primary key,
  alliance_id uuid not null references organisations.alliance,
  name        text not null constraint chain_has_a_name check (name <> ''),
  product     text not null,
  created_at  timestamptz not null,
  created_by  text not null,
  constraint chain_is_named_once unique (alliance_id, name)
);
comment on table chains.chain is '@dist reference. A value chain as an alliance keeps it.';
grant select, insert on chains.chain to hopluc_app;

create table chains.link (
  organisation_id uuid not null,
  id              uuid not null,
  alliance_id     uuid not null,
  chain_id        uuid not null references chains.chain,
  stage           text not null constraint stage_is_known
    check (stage in ('input', 'production', 'preparation', 'processing', 'sale')),
  partner         text not null,
  contract_no     text not null,
  attachment_id   uuid,
  volume          numeric,
  volume_unit     text not null,
  began_on        date not null,
  ended_on        date,
  created_at      timestamptz not null,
  created_by      text not null,
  primary key (organisation_id, id),
  constraint link_organisation_fkey foreign key (organisation_id, alliance_id)
    references register.organisation (id, alliance_id) on update cascade,
  constraint link_document_fkey foreign key (organisation_id, attachment_id)
    references register.attachment (organisation_id, id),
  constraint link_ends_after_it_began check (ended_on is null or ended_on >= began_on)
);
comment on table chains.link is '@dist by organisation_id. What an organisation does in a chain, from its first to its last day.';
comment on column chains.link.ended_on is 'the last day, included';
create index link_by_chain on chains.link (chain_id);
create index link_by_alliance on chains.link (alliance_id);
create index link_by_document on chains.link (organisation_id, attachment_id);
grant select, insert, update (ended_on) on chains.link to hopluc_app;

do $$
declare
  name text;
begin
  foreach name in array array['register.attachment', 'register.remark', 'membership.application', 'membership.application_act',
                              'membership.member', 'membership.member_act', 'membership.due', 'chains.chain',
                              'chains.link'] loop
    execute format('alter table %s enable row level security', name);
    execute format('create policy within_reach on %s to hopluc_app
      using ((select platform.reaches_all()) or alliance_id = any ((select platform.own_alliances())::uuid[]))', name);
  end loop;
end $$;
