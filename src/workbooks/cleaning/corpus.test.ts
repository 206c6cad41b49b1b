import { expect, test } from 'vitest';
import { choice } from '../columns/model.ts';
import { cleanChoice, cleanYesNo } from './choice.ts';
import { CORPUS_TODAY, type CorpusField, DIRTY_CELLS, type DirtyCell } from './corpus.ts';
import { cleanDate } from './date.ts';
import { cleanCount, cleanDong, cleanNumber } from './number.ts';
import { cleanPhone } from './phone.ts';
import { answered, type Cleaned, type RawCell } from './result.ts';
import { cleanDigits, cleanTaxCode } from './tax-code.ts';
import { cleanText } from './text.ts';

const KINDS = [
  choice('cooperative', 'HTX', 'Hợp tác xã'),
  choice('cooperative-union', 'Liên hiệp HTX', 'Liên hiệp hợp tác xã'),
  choice('cooperative-group', 'Tổ hợp tác'),
];
const SECTORS = [
  choice('dich-vu-nong-nghiep', 'Dịch vụ nông nghiệp'),
  choice('thuy-san', 'Thủy sản'),
  choice('cong-nghiep-ttcn', 'Công nghiệp, tiểu thủ công nghiệp'),
];

const READERS: Readonly<Record<CorpusField, (cell: RawCell) => Cleaned<unknown>>> = {
  count: (cell) => cleanCount(cell),
  dong: (cell) => cleanDong(cell, {}),
  'million-dong': (cell) => cleanDong(cell, { entryScale: 1_000_000 }),
  decimal: (cell) => cleanNumber(cell, { kind: 'decimal' }),
  percent: (cell) => cleanNumber(cell, { kind: 'decimal', isPercent: true }),
  date: (cell) => cleanDate(cell, { today: CORPUS_TODAY, mayBeCoarse: true }),
  'yes-no': (cell) => cleanYesNo(cell),
  kind: (cell) => cleanChoice(cell, KINDS),
  sector: (cell) => cleanChoice(cell, SECTORS),
  code: cleanTaxCode,
  'commune-code': (cell) => cleanDigits(cell, 5),
  phone: cleanPhone,
  text: (cell) => cleanText(cell),
};

function shown({ cell }: DirtyCell): string {
  const { content } = cell;
  if (content.kind === 'text') return content.text;
  return JSON.stringify(content);
}

test('IMP-04 the corpus holds at least sixty dirty cells', () => {
  expect(DIRTY_CELLS.length).toBeGreaterThanOrEqual(60);
});

test.each(DIRTY_CELLS.map((dirty) => ({ dirty, field: dirty.field, text: shown(dirty) })))(
  'IMP-04 a dirty cell of a $field column: $text',
  ({ dirty }) => {
    const read = READERS[dirty.field];
    const { expected } = dirty;

    const cleaned = read(dirty.cell);

    if (expected === 'empty') expect(cleaned).toEqual({ state: 'empty' });
    else if ('problem' in expected) expect(cleaned).toMatchObject({ state: 'problem', code: expected.problem });
    else if ('ask' in expected) {
      const readings = cleaned.state === 'ask' ? cleaned.readings : [];
      expect(cleaned).toMatchObject({ state: 'ask', code: expected.ask });
      expect(Object.fromEntries(readings.map(({ answer, value }) => [answer, value]))).toEqual(expected.answers);
    } else {
      expect(cleaned).toMatchObject({ state: 'value', value: expected.value });
      const notes = cleaned.state === 'value' ? cleaned.notes.map(({ code }) => code) : [];
      expect(notes).toEqual(expected.notes ?? []);
    }
  },
);

test('IMP-04 an answer for the column settles every cell of it', () => {
  const cell = DIRTY_CELLS.find(
    ({ field, cell: { content } }) => field === 'decimal' && 'text' in content && content.text === '1.234',
  );
  const text = { content: { kind: 'text', text: 'k có', runs: [] }, font: '' } as const;

  expect(cleanNumber(cell?.cell ?? text, { kind: 'decimal', answers: new Set(['dot-thousands']) })).toMatchObject({
    value: '1234',
  });
  expect(cleanCount(text, { answers: new Set(['zero']) })).toMatchObject({ value: 0 });
  expect(cleanCount(text, { answers: new Set(['missing']) })).toEqual({ state: 'empty' });
  expect(answered(cleanCount(text), 'something else')).toMatchObject({ state: 'ask' });
});

test('IMP-04 a number that may be negative is read with minus, with brackets and with the long minus', () => {
  const read = (text: string) =>
    cleanDong({ content: { kind: 'text', text, runs: [] }, font: '' }, { mayBeNegative: true });

  expect(['-1.500.000', '(1.500.000)', '−1.500.000'].map((text) => read(text))).toEqual(
    Array.from({ length: 3 }, () => ({ state: 'value', value: -1_500_000n, notes: [] })),
  );
});

test('IMP-04 a day column refuses a month alone', () => {
  const cell: RawCell = { content: { kind: 'text', text: '7/2023', runs: [] }, font: '' };

  expect(cleanDate(cell, { today: CORPUS_TODAY })).toMatchObject({
    state: 'problem',
    code: 'workbooks.cell.date-too-coarse',
  });
});
