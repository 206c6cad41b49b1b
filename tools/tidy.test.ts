import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sayRefusal } from '#platform/i18n/words.ts';
import '../src/words.ts';
import { boundaryProblems } from './boundaries.ts';
import type { Exception } from './conventions.ts';
import { conventionProblems } from './conventions.ts';
import type { Node } from './source.ts';
import { filesUnder, ROOT, sourceOf, sources, walk } from './source.ts';
import { claimedStories, isStory, storiesOf, testTitles } from './titles.ts';

/** What may depart from a rule, and why. The list may only shrink. */
const EXCEPTIONS: readonly Exception[] = [
  { file: 'src/platform/clock.server.ts', rule: 'clock', why: 'this is the clock' },
];

const ours = sources('src');
const all = [...ours, ...sources('tools', 'e2e', 'bench')];
const code = ours.filter((each) => !/\.test\.tsx?$/.test(each.file));
const catalogues = code.filter((each) => /\/messages[\w.-]*\.vi\.ts$/.test(each.file));
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

test('enough files are looked at', () => {
  expect(code.length).toBeGreaterThan(150);
  expect(code.flatMap((each) => each.imports).length).toBeGreaterThan(500);
});

test('imports go downwards, and into another slice through its public face only', () => {
  expect(ours.flatMap(boundaryProblems)).toEqual([]);
});

test('the check of imports sees what it should', () => {
  const problems = (file: string, text: string) => boundaryProblems(sourceOf(file, text)).length;

  expect(problems('src/kernel/x.ts', "import { a } from '#platform/ctx.ts';")).toBe(1);
  expect(problems('src/kernel/x.ts', "import { readFile } from 'node:fs/promises';")).toBe(1);
  expect(problems('src/platform/x.ts', "import { a } from '#register/public.ts';")).toBe(1);
  expect(problems('src/register/x.ts', "export { a } from '#reporting/public.ts';")).toBe(1);
  expect(problems('src/register/x.ts', "const a = await import('#places/queries.ts');")).toBe(1);
  expect(problems('src/register/x.ts', "import { a } from '#places/public.ts';")).toBe(0);
  expect(problems('src/register/commands/a.ts', "import { b } from './b.ts';")).toBe(1);
  expect(problems('src/register/rules.ts', "import { b } from './queries.ts';")).toBe(1);
  expect(problems('src/register/x.ts', "import pg from 'pg';")).toBe(1);
});

test('sizes, clock, chance, floats, any, things left undone and skipped tests', () => {
  const problems = all.flatMap(conventionProblems).filter((problem) => !isExcepted(problem));

  expect(problems.map((problem) => problem.says)).toEqual([]);
});

test('the check of conventions sees what it should', () => {
  const rules = (text: string) => conventionProblems(sourceOf('src/x.ts', text)).map((problem) => problem.rule);

  expect(rules('const a = new Date();')).toEqual(['clock']);
  expect(rules('const a = new Date(0);')).toEqual([]);
  expect(rules('const a = Date.now() + Math.random() + Number.parseFloat("1");')).toEqual(['clock', 'chance', 'float']);
  expect(rules('const a = b as any;')).toEqual(['any']);
  expect(rules(`// ${'TO'}${'DO'} later\ntest.skip.each([])('a', () => {});`)).toEqual(['left-undone', 'skipped-test']);
  expect(rules(`function a() {${'\n'.repeat(70)}}`)).toEqual(['size']);
  expect(rules('\n'.repeat(401))).toEqual(['size']);
});

test('every exception is still needed', () => {
  const broken = new Set(all.flatMap(conventionProblems).map((problem) => `${problem.file} ${problem.rule}`));

  expect(EXCEPTIONS.filter((each) => !broken.has(`${each.file} ${each.rule}`))).toEqual([]);
});

test('every refusal and every finding has words in its slice', () => {
  const codes = new Set(code.flatMap((source) => refusalCodes(source.program)));
  const keys = new Set(catalogues.flatMap((source) => stringKeys(source.program)));

  expect(codes.size).toBeGreaterThan(20);
  expect([...codes].filter((each) => !keys.has(each))).toEqual([]);
});

test('the words of every slice for its refusals are known to the server and the command line', async () => {
  const found = await Promise.all(
    catalogues.map(async ({ file }) => (await import(path.join(ROOT, file))) as { refusals?: object }),
  );
  const codes = found.flatMap((each) => Object.keys(each.refusals ?? {}));

  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((each) => !hasWords(each))).toEqual([]);
});

test('every command asks first whether it may, and has a test', () => {
  const commands = code.filter((each) => /^src\/[^/]+\/commands\/[^/]+\.ts$/.test(each.file));
  const tests = [...ours, ...sources('e2e')].filter((each) => /\.(test|e2e)\.ts$/.test(each.file));

  const withoutRight = commands.filter((each) => !/\brequire[A-Z]\w*\(/.test(each.text));
  const withoutTest = commands.filter((each) => !tests.some((other) => mentions(other.text, each.file)));

  expect(commands.length).toBeGreaterThan(10);
  expect(withoutRight.map((each) => each.file)).toEqual([]);
  expect(withoutTest.map((each) => each.file)).toEqual([]);
});

test('every citation names an instrument of the register of law', () => {
  const numbers = new Set(
    read('seed/instruments.csv')
      .split('\n')
      .map((line) => line.split(',')[0]),
  );
  const cited = code.flatMap((each) =>
    [...each.text.matchAll(/@law\s+(\S+)/g)].map((found) => ({ file: each.file, number: found[1] ?? '' })),
  );

  expect(cited.length).toBeGreaterThan(3);
  expect(cited.filter((each) => !numbers.has(each.number))).toEqual([]);
});

test('every identifier of the glossary is a word of the code', () => {
  const words = code.map((each) => `${each.text}\n${each.file}`.toLowerCase()).join('\n');
  const rows = read('docs/glossary.md')
    .split('\n')
    .filter((line) => /^\| (?!Vietnamese|-)/.test(line));
  const identifiers = rows.flatMap((row) => (row.split('|')[2] ?? '').split(/[/,]/).map((each) => each.trim()));

  expect(identifiers.length).toBeGreaterThan(20);
  expect(identifiers.filter((each) => !words.includes(each.toLowerCase()))).toEqual([]);
});

test('a title begins with a story of the specification or with none', () => {
  const unknown = testTitles().filter(({ title }) => !storiesOf(title).every(isStory));

  expect(unknown).toEqual([]);
  expect(storiesOf('RPT-05, RPT-06 a sum')).toEqual(['RPT-05', 'RPT-06']);
  expect(isStory('RPT-99')).toBe(false);
});

test('every story that is claimed is of the specification and has a test', () => {
  const proved = new Set(testTitles().flatMap(({ title }) => storiesOf(title)));
  const claimed = claimedStories();

  expect(claimed.length).toBeGreaterThan(20);
  expect(claimed.filter((id) => !isStory(id) || !proved.has(id))).toEqual([]);
});

test('every dependency says why it is there and how we would leave it', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const told = read('docs/dependencies.md');

  expect(names.filter((name) => !name.startsWith('@types/') && !told.includes(`\`${name}\``))).toEqual([]);
});

test('the list of migrations is the folder, and no number is taken twice', () => {
  const names = filesUnder('migrations')
    .map((file) => path.basename(file))
    .filter((name) => name.endsWith('.sql'));
  const numbers = names.map((name) => name.slice(0, 4));

  expect(read('migrations/migrations.txt').trim().split('\n')).toEqual(names);
  expect(new Set(numbers).size).toBe(names.length);
  expect(names.filter((name) => !/^\d{4}_[a-z]+__[a-z0-9_]+\.sql$/.test(name))).toEqual([]);
});

test('every file that the root documents link to exists', () => {
  const documents = filesUnder('docs').concat([
    'README.md',
    'README.vi.md',
    'ARCHITECTURE.md',
    'STYLE.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
  ]);
  const links = documents
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((found) => ({
        file,
        link: decodeURI(found[1] ?? ''),
      })),
    );

  expect(links.filter(({ file, link }) => !existsSync(path.join(ROOT, path.dirname(file), link)))).toEqual([]);
});

function isExcepted(problem: { file: string; rule: string }): boolean {
  return EXCEPTIONS.some((each) => each.file === problem.file && each.rule === problem.rule);
}

/** The codes of object literals that are refusals: `{ code: 'slice.subject.reason', facts: … }`. */
function refusalCodes(program: Node): readonly string[] {
  const codes: string[] = [];
  walk(program, (node) => {
    if (node.type !== 'ObjectExpression') return;
    const values = new Map(
      (node.properties as readonly Node[]).map((each) => [(each.key as Node | undefined)?.name, each.value]),
    );
    const found = (values.get('code') as Node | undefined)?.value;
    if (values.has('facts') && typeof found === 'string' && /^[a-z-]+\./.test(found)) codes.push(found);
  });
  return codes;
}

/** The quoted keys of every object literal. */
function stringKeys(program: Node): readonly string[] {
  const keys: string[] = [];
  walk(program, (node) => {
    const key = node.type === 'Property' ? (node.key as Node).value : undefined;
    if (typeof key === 'string') keys.push(key);
  });
  return keys;
}

/** A sentence that cannot be made without its facts is a sentence all the same. */
function hasWords(refusal: string): boolean {
  try {
    return !sayRefusal({ code: refusal, facts: {} }).includes(`(mã ${refusal})`);
  } catch {
    return true;
  }
}

function mentions(text: string, command: string): boolean {
  const name = path.basename(command, '.ts').replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return new RegExp(`\\b${name}\\b`).test(text);
}
