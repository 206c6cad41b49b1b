-- What runs by itself, and what was measured of the machine.
create table platform.job_run (
  id         uuid primary key,
  job        text not null,
  due_at     timestamptz not null,
  attempt    smallint not null constraint attempt_counts_from_one check (attempt >= 1),
  started_at timestamptz not null,
  ended_at   timestamptz,
  ended_by   text,
  outcome    text not null constraint job_outcome_is_known check (outcome in ('running', 'done', 'failed', 'cut-off')),
  sentence   text not null default '',
  constraint job_is_tried_once_per_attempt unique (job, due_at, attempt),
  constraint job_that_ended_says_when check ((outcome = 'running') = (ended_at is null) and (ended_at is null) = (ended_by is null))
);
comment on table platform.job_run is '@dist local. Each run of a job by the schedule: when it was due, how it ended, a sentence for people.';
create index job_run_by_job on platform.job_run (job, due_at desc, attempt desc);
grant select, insert, update, delete on platform.job_run to hopluc_app;

create table platform.health_sample (
  id                    uuid primary key,
  taken_at              timestamptz not null,
  database_bytes        bigint not null,
  answer_ms             numeric not null,
  disk_free_bytes       bigint not null,
  disk_total_bytes      bigint not null,
  memory_free_bytes     bigint not null,
  certificate_days_left integer,
  certificate_problem   text not null default ''
);
comment on table platform.health_sample is '@dist local. The machine as the schedule measured it; kept for forty days.';
create index health_sample_by_time on platform.health_sample (taken_at desc);
grant select, insert, delete on platform.health_sample to hopluc_app;

-- What the machine does and how it is concerns whoever runs it, and nobody else.
alter table platform.job_run enable row level security;
create policy seen_by_administrators on platform.job_run to hopluc_app using ((select platform.reaches_all()));
alter table platform.health_sample enable row level security;
create policy seen_by_administrators on platform.health_sample to hopluc_app using ((select platform.reaches_all()));
