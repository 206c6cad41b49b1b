import { expect, test } from 'vitest';
import { knownEvents, sayEvent } from '#platform/events/words.ts';
import '../src/words.ts';
import { sources } from './source.ts';

const KIND = /'([a-z]+\.[a-z-]+)'/g;
/** The third argument of each call, which may choose between two kinds. */
const RECORDED = /\brecord\(\s*tx,\s*(?:\w+|\{.*\}),\s*([^,]+),/g;

const code = sources('src').filter(({ file }) => !/\.test\.tsx?$|\/testing/.test(file));
const recorded = new Set(
  code.flatMap(({ text }) =>
    [...text.matchAll(RECORDED)].flatMap(([, call = '']) => [...call.matchAll(KIND)].map(([, kind = '']) => kind)),
  ),
);

test('every act that is recorded has words for the page of the record, and every word is of an act', () => {
  const known = knownEvents();

  expect(recorded.size).toBeGreaterThan(25);
  expect([...recorded].filter((kind) => sayEvent(kind) === kind)).toEqual([]);
  expect(known.filter((kind) => !recorded.has(kind) && !code.some((source) => isNamed(source, kind)))).toEqual([]);
});

/** A kind that a constant holds, or that a command finds in its table of moves. */
function isNamed({ file, text }: { readonly file: string; readonly text: string }, kind: string): boolean {
  return text.includes(`= '${kind}'`) || (file.includes('/commands/') && text.includes(`: '${kind}'`));
}
