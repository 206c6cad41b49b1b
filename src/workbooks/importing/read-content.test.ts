import { expect, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { REGISTER_COLUMNS } from '../columns.ts';
import { getUnitPlace, workbookDefinition } from '../queries.ts';
import { columnLetters } from '../reading/address.ts';
import { openWorkbook } from '../reading/open-workbook.ts';
import { aWorkbook, type Typed, typedOver } from '../testing.ts';
import { Finder } from './finder.ts';
import { placeOf, readIdentity } from './identity.ts';
import { loadPlaceBooks } from './places.ts';
import { type ReadContent, readContent } from './read-content.ts';

const system = await testSystem();
const ctx = testCtx(system, { today: '2026-01-20' });
const REGISTER = 'Sổ bộ HTX';

interface Read {
  readonly content: ReadContent;
  readonly codes: readonly string[];
  readonly finder: Finder;
}

async function read(
  cells: Readonly<Record<string, Readonly<Record<string, Typed>>>>,
  how: { unitCode?: string; periodCode?: string } = {},
): Promise<Read> {
  const place = { unitCode: how.unitCode ?? 'LMHTX-NA', periodCode: how.periodCode ?? '2024-H1' };
  const bytes = typedOver(await aWorkbook(ctx, { ...place, count: 3 }), cells);
  const opened = openWorkbook(bytes, 'tep.xlsx');
  const { alliance, period } = await getUnitPlace(ctx.read, place);
  const { indicators, sectors } = await workbookDefinition(ctx.read, place.unitCode, place.periodCode);
  const books = await loadPlaceBooks(ctx.read, alliance.provinceCode, period.lastDay);
  const finder = new Finder();
  const terms = { indicators, sectors, books, cutOff: period.lastDay, today: ctx.today };
  const content = readContent(present(opened.ok ? opened.book : undefined, 'the file opens'), terms, finder);
  return { content, finder, codes: finder.messages.map((one) => `${one.sheet}!${one.cell} ${one.code}`) };
}

function said({ finder }: Read, code: string): string {
  return finder.messages.find((message) => message.code === code)?.text ?? '';
}

test('IMP-01 without the hidden row of codes the columns are matched by their heads, with a warning', async () => {
  const whole = await read({});
  const codes = REGISTER_COLUMNS.map((_, index) => `${columnLetters(index + 2)}6`);
  const lost = await read({ [REGISTER]: Object.fromEntries(['A6', ...codes].map((address) => [address, null])) });
  const unmarked = await read({ [REGISTER]: { A6: null } });

  expect(lost.codes).toEqual([`${REGISTER}!A4 workbooks.sheet.matched-by-heads`]);
  expect(unmarked.codes).toEqual([`${REGISTER}!A6 workbooks.sheet.matched-by-heads`]);
  expect(unmarked.content.register.rows).toEqual(whole.content.register.rows);
  expect(lost.content.register.rows).toEqual(whole.content.register.rows);
});

test('IMP-01 a column whose code and head are gone is named, not taken for empty', async () => {
  const lost = await read({ [REGISTER]: { AH6: 'DT' } });

  expect(lost.codes).toContain(`${REGISTER}! workbooks.sheet.column-missing`);
  expect(said(lost, 'workbooks.sheet.column-missing')).toContain('Doanh thu');
});

test('IMP-04 a commune that does not exist is told with the nearest names; the row is kept as written', async () => {
  const misspelt = await read({ [REGISTER]: { M7: 'Xã Diễn Ky', N7: null, O7: null } });

  expect(misspelt.codes).toEqual([`${REGISTER}!M7 workbooks.place.unknown`]);
  expect(said(misspelt, 'workbooks.place.unknown')).toContain('Xã Diễn Kỷ (Huyện Diễn Châu)');
  expect([...misspelt.content.register.rows][0]).toMatchObject({ communeText: 'Xã Diễn Ky', communeId: null });
});

test('IMP-04 of several communes of one name the district decides; without it the choice is left open', async () => {
  const open = await read({ [REGISTER]: { M7: 'Nghĩa Bình', N7: null, O7: null } });
  const decided = await read({ [REGISTER]: { M7: 'Nghĩa Bình', N7: 'Tân Kỳ', O7: null } });

  expect(open.codes).toEqual([`${REGISTER}!M7 workbooks.place.ambiguous`]);
  expect(said(open, 'workbooks.place.ambiguous')).toContain('Huyện Tân Kỳ');
  expect(decided.codes).toEqual([]);
  expect([...decided.content.register.rows][0]?.communeId).not.toBeNull();
});

test('IMP-04 where code and name of the commune disagree the code counts, and it is told', async () => {
  const other = await read({ [REGISTER]: { M7: 'Xã Diễn Kỷ', N7: null } });

  expect(other.codes).toEqual([`${REGISTER}!O7 workbooks.place.code-disagrees`]);
});

test('ORG-04 a district of 2024 is taken as it is in a period of 2024', async () => {
  const then = await read({ [REGISTER]: { M7: 'Xã Diễn Kỷ', N7: 'Huyện Diễn Châu', O7: null } });

  expect(then.codes).toEqual([]);
  expect([...then.content.register.rows][0]?.communeId).not.toBeNull();
});

test('ORG-04 in a period after 30/06/2025 an ended commune is amber, with what it is today', async () => {
  const now = await read({ [REGISTER]: { M7: 'Xã Diễn Kỷ', N7: 'Huyện Diễn Châu', O7: null } }, { periodCode: '2025' });

  expect(now.codes).toEqual([`${REGISTER}!M7 workbooks.place.commune-ended`]);
  expect(said(now, 'workbooks.place.commune-ended')).toMatch(
    /^Xã Diễn Kỷ \(Huyện Diễn Châu\) không còn từ 01\/07\/2025; hiện nay là Xã .+\./,
  );
  expect(now.finder.hasErrors()).toBe(false);
});

test('ORG-04 a commune that ended before the period, still in the time of districts, is told with what it became and when', async () => {
  const ended = await read(
    { [REGISTER]: { M7: 'Phường Cửa Nam', N7: 'Thành phố Vinh', O7: null } },
    { periodCode: '2025' },
  );
  const lost = await read(
    { [REGISTER]: { M7: 'Xã Hùng Thành', N7: 'Huyện Yên Thành', O7: null } },
    { periodCode: '2025' },
  );

  expect(said(ended, 'workbooks.place.commune-ended')).toContain('hiện nay là');
  expect(said(lost, 'workbooks.place.commune-ended')).toMatch(/không còn từ 01\/12\/2024, chưa rõ nhập vào đâu/);
});

test('ORG-04 an old commune is not taken for a new one elsewhere that was given its name or its code', async () => {
  // Xã Tân Phú of huyện Tân Kỳ bears a name of another place now; the code in the file is of the old commune.
  const old = await read({ [REGISTER]: { M7: 'Xã Diễn Kỷ', N7: 'H. Diễn Châu', O7: '17416' } }, { periodCode: '2025' });

  expect(old.codes).toEqual([`${REGISTER}!M7 workbooks.place.commune-ended`]);
  expect([...old.content.register.rows][0]?.communeId).toBeNull();
});

test('REG-06 an organisation without a main sector is counted apart and told, not dropped', async () => {
  const without = await read({ [REGISTER]: { P8: null } });

  expect(without.codes).toEqual([`${REGISTER}!P8 workbooks.row.without-sector`]);
  expect(without.content.register.rows).toHaveLength(3);
  expect(without.finder.hasErrors()).toBe(false);
});

test('IMP-04 doubts are warnings: paid-in over charter capital, founding after the cut-off', async () => {
  const doubtful = await read({ [REGISTER]: { AF7: 999_000_000_000, K8: '20/06/2024', I8: '20/06/2024' } });

  expect(doubtful.codes).toEqual([
    `${REGISTER}!AF7 workbooks.row.paid-in-over-charter`,
    `${REGISTER}!K8 workbooks.row.established-after-cut-off`,
  ]);
  expect(doubtful.finder.hasErrors()).toBe(false);
});

test('IMP-01 a row copied with its hidden id is another row', async () => {
  const id = '0190335f-4500-773c-9819-8df6016571f2';
  const copied = await read({ [REGISTER]: { A7: id, A8: id, A9: 'abc' } });

  expect(copied.codes).toEqual([`${REGISTER}!A8 workbooks.row.id-twice`, `${REGISTER}!A9 workbooks.row.id-broken`]);
  expect([...copied.content.register.rows].map((row) => row.id)).toEqual([id, null, null]);
});

test('IMP-02 a form with a code that is unknown, doubled or gone says so at the cell', async () => {
  const broken = await read({ 'Biểu 09': { C8: 'KK.W99', C9: 'KK.W3', C10: null, H10: 5 } });

  expect(broken.codes).toEqual([
    'Biểu 09!C8 workbooks.form.indicator-unknown',
    'Biểu 09!H10 workbooks.form.figure-without-code',
    'Biểu 09! workbooks.form.indicator-missing',
    'Biểu 09! workbooks.form.indicator-missing',
  ]);
});

const identity = { template: 'half-year', version: '1', unit: 'LMHTX-NA', period: '2024-H1', hash: 'x', isDemo: false };
const chosen = { unitCode: 'LMHTX-NA', periodCode: '2024-H1' };

test.each([
  { why: 'as it says', of: identity, assumed: undefined, codes: [], place: chosen },
  { why: 'foreign', of: undefined, assumed: undefined, codes: ['workbooks.template.foreign'], place: undefined },
  {
    why: 'foreign, place chosen',
    of: undefined,
    assumed: chosen,
    codes: ['workbooks.template.foreign-taken'],
    place: chosen,
  },
  {
    why: 'older',
    of: { ...identity, version: '0' },
    assumed: undefined,
    codes: ['workbooks.template.older'],
    place: chosen,
  },
  {
    why: 'newer',
    of: { ...identity, version: '2' },
    assumed: undefined,
    codes: ['workbooks.template.newer'],
    place: chosen,
  },
  {
    why: 'other kind',
    of: { ...identity, template: 'loan' },
    assumed: undefined,
    codes: ['workbooks.template.other-kind'],
    place: undefined,
  },
  {
    why: 'other unit',
    of: identity,
    assumed: { ...chosen, unitCode: 'LMHTX-HT' },
    codes: ['workbooks.template.other-unit'],
    place: chosen,
  },
  {
    why: 'other period',
    of: identity,
    assumed: { ...chosen, periodCode: '2023-H1' },
    codes: ['workbooks.template.other-period'],
    place: chosen,
  },
])('IMP-01 a workbook that is $why', ({ of, assumed, codes, place }) => {
  const finder = new Finder();

  expect(placeOf(of, assumed, finder)).toEqual(place);
  expect(finder.messages.map((message) => message.code)).toEqual(codes);
});

test('IMP-01 a workbook says for whom it is in the very hidden sheet', async () => {
  const opened = openWorkbook(await aWorkbook(ctx, { unitCode: 'LMHTX-QT', count: 0 }), 'tep.xlsx');

  const found = readIdentity(present(opened.ok ? opened.book : undefined, 'the file opens'));

  expect(found).toMatchObject({ template: 'half-year', version: '1', unit: 'LMHTX-QT', period: '2024-H1' });
});
