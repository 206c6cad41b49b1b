import { strFromU8, unzipSync } from 'fflate';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { isHash } from '../snapshot.ts';

export type GivenKind = 'snapshot' | 'docx' | 'pdf' | 'tables' | 'unknown';

/** What a file is by its content, whatever its name says. */
export interface GivenFile {
  readonly kind: GivenKind;
  /** The snapshot's hash that the file states about itself. */
  readonly statedHash: string | undefined;
  /** The body of a snapshot file, as parsed. */
  readonly snapshot: unknown;
  /** The same as canonical JSON: what its hash is computed from. */
  readonly canonical: string;
  /** Paragraphs of a report or cells of the tables, for saying what differs. */
  readonly lines: readonly NamedLine[];
}

export interface NamedLine {
  readonly place: string;
  readonly text: string;
}

const NOTHING: GivenFile = { kind: 'unknown', statedHash: undefined, snapshot: undefined, canonical: '', lines: [] };
/** A part of an office file larger than this once unpacked is not looked at. */
const PART_BYTES_MAX = 40_000_000;
const TOTAL_BYTES_MAX = 60_000_000;
const PARTS_MAX = 1000;
const HASH = /sha256:[0-9a-f]{64}/;

/** Reads what a file says of itself. Never fails: what cannot be read is of unknown kind. */
export function readGivenFile(bytes: Uint8Array): GivenFile {
  const head = strFromU8(bytes.subarray(0, 1024), true);
  if (head.startsWith('%PDF-')) return { ...NOTHING, kind: 'pdf', statedHash: HASH.exec(strFromU8(bytes, true))?.[0] };
  if (head.startsWith('PK')) return readOffice(bytes);
  return head
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .startsWith('{')
    ? readSnapshot(bytes)
    : NOTHING;
}

function readSnapshot(bytes: Uint8Array): GivenFile {
  try {
    const file: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof file !== 'object' || file === null || !('snapshot' in file)) return NOTHING;
    const stated = 'hash' in file && isHash(file.hash) ? file.hash : undefined;
    return {
      ...NOTHING,
      kind: 'snapshot',
      statedHash: stated,
      snapshot: file.snapshot,
      canonical: canonicalJson(file.snapshot),
    };
  } catch {
    return NOTHING;
  }
}

function readOffice(bytes: Uint8Array): GivenFile {
  const parts = unpack(bytes);
  if (!parts) return NOTHING;
  const texts = Object.entries(parts).map(([name, part]) => [name, strFromU8(part)] as const);
  const isWord = texts.some(([name]) => name === 'word/document.xml');
  if (!isWord && !texts.some(([name]) => name === 'xl/workbook.xml')) return NOTHING;
  const stated = texts
    .map(([, xml]) => HASH.exec(xml.replace(/<[^<>]*>/g, ''))?.[0])
    .find((hash) => hash !== undefined);
  const named = new Map(texts);
  return {
    ...NOTHING,
    kind: isWord ? 'docx' : 'tables',
    statedHash: stated,
    lines: isWord ? paragraphsOf(named.get('word/document.xml') ?? '') : cellsOf(named),
  };
}

/** Anybody may give a file here: what would unfold to more than a paper is, or is packed twice over, is not unpacked. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  let [parts, packed, unpacked] = [0, 0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        parts += 1;
        packed += size;
        if (parts > PARTS_MAX || packed > bytes.length) throw new Error('no paper has so many parts');
        if (!/^(?:docProps|word|xl)\/.*\.xml$/.test(name) || originalSize > PART_BYTES_MAX) return false;
        unpacked += originalSize;
        if (unpacked > TOTAL_BYTES_MAX) throw new Error('no paper is so large');
        return true;
      },
    });
  } catch {
    return undefined;
  }
}

/** The texts in a piece of XML, joined. Patterns stop at the next `<`, so that no file makes them look twice. */
function textIn(xml: string): string {
  return [...xml.matchAll(/<(?:w:)?t(?: [^<>]*)?>([^<]*)<\/(?:w:)?t>/g)].map(([, text]) => text).join('');
}

function paragraphsOf(xml: string): readonly NamedLine[] {
  return xml
    .split('</w:p>')
    .map(textIn)
    .filter((text) => text.trim() !== '')
    .map((text, index) => ({ place: `đoạn ${index + 1}`, text: unescaped(text) }));
}

function cellsOf(parts: ReadonlyMap<string, string>): readonly NamedLine[] {
  const shared = (parts.get('xl/sharedStrings.xml') ?? '').split('</si>').map(textIn);
  return [...parts]
    .filter(([name]) => name.startsWith('xl/worksheets/'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, xml]) => {
      const sheet = name.replace(/^.*\/|\.xml$/g, '');
      return xml.split('<c r="').flatMap((piece) => {
        const [head, address, attributes = ''] = /^([A-Z]+\d+)"([^<>]*)>/.exec(piece) ?? [];
        if (head === undefined || attributes.endsWith('/')) return [];
        const inner = piece.slice(head.length).split('</c>', 1)[0] ?? '';
        const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? /<t(?: [^<>]*)?>([^<]*)<\/t>/.exec(inner)?.[1];
        if (value === undefined) return [];
        const text = attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : value;
        return [{ place: `${sheet}!${address}`, text: unescaped(text) }];
      });
    });
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
