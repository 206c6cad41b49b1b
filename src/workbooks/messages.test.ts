import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { refusals, sentences } from './messages.vi.ts';

const CODE =
  /'(workbooks\.(?:file|cell|sheet|row|template|form|place|narrative|import|unit|period|personal)\.[a-z-]+)'/g;

async function codesInSource(): Promise<Map<string, string>> {
  const folder = import.meta.dirname;
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.ts$|messages/.test(name),
  );
  const codes = new Map<string, string>();
  for (const name of names)
    for (const [, code = ''] of (await readFile(path.join(folder, name), 'utf8')).matchAll(CODE)) codes.set(code, name);
  return codes;
}

test('X-05 every code that reading, cleaning and importing can give has a Vietnamese sentence', async () => {
  const codes = await codesInSource();

  const unsaid = [...codes].filter(([code]) => !(code in sentences) && !(code in refusals));

  expect(codes.size).toBeGreaterThan(50);
  expect(unsaid).toEqual([]);
});

test('X-05 no sentence of the catalogue is without a use', async () => {
  const codes = await codesInSource();
  const files = new Set(Object.keys(sentences).filter((code) => code.startsWith('workbooks.')));

  const unused = [...files].filter((code) => !codes.has(code));

  expect(unused).toEqual([]);
});
