import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { testSystem } from '#platform/testing/system.ts';
import { communeIndex } from './commune-index.ts';
import { communesOfProvince, districtsOf, listProvinces, successorsOf, unitAt } from './queries.ts';

const system = await testSystem();
const db = system.app.kysely;
const before = isoDate('2025-06-30');
const after = isoDate('2025-07-01');

test.each([
  { on: '2019-01-01', counts: [635, 480, 262, 159, 141, 152] },
  { on: '2024-07-05', counts: [558, 460, 216, 151, 125, 141] },
  { on: '2025-06-30', counts: [547, 412, 209, 145, 119, 133] },
])('ORG-04 the communes of the six provinces on $on are as many as the lists say', async ({ on, counts }) => {
  const found = await Promise.all(
    ['38', '40', '42', '44', '45', '46'].map(async (code) => (await communesOfProvince(db, code, isoDate(on))).length),
  );

  expect(found).toEqual(counts);
});

test('ORG-04 one code is two provinces: 44 is Quảng Bình before 01/07/2025 and Quảng Trị since', async () => {
  expect((await unitAt(db, '44', 1, before))?.name).toBe('Quảng Bình');
  expect((await unitAt(db, '44', 1, after))?.name).toBe('Quảng Trị');
  expect(await unitAt(db, '45', 1, after)).toBeUndefined();
  expect((await listProvinces(db, before)).length).toBe(63);
  expect((await listProvinces(db, after)).length).toBe(34);
});

test('ORG-04 districts end on 01/07/2025', async () => {
  expect((await districtsOf(db, '40', before)).length).toBe(20);
  expect(await districtsOf(db, '40', after)).toEqual([]);
});

test('ORG-04 an old commune leads to one or more new ones', async () => {
  const communes = await communesOfProvince(db, '42', before);
  const ended = communes.filter((unit) => unit.validUntil !== null);

  const successors = await Promise.all(ended.slice(0, 40).map((unit) => successorsOf(db, unit, after)));

  expect(successors.filter((units) => units.length === 0)).toEqual([]);
  expect(successors.flat().every((unit) => unit.validUntil === null || unit.validUntil > after)).toBe(true);
});

test('ORG-04 a commune is found without its kind, with the tone mark moved and in decomposed letters', async () => {
  const index = await communeIndex(db, '44', isoDate('2024-06-14'));

  const [plain, moved, decomposed] = ['Đức Ninh', 'xã  đức ninh', 'Đức Ninh'.normalize('NFD')].map((text) =>
    index.find(text, 'Thành phố Đồng Hới'),
  );

  expect(plain).toMatchObject({ status: 'found', unit: { fullName: 'Xã Đức Ninh' } });
  expect(moved).toEqual(plain);
  expect(decomposed).toEqual(plain);
});

test('ORG-04 a name borne by several communes is asked about, not guessed, and an unknown one gets suggestions', async () => {
  const index = await communeIndex(db, '40', isoDate('2024-06-14'));
  const names = Map.groupBy(index.communes, (unit) => unit.fullName);
  const [shared] = [...names].find(([, units]) => units.length > 1) ?? [];
  const [first] = names.get(shared ?? '') ?? [];

  expect(index.find(shared ?? '', '').status).toBe('ambiguous');
  expect(index.find(shared ?? '', first ? index.districtName(first) : '').status).toBe('found');
  const [some] = index.communes;
  const misspelt = index.find(`${some?.name}x`, '');
  expect(misspelt.status).toBe('unknown');
  expect(misspelt.candidates).toContainEqual(some);
});
