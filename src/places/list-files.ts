import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { projectRoot } from '#platform/root.server.ts';

export type Row = Readonly<Record<string, string>>;

/** One file of a list of units, as rows by the words of its head. */
export interface ListFile {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly sha256: string;
}

/** A list of units as it comes: units, changes, spellings, sizes, parts of split units. */
export interface PlaceFiles {
  readonly units: ListFile;
  readonly changes: ListFile;
  readonly variants: ListFile;
  readonly sizes: ListFile;
  readonly parts: ListFile;
}

export const FILE_NAMES = {
  units: 'administrative-units.csv',
  changes: 'administrative-changes.csv',
  variants: 'administrative-name-variants.csv',
  sizes: 'commune-attributes-2025.csv',
  parts: 'split-weights.csv',
} as const satisfies Record<keyof PlaceFiles, string>;

/** What a list may leave out: it then has no rows. */
const OPTIONAL: ReadonlySet<keyof PlaceFiles> = new Set(['variants', 'sizes', 'parts']);

export function shippedFolder(): string {
  return path.join(projectRoot(), 'seed', 'places');
}

/** The files of a folder; one that must be there and is not, or cannot be read, is named in `unreadable`. */
export async function readPlaceFiles(
  folder: string,
): Promise<{ readonly files: PlaceFiles; readonly unreadable: readonly string[] }> {
  const unreadable: string[] = [];
  const read = async (which: keyof PlaceFiles): Promise<ListFile> => {
    const name = FILE_NAMES[which];
    const nothing = { name, columns: [], rows: [], sha256: '' };
    const text = await readFile(path.join(folder, name), 'utf8').catch(() => undefined);
    const file = text === undefined ? undefined : parsed(name, text);
    if (!file && (text !== undefined || !OPTIONAL.has(which))) unreadable.push(name);
    return file ?? nothing;
  };
  const files = {
    units: await read('units'),
    changes: await read('changes'),
    variants: await read('variants'),
    sizes: await read('sizes'),
    parts: await read('parts'),
  };
  return { files, unreadable };
}

function parsed(name: string, text: string): ListFile | undefined {
  try {
    const rows: Record<string, string>[] = parse(text.normalize('NFC'), {
      columns: true,
      skip_empty_lines: true,
      bom: true,
    });
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { name, columns: Object.keys(rows[0] ?? {}), rows, sha256 };
  } catch {
    return undefined;
  }
}

export function fingerprintOf(files: PlaceFiles): string {
  const hashes = Object.values(files).map((file: ListFile) => file.sha256);
  return createHash('sha256').update(hashes.join(' ')).digest('hex');
}
