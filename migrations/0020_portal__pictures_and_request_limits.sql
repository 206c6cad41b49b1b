-- Cover pictures of news, made anew from what was uploaded; and how often somebody asked for what is costly to answer.
create table portal.picture (
  id             uuid primary key,
  article_id     uuid not null references portal.article,
  alt            text not null constraint picture_is_described check (length(trim(alt)) > 0),
  credit         text not null constraint picture_names_its_source check (length(trim(credit)) > 0),
  large_sha256   text not null,
  large_width    integer not null,
  large_height   integer not null,
  small_sha256   text not null,
  small_width    integer not null,
  small_height   integer not null,
  created_at     timestamptz not null,
  created_by     text not null,
  removed_at     timestamptz,
  removed_by     text
);
comment on table portal.picture is '@dist reference. The cover picture of an article in two sizes; a removed one stays as a row and is served no more.';
create unique index article_has_one_picture on portal.picture (article_id) where removed_at is null;
create index picture_by_article on portal.picture (article_id);
create index picture_by_large on portal.picture (large_sha256);
create index picture_by_small on portal.picture (small_sha256);
grant select, insert, update on portal.picture to hopluc_app;
alter table portal.picture enable row level security;
create policy shown_or_office on portal.picture for select to hopluc_app
  using (removed_at is null or (select platform.is_office()));
create policy written_by_offices on portal.picture for insert to hopluc_app with check ((select platform.is_office()));
create policy changed_by_offices on portal.picture for update to hopluc_app using ((select platform.is_office()));

create table platform.request_count (
  subject_hash text not null,
  window_began_at timestamptz not null,
  requests     integer not null,
  primary key (subject_hash, window_began_at)
);
comment on table platform.request_count is '@dist local. Costly requests of one account or address in one window of time, so that the limit holds for all processes and after a restart. Open to all: keyed hashes that lead to nobody.';
create index request_count_by_time on platform.request_count (window_began_at);
grant select, insert, update, delete on platform.request_count to hopluc_app;
