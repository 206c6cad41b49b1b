-- Samples that inspectors keep, what they found item by item, what is to be mended, and what they conclude.
create schema inspection;
grant usage on schema inspection to hopluc_app;

create table inspection.sample (
  id               uuid primary key,
  population       text not null constraint sample_population_is_known check (population in ('to-chuc', 'lan-nhap')),
  alliance_code    text not null,
  strata           text not null,
  seed             text not null constraint sample_has_a_seed check (seed <> ''),
  size_wanted      integer not null,
  population_count integer not null,
  fingerprint      text not null,
  columns          jsonb not null,
  drawn_at         timestamptz not null,
  drawn_by         text not null,
  drawer_id        uuid references platform.account,
  conclusion       text not null default '',
  concluded_at     timestamptz,
  concluded_by     text,
  constraint conclusion_has_its_words check ((concluded_at is null) = (conclusion = ''))
);
comment on table inspection.sample is '@dist local. A sample as drawn, with all that is needed to draw it again, and what was concluded from it.';
comment on column inspection.sample.alliance_code is 'empty: every alliance within the reach of whoever drew';
comment on column inspection.sample.fingerprint is 'SHA-256 over the sorted ids of the population';
create index sample_by_drawer on inspection.sample (drawer_id);
create index sample_by_time on inspection.sample (drawn_at);
grant select, insert, update (conclusion, concluded_at, concluded_by) on inspection.sample to hopluc_app;

create table inspection.item (
  sample_id   uuid not null references inspection.sample,
  item_no     integer not null,
  element_id  uuid not null,
  alliance_id uuid not null references organisations.alliance,
  stratum     text not null,
  href        text not null,
  cells       jsonb not null,
  result      text constraint result_is_known check (result in ('right', 'wrong', 'unverifiable')),
  figure_name text not null default '',
  recorded    text not null default '',
  found       text not null default '',
  note        text not null default '',
  evidence    text not null default '',
  found_at    timestamptz,
  found_by    text,
  primary key (sample_id, item_no),
  constraint element_is_drawn_once unique (sample_id, element_id),
  constraint result_has_its_person_and_moment check ((result is null) = (found_at is null) and (found_at is null) = (found_by is null))
);
comment on table inspection.item is '@dist local. One element of a sample as it stood when drawn, and what the inspector found.';
create index item_by_alliance on inspection.item (alliance_id, sample_id);
grant select, insert, update (result, figure_name, recorded, found, note, evidence, found_at, found_by) on inspection.item to hopluc_app;

create table inspection.follow_up (
  sample_id   uuid not null,
  item_no     integer not null,
  alliance_id uuid not null references organisations.alliance,
  task        text not null constraint follow_up_says_what check (task <> ''),
  mended_by   text not null,
  due_on      date not null,
  state       text not null constraint follow_up_state_is_known check (state in ('open', 'done', 'verified')),
  asked_at    timestamptz not null,
  asked_by    text not null,
  answer      text not null default '',
  answered_at timestamptz,
  answered_by text,
  verified_at timestamptz,
  verified_by text,
  primary key (sample_id, item_no),
  foreign key (sample_id, item_no) references inspection.item,
  constraint done_means_answered check (state = 'open' or answered_at is not null),
  constraint verified_has_its_moment check ((state = 'verified') = (verified_at is not null))
);
comment on table inspection.follow_up is '@dist local. What a unit has to mend after a finding, by when, what it answered, and whether the inspector has seen to it.';
create index follow_up_by_alliance on inspection.follow_up (alliance_id, state, due_on);
grant select, insert, update on inspection.follow_up to hopluc_app;

-- An alliance's own, for whoever reaches it: its inspectors and its officers.
alter table inspection.item enable row level security;
create policy within_reach on inspection.item to hopluc_app
  using ((select platform.reaches_all()) or alliance_id = any ((select platform.own_alliances())::uuid[]));
alter table inspection.follow_up enable row level security;
create policy within_reach on inspection.follow_up to hopluc_app
  using ((select platform.reaches_all()) or alliance_id = any ((select platform.own_alliances())::uuid[]));
alter table inspection.sample enable row level security;
create policy seen_with_its_items on inspection.sample for select to hopluc_app
  using ((select platform.reaches_all()) or exists (select from inspection.item below where below.sample_id = id));
create policy drawn_in_ones_own_name on inspection.sample for insert to hopluc_app
  with check (drawer_id is not distinct from (select platform.acting_account()));
create policy concluded_by_who_reaches_it on inspection.sample for update to hopluc_app
  using ((select platform.reaches_all()) or exists (select from inspection.item below where below.sample_id = id));
