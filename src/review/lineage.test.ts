import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { publicLineage } from '#reporting/public.ts';
import {
  anOpenCall,
  aSubmittedUnit,
  CLUSTER,
  COOPERATIVES_2024,
  cooperatives,
  PERIOD,
  recordedValues,
  valuesOf,
} from '#reporting/testing.ts';
import { lockReview } from './commands/lock-review.ts';
import { restateReview } from './commands/restate-review.ts';
import { lineageJson, lineageOf } from './lineage.ts';
import { closePress } from './papers/render-pdf.ts';

const system = await testSystem();
const ctx = testCtx(system, { today: '2024-06-28' });
afterAll(closePress);

beforeAll(async () => {
  await anOpenCall(ctx);
  for (const [unit, count] of Object.entries(COOPERATIVES_2024)) await aSubmittedUnit(ctx, unit, cooperatives(count));
});

test('AUD-02 before the lock the chain begins with the consolidation', async () => {
  const lineage = await lineageOf(ctx.read, 'HTX.SO/LMHTX-NA@2024-H1');

  expect(lineage.lock).toBeNull();
  expect(lineage.links[0]?.kind).toBe('consolidation');
});

test('AUD-02 from a published figure to the cell of its workbook, with person and moment, in at most four steps', async () => {
  const { snapshot } = await lockReview(ctx, CLUSTER, PERIOD);

  const json = lineageJson(await lineageOf(ctx.read, 'HTX.SO/LMHTX-NA@2024-H1'));

  expect(json).toMatchObject({
    figure: 'HTX.SO/LMHTX-NA@2024-H1',
    amount: '903',
    snapshot: { hash: snapshot.hash, version: 1, amount: '903', text: '903' },
  });
  const kinds = json.links.map((link) => link.kind);
  expect(kinds.slice(0, 4)).toEqual(['snapshot', 'consolidation', 'submission', 'value']);
  expect(json.links[3]).toMatchObject({ by: 'Người thử' });
  expect(json.links[3]?.at).not.toBeNull();
  expect(json.links[0]?.href).toBe('/van-phong/ky/2024-H1/bao-cao?ban=1');
});

test('AUD-02 the figure of the cluster leads to each of its units', async () => {
  const json = lineageJson(await lineageOf(ctx.read, 'HTX.SO@2024-H1'));

  expect(json.snapshot?.amount).toBe('4425');
  expect(json.parts.map((part) => part.figure)).toContain('HTX.SO/LMHTX-QT@2024-H1');
});

test('AUD-02 the public stops at the total of the province', async () => {
  const lineage = await lineageOf(ctx.read, 'HTX.SO/LMHTX-NA@2024-H1');

  const open = publicLineage(lineage);

  expect(open.links.every((link) => link.by === null && link.href === null)).toBe(true);
  expect(open.links.map((link) => link.kind)).not.toContain('workbook');
});

test('AUD-02 while a correction is under way the chain shows the locked number beside the present one', async () => {
  await restateReview(ctx, CLUSTER, PERIOD, { reason: 'Nghệ An đếm thiếu.' });
  // The unit's rows were passed at the lock; the cluster opens them by returning the row.
  const lineage = await lineageOf(ctx.read, 'HTX.SO/LMHTX-NA@2024-H1');

  expect(lineage.lock).toMatchObject({ version: 1, amount: '903' });
  await expect(recordedValues(ctx, 'LMHTX-NA', valuesOf({ 'HTX.SO': '904' }))).rejects.toMatchObject({
    refusal: { code: 'reporting.values.unit-passed' },
  });
});

test('a text that names no figure is refused', async () => {
  await expect(lineageOf(ctx.read, 'số HTX của Nghệ An')).rejects.toMatchObject({
    refusal: { code: 'reporting.figure.unreadable-name' },
  });
});
