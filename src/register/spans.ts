import type { IsoDate } from '#kernel/time.ts';
import { addDays } from '#kernel/time.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { OrganisationId, OrganisationKind, OrganisationStatus } from './model.ts';
import { ACT_KINDS } from './model.ts';
import { statusAfter } from './statuses.ts';

type Sql = ReturnType<typeof sql>;

/** What an act lays over those before it: its values and, when it has a part in it, the status. */
const LAID = sql`act.values || case act.act ${sql.join(
  ACT_KINDS.flatMap((act) => {
    const status = statusAfter(act);
    return status === undefined ? [] : [sql`when ${sql.lit(act)} then ${sql.lit(JSON.stringify({ status }))}::jsonb`];
  }),
  sql` `,
)} else '{}' end`;

/** The order in which acts take effect, as `inOrder` has it. */
const IN_ORDER = sql`act.effective_on, (act.act <> 'establish'), act.sequence`;

/**
 * Writes anew the stretches of these organisations from the acts that now stand; one that has been deleted has none. Two
 * statements for any number of organisations; whoever writes acts calls it in the same transaction.
 */
export async function rewriteSpans(tx: Tx, organisationIds: readonly string[]): Promise<void> {
  if (organisationIds.length === 0) return;
  await sql`delete from register.span where organisation_id = any(${organisationIds}::uuid[])`.execute(tx);
  await sql`
    insert into register.span
      (organisation_id, alliance_id, valid_from, valid_until, status, kind, sector_code, commune_id, of_alliance_id)
    with step as (
      select act.organisation_id, act.alliance_id, act.effective_on, register.laid_over(${LAID}) over life as held,
             row_number() over (partition by act.organisation_id, act.effective_on
               order by (act.act <> 'establish') desc, act.sequence desc) as of_day
        from register.act act
        join register.organisation organisation on organisation.id = act.organisation_id and organisation.deleted_at is null
       where act.undone_at is null and act.organisation_id = any(${organisationIds}::uuid[])
      window life as (partition by act.organisation_id order by ${IN_ORDER})
    ), stretch as (
      select step.*, (held - 'name' - 'secondary_sector_code') is distinct from
               lag(held - 'name' - 'secondary_sector_code') over (partition by organisation_id order by effective_on) as begins
        from step
       where of_day = 1 and held ? 'kind'
    )
    select organisation_id, alliance_id, effective_on,
           lead(effective_on) over (partition by organisation_id order by effective_on),
           held ->> 'status', held ->> 'kind', held ->> 'sector_code', (held ->> 'commune_id')::uuid,
           (held ->> 'alliance_id')::uuid
      from stretch
     where begins`.execute(tx);
}

/** One stretch in which nothing that is counted changed; `validUntil` is no part of it, null: it goes on. */
export interface Span {
  readonly organisationId: OrganisationId;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
  readonly status: OrganisationStatus;
  readonly kind: OrganisationKind;
  readonly sectorCode: string | null;
  readonly communeId: string | null;
  /** Whose it was in this stretch. */
  readonly ofAllianceId: string;
}

const SPAN = sql`organisation_id as "organisationId", valid_from as "validFrom", valid_until as "validUntil", status, kind,
  sector_code as "sectorCode", commune_id as "communeId", of_alliance_id as "ofAllianceId"`;

/** The stretches of these organisations, in their order. */
export async function spansOf(db: ReadDb, organisationIds: readonly string[]): Promise<readonly Span[]> {
  const found = await sql<Span>`
    select ${SPAN} from register.span where organisation_id = any(${organisationIds}::uuid[])
     order by organisation_id, valid_from`.execute(db);
  return found.rows;
}

/** Selects every organisation as it stood at the end of that day: the columns of `register.span`. */
export function spansOnSql(on: IsoDate): Sql {
  return sql`
    select span.organisation_id, span.status, span.kind, span.sector_code, span.commune_id, span.of_alliance_id
      from register.span span
     where span.valid_from <= ${on} and (span.valid_until is null or span.valid_until > ${on})`;
}

/**
 * The same by what was known at the end of the day `knownOn`: read from the acts themselves, which takes longer. What was
 * recorded, taken back or deleted after that day makes no difference.
 */
export function spansAsKnownSql(on: IsoDate, knownOn: IsoDate): Sql {
  const end = momentAfter(knownOn);
  return sql`
    select known.organisation_id, known.held ->> 'status' as status, known.held ->> 'kind' as kind,
           known.held ->> 'sector_code' as sector_code, (known.held ->> 'commune_id')::uuid as commune_id,
           (known.held ->> 'alliance_id')::uuid as of_alliance_id
      from (select act.organisation_id, register.laid_over(${LAID} order by ${IN_ORDER}) as held
              from register.act act
              join register.organisation organisation on organisation.id = act.organisation_id
               and (organisation.deleted_at is null or organisation.deleted_at >= ${end})
             where act.effective_on <= ${on} and act.recorded_at < ${end} and (act.undone_at is null or act.undone_at >= ${end})
             group by act.organisation_id) as known
     where known.held ? 'kind' and known.held ? 'status'`;
}

/** The first moment in Việt Nam that does not belong to the day. */
function momentAfter(day: IsoDate): Date {
  return new Date(`${addDays(day, 1)}T00:00:00+07:00`);
}

/** How an organisation stood on a day by what was known on another; undefined: not yet, or not known. */
export async function statusAsKnown(
  db: ReadDb,
  organisationId: OrganisationId,
  at: { readonly on: IsoDate; readonly knownOn: IsoDate },
): Promise<OrganisationStatus | undefined> {
  const found = await sql<{ status: OrganisationStatus }>`
    select status from (${spansAsKnownSql(at.on, at.knownOn)}) as stood where organisation_id = ${organisationId}`.execute(
    db,
  );
  return found.rows[0]?.status;
}

/** Counts cooperatives of those statuses by alliance and sector at the end of that day; for lists of counts and benchmarks. */
export function asOfCountSql(on: IsoDate, statuses: readonly OrganisationStatus[]): Sql {
  return sql`
    select of_alliance_id as "allianceId", sector_code as "sectorCode", count(*)::int as count
      from (${spansOnSql(on)}) as stood
     where kind = 'cooperative' and status = any(${statuses})
     group by of_alliance_id, sector_code`;
}
