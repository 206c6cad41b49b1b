import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source.ts';
import { testTitles } from './titles.ts';

const text = readFileSync(path.join(ROOT, 'docs/security/asvs.md'), 'utf8');
const STATES = ['✔', '◐', '✘', '–'];

interface Row {
  readonly id: string;
  readonly state: string;
  readonly proof: string;
}

const rows: readonly Row[] = text
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, id = '']) => /^V\d/.test(id))
  .map(([, id = '', , state = '', proof = '']) => ({ id, state, proof }));

/** Paths in back quotes; what begins with a slash is an address, what has no folder or ending is a word. */
function filesIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/`([\w@][\w@./-]*\.\w+)`/g)].map(([, file = '']) => file);
}

/** Sections of the list itself, which stand below the tables. */
function sectionsIn(proof: string): readonly string[] {
  return [...proof.matchAll(/\]\(#([\w-]+)\)/g)].map(([, section = '']) => section);
}

/** Each quoted title with the file that stands before it. */
function titlesIn(proof: string): readonly { readonly file: string; readonly title: string }[] {
  let file = '';
  return [...proof.matchAll(/`([\w@][\w@./-]*\.\w+)`|“([^”]+)”/g)].flatMap(([, path = '', title]) => {
    if (title === undefined) file = path;
    return title === undefined ? [] : [{ file, title }];
  });
}

test('the list names every chapter, each requirement once and in one of four states', () => {
  const ids = rows.map(({ id }) => id);

  expect(rows.length).toBeGreaterThan(220);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(ids.map((id) => id.split('.')[0])).size).toBe(17);
  expect(rows.filter(({ state, proof }) => !STATES.includes(state) || proof === '')).toEqual([]);
});

test('what is said to be met names the file or the test that proves it', () => {
  const bare = rows.filter(
    ({ state, proof }) => state === '✔' && filesIn(proof).length === 0 && sectionsIn(proof).length === 0,
  );

  expect(bare.map(({ id }) => id)).toEqual([]);
});

test('every file that the list names exists', () => {
  const gone = [...new Set(filesIn(text))].filter((file) => !existsSync(path.join(ROOT, file)));

  expect(filesIn(text).length).toBeGreaterThan(150);
  expect(gone).toEqual([]);
});

test('every section that the list points to is there', () => {
  const heads = new Set([...text.matchAll(/^## (\w+)$/gm)].map(([, head = '']) => head.toLowerCase()));
  const wanted = rows.flatMap(({ proof }) => sectionsIn(proof));

  expect(wanted.length).toBeGreaterThan(5);
  expect(wanted.filter((section) => !heads.has(section))).toEqual([]);
});

test('every title that the list quotes is the beginning of a test in that file', () => {
  const titles = testTitles();
  const quoted = rows.flatMap(({ id, proof }) => titlesIn(proof).map((each) => ({ id, ...each })));
  const gone = quoted.filter(
    ({ file, title }) => !titles.some((each) => each.file === file && each.title.startsWith(title)),
  );

  expect(quoted.length).toBeGreaterThan(90);
  expect(gone).toEqual([]);
});

test('the sums at its head are those of its rows', () => {
  const sums = STATES.map((state) => `${rows.filter((row) => row.state === state).length} ${state}`).join(' · ');

  expect(text).toContain(`In all: ${sums}.`);
});
