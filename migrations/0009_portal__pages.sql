-- What the public reads: articles with figures bound to a snapshot, announcements, documents, the visit counter.
create schema portal;
grant usage on schema portal to hopluc_app;

create table portal.article (
  id            uuid primary key,
  slug          text not null constraint article_slug_is_unique unique,
  state         text not null constraint article_state_is_known
    check (state in ('draft', 'awaiting-approval', 'published', 'retracted')),
  section       text not null,
  title         text not null,
  source_line   text not null,
  lead          text not null,
  blocks        jsonb not null,
  pen_name      text not null,
  snapshot_id   uuid references review.snapshot,
  is_demo       boolean not null default false,
  published_at  timestamptz,
  updated_at    timestamptz not null,
  updated_by    text not null,
  created_at    timestamptz not null,
  created_by    text not null
);
comment on table portal.article is '@dist reference. A news page; its figure chips are resolved against its snapshot only.';
create index article_newest on portal.article (published_at desc) where state = 'published';
create index article_by_snapshot on portal.article (snapshot_id);
grant select, insert, update on portal.article to hopluc_app;

create table portal.correction (
  id         uuid primary key,
  article_id uuid not null references portal.article,
  note       text not null,
  created_at timestamptz not null,
  created_by text not null
);
comment on table portal.correction is '@dist reference. What was changed after publication, shown under the article.';
create index correction_by_article on portal.correction (article_id);
grant select, insert on portal.correction to hopluc_app;

create table portal.announcement (
  id          uuid primary key,
  slug        text not null constraint announcement_slug_is_unique unique,
  title       text not null,
  body        text not null,
  is_pinned   boolean not null default false,
  is_demo     boolean not null default false,
  valid_from  date not null,
  valid_until date,
  created_at  timestamptz not null,
  created_by  text not null,
  constraint announcement_ends_after_it_begins check (valid_until is null or valid_until > valid_from)
);
comment on table portal.announcement is '@dist reference. A notice; valid_until is the first day on which it is no longer shown.';
create index announcement_newest on portal.announcement (valid_from desc);
grant select, insert, update on portal.announcement to hopluc_app;

create table portal.visit_day (
  day    date primary key,
  visits bigint not null
);
comment on table portal.visit_day is '@dist local. Visits a day, counted on the server without cookies.';
grant select, insert, update on portal.visit_day to hopluc_app;

create table portal.visit_salt (
  day  date primary key,
  salt text not null
);
comment on table portal.visit_salt is '@dist local. The salt of one day''s visitor hashes; forgotten when the day is over, so that no hash can be traced.';
grant select, insert, delete on portal.visit_salt to hopluc_app;

create table portal.visit_seen (
  visitor_hash text primary key,
  seen_at      timestamptz not null
);
comment on table portal.visit_seen is '@dist local. Salted hashes of the last 24 hours, so that a reload within 30 minutes counts once.';
create index visit_seen_by_time on portal.visit_seen (seen_at);
grant select, insert, update, delete on portal.visit_seen to hopluc_app;
