import { beforeAll, expect, test } from 'vitest';
import type { TestApi } from '#platform/testing/api.ts';
import { testApi } from '#platform/testing/api.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { reportingApi } from './api.ts';
import { anOpenCall, aSubmittedUnit, cooperatives } from './testing.ts';

const OFFICER = { grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] } as const;
const CALL = '/api/v1/clusters/CUM-BTB/data-calls/2024-H1';
let api: TestApi;

beforeAll(async () => {
  const system = await testSystem();
  const ctx = testCtx(system, { today: '2024-06-17' });
  api = await testApi(system, [reportingApi]);
  await anOpenCall(ctx);
  await aSubmittedUnit(ctx, 'LMHTX-NA', cooperatives('903'));
});

test('RPT-01 a period is answered with its window, both days included', async () => {
  const { body } = await api.get('/api/v1/periods');

  expect(body.items).toContainEqual({
    code: '2024-H1',
    kind: 'half-year',
    firstDay: '2023-12-15',
    lastDay: '2024-06-14',
  });
});

test('REG-11 the dictionary is answered as valid on a day', async () => {
  const { body } = await api.get('/api/v1/indicators?on=2024-06-14');

  const found = body.items.find((one: { code: string }) => one.code === 'HTX.SO');
  expect(found).toMatchObject({ formCode: 'B01', unit: 'HTX', aggregation: 'sum' });
  expect((await api.get('/api/v1/indicators?on=1990-01-01')).body.items).toEqual([]);
});

test('RPT-04 a call tells of every unit, also of those that have sent nothing', async () => {
  const { body } = await api.get(CALL, OFFICER);

  expect(body).toMatchObject({ cluster: 'CUM-BTB', period: { code: '2024-H1' } });
  expect(body.submissions.map((one: { unitCode: string }) => one.unitCode)).toEqual([
    'LMHTX-TH',
    'LMHTX-NA',
    'LMHTX-HT',
    'LMHTX-QB',
    'LMHTX-QT',
    'LMHTX-TTH',
  ]);
  expect(body.submissions[1]).toMatchObject({ isSubmitted: true, receipt: expect.any(String) });
  expect(body.submissions[2]).toMatchObject({ isSubmitted: false, submittedAt: null, receipt: null });
});

test('RPT-01 after the deadline a call that is still open is answered as closed', async () => {
  expect((await api.get(CALL, { ...OFFICER, today: '2024-07-30' })).body.state).toBe('closed');
});

test('IAM-01 the course of a call is closed to whoever has no office', async () => {
  expect((await api.get(CALL)).status).toBe(401);
  expect((await api.get('/api/v1/clusters/CUM-BTB/data-calls')).status).toBe(401);
  expect((await api.get('/api/v1/clusters/CUM-BTB/data-calls', OFFICER)).body.items).toHaveLength(1);
});

test('a period without a call is not found', async () => {
  expect(await api.get('/api/v1/clusters/CUM-BTB/data-calls/2019-H1', OFFICER)).toMatchObject({
    status: 404,
    body: { code: 'reporting.call.not-found' },
  });
});
