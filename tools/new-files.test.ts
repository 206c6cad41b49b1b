import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from './source.ts';

/** A copy of what the tools look at, so that they write beside the project and not into it. */
function aCopy(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'hopluc-new-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  for (const folder of ['tools', 'migrations', 'src/kernel'])
    cpSync(path.join(ROOT, folder), path.join(copy, folder), { recursive: true });
  symlinkSync(path.join(ROOT, 'package.json'), path.join(copy, 'package.json'));
  return copy;
}

test('a new migration takes the next number and enters the list', () => {
  const copy = aCopy();
  const before = readFileSync(path.join(copy, 'migrations/migrations.txt'), 'utf8').trim().split('\n');

  execFileSync(process.execPath, ['tools/new-migration.ts', 'register', 'bulk', 'edits'], { cwd: copy });

  const after = readFileSync(path.join(copy, 'migrations/migrations.txt'), 'utf8').trim().split('\n');
  const number = String(Number(before.at(-1)?.slice(0, 4)) + 1).padStart(4, '0');
  expect(after).toEqual([...before, `${number}_register__bulk_edits.sql`]);
  expect(existsSync(path.join(copy, 'migrations', after.at(-1) ?? ''))).toBe(true);
});

test('a new slice starts with its files; one that exists is left alone', () => {
  const copy = aCopy();
  const run = () => execFileSync(process.execPath, ['tools/new-slice.ts', 'lending'], { cwd: copy, stdio: 'pipe' });

  run();

  expect(readFileSync(path.join(copy, 'src/lending/permissions.ts'), 'utf8')).toContain("action('lending.see'");
  expect(run).toThrow(/is there already/);
});
