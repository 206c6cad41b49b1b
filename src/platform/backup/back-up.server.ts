import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refused } from '#kernel/refusal.ts';
import type { Carrier, StoredTable } from '#platform/db/contents.server.ts';
import { carryOut } from '#platform/db/contents.server.ts';
import type { Database } from '#platform/db/db.server.ts';
import { projectRoot } from '#platform/root.server.ts';
import type { Entry } from './archive.server.ts';
import { writeArchive } from './archive.server.ts';
import { keptFiles, readKept, storedFile, storedFiles } from './data-folder.server.ts';
import { AREAS, MANIFEST, type Manifest } from './manifest.ts';
import type { SealCost } from './seal.server.ts';
import { counting, tallyOf } from './tally.ts';

/** A table goes into the archive in parts of about this size, since an entry's size is told before its bytes. */
const PART_BYTES = 1024 * 1024;

export interface BackupRequest {
  readonly file: string;
  readonly dataFolder: string;
  /** The passphrase; asked for when it is certain that there is something to seal. */
  readonly key: () => Promise<string>;
  readonly now: Date;
  /** Of making a key from the passphrase; a small one for tests only. */
  readonly cost?: SealCost;
}

export interface BackupReport {
  readonly manifest: Manifest;
  readonly bytes: number;
  /** SHA-256 of the backup file itself. */
  readonly sha256: string;
}

/**
 * Writes everything of this installation to one encrypted file: every table as it is at one moment, the file store and the
 * secrets of the data folder. Works while the server runs. Refuses when the file exists.
 */
export async function backUp(
  owner: Database,
  { file, dataFolder, key, now, cost }: BackupRequest,
): Promise<BackupReport> {
  const target = path.resolve(file);
  if (existsSync(target)) throw new Refused({ code: 'platform.backup.file-exists', facts: { file } });
  const manifest = await carryOut(owner, async (carrier) => {
    if (!(await carrier.anyTable())) throw nothingThere(dataFolder);
    const written: Manifest = await emptyManifest(carrier, now);
    await writeArchive(target, await key(), everything(carrier, dataFolder, written), cost);
    return written;
  });
  const { bytes, sha256 } = await tallyOf(createReadStream(target));
  return { manifest, bytes, sha256 };
}

/** Also for whoever would have to make a database to find that out. */
export function nothingThere(dataFolder: string): Refused {
  return new Refused({ code: 'platform.backup.nothing-there', facts: { dataFolder } });
}

async function emptyManifest(carrier: Carrier, now: Date): Promise<Manifest> {
  const { version } = JSON.parse(await readFile(path.join(projectRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  const migrations = await carrier.migrations();
  return {
    format: 1,
    product: version,
    createdAt: now.toISOString(),
    isDemo: await carrier.isDemo(),
    migrations: [...migrations],
    tables: [],
    sequences: [],
    files: [],
    kept: [],
  };
}

/** The entries of the archive. What was really written is noted in the manifest, which comes last. */
async function* everything(carrier: Carrier, dataFolder: string, manifest: Manifest): AsyncGenerator<Entry> {
  for (const table of await carrier.tables()) yield* partsOf(carrier, table, manifest);
  manifest.sequences.push(...(await carrier.sequences()));
  for (const name of await storedFiles(dataFolder)) yield await storeEntry(dataFolder, name, manifest);
  for (const name of await keptFiles(dataFolder)) {
    const bytes = await readKept(dataFolder, name);
    manifest.kept.push({ name, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') });
    yield { name: `${AREAS.kept}/${name}`, size: bytes.byteLength, bytes };
  }
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  yield { name: MANIFEST, size: bytes.byteLength, bytes };
}

/** Every part ends with a whole row, so that each can be brought in by itself. */
async function* partsOf(carrier: Carrier, table: StoredTable, manifest: Manifest): AsyncGenerator<Entry> {
  const count = counting();
  let held: Buffer[] = [];
  let size = 0;
  let part = 0;
  const entryOf = (bytes: Buffer): Entry => {
    part += 1;
    return { name: `${AREAS.tables}/${table.name}/${String(part).padStart(6, '0')}`, size: bytes.byteLength, bytes };
  };
  for await (const rows of carrier.rowsOf(table)) {
    count.add(rows);
    held.push(rows);
    size += rows.byteLength;
    if (size < PART_BYTES) continue;
    const whole = Buffer.concat(held);
    const end = whole.lastIndexOf('\n') + 1;
    if (end > 0) yield entryOf(whole.subarray(0, end));
    held = [whole.subarray(end)];
    size = whole.byteLength - end;
  }
  if (size > 0 || part === 0) yield entryOf(Buffer.concat(held));
  const { lines, sha256 } = count.total();
  manifest.tables.push({ name: table.name, columns: [...table.columns], rows: lines, sha256 });
}

async function storeEntry(dataFolder: string, name: string, manifest: Manifest): Promise<Entry> {
  const { sha256, bytes } = await tallyOf(storedFile(dataFolder, name));
  manifest.files.push({ name, bytes, sha256, isWhole: sha256 === name });
  return { name: `${AREAS.files}/${name}`, size: bytes, bytes: storedFile(dataFolder, name) };
}
