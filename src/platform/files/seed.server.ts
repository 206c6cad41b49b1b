import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import type { Tx } from '#platform/db/db.server.ts';
import { projectRoot } from '#platform/root.server.ts';

/** The rows of a file of `seed/`, by the words of its head. */
export interface SeedFile {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly sha256: string;
}

/** Reads `seed/<name>`: comma separated, UTF-8, with a head. */
export async function readSeed(name: string): Promise<SeedFile> {
  const text = await readFile(path.join(projectRoot(), 'seed', name), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true, skip_empty_lines: true, bom: true });
  return { rows, sha256: createHash('sha256').update(text).digest('hex') };
}

/** Runs `load` only when these files are not the ones loaded last under this name. */
export async function loadOnce(
  tx: Tx,
  now: Date,
  name: string,
  files: readonly SeedFile[],
  load: () => Promise<void>,
): Promise<void> {
  const key = `reference.${name}`;
  const hash = files.map((file) => file.sha256).join(' ');
  const known = await tx.selectFrom('platform.setting').where('key', '=', key).select('value').executeTakeFirst();
  if (known?.value === hash) return;
  await load();
  const value = JSON.stringify(hash);
  await sql`insert into platform.setting (key, value, updated_at, updated_by) values (${key}, ${value}::jsonb, ${now}, 'reference')
    on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`.execute(tx);
}

/** An empty cell of a seed file is a null in the database. */
export function orNull(text: string | undefined): string | null {
  return text ? text : null;
}
