import type { Workbook } from '@protobi/exceljs';
import { present } from '#kernel/assert.ts';
import { divide } from '#kernel/decimal.ts';
import { FORMS, type Indicator, shownUnit } from '#reporting/public.ts';
import { BASES } from '../columns/choices.ts';
import { labelOf } from '../columns/model.ts';
import { FORM_COLUMNS, type FormSheet } from '../columns.ts';
import type { FormValue, WorkbookContent, WorkbookDefinition } from '../model.ts';
import { addCheck, choiceCheck } from './checks.ts';
import type { ComputedFigures } from './computed-figures.ts';
import { countingFormula } from './counting-formulas.ts';
import { ASPECT_COLUMN, gapFormula, ratioFormula, shareFormula, totalFormula } from './formulas.ts';
import { FORM_ROWS, formLetter, formLines, indicatorPlaces } from './layout.ts';
import { addDataSheet, freeze, protect, put, setWidths, unitLine, writeCodeRow, writeHeads } from './sheet-parts.ts';
import { COLOUR, computedStyle, entryStyle, numberFormat, STYLE } from './styles.ts';
import { words } from './words.vi.ts';

type Sheet = ReturnType<Workbook['addWorksheet']>;
type Place = { readonly definition: WorkbookDefinition; readonly computed: ComputedFigures; readonly form: FormSheet };

/** One form: a row per indicator, figures of three aspects, comparisons by formula, signature block below. */
export async function addFormSheet(
  book: Workbook,
  definition: WorkbookDefinition,
  content: WorkbookContent,
  computed: ComputedFigures,
  form: FormSheet,
): Promise<void> {
  const sheet = addDataSheet(book, form.sheet, definition, {
    headRows: `${FORM_ROWS.head}:${FORM_ROWS.head}`,
    pagesWide: 1,
  });
  setWidths(sheet, FORM_COLUMNS);
  writeTop(sheet, definition, form);
  const given = Map.groupBy(content.values, (value) => value.indicatorCode);
  const byCode = new Map(definition.indicators.map((indicator) => [indicator.code, indicator]));
  const lines = formLines(definition, form.form);
  for (const line of lines) {
    if (line.kind === 'group') writeGroup(sheet, line.row, line.name);
    else {
      const indicator = present(byCode.get(line.code), 'a form line names an indicator of the dictionary');
      writeIndicator(sheet, line.row, indicator, given.get(line.code) ?? [], { definition, computed, form });
    }
  }
  const lastRow = lines.at(-1)?.row ?? FORM_ROWS.firstData;
  finish(sheet, lastRow);
  writeSignatures(sheet, lastRow + 2);
  freeze(sheet, 4, FORM_ROWS.codes, `${formLetter('KY_NAY')}${FORM_ROWS.firstData}`);
  await protect(sheet);
}

function writeTop(sheet: Sheet, definition: WorkbookDefinition, { form }: FormSheet): void {
  const hasMoney = definition.indicators.some((one) => one.formCode === form && one.entryScale > 1);
  put(sheet.getCell(FORM_ROWS.unit, 2), definition.unit.name.toLocaleUpperCase('vi'), STYLE.line);
  put(
    sheet.getCell(FORM_ROWS.title, 2),
    `${words.formNumber(form)}. ${FORMS[form].title.toLocaleUpperCase('vi')}`,
    STYLE.title,
  );
  const line = unitLine(definition);
  put(sheet.getCell(FORM_ROWS.line, 2), hasMoney ? `${line} · ${words.moneyInMillions}` : line, STYLE.line);
  if (definition.isDemo) {
    put(sheet.getCell(FORM_ROWS.unit, FORM_COLUMNS.length + 1), words.demoMark, STYLE.mark);
  }
  writeHeads(sheet, FORM_COLUMNS, FORM_ROWS.group, FORM_ROWS.head);
  writeCodeRow(sheet.getRow(FORM_ROWS.codes), FORM_COLUMNS);
  sheet.getRow(FORM_ROWS.title).height = 24;
  sheet.getRow(FORM_ROWS.group).height = 20;
  sheet.getRow(FORM_ROWS.head).height = 48;
}

function writeGroup(sheet: Sheet, row: number, name: string): void {
  for (let at = 2; at <= FORM_COLUMNS.length + 1; at += 1) put(sheet.getCell(row, at), null, STYLE.groupRow);
  sheet.getCell(`${formLetter('CHI_TIEU')}${row}`).value = name;
  sheet.getRow(row).height = 20;
}

function writeIndicator(sheet: Sheet, row: number, indicator: Indicator, given: readonly FormValue[], place: Place) {
  const cell = (code: string) => sheet.getCell(`${formLetter(code)}${row}`);
  const name = cell('CHI_TIEU');
  put(cell('STT'), indicator.rowNo, STYLE.fixedCentre);
  put(cell('MA'), indicator.code, STYLE.fixedCentre);
  const nameStyle = indicator.indent === 0 ? STYLE.fixedStrong : STYLE.fixedText;
  put(name, indicator.name, { ...nameStyle, alignment: { ...nameStyle.alignment, indent: indicator.indent * 2 } });
  name.note = words.definition(indicator.definition, shownUnit(indicator));
  put(cell('DVT'), shownUnit(indicator), STYLE.fixedCentre);
  writeFigures(sheet, row, indicator, given, place);
  writeComparisons(sheet, row, indicator, place);
  const current = given.find((value) => value.aspect === 'current');
  const basis = current && current.basis !== 'actual' ? labelOf(BASES, current.basis) : null;
  put(
    cell('LOAI_SO'),
    indicator.isEntered ? basis : null,
    indicator.isEntered ? entryStyle('choice') : STYLE.fixedCentre,
  );
  put(cell('GHI_CHU'), current?.note || null, entryStyle('text'));
  sheet.getRow(row).height = 20;
}

/** Typed figures, the formula of a sum (which may be typed over), the locked formula of a ratio. */
function writeFigures(
  sheet: Sheet,
  row: number,
  indicator: Indicator,
  given: readonly FormValue[],
  place: Place,
): void {
  const places = indicatorPlaces(place.definition);
  const format = numberFormat(indicator.decimals);
  for (const [aspect, columnCode] of Object.entries(ASPECT_COLUMN)) {
    const cell = sheet.getCell(`${formLetter(columnCode)}${row}`);
    const value = given.find((one) => one.aspect === aspect)?.amount ?? null;
    const shown = value === null ? null : Number(divide(value, String(indicator.entryScale)));
    if (!indicator.isEntered) {
      const formula = ratioFormula(indicator, columnCode, places, place.form.sheet);
      const result = place.computed.ratio(indicator, aspect);
      put(cell, formula === null ? null : { formula, result: result ?? '' }, computedStyle(format));
      continue;
    }
    const formula = aspect === 'current' ? totalFormula(indicator.code, places, place.form.sheet) : null;
    const isComputed = formula !== null && (value === null || value === place.computed.total(indicator.code));
    put(cell, isComputed ? { formula, result: shown ?? '' } : shown, entryStyle('figure', format));
  }
}

function writeComparisons(sheet: Sheet, row: number, indicator: Indicator, { definition, computed }: Place): void {
  const cell = (code: string) => sheet.getCell(`${formLetter(code)}${row}`);
  const percent = computedStyle('0.0%');
  const plain = computedStyle(numberFormat(indicator.decimals));
  const isCompared = indicator.isEntered;
  for (const [code, base, aspect] of [
    ['PT_KE_HOACH', 'KE_HOACH', 'plan'],
    ['PT_CUNG_KY', 'CUNG_KY', 'last-year'],
  ] as const) {
    const result = computed.share(indicator.code, aspect) ?? '';
    put(cell(code), isCompared ? { formula: shareFormula(base, row), result } : null, percent);
  }
  const counted = countingFormula(indicator, definition);
  put(
    cell('DEM_SO_BO'),
    counted === null ? null : { formula: counted, result: computed.counted(indicator) ?? '' },
    plain,
  );
  const gap = counted === null ? null : { formula: gapFormula(row), result: computed.gap(indicator) ?? '' };
  put(cell('CHENH_LECH'), gap, plain);
}

function finish(sheet: Sheet, lastRow: number): void {
  const range = (code: string) => `${formLetter(code)}${FORM_ROWS.firstData}:${formLetter(code)}${lastRow}`;
  const basis = present(
    FORM_COLUMNS.find((column) => column.code === 'LOAI_SO'),
    'forms have a column LOAI_SO',
  );
  addCheck(sheet, range('LOAI_SO'), choiceCheck(basis));
  const gap = `${formLetter('CHENH_LECH')}${FORM_ROWS.firstData}`;
  sheet.addConditionalFormatting({
    ref: range('CHENH_LECH'),
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [`AND(ISNUMBER(${gap}),${gap}<>0)`],
        style: {
          fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: COLOUR.grainWash } },
          font: { bold: true },
        },
      },
    ],
  });
}

function writeSignatures(sheet: Sheet, row: number): void {
  const blocks = {
    left: [formLetter('STT'), formLetter('CHI_TIEU')],
    right: [formLetter('PT_CUNG_KY'), formLetter('GHI_CHU')],
  } as const;
  const write = (
    side: keyof typeof blocks,
    at: number,
    text: string,
    style: (typeof STYLE)['footing' | 'footingHint'],
  ) => {
    const [from, to] = blocks[side];
    sheet.mergeCells(`${from}${at}:${to}${at}`);
    put(sheet.getCell(`${from}${at}`), text, style);
  };
  write('right', row, words.signedOn, STYLE.footingHint);
  write('left', row + 1, words.preparer, STYLE.footing);
  write('right', row + 1, words.head, STYLE.footing);
  write('left', row + 2, words.preparerHint, STYLE.footingHint);
  write('right', row + 2, words.headHint, STYLE.footingHint);
}
