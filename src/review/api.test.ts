import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApi } from '#platform/testing/api.ts';
import { testApi } from '#platform/testing/api.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { anOpenCall, aSubmittedUnit, CLUSTER, COOPERATIVES_2024, cooperatives, PERIOD } from '#reporting/testing.ts';
import { reviewApi } from './api.ts';
import { lockReview } from './commands/lock-review.ts';
import { closePress } from './papers/render-pdf.ts';

const INSPECTOR = { grants: [{ role: 'inspector', scope: `cluster:${CLUSTER}` }] } as const;
const NGHE_AN = `/api/v1/figures/${encodeURIComponent('HTX.SO/LMHTX-NA@2024-H1')}`;
let api: TestApi;
let hash: string;
let beforeLock: { readonly status: number }[];

beforeAll(async () => {
  const system = await testSystem();
  const ctx = testCtx(system, { today: '2024-06-28' });
  api = await testApi(system, [reviewApi]);
  await anOpenCall(ctx);
  for (const [unit, count] of Object.entries(COOPERATIVES_2024)) await aSubmittedUnit(ctx, unit, cooperatives(count));
  beforeLock = [await api.get(NGHE_AN), await api.get(NGHE_AN, INSPECTOR)];
  hash = (await lockReview(ctx, CLUSTER, PERIOD)).snapshot.hash;
});
afterAll(closePress);

test('RPT-09 locked reviews are listed and answered to everybody, by their hash', async () => {
  const list = await api.get('/api/v1/snapshots');
  const one = await api.get(`/api/v1/snapshots/${hash}`);

  expect(list.body.items).toMatchObject([{ hash, cluster: 'CUM-BTB', period: '2024-H1', version: 1, reason: null }]);
  expect(one.body.figures['HTX.SO'].current).toMatchObject({ total: '4425', coverage: { have: 6, of: 6 } });
});

test('the public face of a snapshot names no person and no workbook', async () => {
  const { body } = await api.get(`/api/v1/snapshots/${hash}`);

  expect(JSON.stringify(body)).not.toMatch(/submittedBy|workbook|Người thử/);
});

test('the file that verify proves is for those who have an office, byte for byte', async () => {
  const asNobody = await api.get(`/api/v1/snapshots/${hash}/file`);
  const asInspector = await api.get(`/api/v1/snapshots/${hash}/file`, INSPECTOR);

  expect(asNobody.status).toBe(401);
  expect(asInspector.body.hash).toBe(hash);
});

test('a hash that nothing has, and one that is none', async () => {
  expect(await api.get(`/api/v1/snapshots/sha256:${'0'.repeat(64)}`)).toMatchObject({ status: 404 });
  expect(await api.get('/api/v1/snapshots/4425')).toMatchObject({ status: 400 });
});

test('a figure that was never locked is not public, and open to those who have an office', () => {
  expect(beforeLock).toMatchObject([
    { status: 404, body: { code: 'review.figure.not-found' } },
    { status: 200, body: { amount: '903', snapshot: null } },
  ]);
});

test('AUD-02 the public stops at the total of the province, with a word of explanation', async () => {
  const { body } = await api.get(NGHE_AN);

  expect(body).toMatchObject({ figure: 'HTX.SO/LMHTX-NA@2024-H1', amount: '903', snapshot: { hash } });
  expect(body.links[0].kind).toBe('snapshot');
  expect(body.links.map((link: { by: string | null }) => link.by)).toEqual(body.links.map(() => null));
  expect(body.links.some((link: { kind: string }) => ['workbook', 'register'].includes(link.kind))).toBe(false);
});

test('AUD-02 an inspector follows the figure to who recorded it', async () => {
  const { body } = await api.get(NGHE_AN, INSPECTOR);

  expect(body.links.find((link: { kind: string }) => link.kind === 'value').by).toBe('Người thử');
});

test('AUD-02 an office of another alliance of the cluster stops at the total, one of another cluster at what was locked', async () => {
  const ofHaTinh = { grants: [{ role: 'officer', scope: 'alliance:LMHTX-HT' }] } as const;
  const ofNoCluster = { grants: [{ role: 'officer', scope: 'alliance:LMHTX-XA' }] } as const;
  const near = await api.get(NGHE_AN, ofHaTinh);
  const far = await api.get(NGHE_AN, ofNoCluster);

  expect(near.body.links.some((link: { kind: string }) => ['workbook', 'register'].includes(link.kind))).toBe(false);
  expect(far.body).toMatchObject({ amount: '903', counted: null });
  expect(far.body.links.every((link: { by: string | null }) => link.by === null)).toBe(true);
});

test('a figure of the cluster names its parts, and a name that is none is wrong input', async () => {
  const total = await api.get(`/api/v1/figures/${encodeURIComponent('HTX.SO@2024-H1')}`);

  expect(total.body.parts).toContainEqual({ figure: 'HTX.SO/LMHTX-QT@2024-H1', amount: '347' });
  expect(await api.get('/api/v1/figures/4425')).toMatchObject({ status: 400 });
});
