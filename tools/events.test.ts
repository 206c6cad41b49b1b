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
  expect(known.filter((kind) => !recorded.has(kind) && !code.some(({ text }) => text.includes(`= '${kind}'`)))).toEqual(
    [],
  );
});
