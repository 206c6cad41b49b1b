import { assert } from '#kernel/assert.ts';
import { Refused } from '#kernel/refusal.ts';
import { readArchive } from './archive.server.ts';
import { AREAS, MANIFEST, Manifest } from './manifest.ts';
import type { Counting } from './tally.ts';
import { counting } from './tally.ts';

/** `tables/register.change/000001` is a part of `tables/register.change`. */
export function wholeOf(entry: string): { readonly area: string; readonly name: string } {
  const [area = '', name = ''] = entry.split('/');
  return { area, name };
}

/**
 * Reads a backup from its first to its last byte, writing nothing, and answers what it holds. Refuses what `unseal` refuses,
 * and an archive in which something is missing or is not what its manifest says.
 */
export async function inspect(file: string, passphrase: string): Promise<Manifest> {
  const seen = new Map<string, Counting>();
  let text = '';
  await readArchive(file, passphrase, async (entry, bytes) => {
    if (entry === MANIFEST) {
      for await (const part of bytes) text += part.toString('utf8');
      return;
    }
    const { area, name } = wholeOf(entry);
    const count = seen.get(`${area}/${name}`) ?? counting();
    seen.set(`${area}/${name}`, count);
    for await (const part of bytes) count.add(part);
  });
  const manifest = manifestOf(text);
  for (const [entry, expected] of expectations(manifest)) {
    const found = seen.get(entry)?.total();
    if (!found || !expected(found)) throw inconsistent(entry);
    seen.delete(entry);
  }
  const [extra] = seen.keys();
  if (extra !== undefined) throw inconsistent(extra);
  return manifest;
}

function manifestOf(text: string): Manifest {
  const value = text === '' ? undefined : JSON.parse(text);
  if (typeof value?.format === 'number' && value.format > 1)
    throw new Refused({ code: 'platform.backup.newer-format', facts: { product: String(value.product) } });
  const parsed = Manifest.safeParse(value);
  if (!parsed.success) throw inconsistent(MANIFEST);
  return parsed.data;
}

type Expectation = (found: ReturnType<Counting['total']>) => boolean;

function expectations({ tables, files, kept }: Manifest): readonly (readonly [string, Expectation])[] {
  return [
    ...tables.map(
      ({ name, rows, sha256 }) =>
        [`${AREAS.tables}/${name}`, (found) => found.lines === rows && found.sha256 === sha256] as [
          string,
          Expectation,
        ],
    ),
    ...[
      ...files.map((file) => ({ ...file, area: AREAS.files })),
      ...kept.map((file) => ({ ...file, area: AREAS.kept })),
    ].map(
      ({ area, name, bytes, sha256 }) =>
        [`${area}/${name}`, (found) => found.bytes === bytes && found.sha256 === sha256] as [string, Expectation],
    ),
  ];
}

function inconsistent(entry: string): Refused {
  assert(entry !== '', 'an entry has a name');
  return new Refused({ code: 'platform.backup.inconsistent', facts: { entry } });
}
