import type { Alliance } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { SampleAddress } from './address.ts';
import type { PopulationRow } from './model.ts';
import { alliancesInReach, populationOf } from './queries.ts';
import type { Draw } from './sampling.ts';
import { drawSample } from './sampling.ts';

export interface Sheet {
  /** From which this person may draw. */
  readonly alliances: readonly Alliance[];
  readonly columns: readonly string[];
  /** How many there are to draw from. */
  readonly population: number;
  /** Null while seed or size are missing. */
  readonly draw: Draw | null;
  /** What was drawn, in the order of the draw. */
  readonly rows: readonly PopulationRow[];
}

/** The sheet that the address asks for. */
export async function readSheet(ctx: Ctx, address: SampleAddress): Promise<Sheet> {
  const alliances = await alliancesInReach(ctx);
  const chosen = alliances.filter(({ code }) => address.allianceCode === '' || code === address.allianceCode);
  const { columns, rows } = await populationOf(ctx, address, chosen);
  if (address.seed === '' || address.size === null)
    return { alliances, columns, population: rows.length, draw: null, rows: [] };
  const draw = drawSample(rows, { seed: address.seed, size: address.size });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    alliances,
    columns,
    population: rows.length,
    draw,
    rows: draw.chosen.flatMap((id) => byId.get(id) ?? []),
  };
}
