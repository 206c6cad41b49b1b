import type ExcelJS from '@protobi/exceljs';
import { REGISTER_COLUMNS, REGISTER_SHEET } from '../columns.ts';
import { letterOf, TABLE_ROWS } from '../template/layout.ts';
import { encodeTcvn3, encodeVni } from './legacy-encoders.ts';
import { type DirtyWorkbook, type ExpectedMessage, edited, sheetOf, typedIn, typedInto } from './spoil.ts';

const SB = REGISTER_SHEET;
const ROW = 9;

/** `W9`: the cell of a register column in the third row of data. */
function at(code: string, row = ROW): string {
  return letterOf(REGISTER_COLUMNS, code) + row;
}

/** One cell of the register typed over; the message must name that very cell. */
function cell(
  name: string,
  column: string,
  value: ExcelJS.CellValue,
  code: string,
  { font, isAccepted = false }: { font?: string; isAccepted?: boolean } = {},
): DirtyWorkbook {
  return {
    name,
    fileName: 'o-ban.xlsx',
    make: typedIn(SB, at(column), value, font),
    expected: [{ code: `workbooks.cell.${code}`, sheet: SB, cell: at(column) }],
    isAccepted,
  };
}

/** Cells that are cleaned in silence or with a warning: the workbook is taken. */
function cleaned(
  name: string,
  values: Readonly<Record<string, ExcelJS.CellValue>>,
  expected: readonly ExpectedMessage[] = [],
  font?: string,
): DirtyWorkbook {
  const cells = Object.fromEntries(Object.entries(values).map(([code, value]) => [at(code), value]));
  return { name, fileName: 'o-ban.xlsx', make: typedInto(SB, cells, font), expected, isAccepted: true };
}

const warned = { isAccepted: true };

const NUMBERS: readonly DirtyWorkbook[] = [
  cell(
    'a formula that fails',
    'TV_TONG',
    { formula: 'VLOOKUP(1,A1:B2,2,0)', result: { error: '#N/A' } },
    'error-value',
  ),
  cell(
    'a formula that no program has computed',
    'TV_TONG',
    { formula: 'X9+Y9' } as ExcelJS.CellValue,
    'not-calculated',
  ),
  cell('words for a number', 'TV_TONG', 'rất đông', 'not-a-number'),
  cell('half a person', 'TV_NU', 12.5, 'not-whole'),
  cell('fewer than no members', 'TV_TONG', -4, 'negative'),
  cell('a share for a count', 'TV_NU', '65%', 'percent-unexpected'),
  cell('k có for a count', 'TV_DTTS', 'k có', 'zero-or-missing'),
  cell('two units in one cell', 'VON_DIEU_LE', '1,5 tỷ 200tr', 'number-mixed'),
  cell('a figure that may be a thousandfold', 'DOANH_THU', '1.234 tỷ', 'number-ambiguous'),
  cell('about 300 million', 'DOANH_THU', '≈ 1300 tr', 'number-rough', warned),
  cell('a number that Excel made a day', 'TV_NU', new Date(Date.UTC(2024, 4, 12)), 'date-for-number'),
  cleaned('numbers as text with dots, units and words', {
    VON_DIEU_LE: '1.234.567.000',
    VON_THUC_GOP: '0,5 tỷ',
    DOANH_THU: '2 tỷ đồng',
    TV_TONG: '1.331',
    LOI_NHUAN: '(12.000.000)',
    TV_DTTS: '-',
  }),
];

const DATES: readonly DirtyWorkbook[] = [
  cell('the thirty-first of June', 'NGAY_CAP', '31/6/2023', 'no-such-day'),
  cell('a thirteenth month', 'NGAY_CAP', '15/13/2013', 'no-such-month'),
  cell('the month before the day', 'NGAY_CAP', '7/25/2013', 'date-month-first'),
  cell('a day still to come', 'NGAY_CAP', '05/07/2044', 'date-in-future'),
  cell('a day before there were cooperatives', 'NGAY_THANH_LAP', '01/01/1924', 'date-too-early'),
  cell('a month where a day is needed', 'NGAY_CAP', 'tháng 7/2013', 'date-too-coarse'),
  cell('a year typed into a cell for days', 'NGAY_THANH_LAP', new Date(Date.UTC(1905, 6, 6)), 'date-maybe-year'),
  cleaned('days in five forms', {
    NGAY_CAP: '05-07-2014',
    NGAY_THANH_LAP: 'tháng 3/2014',
    NGAY_XAC_NHAN: '2024-06-10',
  }),
];

const WORDS: readonly DirtyWorkbook[] = [
  cell('a kind that is on no list', 'LOAI', 'Công ty TNHH', 'choice-unknown'),
  cell('maybe', 'CHUOI_GIA_TRI', 'có thể', 'not-yes-or-no'),
  cell('a control character in a name', 'TEN', 'HTX Đồng_x0007_ Tâm', 'control-character'),
  cell('a name broken on its way', 'TEN', 'HTX \ufffdồng Tâm', 'broken-character'),
  cell('a code that Excel shortened beyond repair', 'MA_SO', 290_012_345, 'code-too-short'),
  cell('letters O for zeros', 'MA_SO', 'O1OO1O91O6', 'code-letter-o'),
  cell('a code without its zero', 'MA_SO', 100_109_106, 'code-zero-restored', warned),
  cell('an old eleven-digit telephone', 'DIEN_THOAI', '0168 345 6789', 'phone-renumbered', warned),
  cell('a name in TCVN3', 'TEN', 'Hîp t¸c x· n«ng nghiÖp DiÔn Kû', 'encoding-converted', {
    ...warned,
    font: '.VnTime',
  }),
  cell('a name in VNI', 'TEN', 'Hôïp taùc xaõ noâng nghieäp Dieãn Kyû', 'encoding-converted', {
    ...warned,
    font: 'VNI-Times',
  }),
  cell('a single word in an old encoding', 'DAI_DIEN', 'TrÇn', 'encoding-doubtful'),
  cell('a house number that became a day', 'DIA_CHI', new Date(Date.UTC(2024, 4, 12)), 'text-became-date', warned),
  cleaned('a name decomposed, with ð and odd spaces', { TEN: ` HTX  ðồng\u00a0Tâm xanh `.normalize('NFD') }),
  cleaned('choices as people write them', {
    LOAI: 'hop tac xa',
    TINH_TRANG: 'HOẠT ĐỘNG',
    XEP_LOAI: 'tốt',
    CHUOI_GIA_TRI: 'x',
  }),
  {
    name: 'the name of a cooperative left out',
    fileName: 'o-ban.xlsx',
    make: typedIn(SB, at('TEN'), null),
    expected: [{ code: 'workbooks.cell.required', sheet: SB, cell: at('TEN') }],
    isAccepted: false,
  },
  {
    name: 'more women than members',
    fileName: 'o-ban.xlsx',
    make: typedInto(SB, { [at('TV_NU')]: 120, [at('TV_TONG')]: 98 }),
    expected: [{ code: 'register.women-over-members', sheet: SB, cell: at('TV_NU') }],
    isAccepted: false,
  },
  {
    name: 'a figure in a form that may be a thousandfold',
    fileName: 'o-ban.xlsx',
    make: typedIn('Biểu 05', 'H12', '1.234'),
    expected: [{ code: 'workbooks.cell.number-ambiguous', sheet: 'Biểu 05', cell: 'H12' }],
    isAccepted: false,
  },
];

const CONVERTED = 'workbooks.cell.encoding-converted';

/** Every word of the register's rows as an office typed it twenty years ago. */
function typedLongAgo(
  name: string,
  font: string,
  encode: (text: string) => string,
  expected: ExpectedMessage = { code: CONVERTED, sheet: SB, cell: at('TEN', TABLE_ROWS.firstData) },
): DirtyWorkbook {
  return {
    name,
    fileName: 'may-cu.xlsx',
    make: (clean) =>
      edited(clean, (book) => {
        const rows = sheetOf(book, SB).getRows(TABLE_ROWS.firstData, 12) ?? [];
        for (const row of rows) {
          row.eachCell((one) => {
            if (typeof one.value === 'string') one.value = encode(one.value);
            one.style = { ...one.style, font: { ...one.font, name: font } };
          });
        }
      }),
    expected: [expected],
    isAccepted: expected.code === CONVERTED,
  };
}

const LONG_AGO: readonly DirtyWorkbook[] = [
  typedLongAgo('a whole register in TCVN3', '.VnTime', encodeTcvn3),
  typedLongAgo('a whole register in VNI', 'VNI-Times', encodeVni),
  typedLongAgo('a whole register in TCVN3 whose fonts were changed since', 'Times New Roman', encodeTcvn3, {
    code: 'workbooks.cell.encoding-doubtful',
    sheet: SB,
    cell: at('DIA_CHI', TABLE_ROWS.firstData),
  }),
];

/** Workbooks as the template made them, with one thing typed that needs cleaning, asking or mending. */
export const DIRTY_CELL_WORKBOOKS: readonly DirtyWorkbook[] = [...NUMBERS, ...DATES, ...WORDS, ...LONG_AGO];
