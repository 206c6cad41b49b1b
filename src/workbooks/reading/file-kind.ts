import type { FileProblem, ZipEntry } from './zip.ts';
import { MEGABYTE } from './zip.ts';

const SIZE_MAX = 20 * MEGABYTE;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Excel 2 to 4 wrote its records without a container around them. */
const BARE_BIFF = [0x00, 0x02, 0x04].map((version) => [0x09, version]);
const HEAD_LENGTH = 4096;

/** What a file is by its first bytes when it is no ZIP archive; undefined when it is one and may be read on. */
export function fileKindProblem(bytes: Uint8Array, fileName: string): FileProblem | undefined {
  if (bytes.length === 0) return { code: 'workbooks.file.empty', facts: {} };
  if (bytes.length > SIZE_MAX)
    return {
      code: 'workbooks.file.too-large',
      facts: { megabytes: bytes.length / MEGABYTE, max: SIZE_MAX / MEGABYTE },
    };
  if (startsWith(bytes, ZIP)) return undefined;
  if (startsWith(bytes, OLE)) return { code: oleCode(bytes), facts: {} };
  if (BARE_BIFF.some((magic) => startsWith(bytes, magic))) return { code: 'workbooks.file.old-excel', facts: {} };
  return textOrOther(bytes, fileName);
}

/** What a ZIP archive is when it is not a workbook one may read; undefined when it is one. */
export function archiveKindProblem(entries: readonly ZipEntry[]): FileProblem | undefined {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (entries.some(({ isEncrypted }) => isEncrypted)) return { code: 'workbooks.file.password', facts: {} };
  if (has(/(^|\/)vbaProject\.bin$/i) || has(/^xl\/macrosheets\//i)) return { code: 'workbooks.file.macro', facts: {} };
  if (has(/^xl\/workbook\.xml$/) && has(/^\[Content_Types\]\.xml$/)) return undefined;
  if (has(/^xl\/workbook\.bin$/)) return { code: 'workbooks.file.binary-excel', facts: {} };
  if (has(/^word\//)) return { code: 'workbooks.file.word', facts: {} };
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return { code: 'workbooks.file.open-document', facts: {} };
  return { code: 'workbooks.file.other-archive', facts: {} };
}

/** Streams of a compound file are named in UTF-16; Excel keeps a protected workbook in `EncryptedPackage`. */
function oleCode(bytes: Uint8Array): string {
  const has = (stream: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(stream, 0, 'utf16le');
  if (has('EncryptedPackage') || has('EncryptionInfo')) return 'workbooks.file.password';
  if (has('WordDocument')) return 'workbooks.file.word';
  return 'workbooks.file.old-excel';
}

function textOrOther(bytes: Uint8Array, fileName: string): FileProblem {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_LENGTH)).replace(/^ï»¿/, '');
  if (head.startsWith('%PDF-')) return { code: 'workbooks.file.pdf', facts: {} };
  if (head.startsWith('{\\rtf')) return { code: 'workbooks.file.word', facts: {} };
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head)) return { code: 'workbooks.file.old-excel', facts: {} };
  if (/<(html|table|!doctype html|head|body|meta)\b/i.test(head)) return { code: 'workbooks.file.html', facts: {} };
  if (isText(bytes.subarray(0, HEAD_LENGTH)) && (/\.(csv|tsv|txt)$/i.test(fileName) || /[;,\t].*[;,\t]/.test(head)))
    return { code: 'workbooks.file.csv', facts: {} };
  return { code: 'workbooks.file.not-a-workbook', facts: {} };
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
