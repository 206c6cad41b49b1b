-- Legal instruments and dated values: formulas are code, numbers are rows.
create schema legal;
grant usage on schema legal to hopluc_app;

create table legal.instrument (
  number         text primary key,
  title          text not null,
  kind           text not null,
  issued_on      date,
  in_force_from  date,
  in_force_until date,
  replaced_by    text,
  certainty      text not null,
  verified       boolean not null default false
);
comment on table legal.instrument is '@dist reference. Law, decree, circular, decision: number, title, when in force, by what replaced.';
grant select, insert, update on legal.instrument to hopluc_app;

create table legal.rule_value (
  id          uuid primary key,
  key         text not null,
  value       jsonb not null,
  unit        text not null,
  citation    text not null,
  certainty   text not null,
  verified    boolean not null default false,
  note        text not null default '',
  valid_from  date not null,
  valid_until date,
  constraint rule_value_is_dated_forward check (valid_until is null or valid_until > valid_from),
  constraint rule_values_of_a_key_do_not_overlap exclude using gist (key with =, daterange(valid_from, valid_until) with &&)
);
comment on table legal.rule_value is '@dist reference. A dated number or list that law or the office sets (thresholds, counted statuses).';
grant select, insert, update on legal.rule_value to hopluc_app;
