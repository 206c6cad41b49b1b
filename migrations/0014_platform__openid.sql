-- Signing in through an OpenID provider of the province: which of its people are which accounts, and sign-ins under way.
create table platform.external_identity (
  issuer     text not null,
  subject    text not null,
  account_id uuid not null references platform.account,
  created_at timestamptz not null,
  created_by text not null,
  constraint identity_belongs_to_one_account primary key (issuer, subject),
  constraint account_has_one_identity_at_a_provider unique (account_id, issuer)
);
comment on table platform.external_identity is '@dist local. Who at an OpenID provider is which account. Made by administrators, or from what they said they await; never by the provider.';
grant select, insert, delete on platform.external_identity to hopluc_app;

create table platform.awaited_identity (
  issuer     text not null,
  email      text not null,
  account_id uuid not null references platform.account,
  created_at timestamptz not null,
  created_by text not null,
  constraint email_awaits_one_account primary key (issuer, email),
  constraint account_awaits_one_email_at_a_provider unique (account_id, issuer)
);
comment on table platform.awaited_identity is '@dist local. Verified e-mail addresses whose owner, at the first sign-in through the provider, is linked to the account; the row is then removed.';
grant select, insert, delete on platform.awaited_identity to hopluc_app;

create table platform.oidc_attempt (
  state_hash   text primary key,
  browser_hash text not null,
  issuer       text not null,
  redirect_uri text not null,
  nonce        text not null,
  verifier     text not null,
  way_back     text not null,
  expires_at   timestamptz not null
);
comment on table platform.oidc_attempt is '@dist local. Sign-ins that wait for the answer of the OpenID provider, for ten minutes; each row serves once, and only the browser that began.';
comment on column platform.oidc_attempt.verifier is 'of no use without the provider''s answer, which only the browser brings';
create index oidc_attempt_by_end on platform.oidc_attempt (expires_at);
grant select, insert, delete on platform.oidc_attempt to hopluc_app;

alter table platform.external_identity enable row level security;
create policy own_or_all on platform.external_identity to hopluc_app
  using ((select platform.reaches_all()) or account_id = (select platform.acting_account()));
alter table platform.awaited_identity enable row level security;
create policy own_or_all on platform.awaited_identity to hopluc_app
  using ((select platform.reaches_all()) or account_id = (select platform.acting_account()));
alter table platform.oidc_attempt enable row level security;
create policy door_alone on platform.oidc_attempt to hopluc_app using ((select platform.reaches_all()));
