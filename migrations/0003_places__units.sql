-- Administrative units as versions in time, and what became of them.
create schema places;
grant usage on schema places to hopluc_app;

create table places.unit (
  id            uuid primary key,
  uid           text not null constraint unit_uid_is_unique unique,
  level         smallint not null constraint unit_level_is_known check (level in (1, 2, 3)),
  code          text not null,
  full_name     text not null,
  kind          text not null,
  name          text not null,
  search_key    text not null,
  parent_code   text,
  province_code text not null,
  start_basis   text not null,
  valid_from    date not null,
  valid_until   date,
  constraint versions_of_a_unit_code_do_not_overlap
    exclude using gist (level with =, code with =, daterange(valid_from, valid_until) with &&)
);
comment on table places.unit is '@dist reference. One version of a province, district or commune (level 1, 2, 3); valid_until excluded.';
create index unit_by_parent on places.unit (parent_code, valid_from);
create index unit_by_province_and_key on places.unit (province_code, level, search_key);
grant select on places.unit to hopluc_app;

create table places.unit_change (
  id           text primary key,
  effective_on date not null,
  level        smallint not null,
  old_unit_id  uuid references places.unit,
  new_unit_id  uuid references places.unit,
  change_type  text not null,
  share        text not null,
  resolution   text not null,
  basis        text not null,
  note         text not null
);
comment on table places.unit_change is '@dist reference. One pair of an old version and a new one; no new one: the successor is not recorded.';
create index unit_change_by_old on places.unit_change (old_unit_id);
create index unit_change_by_new on places.unit_change (new_unit_id);
grant select on places.unit_change to hopluc_app;

create table places.name_variant (
  unit_code      text not null,
  other_spelling text not null,
  seen_in        text not null,
  primary key (unit_code, other_spelling)
);
comment on table places.name_variant is '@dist reference. Spellings of a unit other than the one in the units list.';
grant select on places.name_variant to hopluc_app;
