import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvFile, harmless } from './csv.ts';

test.each([
  { given: '=1+1', kept: "'=1+1" },
  { given: '=cmd|"/c calc"!A1', kept: `'=cmd|"/c calc"!A1` },
  { given: '+84 912', kept: "'+84 912" },
  { given: '-x', kept: "'-x" },
  { given: '@SUM(A1)', kept: "'@SUM(A1)" },
  { given: '\t=1', kept: "'\t=1" },
  { given: '\r=1', kept: "'\r=1" },
  { given: '-3', kept: "'-3" },
  { given: 'HTX = tốt', kept: 'HTX = tốt' },
])('text that a spreadsheet would run is defused: $given', ({ given, kept }) => {
  expect(harmless(given)).toBe(kept);
});

test('numbers and missing values are not touched', () => {
  expect([harmless(-5), harmless(null)]).toEqual([-5, null]);
});

test('whatever the cells hold, they are read back as they are, and none begins like a formula', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('=', '"', ',', '\r', '\n', 'đ', '-') }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvFile(rows));

      const read: string[][] = parse(text, {
        bom: true,
        relax_column_count: true,
        skip_empty_lines: false,
        record_delimiter: '\r\n',
      });

      expect(text.charCodeAt(0)).toBe(0xfeff);
      expect(read).toEqual(rows.map((row) => row.map((value) => harmless(value))));
      expect(read.flat().filter((value) => /^[=+\-@\t\r]/.test(value))).toEqual([]);
    }),
  );
});
