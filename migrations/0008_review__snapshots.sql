-- The locked review: snapshot and papers that no role of the application can change, and the text before the lock.
create schema review;
grant usage on schema review to hopluc_app;

create table review.section (
  data_call_id uuid not null references reporting.data_call,
  code         text not null,
  body         text not null,
  printed      text not null,
  version      integer not null,
  edited_at    timestamptz not null,
  edited_by    text not null,
  primary key (data_call_id, code)
);
comment on table review.section is '@dist local. A section of the report as edited; without a row the section stands as in its template.';
comment on column review.section.printed is 'how the section read when a person last saved or looked through it: what reads otherwise now has changed with the data';
grant select, insert, update on review.section to hopluc_app;

create table review.snapshot (
  id            uuid primary key,
  data_call_id  uuid not null references reporting.data_call,
  version       integer not null,
  sha256        text not null constraint snapshot_hash_is_unique unique,
  body          text not null,
  reason        text not null default '',
  locked_at     timestamptz not null,
  locked_by     text not null,
  constraint snapshot_versions_count_up unique (data_call_id, version)
);
comment on table review.snapshot is '@dist reference. Figures, definitions, geography, rules and text at the lock, as canonical JSON with its SHA-256.';
grant select, insert on review.snapshot to hopluc_app;

create table review.restatement (
  data_call_id uuid not null references reporting.data_call,
  version      integer not null,
  reason       text not null constraint restatement_says_why check (reason <> ''),
  opened_at    timestamptz not null,
  opened_by    text not null,
  primary key (data_call_id, version)
);
comment on table review.restatement is '@dist reference. Why a locked review was opened again, and which version that will become; append-only.';
grant select, insert on review.restatement to hopluc_app;

create table review.paper (
  snapshot_id uuid not null references review.snapshot,
  name        text not null,
  media_type  text not null,
  sha256      text not null,
  bytes       bytea not null,
  created_at  timestamptz not null,
  primary key (snapshot_id, name)
);
comment on table review.paper is '@dist reference. The report and tables made from a snapshot, byte for byte.';
create index paper_by_hash on review.paper (sha256);
grant select, insert on review.paper to hopluc_app;

create function review.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a locked review is never changed' using errcode = 'insufficient_privilege', constraint = 'locked_review_is_never_changed';
end $$;
create trigger snapshot_is_never_changed before update or delete on review.snapshot
  for each row execute function review.refuse_change();
create trigger snapshot_is_never_emptied before truncate on review.snapshot
  for each statement execute function review.refuse_change();
create trigger restatement_is_never_changed before update or delete on review.restatement
  for each row execute function review.refuse_change();
create trigger restatement_is_never_emptied before truncate on review.restatement
  for each statement execute function review.refuse_change();
create trigger paper_is_never_changed before update or delete on review.paper
  for each row execute function review.refuse_change();
create trigger paper_is_never_emptied before truncate on review.paper
  for each statement execute function review.refuse_change();
