import fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import { addDays, isoDate } from '#kernel/time.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import type { CreditFundRow, RegisterRow } from '#register/public.ts';
import { importWorkbooks } from './commands/import-workbooks.ts';
import { undoImport } from './commands/undo-import.ts';
import { writeTemplate } from './commands/write-template.ts';
import { Finder } from './importing/finder.ts';
import { loadPlaceBooks } from './importing/places.ts';
import { readContent } from './importing/read-content.ts';
import type { FormValue, WorkbookContent } from './model.ts';
import { getUnitPlace, knownContent, workbookDefinition } from './queries.ts';
import { openWorkbook } from './reading/open-workbook.ts';
import { buildWorkbook } from './template/build-workbook.ts';
import { sampleContent } from './testing.ts';

const system = await testSystem();
const ctx = testCtx(system);
const PLACE = { unitCode: 'LMHTX-TTH', periodCode: '2024-H1' };
const definition = await workbookDefinition(ctx.read, PLACE.unitCode, PLACE.periodCode);
const unit = await getUnitPlace(ctx.read, PLACE);
const books = await loadPlaceBooks(ctx.read, unit.alliance.provinceCode, unit.period.lastDay);
const sample = sampleContent(definition, 8);

const people = fc.option(fc.integer({ min: 0, max: 5000 }));
const dong = fc.option(fc.bigInt({ min: 0n, max: 9_000_000_000_000n }));
const words = fc.constantFrom(
  '',
  'Xóm 5',
  'Đã gọi điện, chờ hồ sơ',
  'Kỳ Lân – “Ngọc Hồi” & <b>',
  "=HYPERLINK('x')",
  '0012',
);

/** What may vary without breaking a rule of the register; the parts stay below their whole. */
const variation = fc.record({
  shortName: words,
  address: words,
  note: words,
  establishedPrecision: fc.constantFrom('day', 'month', 'year'),
  sectorCode: fc.option(fc.constantFrom(...definition.sectors.map((sector) => sector.value))),
  status: fc.constantFrom('operating', 'suspended', 'ceased', 'dissolving', 'dissolved', 'merged'),
  membersTotal: people,
  workersRegular: people,
  incomeMonthDong: dong,
  charterCapitalDong: dong,
  assetsDong: dong,
  revenueDong: dong,
  profitDong: fc.option(fc.bigInt({ min: -9_000_000_000n, max: 9_000_000_000n })),
  offtakeContracts: people,
  inValueChain: fc.option(fc.boolean()),
  certificates: fc.constantFrom('', 'VietGAP; OCOP 3 sao'),
  rating: fc.option(fc.constantFrom('good', 'fair', 'average', 'weak', 'not-rated')),
  basis: fc.constantFrom('actual', 'estimate', 'preliminary'),
});

type Variation = typeof variation extends fc.Arbitrary<infer T> ? T : never;

function varied(row: RegisterRow, change: Variation): RegisterRow {
  const day = isoDate(
    { day: '2015-03-20', month: '2015-03-01', year: '2015-01-01' }[change.establishedPrecision] ?? '',
  );
  return {
    ...row,
    ...change,
    establishedOn: day,
    statusSince: change.status === 'operating' ? null : addDays(isoDate('2016-01-01'), 30),
    membersOfficial: null,
    membersAssociate: null,
    membersWomen: null,
    membersMinority: null,
    membersServed: null,
    workersWomen: null,
  } as RegisterRow;
}

const entered = definition.indicators.filter((indicator) => indicator.isEntered && indicator.kind === 'count');
const figures = fc.uniqueArray(fc.record({ place: fc.nat(entered.length - 1), amount: fc.nat(100_000) }), {
  maxLength: 12,
  selector: (one) => one.place,
});

const contents = fc.record({
  changes: fc.array(variation, { minLength: 1, maxLength: 8 }),
  figures,
  body: fc.constantFrom('', 'Dòng một.\nDòng hai, có dấu: ễ ỗ ự.'),
});

function contentOf({
  changes,
  figures: given,
  body,
}: typeof contents extends fc.Arbitrary<infer T> ? T : never): WorkbookContent {
  const values = given.map(
    ({ place, amount }): FormValue => ({
      indicatorCode: entered[place]?.code ?? '',
      aspect: 'last-year',
      amount: String(amount),
      basis: 'actual',
      note: '',
    }),
  );
  return {
    register: changes.flatMap((change, index) => {
      const row = sample.register[index];
      return row ? [varied(row, change)] : [];
    }),
    funds: sample.funds,
    values,
    narrative: body === '' ? [] : [{ sectionCode: 'TM.KETQUA', body }],
  };
}

function withoutPlace<Row extends RegisterRow | CreditFundRow>({ rowNo: _, ...row }: Row) {
  return row;
}

test('IMP-01 what a workbook is written from is what is read out of it', async () => {
  await fc.assert(
    fc.asyncProperty(contents, async (given) => {
      const content = contentOf(given);
      const opened = openWorkbook(await buildWorkbook(definition, content), 'tep.xlsx');
      const finder = new Finder();
      const { indicators, sectors } = definition;
      const terms = { indicators, sectors, books, cutOff: unit.period.lastDay, today: ctx.today };
      const read = opened.ok ? readContent(opened.book, terms, finder) : undefined;

      expect(finder.messages.filter((message) => message.severity === 'error')).toEqual([]);
      expect([...(read?.register.rows ?? [])].map(withoutPlace)).toEqual(content.register.map(withoutPlace));
      expect([...(read?.funds.rows ?? [])].map(withoutPlace)).toEqual(content.funds.map(withoutPlace));
      expect(read?.narrative.filter((section) => section.body !== '').map((section) => section.body)).toEqual(
        content.narrative.map((section) => section.body),
      );
      const amounts = (values: readonly FormValue[]) =>
        values
          .filter((one) => one.amount !== null)
          .map((one) => `${one.indicatorCode} ${one.aspect} ${one.amount}`)
          .toSorted();
      expect(amounts(read?.values ?? [])).toEqual(amounts(content.values));
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('IMP-01 import(export(x)) changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(contents, async (given) => {
      const bytes = await buildWorkbook(definition, contentOf(given));
      const taken = await importWorkbooks(ctx, [{ name: 'a.xlsx', bytes }]);
      const before = await knownContent(ctx.read, unit);

      const exported = await writeTemplate(ctx, { ...PLACE, prefill: true });
      const again = await importWorkbooks(ctx, [{ name: 'b.xlsx', bytes: exported }]);

      expect(taken.files[0]?.accepted).toBe(true);
      expect(again.files[0]).toMatchObject({ accepted: true, rows: { new: 0, changed: 0, conflict: 0, error: 0 } });
      expect(again.files[0]?.messages.map((message) => message.code)).toContain('workbooks.import.unchanged');
      expect(await knownContent(ctx.read, unit)).toEqual(before);

      await undoImport(ctx, present(taken.files[0]?.importId, 'the first import was taken in'));
    }),
    { numRuns: 4, endOnFailure: true },
  );
});
