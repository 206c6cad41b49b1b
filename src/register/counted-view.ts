import { Refused } from '#kernel/refusal.ts';
import { parseIsoDate } from '#kernel/time.ts';
import type { Alliance } from '#organisations/public.ts';
import { listAlliances } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { countDefinition } from './count-definitions.ts';
import type { CountedPeriod, CountedRows } from './counts.ts';
import { rowsBehind } from './counts.ts';
import type { Sector } from './organisation-card.ts';
import { listSectors } from './organisation-card.ts';
import { alliancesInReach } from './permissions.ts';

export const ROWS_A_PAGE = 100;

/** A count as its address says it: `dem` the key, `lien-minh` the unit or none for all in reach, `ky tu den` the period. */
export interface CountedAddress {
  readonly countedBy: string;
  readonly unitCode: string | null;
  readonly period: CountedPeriod;
  /** Rows passed over. */
  readonly from: number;
}

/** Undefined when the address does not name a count over a period. */
export function readCountedAddress(params: URLSearchParams): CountedAddress | undefined {
  const [firstDay, lastDay] = [parseIsoDate(params.get('tu') ?? ''), parseIsoDate(params.get('den') ?? '')];
  const [countedBy, code] = [params.get('dem'), params.get('ky')];
  if (!firstDay || !lastDay || !countedBy || !code) return undefined;
  const from = Number(params.get('bo-qua') ?? 0);
  return {
    countedBy,
    unitCode: params.get('lien-minh') || null,
    period: { code, firstDay, lastDay },
    from: Number.isSafeInteger(from) && from > 0 ? from : 0,
  };
}

export function writeCountedAddress({ countedBy, unitCode, period, from }: CountedAddress): string {
  const said: [string, string][] = [
    ['dem', countedBy],
    ...(unitCode === null ? [] : [['lien-minh', unitCode] satisfies [string, string]]),
    ['ky', period.code],
    ['tu', period.firstDay],
    ['den', period.lastDay],
    ...(from > 0 ? [['bo-qua', String(from)] satisfies [string, string]] : []),
  ];
  return `?${new URLSearchParams(said)}`;
}

/** The records behind a count, as far as the reader may see them. */
export interface CountedView {
  readonly alliances: readonly Alliance[];
  readonly sectors: readonly Sector[];
  readonly counted: CountedRows;
  /** Whether records are added up by a figure of theirs, not merely counted. */
  readonly addsUp: boolean;
}

/** Refused as not found when there is no such count, or none of its unit's records may be seen. Funds have their own page. */
export async function readCountedView(ctx: Ctx, address: CountedAddress | undefined): Promise<CountedView> {
  const definition = address && countDefinition(address.countedBy);
  if (!address || definition?.of !== 'organisation')
    throw new Refused({ code: 'register.count.not-found', facts: { countedBy: address?.countedBy ?? '' } });
  const reach = alliancesInReach(ctx, 'register.read-organisations');
  const all = await listAlliances(ctx.read, ctx.today);
  const alliances = all.filter(
    ({ code }) => (reach === 'all' || reach.includes(code)) && (address.unitCode === null || address.unitCode === code),
  );
  if (alliances.length === 0) throw new Refused({ code: 'register.organisation.not-found', facts: {} });
  const counted = await rowsBehind(
    ctx.read,
    { ...address, allianceIds: alliances.map((alliance) => alliance.id) },
    { from: address.from, size: ROWS_A_PAGE },
  );
  return { alliances, sectors: await listSectors(ctx.read), counted, addsUp: definition.amount !== null };
}
