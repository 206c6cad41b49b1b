import type { Ctx } from '#platform/ctx.ts';
import { consolidate } from '#reporting/public.ts';
import type { System } from '../src/system.ts';
import { bare } from './everything.ts';
import { inTurns, report } from './measure.ts';

/** The consolidation of six units and all indicators. Floor: the same values by one statement, untouched. */
export async function benchConsolidation(system: System, ctx: Ctx): Promise<void> {
  const floor = async () =>
    await bare(system, {
      name: 'floor',
      text: `select distinct on (alliance_id, indicator_code, aspect) alliance_id, indicator_code, aspect, amount
               from reporting.value_entry where period_code = $1
              order by alliance_id, indicator_code, aspect, sequence desc`,
      values: ['2024-H1'],
    });
  const measured = await inTurns(40, async () => await consolidate(ctx.read, 'CUM-BTB', '2024-H1'), floor);
  const ratio = measured.ours / measured.floor;
  const name = 'consolidation';
  report({ name, figure: 'median', value: measured.ours, unit: 'ms', ratio, aim: '≤ 100 ms with the screen' });
  report({ name, figure: 'p95', value: measured.p95, unit: 'ms', ratio: measured.p95 / measured.floor, aim: '' });
}
