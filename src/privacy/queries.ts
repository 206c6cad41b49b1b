import type { IsoDate } from '#kernel/time.ts';
import { dayInVietnam } from '#kernel/time.ts';
import { ruleValue } from '#legal/public.ts';
import type { Ctx, Role, Scope } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { PersonalRead, ReadContext } from '#platform/privacy/reading.ts';
import { dueOn } from './assessment.ts';

export interface ReaderPlace {
  readonly role: Role | 'system';
  readonly scope: Scope;
}

/** One reading of one organisation's representative. */
export interface KeptRead {
  readonly at: Date;
  readonly by: string;
  readonly place: ReaderPlace;
  readonly context: ReadContext;
  readonly purpose: PersonalRead['purpose'];
}

export interface ReadsOfOne {
  /** Newest first, as many as a page bears. */
  readonly reads: readonly KeptRead[];
  readonly total: number;
  readonly byUnit: readonly {
    readonly scope: Scope;
    readonly purpose: PersonalRead['purpose'];
    readonly reads: number;
    readonly people: number;
    readonly last: Date;
  }[];
}

const READS_SHOWN = 100;

/** Who read of the representative of one organisation: summed by unit and purpose, and one by one. */
export async function readsOf(db: ReadDb, organisationId: string): Promise<ReadsOfOne> {
  const subject = sql`log.subjects @> ${JSON.stringify([organisationId])}::jsonb`;
  const each = await sql<Omit<KeptRead, 'place'> & ReaderPlace>`
    select log.read_at as at, log.read_by as by, log.reader_role as role, log.reader_scope as scope, log.context, log.purpose
      from privacy.read_log log where ${subject} order by log.read_at desc, log.id desc limit ${READS_SHOWN}`.execute(
    db,
  );
  const byUnit = await sql<ReadsOfOne['byUnit'][number]>`
    select log.reader_scope as scope, log.purpose, count(*)::int as reads,
           count(distinct coalesce(log.account_id::text, log.read_by))::int as people, max(log.read_at) as last
      from privacy.read_log log where ${subject}
     group by 1, 2 order by 3 desc, 1, 2`.execute(db);
  return {
    reads: each.rows.map(({ role, scope, ...read }) => ({ ...read, place: { role, scope } })),
    total: byUnit.rows.reduce((sum, { reads }) => sum + reads, 0),
    byUnit: byUnit.rows,
  };
}

export interface Reader {
  readonly by: string;
  readonly scope: Scope;
  /** Different organisations whose representative was read on screens. */
  readonly people: number;
  readonly reads: number;
  /** People in the files taken out. */
  readonly exported: number;
  readonly stops: number;
  readonly last: Date;
}

export interface Stop {
  readonly by: string;
  readonly at: Date;
  readonly people: number;
  readonly peopleMax: number;
}

/** Who read most since that moment, within those alliances. */
export async function readersSince(
  db: ReadDb,
  since: Date,
  within: 'all' | readonly string[],
): Promise<readonly Reader[]> {
  const found = await sql<Reader>`
    with log as (
      select log.* from privacy.read_log log join organisations.alliance alliance on alliance.id = log.alliance_id
       where log.read_at > ${since} and ${within === 'all' ? sql`true` : sql`alliance.code = any (${[...within]})`}),
    person as (
      select account_id, read_by as by, reader_scope as scope, count(*)::int as reads, max(read_at) as last,
             coalesce(sum(people) filter (where context = 'export'), 0)::int as exported
        from log group by 1, 2, 3),
    seen as (
      select account_id, read_by as by, reader_scope as scope, count(distinct subject.id)::int as people
        from log cross join jsonb_array_elements_text(log.subjects) as subject (id)
       where context not in ('export', 'export-fetched', 'file') group by 1, 2, 3)
    select person.by, person.scope, coalesce(seen.people, 0) as people, person.reads, person.exported, person.last,
           (select count(*)::int from privacy.read_stop stop
             where stop.account_id = person.account_id and stop.stopped_at > ${since}) as stops
      from person left join seen on seen.account_id is not distinct from person.account_id
                                and seen.by = person.by and seen.scope = person.scope
     order by people desc, person.exported desc, person.by limit 100`.execute(db);
  return found.rows;
}

/** When somebody was stopped since that moment, newest first. */
export async function stopsSince(db: ReadDb, since: Date): Promise<readonly Stop[]> {
  const found = await sql<Stop>`
    select stopped_by as by, stopped_at as at, people, people_max as "peopleMax" from privacy.read_stop
     where stopped_at > ${since} order by stopped_at desc limit 50`.execute(db);
  return found.rows;
}

export interface LastAssessment {
  readonly at: Date;
  readonly by: string;
  readonly mapSha256: string;
  /** The first day on which it is out of date. */
  readonly dueOn: IsoDate;
}

/** The newest assessment made; undefined: none yet. */
export async function lastAssessment(ctx: Pick<Ctx, 'read' | 'today'>): Promise<LastAssessment | undefined> {
  const found = await sql<{ at: Date; by: string; mapSha256: string }>`
    select issued_at as at, issued_by as by, map_sha256 as "mapSha256" from privacy.assessment
     order by issued_at desc, id desc limit 1`.execute(ctx.read);
  const [last] = found.rows;
  if (!last) return undefined;
  const { value } = await ruleValue(ctx.read, 'privacy.assessment-months', ctx.today);
  return { ...last, dueOn: dueOn(dayInVietnam(last.at), Number(value)) };
}
