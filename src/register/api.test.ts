import { beforeAll, expect, test } from 'vitest';
import type { TestApi } from '#platform/testing/api.ts';
import { testApi } from '#platform/testing/api.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { registerApi } from './api.ts';
import { anAllianceId, aRow, savedRows } from './testing.ts';

const OFFICER_QB = { grants: [{ role: 'officer', scope: 'alliance:LMHTX-QB' }] } as const;
const SECRETARY = { grants: [{ role: 'secretary', scope: 'cluster:CUM-BTB' }] } as const;
let api: TestApi;

beforeAll(async () => {
  const system = await testSystem();
  const ctx = testCtx(system);
  api = await testApi(system, [registerApi]);
  const persons = { representativeName: 'Người Đại Diện', workPhone: '0232000111', note: 'gặp anh Ba' };
  await savedRows(ctx, await anAllianceId(ctx, 'LMHTX-QB'), [
    aRow({ rowNo: 12, name: 'HTX Đức Ninh', membersTotal: 214, revenueDong: 1_250_000_000n, ...persons }),
    aRow({ rowNo: 13, name: 'HTX Ân Lộc', communeText: 'Xã Bảo Ninh', status: 'suspended', ...persons }),
    aRow({ rowNo: 14, name: 'HTX An Bình', communeText: 'Xã Bảo Ninh', ...persons }),
  ]);
  await savedRows(ctx, await anAllianceId(ctx, 'LMHTX-NA'), [aRow({ rowNo: 12, name: 'HTX Kỳ Sơn', ...persons })]);
});

const names = (answer: { body: { items: { name: string }[] } }) => answer.body.items.map((item) => item.name);

test('REG-01 the register is listed in Vietnamese order, page by page, with the number of all', async () => {
  const first = await api.get('/api/v1/organisations?limit=2', OFFICER_QB);
  const second = await api.get(
    `/api/v1/organisations?limit=2&cursor=${encodeURIComponent(first.body.next)}`,
    OFFICER_QB,
  );

  expect(names(first)).toEqual(['HTX An Bình', 'HTX Ân Lộc']);
  expect(names(second)).toEqual(['HTX Đức Ninh']);
  expect(first.body.total).toBe(3);
  expect(second.body.next).toBeNull();
});

test('SRC-01 a search needs no tones, and filters narrow it', async () => {
  expect(names(await api.get('/api/v1/organisations?search=duc%20ninh', OFFICER_QB))).toEqual(['HTX Đức Ninh']);
  expect(names(await api.get('/api/v1/organisations?status=suspended', OFFICER_QB))).toEqual(['HTX Ân Lộc']);
  expect(
    names(await api.get('/api/v1/organisations?status=suspended&status=operating&alliance=LMHTX-NA', SECRETARY)),
  ).toEqual(['HTX Kỳ Sơn']);
});

test('money leaves as exact text, and what is not known is null, not 0', async () => {
  const { body } = await api.get('/api/v1/organisations?search=duc%20ninh', OFFICER_QB);

  expect(body.items[0]).toMatchObject({
    members: 214,
    revenueDong: '1250000000',
    profitDong: null,
    alliance: 'LMHTX-QB',
  });
});

test('IAM-01 each reads the part of the register that the grant reaches', async () => {
  expect((await api.get('/api/v1/organisations')).status).toBe(401);
  expect((await api.get('/api/v1/organisations', { grants: [{ role: 'editor', scope: 'system' }] })).status).toBe(403);
  expect((await api.get('/api/v1/organisations', SECRETARY)).body.total).toBe(4);
  expect((await api.get('/api/v1/organisations?alliance=LMHTX-NA', OFFICER_QB)).body).toEqual({
    items: [],
    next: null,
    total: 0,
  });
});

test('PDP-02 neither list nor detail tells who represents it, a telephone or a free note', async () => {
  const list = await api.get('/api/v1/organisations', OFFICER_QB);
  const detail = await api.get(`/api/v1/organisations/${list.body.items[0].id}`, OFFICER_QB);

  for (const { body } of [list, detail]) expect(JSON.stringify(body)).not.toMatch(/Người Đại Diện|0232000111|anh Ba/);
});

test('REG-01 one organisation is answered with what it is and what it reported for each period', async () => {
  const list = await api.get('/api/v1/organisations?search=duc%20ninh', OFFICER_QB);

  const { body } = await api.get(`/api/v1/organisations/${list.body.items[0].id}`, OFFICER_QB);

  expect(body.facts).toMatchObject({ name: 'HTX Đức Ninh', kind: 'cooperative' });
  expect(body.facts).not.toHaveProperty('membersTotal');
  expect(body.address).toEqual(expect.objectContaining({ text: expect.stringContaining('xã Đức Ninh') }));
  expect(body.reports).toMatchObject([{ period: '2024-H1', facts: { membersTotal: 214, revenueDong: '1250000000' } }]);
});

test('IAM-01 what another alliance keeps is not there for an officer', async () => {
  const list = await api.get('/api/v1/organisations?search=ky%20son', SECRETARY);
  const { id } = list.body.items[0];

  expect((await api.get(`/api/v1/organisations/${id}`, OFFICER_QB)).status).toBe(404);
  expect((await api.get(`/api/v1/organisations/${id}`)).status).toBe(401);
});
