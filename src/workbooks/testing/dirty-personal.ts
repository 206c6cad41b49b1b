import { NARRATIVE_SHEET, REGISTER_COLUMNS, REGISTER_SHEET } from '../columns.ts';
import { columnLetters, columnNumber } from '../reading/address.ts';
import { letterOf } from '../template/layout.ts';
import type { DirtyWorkbook } from './spoil.ts';
import { edited, repacked, sheetOf, typedInto } from './spoil.ts';

const SB = REGISTER_SHEET;
const NOTE = letterOf(REGISTER_COLUMNS, 'GHI_CHU');
const ADDRESS = letterOf(REGISTER_COLUMNS, 'DIA_CHI');
const BEYOND = columnLetters(columnNumber(NOTE) + 1);
const CARD = 'workbooks.personal.citizen-number';
const BIRTH = 'workbooks.personal.birth-day';
/** The smallest picture there is. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

function accepted(name: string, make: DirtyWorkbook['make'], ...expected: DirtyWorkbook['expected']): DirtyWorkbook {
  return { name, fileName: 'tep.xlsx', make, expected, isAccepted: true };
}

/** Workbooks that tell of persons what nobody asked for. */
export const PERSONAL_WORKBOOKS: readonly DirtyWorkbook[] = [
  accepted('a card number in the notes', typedInto(SB, { [`${NOTE}8`]: 'GĐ: CCCD 040085001234' }), {
    code: CARD,
    sheet: SB,
    cell: `${NOTE}8`,
  }),
  accepted('a card number typed as a number in the address', typedInto(SB, { [`${ADDRESS}9`]: '040085001234' }), {
    code: CARD,
    sheet: SB,
    cell: `${ADDRESS}9`,
  }),
  accepted(
    'a column of old card numbers beyond the template',
    typedInto(SB, { [`${BEYOND}7`]: 186123456, [`${BEYOND}8`]: 186123457, [`${BEYOND}9`]: 187654321 }),
    { code: CARD, sheet: SB, cell: `${BEYOND}7` },
  ),
  accepted(
    'a column of birth days beyond the template',
    typedInto(SB, {
      [`${BEYOND}5`]: 'Ngày sinh',
      [`${BEYOND}7`]: new Date(Date.UTC(1970, 2, 12)),
      [`${BEYOND}8`]: '1968',
    }),
    { code: BIRTH, sheet: SB, cell: `${BEYOND}7` },
  ),
  accepted(
    'a list of people on a sheet of their own',
    (clean) =>
      edited(clean, (book) => {
        const sheet = book.addWorksheet('Danh sách GĐ');
        sheet.addRow(['Họ tên', 'Số CCCD']);
        sheet.addRow(['Người Mẫu', '040085001234']);
      }),
    { code: CARD, sheet: 'Danh sách GĐ', cell: 'B2' },
  ),
  accepted(
    'a birth year in the narrative',
    (clean) =>
      edited(clean, (book) => {
        const sheet = sheetOf(book, NARRATIVE_SHEET);
        sheet.getCell('D7').value = 'Giám đốc sinh năm 1965 được khen.';
      }),
    { code: BIRTH, sheet: NARRATIVE_SHEET, cell: 'D7' },
  ),
  accepted('a picture pasted', async (clean) => repacked(clean, { 'xl/media/image1.png': new Uint8Array(PNG) }), {
    code: 'workbooks.personal.pictures',
  }),
];
