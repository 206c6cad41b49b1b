import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figureRef, formatFigureRef, parseFigureRef } from './figure-ref.ts';

test.each([
  ['HTX.SO/LMHTX-NA@2024-H1', { indicator: 'HTX.SO', unit: 'LMHTX-NA', period: '2024-H1' }],
  ['HTX.SO@2024-H1', { indicator: 'HTX.SO', unit: null, period: '2024-H1' }],
  ['XL.TK.TL1@2024', { indicator: 'XL.TK.TL1', unit: null, period: '2024' }],
  ['KK.W10/LMHTX-TTH@2024-06', { indicator: 'KK.W10', unit: 'LMHTX-TTH', period: '2024-06' }],
])('AUD-02 the name %s leads to one figure and back', (name, ref) => {
  expect(figureRef(name)).toEqual(ref);
  expect(formatFigureRef(ref)).toBe(name);
});

test.each(['HTX@2024-H1', 'HTX.SO', 'HTX.SO/@2024-H1', 'HTX.SO@2024H1', 'htx.so@2024-H1', ''])(
  'AUD-02 "%s" names no figure',
  (name) => {
    expect(parseFigureRef(name)).toBeUndefined();
    expect(() => figureRef(name)).toThrow('reporting.figure.unreadable-name');
  },
);

test('every name written is read as the same figure', () => {
  const word = fc.stringMatching(/^[A-Z][A-Z0-9]{0,6}$/);
  const ref = fc.record({
    indicator: fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => words.join('.')),
    unit: fc.option(word.map((code) => `LMHTX-${code}`)),
    period: fc.constantFrom('2024', '2024-H1', '2024-Q2', '2024-9M', '2024-06'),
  });
  fc.assert(
    fc.property(ref, (one) => {
      expect(parseFigureRef(formatFigureRef(one))).toEqual(one);
    }),
  );
});
