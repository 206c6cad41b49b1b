import { assert } from '#kernel/assert.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Carrier } from '#platform/db/contents.server.ts';
import { carryIn, quoted } from '#platform/db/contents.server.ts';
import type { Database } from '#platform/db/db.server.ts';
import { FOUNDATION, type Migration, migrate, readMigrations, refuseDrift } from '#platform/db/migrate.server.ts';
import type { OpenSettings } from '#platform/db/open.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { claimDataFolder } from '#platform/server-claim.server.ts';
import { readArchive } from './archive.server.ts';
import { emptyAgain, whatLiesIn, writeKept, writeStored } from './data-folder.server.ts';
import { inspect, wholeOf } from './inspect.server.ts';
import { AREAS, type Manifest } from './manifest.ts';
import { tallyOf } from './tally.ts';

export interface RestoreRequest extends OpenSettings {
  readonly file: string;
  readonly passphrase: string;
  /** The target is marked as a demonstration or a test: real people's data have no place there. */
  readonly isDemo?: boolean;
  /** Of this program; another folder for tests. */
  readonly migrations?: string;
}

export interface RestoreReport {
  readonly manifest: Manifest;
  /** Migrations that are newer than the backup, run after it was brought in. */
  readonly migrated: readonly string[];
}

/**
 * Brings a backup back into an empty database and an empty data folder. The whole file is proven first; then the schema is
 * made as it was, the rows are brought in and read out again to be compared, in one transaction; then newer migrations run.
 * Refuses with nothing written: a target that is not empty, a damaged file, another key, a backup of a newer product, and
 * real data into a demonstration.
 */
export async function restore(request: RestoreRequest): Promise<RestoreReport> {
  const { file, passphrase, dataFolder } = request;
  await refuseFullFolder(dataFolder);
  const manifest = await inspect(file, passphrase);
  if (request.isDemo && !manifest.isDemo)
    throw new Refused({ code: 'platform.restore.real-data', facts: { createdAt: manifest.createdAt } });
  const scripts = scriptsFor(manifest, await readMigrations(request.migrations));
  const claim = await claimDataFolder(dataFolder, 0);
  try {
    await refuseFullFolder(dataFolder);
    return { manifest, migrated: await bringBack(request, manifest, scripts) };
  } finally {
    await claim.release();
  }
}

async function bringBack(
  request: RestoreRequest,
  manifest: Manifest,
  scripts: readonly string[],
): Promise<readonly string[]> {
  const databases = await openDatabases(request);
  let isDone = false;
  try {
    await carryIn(databases.owner, async (carrier) => {
      const table = await carrier.anyTable();
      if (table) throw new Refused({ code: 'platform.restore.database-not-empty', facts: { table } });
      for (const script of scripts) await carrier.run(script);
      await fill(carrier, request, manifest);
      await compare(carrier, manifest);
    });
    isDone = true;
    return await bringUpToDate(databases.owner, request.migrations);
  } finally {
    await databases.close();
    if (!isDone) await emptyAgain(request.dataFolder);
  }
}

async function bringUpToDate(owner: Database, folder: string | undefined): Promise<readonly string[]> {
  const { applied } = await migrate(owner, folder === undefined ? {} : { folder });
  await owner.pool.query('analyze');
  return applied;
}

async function refuseFullFolder(dataFolder: string): Promise<void> {
  const name = await whatLiesIn(dataFolder);
  if (name) throw new Refused({ code: 'platform.restore.folder-not-empty', facts: { dataFolder, name } });
}

/** What makes the schema as it was when the backup was taken. */
function scriptsFor({ product, migrations }: Manifest, known: readonly Migration[]): readonly string[] {
  const unknown = migrations.find(({ name }) => !known.some((each) => each.name === name));
  if (unknown)
    throw new Refused({ code: 'platform.restore.newer-product', facts: { product, migration: unknown.name } });
  refuseDrift(known, migrations);
  const texts = known.filter(({ name }) => migrations.some((each) => each.name === name)).map(({ text }) => text);
  return [FOUNDATION, ...texts];
}

/** Rows by table, files and secrets, as they come in the archive. */
async function fill(
  carrier: Carrier,
  { file, passphrase, dataFolder }: RestoreRequest,
  manifest: Manifest,
): Promise<void> {
  const tables = manifest.tables.map(({ name }) => quoted(name));
  await carrier.run(UNBIND);
  for (const table of tables) await carrier.run(`alter table ${table} disable trigger user`);
  await carrier.run(`truncate ${tables.join(', ')}`);
  await readArchive(file, passphrase, async (entry, bytes) => {
    const { area, name } = wholeOf(entry);
    if (area === AREAS.files) await writeStored(dataFolder, name, await whole(bytes));
    if (area === AREAS.kept) await writeKept(dataFolder, name, await whole(bytes));
    const table = area === AREAS.tables ? manifest.tables.find((each) => each.name === name) : undefined;
    if (table) await carrier.addRows(table, bytes);
  });
  for (const sequence of manifest.sequences) await carrier.setSequence(sequence);
  await carrier.run(BIND);
  for (const table of tables) await carrier.run(`alter table ${table} enable trigger user`);
}

/** The rows are read out again: as many, and byte for byte the same. */
async function compare(carrier: Carrier, manifest: Manifest): Promise<void> {
  for (const table of await carrier.tables()) {
    const expected = manifest.tables.find(({ name }) => name === table.name);
    const { lines, sha256 } = await tallyOf(carrier.rowsOf(table));
    assert(lines === (expected?.rows ?? 0), `${table.name} has as many rows as in the backup`);
    assert(expected === undefined || sha256 === expected.sha256, `${table.name} has the rows of the backup`);
  }
}

async function whole(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

/** References between tables are taken off while rows come in, in whatever order; putting them back checks them all. */
const UNBIND = `
  create temporary table binding on commit drop as
    select conrelid::regclass::text as at, conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f';
  do $$ declare each record; begin
    for each in select * from binding loop execute format('alter table %s drop constraint %I', each.at, each.name); end loop;
  end $$`;
const BIND = `
  do $$ declare each record; begin
    for each in select * from binding loop
      execute format('alter table %s add constraint %I %s', each.at, each.name, each.definition);
    end loop;
  end $$`;
