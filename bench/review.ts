import type { Ctx } from '#platform/ctx.ts';
import { canonicalJson, latestSnapshot, producePapers } from '#review/public.ts';
import { report, timed } from './measure.ts';

/** A review with all four outputs. Floor: the snapshot alone, as canonical JSON with its hash. */
export async function benchReview(ctx: Ctx): Promise<void> {
  const file = await latestSnapshot(ctx.read, 'CUM-BTB', '2024-H1');
  if (!file) throw new Error('the demonstration has no locked review');
  const cold = await timed(async () => await producePapers(file));
  const warm = await timed(async () => await producePapers(file));
  const floor = await timed(async () => canonicalJson(file));
  const name = 'review';
  report({ name, figure: 'four outputs, first', value: cold / 1000, unit: 's', ratio: cold / floor, aim: '≤ 5 s' });
  report({ name, figure: 'four outputs, again', value: warm / 1000, unit: 's', ratio: warm / floor, aim: '≤ 5 s' });
}
