import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Database } from './db.server.ts';
import { runScript } from './db.server.ts';

const FOLDER = path.join(import.meta.dirname, '../../../migrations');
const LOCK = 4_425_2024;

export interface MigrationReport {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
}

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/**
 * Brings the database to the newest migration, each in a transaction of its own; forward only.
 * Stops before anything is done when an applied file was changed or is gone (drift).
 */
export async function migrate(
  owner: Database,
  options: { readonly dryRun?: boolean; readonly folder?: string } = {},
): Promise<MigrationReport> {
  const files = await readMigrations(options.folder ?? migrationsFolder());
  await prepare(owner);
  return await owner.kysely.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(db);
    try {
      const done = await sql<{
        name: string;
        sha256: string;
      }>`select name, sha256 from public.migration order by name`.execute(db);
      refuseDrift(files, done.rows);
      const pending = files.filter((file) => !done.rows.some((row) => row.name === file.name));
      if (options.dryRun) return { applied: [], pending: pending.map((file) => file.name) };
      for (const file of pending) {
        await db.transaction().execute(async (tx) => {
          await runScript(tx, file.text);
          await sql`insert into public.migration (name, sha256, applied_at) values (${file.name}, ${file.sha256}, now())`.execute(
            tx,
          );
        });
      }
      return { applied: pending.map((file) => file.name), pending: [] };
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(db);
    }
  });
}

/** Where the migrations lie: beside the sources, also when the bundled server runs from `build/`. */
function migrationsFolder(): string {
  return process.env.HOPLUC_ROOT ? path.join(process.env.HOPLUC_ROOT, 'migrations') : FOLDER;
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function prepare(owner: Database): Promise<void> {
  await runScript(
    owner.kysely,
    `
    create table if not exists public.migration (name text primary key, sha256 text not null, applied_at timestamptz not null);
    do $$ begin
      if not exists (select from pg_roles where rolname = 'hopluc_app') then
        create role hopluc_app login;
      end if;
      execute format('grant hopluc_app to %I', current_user);
    exception when duplicate_object or unique_violation then null;
    end $$;
    grant usage on schema public to hopluc_app;
    grant select on public.migration to hopluc_app;`,
  );
}

function refuseDrift(files: readonly Migration[], done: readonly { name: string; sha256: string }[]): void {
  for (const row of done) {
    const file = files.find((candidate) => candidate.name === row.name);
    if (!file) throw new Error(`migration ${row.name} was applied to this database, but its file is gone`);
    if (file.sha256 !== row.sha256)
      throw new Error(`migration ${row.name} was changed after it was applied to this database`);
  }
}
