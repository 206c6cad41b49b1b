-- Clusters, alliances, terms of the head and deputy unit, people and their positions; all over time.
create schema organisations;
grant usage on schema organisations to hopluc_app;

create table organisations.alliance (
  id         uuid primary key,
  code       text not null constraint alliance_code_is_unique unique,
  founded_on date,
  closed_on  date
);
comment on table organisations.alliance is '@dist reference. A provincial cooperative alliance; its names and seats are versions.';
grant select, insert, update on organisations.alliance to hopluc_app;

create table organisations.alliance_version (
  alliance_id     uuid not null references organisations.alliance,
  name            text not null,
  short_name      text not null,
  province_name   text not null,
  province_code   text not null,
  parent_body     text not null,
  address         text not null default '',
  phone           text not null default '',
  email           text not null default '',
  geographic_rank smallint not null,
  valid_from      date not null,
  valid_until     date,
  primary key (alliance_id, valid_from),
  constraint versions_of_an_alliance_do_not_overlap
    exclude using gist (alliance_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table organisations.alliance_version is '@dist reference. Name, province, seat and north-south rank of an alliance in a span of time.';
grant select, insert, update on organisations.alliance_version to hopluc_app;

create table organisations.cluster (
  id   uuid primary key,
  code text not null constraint cluster_code_is_unique unique
);
comment on table organisations.cluster is '@dist reference. An emulation cluster of alliances.';
grant select, insert on organisations.cluster to hopluc_app;

create table organisations.cluster_version (
  cluster_id  uuid not null references organisations.cluster,
  name        text not null,
  short_name  text not null,
  valid_from  date not null,
  valid_until date,
  primary key (cluster_id, valid_from),
  constraint versions_of_a_cluster_do_not_overlap
    exclude using gist (cluster_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table organisations.cluster_version is '@dist reference. What a cluster is called; "06 tỉnh" is text here, the count is computed.';
grant select, insert, update on organisations.cluster_version to hopluc_app;

create table organisations.cluster_membership (
  cluster_id  uuid not null references organisations.cluster,
  alliance_id uuid not null references organisations.alliance,
  valid_from  date not null,
  valid_until date,
  primary key (alliance_id, valid_from),
  constraint alliance_is_in_one_cluster_at_a_time
    exclude using gist (alliance_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table organisations.cluster_membership is '@dist reference. Which alliance belongs to which cluster, from when until when.';
create index cluster_membership_by_cluster on organisations.cluster_membership (cluster_id);
grant select, insert, update on organisations.cluster_membership to hopluc_app;

create table organisations.person (
  id         uuid primary key,
  full_name  text not null,
  honorific  text not null,
  source     text not null
);
comment on table organisations.person is '@dist reference. A person in a public office.';
grant select, insert, update on organisations.person to hopluc_app;

create table organisations.position (
  id             uuid primary key,
  alliance_id    uuid not null references organisations.alliance,
  person_id      uuid references organisations.person,
  title          text not null,
  protocol_rank  smallint not null,
  is_single_seat boolean not null,
  valid_from     date not null,
  valid_until    date
);
comment on table organisations.position is '@dist reference. An office and its holder (none: known by title only) in protocol order.';
create index position_by_alliance on organisations.position (alliance_id, valid_from);
create index position_by_person on organisations.position (person_id);
grant select, insert, update on organisations.position to hopluc_app;

create table organisations.cluster_office (
  id          uuid primary key,
  cluster_id  uuid not null references organisations.cluster,
  office      text not null constraint cluster_office_is_known check (office in ('head', 'deputy')),
  alliance_id uuid not null references organisations.alliance,
  person_id   uuid references organisations.person,
  valid_from  date not null,
  valid_until date,
  constraint cluster_term_ends_after_it_begins check (valid_until is null or valid_until > valid_from),
  constraint cluster_has_one_head_at_a_time
    exclude using gist (cluster_id with =, daterange(valid_from, valid_until) with &&) where (office = 'head')
);
comment on table organisations.cluster_office is '@dist reference. Head and deputy unit of a cluster with the person who represents it.';
create index cluster_office_by_cluster on organisations.cluster_office (cluster_id, valid_from);
create index cluster_office_by_alliance on organisations.cluster_office (alliance_id);
create index cluster_office_by_person on organisations.cluster_office (person_id);
grant select, insert, update on organisations.cluster_office to hopluc_app;
