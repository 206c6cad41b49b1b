-- On which days the list of units changed, and what every unit is under the borders of every such day.
create table places.edition (
  valid_from  date primary key,
  valid_until date,
  provinces   integer not null,
  districts   integer not null,
  communes    integer not null,
  constraint one_edition_holds_on_a_day exclude using gist (daterange(valid_from, valid_until) with &&)
);
comment on table places.edition is '@dist reference. A stretch of days on which the list of units stays the same. Open to all: published lists of places.';
grant select, insert, update, delete on places.edition to hopluc_app;

create table places.equivalence (
  unit_id       uuid not null references places.unit,
  since_on      date not null,
  edition_on    date not null references places.edition on delete cascade,
  target_id     uuid references places.unit,
  province_code text,
  basis         text not null constraint basis_of_an_equivalence_is_known
    check (basis in ('same', 'merged', 'apportioned', 'unrecorded')),
  weighed_by    text not null constraint weight_of_an_equivalence_is_known
    check (weighed_by in ('none', 'recorded', 'population', 'area', 'equal', 'parts')),
  is_estimate   boolean not null,
  numerator     numeric not null,
  denominator   numeric not null,
  constraint share_is_a_fraction_of_one check (numerator > 0 and numerator <= denominator),
  constraint one_share_for_a_target unique nulls not distinct (unit_id, since_on, edition_on, target_id)
);
comment on table places.equivalence is '@dist reference. What a unit of one day is under the borders of another, in shares that add up to one. Open to all: published lists of places.';
comment on column places.equivalence.since_on is 'first day from which the unit has this extent: a commune that takes in another keeps its version and grows';
comment on column places.equivalence.target_id is 'null: which unit it became, or came from, is not recorded; it stays in its province';
comment on column places.equivalence.province_code is 'of the province on the day of the edition; null when even that is not recorded';
create index equivalence_by_target on places.equivalence (target_id, edition_on);
create index equivalence_by_edition on places.equivalence (edition_on, unit_id);
grant select, insert, delete on places.equivalence to hopluc_app;

create table places.unit_measure (
  unit_id    uuid primary key references places.unit,
  area_km2   numeric,
  population integer
);
comment on table places.unit_measure is '@dist reference. Area and population as published elsewhere: weights for shares, no official figures. Open to all: published lists of places.';
grant select, insert, update, delete on places.unit_measure to hopluc_app;

-- A newer list is loaded by an act of an administrator, on the connection of the application.
grant insert, update on places.unit to hopluc_app;
grant insert, update, delete on places.unit_change to hopluc_app;
grant insert, delete on places.name_variant to hopluc_app;
