import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refused } from '#kernel/refusal.ts';
import { projectRoot } from '#platform/root.server.ts';
import type { Database, Tx, WholeDb } from './db.server.ts';
import { runScript, sql } from './db.server.ts';

const LOCK = 4_425_2024;

export interface MigrationReport {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
}

export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/**
 * Brings the database to the newest migration, all that is pending in one transaction; forward only. So an upgrade that
 * fails leaves the database as it was, and the version before starts on it again.
 * Refuses before anything is done when an applied file was changed or is gone (drift), and with the step that failed.
 * A dry run applies what is pending in one transaction and rolls it back, so it tells whether the upgrade would pass.
 */
export async function migrate(
  owner: Database,
  options: { readonly dryRun?: boolean; readonly folder?: string } = {},
): Promise<MigrationReport> {
  const files = await readMigrations(options.folder);
  return await owner.kysely.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(db);
    try {
      return options.dryRun ? await rehearse(db, files) : await applyPending(db, files);
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(db);
    }
  });
}

async function applyPending(db: WholeDb, files: readonly Migration[]): Promise<MigrationReport> {
  await prepare(db);
  const pending = await pendingOf(db, files);
  await db.transaction().execute(async (tx) => {
    for (const file of pending) await apply(tx, file);
  });
  return { applied: pending.map((file) => file.name), pending: [] };
}

/** What an upgrade would run on a database that is in use already; empty on a new one, and on one that is up to date. */
export async function pendingUpgrade(owner: Database): Promise<readonly string[]> {
  const found = await sql<{ some: boolean }>`select to_regclass('public.migration') is not null as some`.execute(
    owner.kysely,
  );
  if (!found.rows[0]?.some) return [];
  const files = await readMigrations();
  const pending = await pendingOf(owner.kysely, files);
  return pending.length === files.length ? [] : pending.map(({ name }) => name);
}

async function rehearse(db: WholeDb, files: readonly Migration[]): Promise<MigrationReport> {
  const rolledBack = new Error('a dry run leaves nothing behind');
  let pending: readonly Migration[] = [];
  await db
    .transaction()
    .execute(async (tx) => {
      await prepare(tx);
      pending = await pendingOf(tx, files);
      for (const file of pending) await apply(tx, file);
      throw rolledBack;
    })
    .catch((error: unknown) => {
      if (error !== rolledBack) throw error;
    });
  return { applied: [], pending: pending.map((file) => file.name) };
}

async function pendingOf(db: WholeDb | Tx, files: readonly Migration[]): Promise<readonly Migration[]> {
  const done = await sql<{ name: string; sha256: string }>`
    select name, sha256 from public.migration order by name`.execute(db);
  refuseDrift(files, done.rows);
  return files.filter((file) => !done.rows.some((row) => row.name === file.name));
}

async function apply(tx: Tx, file: Migration): Promise<void> {
  await runScript(tx, file.text).catch((error: Error) => {
    const facts = { migration: file.name, reason: error.message };
    throw Object.assign(new Refused({ code: 'platform.migration.failed', facts }), { cause: error });
  });
  await sql`
    insert into public.migration (name, sha256, applied_at) values (${file.name}, ${file.sha256}, now())`.execute(tx);
}

/** The migrations that this program has, in their order. */
export async function readMigrations(folder = path.join(projectRoot(), 'migrations')): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function prepare(db: WholeDb | Tx): Promise<void> {
  await runScript(db, FOUNDATION);
}

/** What must be there before the first migration: the list of them, and the role that the application has. */
export const FOUNDATION = `
    create table if not exists public.migration (name text primary key, sha256 text not null, applied_at timestamptz not null);
    do $$ begin
      if not exists (select from pg_roles where rolname = 'hopluc_app') then
        create role hopluc_app login;
      end if;
      execute format('grant hopluc_app to %I', current_user);
    exception when duplicate_object or unique_violation then null;
    end $$;
    grant usage on schema public to hopluc_app;
    grant select on public.migration to hopluc_app;`;

/** Refuses when one of the migrations that were run is not among these files, or has another text there. */
export function refuseDrift(files: readonly Migration[], done: readonly { name: string; sha256: string }[]): void {
  for (const { name: migration, sha256 } of done) {
    const file = files.find((candidate) => candidate.name === migration);
    if (!file) throw new Refused({ code: 'platform.migration.file-is-gone', facts: { migration } });
    if (file.sha256 !== sha256) throw new Refused({ code: 'platform.migration.was-changed', facts: { migration } });
  }
}
