-- Second factors: one-time codes, passkeys, recovery codes; a session knows how far its person has proved themselves.
create table platform.totp_factor (
  id            uuid primary key,
  account_id    uuid not null references platform.account,
  name          text not null,
  secret_sealed text not null,
  last_step     integer not null,
  last_used_at  timestamptz not null,
  created_at    timestamptz not null,
  created_by    text not null
);
comment on table platform.totp_factor is '@dist local. Apps that show one-time codes. The secret is sealed with a key of the installation; last_step is the newest code taken, so that none is taken twice.';
create index totp_factor_by_account on platform.totp_factor (account_id);
grant select, insert, delete, update (last_step, last_used_at) on platform.totp_factor to hopluc_app;

create table platform.passkey (
  id            uuid primary key,
  account_id    uuid not null references platform.account,
  name          text not null,
  credential    text not null constraint passkey_is_registered_once unique,
  public_key    bytea not null,
  sign_count    bigint not null,
  transports    text not null,
  last_used_at  timestamptz not null,
  created_at    timestamptz not null,
  created_by    text not null
);
comment on table platform.passkey is '@dist local. Public halves of passkeys; transports are parted by spaces.';
create index passkey_by_account on platform.passkey (account_id);
grant select, insert, delete, update (sign_count, last_used_at) on platform.passkey to hopluc_app;

create table platform.recovery_code (
  code_hash  text primary key,
  account_id uuid not null references platform.account,
  created_at timestamptz not null
);
comment on table platform.recovery_code is '@dist local. Codes for whoever lost the second factor: keyed hashes; a code that was used is removed.';
create index recovery_code_by_account on platform.recovery_code (account_id);
grant select, insert, delete on platform.recovery_code to hopluc_app;

create table platform.spent_challenge (
  challenge_hash text primary key,
  spent_at       timestamptz not null
);
comment on table platform.spent_challenge is '@dist local. Challenges of passkeys that were answered: none is taken twice. Swept once they would be too old anyway. Open to all: hashes of random numbers that belong to nobody.';
create index spent_challenge_by_time on platform.spent_challenge (spent_at);
grant select, insert, delete on platform.spent_challenge to hopluc_app;

-- Sessions of before have proved a password.
alter table platform.session
  add column id         uuid not null default gen_random_uuid() constraint session_id_is_unique unique,
  add column method     text not null default 'password' constraint session_method_is_known
    check (method in ('password', 'password+totp', 'password+passkey', 'passkey', 'recovery', 'oidc')),
  add column has_factor boolean not null default false,
  add column proven_at  timestamptz not null default now();
alter table platform.session
  alter column id drop default, alter column method drop default, alter column has_factor drop default,
  alter column proven_at drop default;
comment on column platform.session.has_factor is 'a second factor was proved, here or by the OpenID provider';
comment on column platform.session.proven_at is 'when the person last proved who they are: by the second factor, or by the password where there is none';

-- A failure that a right password followed does not count towards the limit any more, yet its owner may see it.
alter table platform.sign_in_attempt add column is_forgiven boolean not null default false;
grant update (is_forgiven) on platform.sign_in_attempt to hopluc_app;

-- Everybody their own; the door, where nobody is known yet, and administrators all.
do $$
declare
  name text;
begin
  foreach name in array array['totp_factor', 'passkey', 'recovery_code'] loop
    execute format('alter table platform.%I enable row level security', name);
    execute format('create policy own_or_all on platform.%I to hopluc_app
      using ((select platform.reaches_all()) or account_id = (select platform.acting_account()))', name);
  end loop;
end $$;
