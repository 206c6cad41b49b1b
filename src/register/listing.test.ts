import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { listOrganisations } from './listing.ts';
import type { ListedOrganisation, ListFilter } from './listing-model.ts';
import { aFilter, anAllianceId, anyRows, aRow, savedRows } from './testing.ts';

const system = await testSystem();
const ctx = testCtx(system);
const db = system.app.kysely;

async function namesFor(code: string, asks: Partial<ListFilter>): Promise<readonly string[]> {
  const page = await listOrganisations(db, aFilter([await anAllianceId(ctx, code)], asks));
  return page.rows.map((row) => row.name);
}

const searched = await anAllianceId(ctx, 'LMHTX-QB');
await savedRows(
  ctx,
  searched,
  [
    'Hợp tác xã dịch vụ nông nghiệp Đức Ninh',
    'HTX Ma Phương',
    'HTX Mã Yên',
    'HTX Mai Hồng',
    'HTX Kỳ Hoà',
    'HTX nuôi ong Dục Ninh',
  ].map((name, index) => aRow({ rowNo: index + 8, name, communeText: index === 3 ? 'TX. Ba Đồn' : 'Xã Quảng Đông' })),
);

test.each([
  'hop tac xa duc ninh',
  'HTX Đức Ninh',
  'HTX Duc Ninh',
  'DVNN đức ninh',
  '  đỨC   nInH ',
  'Đức Ninh'.normalize('NFD'),
])('SRC-01 “%s” finds Hợp tác xã dịch vụ nông nghiệp Đức Ninh', async (question) => {
  expect(await namesFor('LMHTX-QB', { question })).toContain('Hợp tác xã dịch vụ nông nghiệp Đức Ninh');
});

test('SRC-01 what has the very tones typed stands before what has others', async () => {
  expect(await namesFor('LMHTX-QB', { question: 'đức ninh' })).toEqual([
    'Hợp tác xã dịch vụ nông nghiệp Đức Ninh',
    'HTX nuôi ong Dục Ninh',
  ]);
  expect(await namesFor('LMHTX-QB', { question: 'dục ninh' })).toEqual([
    'HTX nuôi ong Dục Ninh',
    'Hợp tác xã dịch vụ nông nghiệp Đức Ninh',
  ]);
});

test('SRC-01 “ma” finds Ma, then Mã, then what only begins so', async () => {
  expect(await namesFor('LMHTX-QB', { question: 'ma' })).toEqual(['HTX Ma Phương', 'HTX Mã Yên', 'HTX Mai Hồng']);
});

test.each(['Kì Hòa', 'kỳ hòa', 'ki hoa'])(
  'SRC-01 “%s” finds Kỳ Hoà: i or y and the place of the tone do not count',
  async (question) => {
    expect(await namesFor('LMHTX-QB', { question })).toEqual(['HTX Kỳ Hoà']);
  },
);

test.each(['thị xã Ba Đồn', 'TX Ba Đồn', 'tx. ba don'])(
  'SRC-01 “%s” finds by place, shortened or not',
  async (question) => {
    expect(await namesFor('LMHTX-QB', { question })).toEqual(['HTX Mai Hồng']);
  },
);

test.each([
  ['phuogn', 'swapped'],
  ['phuog', 'too few'],
  ['phuoong', 'too many'],
  ['phuomg', 'wrong'],
])('SRC-01 a letter amiss is forgiven where nothing was found: %s (%s)', async (question) => {
  const page = await listOrganisations(db, aFilter([searched], { question }));

  expect(page.rows.map((row) => row.name)).toEqual(['HTX Ma Phương']);
  expect(page.forgiven).toEqual({ typed: question, found: 'phuong' });
});

test('SRC-01 nothing found answers an empty page and no guess', async () => {
  const page = await listOrganisations(db, aFilter([searched], { question: 'xyzxyz' }));

  expect([page.rows, page.total, page.forgiven]).toEqual([[], 0, null]);
});

test('SRC-01 a question of more than 200 characters is cut, one without a word asks nothing', async () => {
  expect(await namesFor('LMHTX-QB', { question: `Ma Phương ${' '.repeat(10)}${'— '.repeat(200)} không có` })).toEqual([
    'HTX Ma Phương',
  ]);
  expect(await namesFor('LMHTX-QB', { question: ' ?! % _ ' })).toHaveLength(6);
});

test('SRC-01 no count, facet or guess speaks of a register that may not be seen', async () => {
  const elsewhere = await listOrganisations(
    db,
    aFilter([await anAllianceId(ctx, 'LMHTX-TTH')], { question: 'phuogn' }),
  );

  expect([elsewhere.total, elsewhere.forgiven, [...elsewhere.facets.statuses]]).toEqual([0, null, []]);
});

test('X-01 pages forwards and back hold every row once, in Vietnamese order, whatever the sort', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-NA');
  const [rows = []] = fc.sample(anyRows(70), { numRuns: 1, seed: 7 });
  await savedRows(ctx, allianceId, rows);

  for (const sort of ['name', 'members', 'revenue', 'confirmed', 'relevance'] as const)
    for (const direction of ['asc', 'desc'] as const) {
      const whole = (await listOrganisations(db, aFilter([allianceId], { sort, direction, size: 200 }))).rows;
      const { forwards, backwards } = await leafed(aFilter([allianceId], { sort, direction, size: 9 }));

      expect(forwards.map((row) => row.id)).toEqual(whole.map((row) => row.id));
      expect(backwards.map((row) => row.id)).toEqual(whole.map((row) => row.id));
      expect(whole).toHaveLength(rows.length);
    }
});

/** All pages to the end, and from the end all pages back. */
async function leafed(filter: ListFilter) {
  const forwards: ListedOrganisation[] = [];
  let page = await listOrganisations(db, filter);
  forwards.push(...page.rows);
  while (page.next) {
    page = await listOrganisations(db, { ...filter, after: page.next });
    forwards.push(...page.rows);
  }
  const backwards: ListedOrganisation[] = [...page.rows];
  while (page.previous) {
    page = await listOrganisations(db, { ...filter, before: page.previous });
    backwards.unshift(...page.rows);
  }
  return { forwards, backwards };
}

test('X-01 names sort as the Vietnamese dictionary has them, and what is not known stands last either way', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-TH');
  await savedRows(ctx, allianceId, [
    ...['Đồng', 'Dung', 'Ân', 'An', 'Ăn', 'Ơn'].map((name, index) =>
      aRow({ rowNo: index + 8, name, membersTotal: index }),
    ),
    aRow({ rowNo: 20, name: 'Êm' }),
  ]);

  expect(await namesFor('LMHTX-TH', { sort: 'name' })).toEqual(['An', 'Ăn', 'Ân', 'Dung', 'Đồng', 'Êm', 'Ơn']);
  expect((await namesFor('LMHTX-TH', { sort: 'members', direction: 'asc' })).at(-1)).toBe('Êm');
  expect((await namesFor('LMHTX-TH', { sort: 'members', direction: 'desc' })).at(-1)).toBe('Êm');
});

test('counts of a facet follow the other facets and not itself, and agree with the list', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-HT');
  await savedRows(ctx, allianceId, [
    aRow({ rowNo: 8, name: 'A', status: 'operating', sectorCode: 'nong-nghiep', rating: 'good', membersTotal: 3 }),
    aRow({ rowNo: 9, name: 'B', status: 'operating', sectorCode: 'xay-dung', establishedOn: isoDate('2024-01-02') }),
    aRow({ rowNo: 10, name: 'C', status: 'ceased', sectorCode: 'nong-nghiep', rating: 'not-rated', revenueDong: 1n }),
    aRow({ rowNo: 11, name: 'D', status: 'ceased', confirmedOn: isoDate('2022-06-24') }),
  ]);
  const of = (asks: Partial<ListFilter>) => listOrganisations(db, aFilter([allianceId], asks));

  const page = await of({ statuses: ['ceased'] });

  expect(page.rows.map((row) => row.name)).toEqual(['C', 'D']);
  expect(page.total).toBe(2);
  expect(Object.fromEntries(page.facets.statuses)).toEqual({ operating: 2, ceased: 2 });
  expect(Object.fromEntries(page.facets.sectors)).toEqual({ 'nong-nghiep': 1, none: 1 });
  expect(Object.fromEntries(page.facets.freshness)).toEqual({ never: 1, 'over-24-months': 1 });
  expect((await of({ sectors: ['none', 'xay-dung'] })).rows.map((row) => row.name)).toEqual(['B', 'D']);
  expect((await of({ ratings: ['none'] })).rows.map((row) => row.name)).toEqual(['B', 'C', 'D']);
  expect((await of({ isNew: true })).rows.map((row) => row.name)).toEqual(['B']);
  expect((await of({ missing: ['members'] })).rows.map((row) => row.name)).toEqual(['B', 'C', 'D']);
  expect((await of({ freshness: ['over-24-months'] })).rows.map((row) => row.name)).toEqual(['D']);
});

test('a cursor that is none of ours shows the first page', async () => {
  expect(await namesFor('LMHTX-HT', { after: 'bậy', sort: 'name' })).toEqual(['A', 'B', 'C', 'D']);
  expect(await namesFor('LMHTX-HT', { before: 'bậy', sort: 'name' })).toEqual(['A', 'B', 'C', 'D']);
});
