import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testSystem } from '#platform/testing/system.ts';
import { sql } from './db.server.ts';
import { migrate } from './migrate.server.ts';

const MIGRATIONS = path.join(import.meta.dirname, '../../../migrations');
const FIRST = '0001_platform__base.sql';
const { owner } = await testSystem();

/** A copy of the project's migrations to which a test does its harm. */
async function aCopy(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-migrations-'));
  onTestFinished(async () => await rm(folder, { recursive: true }));
  await cp(MIGRATIONS, folder, { recursive: true });
  return folder;
}

async function exists(table: string): Promise<boolean> {
  const found = await sql<{ found: boolean }>`select to_regclass(${table}) is not null as found`.execute(owner.kysely);
  return found.rows[0]?.found ?? false;
}

test('a database that is up to date has nothing pending and stays as it is', async () => {
  expect(await migrate(owner)).toEqual({ applied: [], pending: [] });
  expect(await migrate(owner, { dryRun: true })).toEqual({ applied: [], pending: [] });
});

test('a migration that was changed after it was applied is refused by its name', async () => {
  const folder = await aCopy();
  await writeFile(path.join(folder, FIRST), 'select 1;');

  await expect(migrate(owner, { folder })).rejects.toMatchObject({
    refusal: { code: 'platform.migration.was-changed', facts: { migration: FIRST } },
  });
});

test('a database that knows a migration which the program lacks is refused', async () => {
  const folder = await aCopy();
  await rm(path.join(folder, FIRST));

  await expect(migrate(owner, { folder })).rejects.toMatchObject({
    refusal: { code: 'platform.migration.file-is-gone', facts: { migration: FIRST } },
  });
});

test('drift stops the upgrade before anything is applied', async () => {
  const folder = await aCopy();
  await writeFile(path.join(folder, FIRST), 'select 1;');
  await writeFile(path.join(folder, '9000_test__new.sql'), 'create table platform.new_thing (id uuid primary key);');

  await expect(migrate(owner, { folder })).rejects.toThrow('platform.migration.was-changed');

  expect(await exists('platform.new_thing')).toBe(false);
});

test('a dry run names what is pending, tries it and leaves nothing behind', async () => {
  const folder = await aCopy();
  const name = '9001_test__new.sql';
  await writeFile(path.join(folder, name), 'create table platform.new_thing (id uuid primary key);');

  expect(await migrate(owner, { folder, dryRun: true })).toEqual({ applied: [], pending: [name] });

  expect(await exists('platform.new_thing')).toBe(false);
});

test('a dry run tells that a migration would fail', async () => {
  const folder = await aCopy();
  await writeFile(path.join(folder, '9002_test__broken.sql'), 'create table nowhere.thing (id uuid primary key);');

  await expect(migrate(owner, { folder, dryRun: true })).rejects.toMatchObject({
    refusal: { code: 'platform.migration.failed', facts: { reason: 'schema "nowhere" does not exist' } },
  });
});

test('ADM-03 of several migrations none stays when one fails, so that the version before starts again', async () => {
  const folder = await aCopy();
  await writeFile(path.join(folder, '9003_test__good.sql'), 'create table platform.good_thing (id uuid primary key);');
  await writeFile(
    path.join(folder, '9004_test__half.sql'),
    'create table platform.half_thing (id uuid primary key); select 1 / 0;',
  );

  await expect(migrate(owner, { folder })).rejects.toMatchObject({
    refusal: {
      code: 'platform.migration.failed',
      facts: { migration: '9004_test__half.sql', reason: 'division by zero' },
    },
  });

  expect(await exists('platform.good_thing')).toBe(false);
  expect(await exists('platform.half_thing')).toBe(false);
  expect(await migrate(owner)).toEqual({ applied: [], pending: [] });
});
