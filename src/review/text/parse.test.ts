import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Basis, FigureTerm, TextNode } from './ast.ts';
import { CALLS, CONTEXT_NAMES } from './ast.ts';
import { parseText } from './parse.ts';
import { printNodes } from './print.ts';

const upper = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const alphabet = fc.constantFrom(...upper, ...'0123456789');
const part = fc.tuple(fc.constantFrom(...upper), fc.string({ unit: alphabet, maxLength: 5 })).map(([a, b]) => a + b);
const figure: fc.Arbitrary<FigureTerm> = fc.record({
  code: fc.array(part, { minLength: 2, maxLength: 3 }).map((parts) => parts.join('.')),
  unit: fc.option(fc.constantFrom('LMHTX-NA', 'LMHTX-TTH', 'NA')),
  period: fc.option(fc.constantFrom('2024-H1', '2024-Q2', '2024-06', '2024')),
});
const basis: fc.Arbitrary<Basis> = fc.record({ figure, over: fc.option(figure) });
const plain = fc.string({ unit: fc.constantFrom(...'aăâđếộ 0123.,;:()"“”-/'), minLength: 1, maxLength: 12 });
const quoted = fc.string({ unit: fc.constantFrom(...'aắ{}n ,=()'), maxLength: 12 });
const node: fc.Arbitrary<TextNode> = fc.oneof(
  fc.oneof(plain, fc.constantFrom('{', '}', '{{x}}')).map((text) => ({ kind: 'text' as const, text })),
  figure
    .filter((term) => !CONTEXT_NAMES.includes(term.code as never))
    .map((term) => ({ kind: 'figure' as const, figure: term })),
  fc.record({
    kind: fc.constant('call' as const),
    name: fc.constantFrom(...CALLS),
    basis,
    options: fc.dictionary(fc.constantFrom('theo', 'mẫu', 'đơn vị'), quoted, { noNullPrototype: true }),
  }),
  fc.record({
    kind: fc.constant('context' as const),
    name: fc.constantFrom(...CONTEXT_NAMES),
    format: fc.constantFrom('', 'văn bản', 'danhxung+hoten'),
  }),
  fc.record({
    kind: fc.constant('word' as const),
    word: fc.constantFrom('Hầu hết', 'phần lớn', 'một số'),
    basis: fc.option(basis),
    reason: quoted,
  }),
);

/** Neighbouring texts are one text, as a reader sees them. */
function merged(nodes: readonly TextNode[]): TextNode[] {
  const done: TextNode[] = [];
  for (const next of nodes) {
    const last = done.at(-1);
    if (last?.kind === 'text' && next.kind === 'text')
      done[done.length - 1] = { kind: 'text', text: last.text + next.text };
    else done.push(next);
  }
  return done;
}

describe('the text grammar', () => {
  test('what is printed reads back as the same nodes', () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 8 }), (nodes) => {
        const wanted = merged(nodes);
        const source = printNodes(wanted);
        fc.pre(source.trim() !== '');

        const [line] = parseText(source);

        expect(line?.pieces.map((piece) => piece.node)).toEqual(wanted);
      }),
    );
  });

  test('any text at all is read without an error, and its pieces cover it without gaps', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}?()=,"“”|:/@A.1 ắ\n') }), (source) => {
        for (const line of parseText(source)) {
          const ends = line.pieces.map((piece) => [piece.start, piece.end] as const);
          expect(ends[0]?.[0]).toBe(line.start);
          expect(ends.at(-1)?.[1]).toBe(line.end);
          expect(ends.slice(1).map(([start]) => start)).toEqual(ends.slice(0, -1).map(([, end]) => end));
        }
      }),
    );
  });

  test.each([
    { source: '{HTX.SO}', figure: { code: 'HTX.SO', unit: null, period: null } },
    { source: '{ HTX.SO/LMHTX-NA }', figure: { code: 'HTX.SO', unit: 'LMHTX-NA', period: null } },
    { source: '{HTX.SO/LMHTX-NA@2024-H1}', figure: { code: 'HTX.SO', unit: 'LMHTX-NA', period: '2024-H1' } },
    { source: '{HTX.SO.NA@2024H1}', figure: { code: 'HTX.SO.NA', unit: null, period: '2024-H1' } },
    { source: '{HTX.SO@202406}', figure: { code: 'HTX.SO', unit: null, period: '2024-06' } },
  ])('$source names a figure', ({ source, figure }) => {
    expect(parseText(source)[0]?.pieces[0]?.node).toEqual({ kind: 'figure', figure });
  });

  test('a list keeps the braces and commas of its quoted pattern', () => {
    const source = '{LIETKE(HTX.SO, theo=giảm dần, mẫu="{tỉnh}, {n} HTX")}';

    expect(parseText(source)[0]?.pieces.map((piece) => piece.node)).toEqual([
      {
        kind: 'call',
        name: 'LIETKE',
        basis: { figure: { code: 'HTX.SO', unit: null, period: null }, over: null },
        options: { theo: 'giảm dần', mẫu: '{tỉnh}, {n} HTX' },
      },
    ]);
  });

  test.each(['{HTX.SO', '{}', '{htx.so}', '{LIETKE(HTX.SO, theo)}', '{KHONGCO(HTX.SO)}', '{?Hầu hết}', '{HTX SO}'])(
    '%s is kept as typed and is no chip',
    (source) => {
      expect(parseText(source)[0]?.pieces[0]?.node).toEqual({ kind: 'broken', source });
    },
  );

  test('lines that hold nothing are no paragraphs', () => {
    expect(parseText('một\n\n  \nhai').map((line) => [line.start, line.end])).toEqual([
      [0, 3],
      [8, 11],
    ]);
  });
});
