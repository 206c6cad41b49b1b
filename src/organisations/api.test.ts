import { beforeAll, expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import type { TestApi } from '#platform/testing/api.ts';
import { testApi } from '#platform/testing/api.ts';
import type { TestSystem } from '#platform/testing/system.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { organisationsApi } from './api.ts';
import { appointClusterOffice } from './commands/appoint-cluster-office.ts';
import { fillPosition } from './commands/fill-position.ts';

let system: TestSystem;
let api: TestApi;

beforeAll(async () => {
  system = await testSystem();
  api = await testApi(system, [organisationsApi]);
});

test('ORG-01 a cluster is answered with its members of the day, north to south', async () => {
  const { status, body } = await api.get('/api/v1/clusters/CUM-BTB?on=2024-06-14');

  expect(status).toBe(200);
  expect(body.members.map((unit: { code: string }) => unit.code)).toEqual([
    'LMHTX-TH',
    'LMHTX-NA',
    'LMHTX-HT',
    'LMHTX-QB',
    'LMHTX-QT',
    'LMHTX-TTH',
  ]);
});

test('ORG-02 an office without a holder is answered as vacant', async () => {
  await appointClusterOffice(testCtx(system), {
    clusterCode: 'CUM-BTB',
    office: 'head',
    allianceCode: 'LMHTX-NA',
    personId: null,
    validFrom: isoDate('2024-01-01'),
    validUntil: isoDate('2025-01-01'),
  });

  const during = await api.get('/api/v1/clusters/CUM-BTB?on=2024-06-14');
  const after = await api.get('/api/v1/clusters/CUM-BTB?on=2025-01-01');

  expect(during.body.offices).toMatchObject([{ office: 'head', unitCode: 'LMHTX-NA', fullName: null }]);
  expect(after.body.offices).toEqual([]);
});

test('a code that nobody has is not found, in the form of RFC 9457', async () => {
  const { status, body, headers } = await api.get('/api/v1/alliances/LMHTX-XX');

  expect(status).toBe(404);
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({ status: 404, title: 'Không tìm thấy', code: 'organisations.alliance.unknown' });
  expect(body.requestId).toBe(headers['x-request-id']);
});

test('ORG-01 a day that is none is wrong input and says how to write it', async () => {
  const { status, body } = await api.get('/api/v1/alliances?on=2024-06-31');

  expect(status).toBe(400);
  expect(body).toMatchObject({
    code: 'platform.api.invalid-input',
    errors: [{ at: 'on', detail: 'Ngày viết theo dạng NNNN-TT-NN, ví dụ 2024-06-14.' }],
  });
});

test('ORG-07 the posts of an alliance are answered as of a day, a vacant one without a name', async () => {
  const seat = { allianceCode: 'LMHTX-NA', title: 'Chủ tịch', protocolRank: 1, isSingleSeat: true } as const;
  const person = { id: null, fullName: 'Người Giữ Ghế', honorific: 'ông', source: 'bản thử' };
  const span = { validFrom: isoDate('2023-01-01'), validUntil: isoDate('2024-01-01') };
  await fillPosition(testCtx(system), { ...seat, person, ...span, confirmsSecondHolder: false });

  const then = await api.get('/api/v1/alliances/LMHTX-NA/positions?on=2023-12-31');
  const now = await api.get('/api/v1/alliances/LMHTX-NA/positions?on=2024-01-01');

  expect(then.body.items).toMatchObject([{ title: 'Chủ tịch', fullName: 'Người Giữ Ghế' }]);
  expect(now.body.items).toMatchObject([{ title: 'Chủ tịch', fullName: null, honorific: '' }]);
});

test('ORG-01 the clusters of a day are answered with how many members they had; before there was one, with none', async () => {
  const then = await api.get('/api/v1/clusters?on=2024-07-05');
  const before = await api.get('/api/v1/clusters?on=2023-12-31');
  const { body } = await api.get('/api/v1/alliances/LMHTX-TTH?on=2024-12-31');

  expect(then.body.items).toMatchObject([{ code: 'CUM-BTB', members: 6 }]);
  expect(before.body.items).toEqual([]);
  expect(body).toMatchObject({ provinceName: 'Thừa Thiên Huế', clusterCode: 'CUM-BTB', wentInto: null });
});
