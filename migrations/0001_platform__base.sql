-- Accounts, sessions, the append-only record of acts and the settings of this installation.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create schema platform;
grant usage on schema platform to hopluc_app;

create table platform.account (
  id            uuid primary key,
  login         text not null constraint account_login_is_unique unique,
  display_name  text not null,
  password_hash text not null,
  is_demo       boolean not null default false,
  created_at    timestamptz not null,
  created_by    text not null,
  closed_at     timestamptz,
  closed_by     text
);
comment on table platform.account is '@dist reference. A person who signs in.';
grant select, insert, update on platform.account to hopluc_app;

create table platform.account_grant (
  account_id  uuid not null references platform.account,
  role        text not null constraint grant_role_is_known
    check (role in ('admin', 'secretary', 'leader', 'officer', 'editor', 'inspector')),
  scope       text not null constraint grant_scope_is_known
    check (scope = 'system' or scope like 'cluster:%' or scope like 'alliance:%'),
  valid_from  date not null,
  valid_until date,
  primary key (account_id, role, scope, valid_from)
);
comment on table platform.account_grant is '@dist reference. What a person may do, where, from when until when (until excluded).';
grant select, insert, update on platform.account_grant to hopluc_app;

create table platform.session (
  token_hash   text primary key,
  account_id   uuid not null references platform.account,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  user_agent   text not null
);
comment on table platform.session is '@dist local. Signed-in browsers; only the hash of the token is kept.';
create index session_by_account on platform.session (account_id);
grant select, insert, update, delete on platform.session to hopluc_app;

create table platform.sign_in_attempt (
  id           uuid primary key,
  subject_hash text not null,
  attempted_at timestamptz not null,
  succeeded    boolean not null
);
comment on table platform.sign_in_attempt is '@dist local. For the rate limit, which thus survives a restart; subjects are hashed.';
create index sign_in_attempt_by_subject on platform.sign_in_attempt (subject_hash, attempted_at);
grant select, insert, delete on platform.sign_in_attempt to hopluc_app;

create table platform.event (
  id         uuid primary key,
  kind       text not null,
  subject_id text not null,
  facts      jsonb not null,
  created_at timestamptz not null,
  created_by text not null
);
comment on table platform.event is '@dist local. Append-only record of acts: who did what to which subject, when.';
create index event_by_subject on platform.event (subject_id, created_at);
grant select, insert on platform.event to hopluc_app;

create table platform.setting (
  key        text primary key,
  value      jsonb not null,
  updated_at timestamptz not null,
  updated_by text not null
);
comment on table platform.setting is '@dist reference. Identity of the site, the demonstration mark and the like.';
grant select, insert, update on platform.setting to hopluc_app;
