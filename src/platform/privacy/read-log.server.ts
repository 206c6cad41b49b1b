import { sql } from 'kysely';
import { present } from '#kernel/assert.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { PersonalRead } from './reading.ts';
import { COUNTED_CONTEXTS } from './reading.ts';

const HOUR_MS = 3_600_000;
/** The dated number of people of whom one person may read on screens within an hour. */
export const LIMIT_KEY = 'privacy.people-read-per-hour';

interface Counted {
  /** Different people within the last hour, with those now wanted. */
  readonly people: number;
  readonly peopleMax: number | null;
  /** When this reading would be within the limit again; null: never, it is more than the limit by itself. */
  readonly freeAt: Date | null;
}

/**
 * Keeps who read whose personal data, where and why, before they are shown. Refuses (429) when one person would read of
 * more people within an hour than the office has set; that is kept too, and told to administrators. Different people are
 * counted, so that looking at one profile twice is one. The count is in the database: restarts and several processes share it.
 */
export async function noteRead(ctx: Ctx, read: PersonalRead): Promise<void> {
  if (read.subjects.length === 0) return;
  const refused = await ctx.transact(async (tx) => await noteReadIn(tx, ctx, read));
  if (refused) throw refused;
}

/** The same within an act's own transaction; answers the refusal, which was kept, for the act to throw after its commit. */
export async function noteReadIn(tx: Tx, ctx: Ctx, read: PersonalRead): Promise<Refused | undefined> {
  if (read.subjects.length === 0) return undefined;
  const isCounted = ctx.actor.accountId !== null && COUNTED_CONTEXTS.includes(read.context);
  if (!isCounted) {
    await insertReads(tx, ctx, read);
    return undefined;
  }
  await sql`select pg_advisory_xact_lock(hashtextextended(${`privacy.read:${ctx.actor.accountId}`}, 0))`.execute(tx);
  if (await insertIfWithin(tx, ctx, read)) return undefined;
  const { people, freeAt, ...counted } = await countBeyond(tx, ctx, read);
  const peopleMax = present(counted.peopleMax, `a value of ${LIMIT_KEY} is in force`);
  const until = freeAt ?? new Date(ctx.now.getTime() + HOUR_MS);
  await noteStop(tx, ctx, { people, peopleMax, until });
  return new Refused({
    code: 'platform.personal-reads.too-many',
    facts: { people, peopleMax, until: until.toISOString(), isListTooLong: freeAt === null },
  });
}

/** One row for each alliance: its own office sees who read of its people. */
function rowsSql(ctx: Ctx, { context, purpose, subjects, exportId }: PersonalRead) {
  const { accountId, name, grants } = ctx.actor;
  const [first] = grants;
  const byAlliance = [...Map.groupBy(subjects, (subject) => subject.allianceId)];
  const rows = byAlliance.map(([alliance, those]) => ({
    id: ctx.newId<'privacy.read_log'>(),
    alliance,
    subjects: those.map(({ id }) => id),
  }));
  return sql`select row.id, ${accountId}::uuid, ${first?.role ?? 'system'}, ${first?.scope ?? 'system'}, ${context}, ${purpose},
      row.alliance, row.subjects, jsonb_array_length(row.subjects), ${exportId ?? null}::uuid, ${ctx.now}::timestamptz, ${name}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, alliance uuid, subjects jsonb)`;
}

const COLUMNS = sql.raw(`id, account_id, reader_role, reader_scope, context, purpose, alliance_id, subjects, people,
  export_id, read_at, read_by`);

async function insertReads(tx: Tx, ctx: Ctx, read: PersonalRead): Promise<void> {
  await sql`insert into privacy.read_log (${COLUMNS}) ${rowsSql(ctx, read)}`.execute(tx);
}

/** Counts and keeps in one statement; false: it would be beyond the limit, and nothing is kept. The caller holds the reader's lock. */
async function insertIfWithin(tx: Tx, ctx: Ctx, read: PersonalRead): Promise<boolean> {
  const done = await sql`insert into privacy.read_log (${COLUMNS})
    select * from (${rowsSql(ctx, read)}) as row
     where (select count(distinct id) from (select subject.id ${seenSql(ctx)} union all ${wantedSql(read)}) as every) <= ${limitSql(ctx)}`.execute(
    tx,
  );
  return (done.numAffectedRows ?? 0n) > 0n;
}

/** By how much, and until when: asked only once somebody is beyond the limit. */
async function countBeyond(tx: Tx, ctx: Ctx, read: PersonalRead): Promise<Counted> {
  const found = await sql<Counted>`
    with seen as (select subject.id, max(log.read_at) as last ${seenSql(ctx)} group by 1),
    wanted as (select distinct id from (${wantedSql(read)}) as each),
    counted as (select count(*)::int as people, ${limitSql(ctx)} as most
                  from (select id from seen union select id from wanted) as every)
    select people, most as "peopleMax",
           (select last + interval '1 hour' from seen where id not in (select id from wanted)
             order by last offset greatest(people - most - 1, 0) limit 1) as "freeAt"
      from counted`.execute(tx);
  return present(found.rows[0], 'a count answers one row');
}

/** Whom the reader has seen on screens within the last hour. */
function seenSql({ actor, now }: Ctx) {
  return sql`from privacy.read_log log cross join jsonb_array_elements_text(log.subjects) as subject (id)
    where log.account_id = ${actor.accountId} and log.read_at > ${new Date(now.getTime() - HOUR_MS)}::timestamptz
      and log.context = any (${[...COUNTED_CONTEXTS]})`;
}

function wantedSql({ subjects }: PersonalRead) {
  return sql`select unnest(${subjects.map(({ id }) => id)}::text[]) as id`;
}

function limitSql({ today }: Ctx) {
  return sql`(select (value #>> '{}')::int from legal.rule_value where key = ${LIMIT_KEY} and valid_from <= ${today}
    and (valid_until is null or valid_until > ${today}))`;
}

/** Once in a while is enough: whoever tries again and again is told of once until the way is free. */
async function noteStop(
  tx: Tx,
  ctx: Ctx,
  { people, peopleMax, until }: { readonly people: number; readonly peopleMax: number; readonly until: Date },
): Promise<void> {
  const { accountId, name } = ctx.actor;
  const done = await sql`
    insert into privacy.read_stop (id, account_id, people, people_max, free_at, stopped_at, stopped_by)
    select ${ctx.newId()}, ${accountId}, ${people}, ${peopleMax}, ${until}, ${ctx.now}, ${name}
     where not exists (select from privacy.read_stop
                        where account_id = ${accountId} and stopped_at > ${ctx.now}::timestamptz - interval '1 hour')`.execute(
    tx,
  );
  if (done.numAffectedRows === 1n)
    await record(tx, ctx, 'platform.personal-reads-stopped', String(accountId), { people, peopleMax });
}
