import type { Alliance } from '#organisations/public.ts';
import { listAlliances } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { FundFigure, FundGroup } from './credit-funds.ts';
import { FUND_FIGURES, fundGroups, fundPeriods, namedFunds } from './credit-funds.ts';
import type { Facts } from './model.ts';
import { alliancesInReach, mayReadFundFigures } from './permissions.ts';
import type { ShownColumn } from './suppression.ts';
import { suppressed } from './suppression.ts';

/** Credit funds as one person may see them. */
export interface FundView {
  readonly alliances: readonly Alliance[];
  readonly periodCode: string;
  readonly periods: readonly string[];
  readonly groups: readonly Pick<FundGroup, 'allianceId' | 'funds' | 'reporting'>[];
  /** By figure; small sums withheld. */
  readonly sums: Readonly<Record<FundFigure, ShownColumn>>;
  /** Fund by fund, only of the alliances that the reader works for. */
  readonly named: readonly {
    readonly alliance: Alliance;
    readonly funds: readonly { readonly id: string; readonly facts: Facts }[];
  }[];
}

export async function readFundView(ctx: Ctx, wantedPeriod: string | null): Promise<FundView> {
  const reach = alliancesInReach(ctx, 'register.read-funds');
  const all = await listAlliances(ctx.read, ctx.today);
  const alliances = reach === 'all' ? all : all.filter((alliance) => reach.includes(alliance.code));
  const periods = await fundPeriods(ctx.read);
  const periodCode = periods.find((code) => code === wantedPeriod) ?? periods[0] ?? '';
  const own = alliances.filter((alliance) => mayReadFundFigures(ctx.actor, alliance.code));
  const open = new Set<string>(own.map((alliance) => alliance.id));
  const ids = alliances.map((alliance) => alliance.id);
  const groups = await fundGroups(ctx.read, ids, periodCode);
  const columnOf = (figure: FundFigure) =>
    suppressed(
      groups.map((group) => ({ group: group.allianceId, ...group.figures[figure] })),
      open,
    );
  return {
    alliances,
    periodCode,
    periods,
    groups: groups.map(({ allianceId, funds, reporting }) => ({ allianceId, funds, reporting })),
    sums: Object.fromEntries(FUND_FIGURES.map((figure) => [figure, columnOf(figure)])) as Record<
      FundFigure,
      ShownColumn
    >,
    named: await Promise.all(
      own.map(async (alliance) => ({ alliance, funds: await namedFunds(ctx.read, alliance.id, periodCode) })),
    ),
  };
}
