import type { IsoDate } from '#kernel/time.ts';
import type { Alliance } from '#organisations/public.ts';
import { listAlliances } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { periodLabel, periodsReported, registerCounts } from '#register/public.ts';
import { periodOf } from '#reporting/public.ts';
import { text } from './messages.vi.ts';
import type { Chain } from './model.ts';
import { alliancesToRead } from './permissions.ts';
import { countInChains, listChains } from './queries.ts';

/** One line of the counts: what is proven, what is said here, what the register's column declares. */
export interface ChainCountRow {
  readonly name: string;
  readonly evidenced: number;
  readonly saidOnly: number;
  readonly declared: number;
}

export interface ChainsView {
  readonly alliances: readonly Alliance[];
  readonly chains: readonly Chain[];
  readonly rows: readonly ChainCountRow[];
  readonly total: ChainCountRow;
  /** Null: no period has figures yet. */
  readonly periodName: string | null;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
}

/** Chains of every alliance in reach, and how many cooperatives are in them in the newest period with figures. */
export async function readChainsView(ctx: Ctx): Promise<ChainsView> {
  const reach = alliancesToRead(ctx);
  const all = await listAlliances(ctx.read, ctx.today);
  const alliances = reach === 'all' ? all : all.filter(({ code }) => reach.includes(code));
  const within = alliances.map(({ id }) => id);
  const chains = await listChains(ctx.read, within);
  const [code] = await periodsReported(ctx.read);
  const none = { name: text.alliance, evidenced: 0, saidOnly: 0, declared: 0 };
  if (code === undefined)
    return { alliances, chains, rows: [], total: none, periodName: null, firstDay: ctx.today, lastDay: ctx.today };
  const { firstDay, lastDay } = periodOf(code);
  const counts = await countInChains(ctx.read, within, { firstDay, lastDay });
  const declared = await registerCounts(ctx.read, within, { code, firstDay, lastDay });
  const rows = alliances.map(({ id, shortName }) => ({
    name: shortName,
    evidenced: counts.get(id)?.evidenced ?? 0,
    saidOnly: counts.get(id)?.saidOnly ?? 0,
    declared: Number(declared.get(id)?.get('value-chain') ?? 0),
  }));
  const total = rows.reduce(
    (sum, row) => ({
      name: text.total,
      evidenced: sum.evidenced + row.evidenced,
      saidOnly: sum.saidOnly + row.saidOnly,
      declared: sum.declared + row.declared,
    }),
    none,
  );
  return { alliances, chains, rows, total, periodName: periodLabel(code), firstDay, lastDay };
}
