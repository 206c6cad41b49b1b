import type { Decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { ruleValue } from '#legal/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { CountDefinition } from './count-definitions.ts';
import { COUNTS, countDefinition, resultSql } from './count-definitions.ts';
import type { Book } from './fields.ts';
import { CREDIT_FUNDS, ORGANISATIONS } from './fields.ts';
import type { OrganisationId, OrganisationStatus } from './model.ts';
import { spansAsKnownSql, spansOnSql } from './spans.ts';

type AllianceId = Id<'organisations.alliance'>;

/** The window of a count; both days belong to it. */
export interface CountedPeriod {
  readonly code: string;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  /** By what was known at the end of that day; not given: by what is known now. */
  readonly knownOn?: IsoDate;
}

/** The answers by key of the dictionary's `counted_by`. A sum is null when no organisation has the number. */
export type RegisterCounts = ReadonlyMap<string, Decimal | null>;

/** Which statuses make an organisation one of `Số HTX` on that day; a definition, so it is data with a version (REG-11). */
export async function countedStatuses(db: ReadDb, on: IsoDate): Promise<readonly OrganisationStatus[]> {
  const rule = await ruleValue(db, 'register.counted-statuses', on);
  return rule.value as readonly OrganisationStatus[];
}

/** Every count over the register for each alliance, as of the period's last day; two statements for all of them. */
export async function registerCounts(
  db: ReadDb,
  allianceIds: readonly AllianceId[],
  period: CountedPeriod,
): Promise<ReadonlyMap<AllianceId, RegisterCounts>> {
  const statuses = await countedStatuses(db, period.lastDay);
  const organisations = await countGroups(db, 'organisation', allianceIds, period, statuses);
  const funds = await countGroups(db, 'fund', allianceIds, period, statuses);
  return new Map(allianceIds.map((id) => [id, new Map([...(organisations.get(id) ?? []), ...(funds.get(id) ?? [])])]));
}

async function countGroups(
  db: ReadDb,
  of: 'organisation' | 'fund',
  allianceIds: readonly AllianceId[],
  period: CountedPeriod,
  statuses: readonly OrganisationStatus[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Decimal | null>>> {
  const named = [...COUNTS].filter(([, definition]) => definition.of === of);
  const results = named.map(([, definition], place) => sql`${resultSql(definition)} as ${sql.ref(`c${place}`)}`);
  const bySector = of === 'organisation' ? SECTORS : sql`null::jsonb`;
  const found = await sql<
    { group_id: string; sectors: Record<string, string> | null } & Record<string, Decimal | null>
  >`
    with counted as materialized (${countedFrom(of, allianceIds, period, statuses)})
    select member.id as group_id, ${bySector} as sectors, ${sql.join(results)}
      from unnest(${allianceIds}::uuid[]) as member (id)
      left join counted on counted.alliance_id = member.id
     group by member.id`.execute(db);
  return new Map(
    found.rows.map((row) => [
      row.group_id,
      new Map<string, Decimal | null>([
        ...named.map(([key], place): [string, Decimal | null] => [key, row[`c${place}`] ?? null]),
        ...Object.entries(row.sectors ?? {}),
      ]),
    ]),
  );
}

const SECTORS = sql`(
  select jsonb_object_agg('sector:' || sector.code, coalesce(per_sector.organisations, 0)::text)
    from register.sector
    left join (select sector_code, count(*) as organisations from counted
                where alliance_id = member.id and kind = 'cooperative' and is_counted group by sector_code) as per_sector
      on per_sector.sector_code = sector.code)`;

/**
 * The organisations of that day with status, kind, sector and alliance as they were then, and what they report for the
 * period. What is reported has no second time: it is what is known now.
 */
function organisationsOn(
  allianceIds: readonly AllianceId[],
  period: CountedPeriod,
  statuses: readonly OrganisationStatus[],
) {
  const stood = period.knownOn ? spansAsKnownSql(period.lastDay, period.knownOn) : spansOnSql(period.lastDay);
  return sql`
    select organisation.id, stood.of_alliance_id as alliance_id, stood.commune_id, organisation.name, organisation.code, stood.kind,
           stood.sector_code, sector.group_code, stood.status, stood.status = any(${statuses}) as is_counted,
           organisation.established_on between ${period.firstDay} and ${period.lastDay} as is_founded_in_period,
           ${reported(ORGANISATIONS)}
      from (${stood}) as stood
      join register.organisation on organisation.id = stood.organisation_id
      left join register.sector on sector.code = stood.sector_code
      left join register.period_report report
        on report.organisation_id = stood.organisation_id and report.period_code = ${period.code}
     where stood.of_alliance_id = any(${allianceIds}::uuid[])
       ${period.knownOn ? sql`` : sql`and organisation.deleted_at is null`}`;
}

/** What is reported for a period, without the keys of the report. */
function reported(book: Book) {
  return sql.join(book.report.map((field) => sql`report.${sql.ref(field.column)}`));
}

function fundsOn(allianceIds: readonly AllianceId[], period: CountedPeriod) {
  return sql`
    select fund.id, fund.alliance_id, fund.commune_id, fund.name, fund.code, fund.status, ${reported(CREDIT_FUNDS)}
      from register.credit_fund fund
      left join register.credit_fund_report report on report.fund_id = fund.id and report.period_code = ${period.code}
     where fund.alliance_id = any(${allianceIds}::uuid[]) and fund.deleted_at is null`;
}

/** The rows among which a count chooses, as a select. */
export function countedFrom(
  of: CountDefinition['of'],
  allianceIds: readonly AllianceId[],
  period: CountedPeriod,
  statuses: readonly OrganisationStatus[],
) {
  return of === 'organisation' ? organisationsOn(allianceIds, period, statuses) : fundsOn(allianceIds, period);
}

/** One record that a count took in. */
export interface CountedRow {
  readonly id: string;
  readonly allianceId: AllianceId;
  readonly name: string;
  readonly code: string | null;
  /** What it added; `1` where records themselves are counted. */
  readonly amount: Decimal;
}

/** A part of the records that a count took in. */
export interface CountedRows {
  /** How many there are in all. */
  readonly total: number;
  /** What they come to: the count itself. Null: nothing to add up. */
  readonly result: Decimal | null;
  readonly rows: readonly CountedRow[];
}

/** The records behind one count, in Vietnamese order of names. */
export async function rowsBehind(
  db: ReadDb,
  figure: { readonly countedBy: string; readonly allianceIds: readonly AllianceId[]; readonly period: CountedPeriod },
  part: { readonly from: number; readonly size: number } = { from: 0, size: 200 },
): Promise<CountedRows> {
  const { countedBy, allianceIds, period } = figure;
  const definition = countDefinition(countedBy);
  if (!definition) throw new Refused({ code: 'register.count.not-found', facts: { countedBy } });
  const statuses = await countedStatuses(db, period.lastDay);
  const source = countedFrom(definition.of, allianceIds, period, statuses);
  const amount = definition.amount ?? sql`1`;
  const found = await sql<CountedRow & { total: number; result: Decimal }>`
    select id, alliance_id as "allianceId", name, code, (${amount})::text as amount,
           (count(*) over ())::int as total, (sum(${amount}) over ())::text as result
      from (${source}) as counted
     where ${definition.where}
     order by name collate "vi-x-icu", id
     offset ${part.from} limit ${part.size}`.execute(db);
  const [first] = found.rows;
  return {
    total: first?.total ?? 0,
    result: first?.result ?? null,
    rows: found.rows.map(({ total: _, result: __, ...row }) => row),
  };
}

/** Which of these are cooperatives operating at the end of that day, with whose they are. */
export async function operatingAmong(
  db: ReadDb,
  ids: readonly OrganisationId[],
  on: IsoDate,
): Promise<ReadonlyMap<OrganisationId, AllianceId>> {
  const found = await sql<{ id: OrganisationId; allianceId: AllianceId }>`
    select organisation.id, organisation.alliance_id as "allianceId"
      from register.organisation
      join register.span on span.organisation_id = organisation.id and span.valid_from <= ${on}
       and (span.valid_until is null or span.valid_until > ${on})
     where organisation.id = any(${ids}::uuid[]) and span.kind = 'cooperative' and span.status = 'operating'
       and organisation.deleted_at is null`.execute(db);
  return new Map(found.rows.map(({ id, allianceId }) => [id, allianceId]));
}
