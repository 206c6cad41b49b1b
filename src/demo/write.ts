import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReadDb } from '#platform/db/db.server.ts';
import { demoWorkbooks } from './workbooks.ts';

/** Writes the six demonstration workbooks into a folder, made when it is not there; answers their paths. */
export async function writeDemo(db: ReadDb, folder: string, seed: number): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for await (const book of demoWorkbooks(db, seed)) {
    const file = path.join(folder, book.fileName);
    await writeFile(file, book.bytes);
    paths.push(file);
  }
  return paths;
}
