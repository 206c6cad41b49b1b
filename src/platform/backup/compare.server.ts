import { createHash } from 'node:crypto';
import { carryOut } from '#platform/db/contents.server.ts';
import type { Database } from '#platform/db/db.server.ts';
import { readKept, storedFile, storedFiles } from './data-folder.server.ts';
import type { Manifest } from './manifest.ts';
import { tallyOf } from './tally.ts';

/** One table as it is now beside what the backup holds. */
export interface TableProof {
  readonly name: string;
  readonly rowsExpected: number;
  readonly rows: number;
  /** Byte for byte the same. */
  readonly isSame: boolean;
}

export interface Comparison {
  readonly tables: readonly TableProof[];
  readonly files: number;
  /** Names of stored files and secrets that are not there or not the same. */
  readonly filesThatDiffer: readonly string[];
}

/**
 * Reads a restored installation from its first to its last byte and compares it with what the backup holds. Columns that
 * newer migrations added do not count.
 */
export async function compareWithBackup(owner: Database, dataFolder: string, manifest: Manifest): Promise<Comparison> {
  const tables = await carryOut(owner, async (carrier) => {
    const here = new Map((await carrier.tables()).map((table) => [table.name, table]));
    const proofs: TableProof[] = [];
    for (const { name, columns, rows: rowsExpected, sha256 } of manifest.tables) {
      const table = here.get(name);
      const found = table && (await tallyOf(carrier.rowsOf({ ...table, columns })));
      proofs.push({ name, rowsExpected, rows: found?.lines ?? 0, isSame: found?.sha256 === sha256 });
    }
    return proofs;
  });
  const files = await differingFiles(dataFolder, manifest);
  return { tables, files: manifest.files.length + manifest.kept.length, filesThatDiffer: files };
}

async function differingFiles(dataFolder: string, { files, kept }: Manifest): Promise<readonly string[]> {
  const stored = new Set(await storedFiles(dataFolder));
  const different: string[] = [];
  for (const { name, sha256 } of files)
    if (!stored.has(name) || (await tallyOf(storedFile(dataFolder, name))).sha256 !== sha256) different.push(name);
  for (const { name, sha256 } of kept) {
    const bytes = await readKept(dataFolder, name).catch(() => Buffer.alloc(0));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) different.push(name);
  }
  return different;
}
