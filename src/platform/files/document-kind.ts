import type { Refusal } from '#kernel/refusal.ts';
import { pictureHead } from './picture-head.ts';

const MEGABYTE = 1024 * 1024;
export const DOCUMENT_MEGABYTES_MAX = 10;

export type DocumentKind = 'pdf' | 'docx' | 'xlsx' | 'picture';

export const DOCUMENT_MEDIA_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  picture: 'image/webp',
} as const satisfies Record<DocumentKind, string>;

/** What the bytes are, whatever the file is called; undefined for everything that is not taken. */
export function documentKind(bytes: Uint8Array): DocumentKind | undefined {
  if (startsWith(bytes, '%PDF-')) return 'pdf';
  if (pictureHead(bytes)) return 'picture';
  if (!startsWith(bytes, 'PK\u0003\u0004') || !holds(bytes, '[Content_Types].xml')) return undefined;
  // Macros run on the reader's machine: a document with them is not taken.
  if (holds(bytes, 'vbaProject.bin')) return undefined;
  if (holds(bytes, 'word/document.xml')) return 'docx';
  return holds(bytes, 'xl/workbook.xml') ? 'xlsx' : undefined;
}

/** Why these bytes are not kept as a document; undefined when they are. */
export function documentRefusal(bytes: Uint8Array): Refusal | undefined {
  if (bytes.length > DOCUMENT_MEGABYTES_MAX * MEGABYTE)
    return { code: 'platform.document.too-large', facts: { field: 'file', megabytes: DOCUMENT_MEGABYTES_MAX } };
  return documentKind(bytes) ? undefined : { code: 'platform.document.wrong-kind', facts: { field: 'file' } };
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}

/** Names within a ZIP stand in it uncompressed. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'latin1');
}
