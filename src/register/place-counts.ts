import type { Decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { countDefinition } from './count-definitions.ts';
import type { CountedPeriod } from './counts.ts';
import { countedFrom, countedStatuses } from './counts.ts';
import type { OrganisationId } from './model.ts';

type AllianceId = Id<'organisations.alliance'>;
type CommuneId = Id<'places.unit'>;

/** What a count comes to over the records of one alliance in one commune. */
export interface PlaceCount {
  /** Null: the record is bound to no commune. */
  readonly communeId: CommuneId | null;
  readonly allianceId: AllianceId;
  readonly records: number;
  /** The number of records, or the sum of what they report. */
  readonly amount: Decimal;
}

export interface PlaceFigure {
  readonly countedBy: string;
  readonly allianceIds: readonly AllianceId[];
  readonly period: CountedPeriod;
}

/** One count of the register as of a day, by the commune that each record names. */
export async function countsByPlace(db: ReadDb, figure: PlaceFigure): Promise<readonly PlaceCount[]> {
  const { definition, source } = await sourceOf(db, figure);
  const amount = definition.amount ? sql`sum(${definition.amount})` : sql`count(*)`;
  const { rows } = await sql<PlaceCount>`
    select commune_id as "communeId", alliance_id as "allianceId", count(*)::int as records, (${amount})::text as amount
      from (${source}) as counted
     where ${definition.where}
     group by commune_id, alliance_id
     order by commune_id, alliance_id`.execute(db);
  return rows;
}

/** One record behind a count by place. */
export interface PlacedRecord {
  readonly id: OrganisationId;
  readonly allianceId: AllianceId;
  readonly name: string;
  readonly code: string | null;
  readonly communeId: CommuneId | null;
  readonly amount: Decimal;
}

/** The records behind a count, with their communes, in Vietnamese order of names. `communeIds` may hold null. */
export async function recordsOfPlaces(
  db: ReadDb,
  figure: PlaceFigure,
  communeIds: readonly (CommuneId | null)[],
): Promise<readonly PlacedRecord[]> {
  const { definition, source } = await sourceOf(db, figure);
  const known = communeIds.filter((id) => id !== null);
  const { rows } = await sql<PlacedRecord>`
    select id, alliance_id as "allianceId", name, code, commune_id as "communeId", (${definition.amount ?? sql`1`})::text as amount
      from (${source}) as counted
     where ${definition.where}
       and (commune_id = any(${known}::uuid[]) or (${communeIds.includes(null)} and commune_id is null))
     order by name collate "vi-x-icu", id`.execute(db);
  return rows;
}

async function sourceOf(db: ReadDb, { countedBy, allianceIds, period }: PlaceFigure) {
  const definition = countDefinition(countedBy);
  if (!definition) throw new Refused({ code: 'register.count.not-found', facts: { countedBy } });
  const statuses = await countedStatuses(db, period.lastDay);
  return { definition, source: countedFrom(definition.of, allianceIds, period, statuses) };
}

const ENDS: Readonly<Record<string, string>> = { H1: '06-30', Q1: '03-31', Q2: '06-30', Q3: '09-30', '9M': '09-30' };
const BEGINS: Readonly<Record<string, string>> = { H2: '07-01', Q2: '04-01', Q3: '07-01', Q4: '10-01' };

/**
 * The window of counts of a day: from the first of January, with the figures of the reported period that had begun by then
 * and ends nearest to it. `periods`: the codes for which anybody reports; '' where there is none.
 */
export function periodOfDay(day: IsoDate, periods: readonly string[]): CountedPeriod {
  const [best] = periods
    .map((code) => {
      const [year = '', part = ''] = code.split('-');
      const isMonth = /^\d\d$/.test(part);
      const begins = `${year}-${isMonth ? `${part}-01` : (BEGINS[part] ?? '01-01')}`;
      const ends = `${year}-${isMonth ? `${part}-28` : (ENDS[part] ?? '12-31')}`;
      return { code, begins, away: Math.abs(Date.parse(ends) - Date.parse(day)) };
    })
    .filter(({ begins }) => begins <= day)
    .sort((a, b) => a.away - b.away);
  return { code: best?.code ?? '', firstDay: `${day.slice(0, 4)}-01-01` as IsoDate, lastDay: day };
}
