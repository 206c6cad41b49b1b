import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readGivenFile } from './read-file.ts';

const MEGABYTE = 1024 * 1024;
const word = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) }, { level: 1 });
const table = (xml: string, strings = '<sst/>') =>
  zipSync(
    {
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': strToU8(xml),
      'xl/sharedStrings.xml': strToU8(strings),
    },
    { level: 1 },
  );

test.each([
  { what: 'paragraphs that never end', bytes: () => word('<w:p '.repeat(400_000)) },
  { what: 'texts that never end', bytes: () => word('<w:t '.repeat(400_000)) },
  { what: 'signs that open nothing', bytes: () => word('<'.repeat(2 * MEGABYTE)) },
  { what: 'cells that never end', bytes: () => table('<c r="A1" '.repeat(200_000)) },
  { what: 'strings that never end', bytes: () => table('<c/>', '<si>'.repeat(400_000)) },
  { what: 'brackets in each other', bytes: () => strToU8(`{"snapshot":${'['.repeat(2 * MEGABYTE)}`) },
  {
    what: 'objects in each other',
    bytes: () => strToU8(`{"snapshot":${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}}`),
  },
])('RPT-11 a file with $what, given by anybody, is read or left within a second or two', ({ bytes }) => {
  const given = bytes();
  const begun = performance.now();

  readGivenFile(given);

  expect(performance.now() - begun).toBeLessThan(4000);
});

test('RPT-11 a paper that would unfold to more than a paper is not unpacked', () => {
  const heavy = new Uint8Array(35 * MEGABYTE);
  const two = zipSync({ 'word/document.xml': heavy, 'word/a.xml': heavy, 'word/b.xml': heavy }, { level: 1 });
  const many = zipSync(Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`word/p${at}.xml`, strToU8('x')])));

  expect(readGivenFile(two).kind).toBe('unknown');
  expect(readGivenFile(many).kind).toBe('unknown');
});

test('RPT-11 names in the file cannot reach what all objects have', () => {
  const given = readGivenFile(strToU8('{"hash":"x","snapshot":{"__proto__":{"isAdmin":true},"constructor":1}}'));

  expect(given.kind).toBe('snapshot');
  expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
});
