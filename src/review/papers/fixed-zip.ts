import { type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate';

/** Zip dates have no time zone; these are local numbers and give the same bytes everywhere. */
const FIXED = new Date(2000, 0, 1);
const INNER_ZIP = /\.(xlsx|docx|zip)$/;

/**
 * The same archive with the same bytes whenever and wherever it is made: one date for every member, packages within it
 * included. `mend` may change a member, named by its path.
 */
export function fixedZip(archive: Uint8Array, mend: (path: string, bytes: Uint8Array) => Uint8Array): Uint8Array {
  const members: Unzipped = unzipSync(archive);
  const fixed: Zippable = {};
  for (const path of typesFirst(Object.keys(members))) {
    const bytes = members[path] ?? new Uint8Array();
    const mended = INNER_ZIP.test(path) ? fixedZip(bytes, mend) : mend(path, bytes);
    fixed[path] = [mended, { mtime: FIXED, level: 6 }];
  }
  return zipSync(fixed);
}

/** Programs tell an office file by its first member. */
function typesFirst(paths: readonly string[]): string[] {
  const types = '[Content_Types].xml';
  return paths.toSorted((a, b) => Number(b === types) - Number(a === types));
}

/** Names that the writer draws at random for links between the parts of a package. */
const RANDOM_ID = /\brId(?=[a-z0-9_-]*[a-z_-])[a-z0-9_-]{21}/g;
const DRAWING_ID = /(<wp:docPr id=")\d+/g;

/** Gives random links and running numbers of drawings names by their order in the file. Stateful: one per file. */
export function withStableNames(): (path: string, bytes: Uint8Array) => Uint8Array {
  const names = new Map<string, string>();
  let drawings = 0;
  const nameOf = (random: string): string => {
    const known = names.get(random) ?? `rIdLink${names.size + 1}`;
    names.set(random, known);
    return known;
  };
  return (path, bytes) => {
    if (!/\.(xml|rels)$/.test(path)) return bytes;
    const xml = new TextDecoder().decode(bytes);
    const stable = xml.replace(RANDOM_ID, nameOf).replace(DRAWING_ID, (_, open: string) => `${open}${++drawings}`);
    return stable === xml ? bytes : new TextEncoder().encode(stable);
  };
}

/** Puts one moment into `docProps/core.xml`, where office programs write the clock. */
export function withFixedMoment(madeAt: string): (path: string, bytes: Uint8Array) => Uint8Array {
  const moment = new Date(madeAt).toISOString().replace(/\.\d+Z$/, 'Z');
  return (path, bytes) => {
    if (path !== 'docProps/core.xml') return bytes;
    const xml = new TextDecoder().decode(bytes);
    return new TextEncoder().encode(
      xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, (_, open: string) => `${open}${moment}`),
    );
  };
}
