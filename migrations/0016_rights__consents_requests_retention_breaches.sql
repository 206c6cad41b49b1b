-- The rights of the people whose data the house holds: consents, their requests, holds, how long data are kept, breaches.
create schema rights;
grant usage on schema rights to hopluc_app;

create table rights.consent_text (
  id          uuid primary key,
  purpose     text not null,
  version     smallint not null,
  title       text not null,
  what        text not null,
  why         text not null,
  who         text not null,
  how_long    text not null,
  your_rights text not null,
  withdrawing text not null,
  if_refused  text not null,
  valid_from  date not null,
  valid_until date,
  constraint consent_text_has_one_row_a_version unique (purpose, version),
  constraint consent_text_is_dated_forward check (valid_until is null or valid_until > valid_from),
  constraint texts_of_a_purpose_do_not_overlap exclude using gist (purpose with =, daterange(valid_from, valid_until) with &&)
);
comment on table rights.consent_text is '@dist reference. What a person is told before agreeing: one purpose each, by version. Open to all: it is read before signing.';
grant select, insert, update on rights.consent_text to hopluc_app;

create table rights.consent (
  id                uuid primary key,
  text_id           uuid not null references rights.consent_text,
  purpose           text not null,
  alliance_id       uuid not null references organisations.alliance,
  organisation_id   uuid not null,
  person_role       text not null constraint consent_is_of_a_known_role check (person_role in ('representative', 'accountant', 'other')),
  person_name       text not null,
  given_on          date not null,
  channel           text not null constraint consent_channel_is_known check (channel in ('paper', 'in-person', 'e-mail', 'web')),
  given_at          timestamptz not null,
  given_by          text not null,
  withdrawn_on      date,
  withdrawn_channel text constraint withdrawal_channel_is_known check (withdrawn_channel in ('paper', 'in-person', 'e-mail', 'web')),
  withdrawn_at      timestamptz,
  withdrawn_by      text,
  erased_at         timestamptz,
  erased_by         text,
  constraint consent_is_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_channel, withdrawn_at, withdrawn_by) in (0, 4))
);
comment on table rights.consent is '@dist local. Who agreed to which version of which text, when, how, entered by whom; and when it was withdrawn.';
create index consent_by_text on rights.consent (text_id);
create index consent_by_alliance on rights.consent (alliance_id, given_at desc);
create index consent_by_organisation on rights.consent (organisation_id);
create unique index consent_is_given_once on rights.consent (organisation_id, purpose, person_role, person_name) where withdrawn_at is null;
grant select, insert, update on rights.consent to hopluc_app;

create table rights.hold (
  id              uuid primary key,
  alliance_id     uuid not null references organisations.alliance,
  organisation_id uuid not null,
  kind            text not null constraint hold_kind_is_known check (kind in ('award', 'loan', 'inspection', 'dispute')),
  reason          text not null,
  ground          text not null,
  placed_at       timestamptz not null,
  placed_by       text not null,
  lifted_at       timestamptz,
  lifted_by       text
);
comment on table rights.hold is '@dist local. Why the data about an organisation''s people may not be removed for now: a decision, a loan, an inspection.';
create index hold_by_alliance on rights.hold (alliance_id);
create index hold_in_force on rights.hold (organisation_id) where lifted_at is null;
grant select, insert, update on rights.hold to hopluc_app;

create table rights.request (
  id              uuid primary key,
  code            text not null constraint request_code_is_unique unique,
  kind            text not null constraint request_kind_is_known check (kind in ('view', 'correct', 'restrict', 'delete', 'object', 'copy')),
  alliance_id     uuid references organisations.alliance,
  organisation_id uuid,
  wish            text not null,
  requester_name  text not null,
  contact         text not null,
  contact_text_id uuid references rights.consent_text,
  received_at     timestamptz not null,
  closed_at       timestamptz,
  closed_by       text,
  outcome         text constraint request_outcome_is_known check (outcome in ('whole', 'part', 'refused')),
  erased_at       timestamptz,
  erased_by       text,
  constraint contact_is_kept_with_consent_only check (contact = '' or contact_text_id is not null),
  constraint request_is_closed_with_an_outcome check (num_nulls(closed_at, closed_by, outcome) in (0, 3))
);
comment on table rights.request is '@dist local. What a person asks of their data. Name, contact and wish stand here and nowhere else, so that they can be erased.';
create index request_by_alliance on rights.request (alliance_id, received_at desc);
create index request_by_time on rights.request (received_at desc);
create index request_by_contact_text on rights.request (contact_text_id);
grant select, insert, update on rights.request to hopluc_app;

create table rights.request_act (
  id         uuid primary key,
  request_id uuid not null references rights.request,
  act        text not null constraint request_act_is_known
    check (act in ('acknowledge', 'ask-identity', 'prove-identity', 'extend', 'answer', 'answer-in-part', 'refuse', 'withdraw-contact')),
  note       text not null,
  ground     text not null,
  sequence   bigint generated always as identity,
  acted_at   timestamptz not null,
  acted_by   text not null
);
comment on table rights.request_act is '@dist local. What was done with a request, in order; its notes are erased with the request''s personal words.';
create index request_act_by_request on rights.request_act (request_id, sequence);
grant select, insert on rights.request_act to hopluc_app;
grant update (note) on rights.request_act to hopluc_app;

create table rights.request_salt (
  day  date primary key,
  salt text not null
);
comment on table rights.request_salt is '@dist local. The salt of one day''s hashes of senders; forgotten when the day is over. Open to all: the sender of a form has no account.';
grant select, insert, delete on rights.request_salt to hopluc_app;

create table rights.request_attempt (
  id           uuid primary key,
  sender_hash  text not null,
  attempted_at timestamptz not null
);
comment on table rights.request_attempt is '@dist local. Salted hashes of senders of the last day, so that the limit survives a restart. Open to all: the sender of a form has no account.';
create index request_attempt_by_sender on rights.request_attempt (sender_hash, attempted_at);
create index request_attempt_by_time on rights.request_attempt (attempted_at);
grant select, insert, delete on rights.request_attempt to hopluc_app;

create table rights.retention_rule (
  code        text not null,
  what        text not null,
  after_what  text not null,
  keep        integer not null constraint retention_is_positive check (keep > 0),
  keep_unit   text not null constraint retention_unit_is_known check (keep_unit in ('hour', 'day', 'month')),
  ground      text not null,
  certainty   text not null,
  verified    boolean not null default false,
  valid_from  date not null,
  valid_until date,
  primary key (code, valid_from),
  constraint retention_rules_of_a_code_do_not_overlap exclude using gist (code with =, daterange(valid_from, valid_until) with &&)
);
comment on table rights.retention_rule is '@dist reference. How long which data are kept after what, on what ground, from when until when. Open to all: rules hold no personal data.';
grant select, insert, update on rights.retention_rule to hopluc_app;

create table rights.retention_run (
  id      uuid primary key,
  number  text not null constraint retention_run_number_is_unique unique,
  sheet   jsonb not null,
  sha256  text not null,
  ran_at  timestamptz not null,
  ran_by  text not null
);
comment on table rights.retention_run is '@dist local. Append-only certificates of deletion: what went by which rule, what a hold kept, without personal data.';
grant select, insert on rights.retention_run to hopluc_app;

create table rights.deletion (
  id         uuid primary key,
  code       text not null,
  subject_id text not null,
  run_id     uuid references rights.retention_run,
  deleted_at timestamptz not null,
  deleted_by text not null,
  constraint subject_is_deleted_once unique (code, subject_id)
);
comment on table rights.deletion is '@dist local. Append-only ledger of what was erased, by id, so that a restored backup erases it again.';
create index deletion_by_run on rights.deletion (run_id);
grant select, insert on rights.deletion to hopluc_app;

create table rights.incident (
  id           uuid primary key,
  number       text not null constraint incident_number_is_unique unique,
  alliance_id  uuid references organisations.alliance,
  is_drill     boolean not null,
  title        text not null,
  detected_at  timestamptz not null,
  data_kinds   text not null,
  people_count integer constraint people_are_counted_up check (people_count >= 0),
  harm         text not null,
  measures     text not null,
  cause        text not null,
  lesson       text not null,
  created_at   timestamptz not null,
  created_by   text not null,
  closed_at    timestamptz,
  closed_by    text,
  constraint incident_is_closed_with_cause_and_lesson check (closed_at is null or (cause <> '' and lesson <> ''))
);
comment on table rights.incident is '@dist local. A breach of personal data, or a drill of one: its facts as now known, from which the notices are filled.';
create index incident_by_alliance on rights.incident (alliance_id, detected_at desc);
grant select, insert, update on rights.incident to hopluc_app;

create table rights.incident_step (
  id          uuid primary key,
  incident_id uuid not null references rights.incident,
  phase       text not null constraint incident_phase_is_known
    check (phase in ('detect', 'contain', 'assess', 'notify-authority', 'notify-people', 'learn')),
  note        text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);
comment on table rights.incident_step is '@dist local. Append-only timeline of an incident: which step, what was done, when, entered when and by whom.';
create index incident_step_by_incident on rights.incident_step (incident_id, happened_at);
grant select, insert on rights.incident_step to hopluc_app;

-- Whose rows these are: the alliance's own people and whoever reaches everything; what has no alliance is the latter's alone.
alter table rights.consent       enable row level security;
alter table rights.hold          enable row level security;
alter table rights.request       enable row level security;
alter table rights.request_act   enable row level security;
alter table rights.retention_run enable row level security;
alter table rights.deletion      enable row level security;
alter table rights.incident      enable row level security;
alter table rights.incident_step enable row level security;
create policy own on rights.consent to hopluc_app
  using ((select platform.reaches_all()) or alliance_id = any((select platform.own_alliances())::uuid[]));
create policy own on rights.hold to hopluc_app
  using ((select platform.reaches_all()) or alliance_id = any((select platform.own_alliances())::uuid[]));
create policy own on rights.request to hopluc_app
  using ((select platform.reaches_all()) or alliance_id = any((select platform.own_alliances())::uuid[]));
create policy own on rights.request_act to hopluc_app
  using ((select platform.reaches_all()) or exists (select from rights.request request where request.id = request_id));
create policy all_only on rights.retention_run to hopluc_app using ((select platform.reaches_all()));
create policy all_only on rights.deletion to hopluc_app using ((select platform.reaches_all()));
create policy own on rights.incident to hopluc_app
  using ((select platform.reaches_all()) or alliance_id = any((select platform.own_alliances())::uuid[]));
create policy own on rights.incident_step to hopluc_app
  using ((select platform.reaches_all()) or exists (select from rights.incident incident where incident.id = incident_id));
