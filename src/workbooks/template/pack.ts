import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { NamedRange } from './hidden-sheets.ts';

/** Every entry bears this moment, so that equal content is equal bytes. */
const ZIP_MOMENT = new Date(2000, 0, 1);
const COMPRESSION = 6;
/** Notes at the library's size cut Vietnamese sentences off. */
const NOTE_SIZE = /width:97\.8pt;height:59\.1pt/g;
const NOTE_SIZE_OURS = 'width:230pt;height:96pt';

/** Repacks what the library wrote: same bytes for the same content, names for ranges, notes large enough to read. */
export function pack(written: Uint8Array, names: readonly NamedRange[]): Uint8Array {
  const parts = unzipSync(written);
  const repacked: Record<string, [Uint8Array, { mtime: Date; level: 6 }]> = {};
  for (const [name, bytes] of Object.entries(parts)) {
    repacked[name] = [amended(name, bytes, names), { mtime: ZIP_MOMENT, level: COMPRESSION }];
  }
  return zipSync(repacked);
}

function amended(name: string, bytes: Uint8Array, names: readonly NamedRange[]): Uint8Array {
  if (name === 'xl/workbook.xml') return strToU8(withNames(strFromU8(bytes), names));
  if (name.startsWith('xl/drawings/vmlDrawing')) {
    return strToU8(withRoomyNotes(strFromU8(bytes)));
  }
  return bytes;
}

/** The drawing of a sheet's notes with boxes large enough to read. */
export function withRoomyNotes(drawing: string): string {
  return drawing.replace(NOTE_SIZE, NOTE_SIZE_OURS);
}

/** The library keeps a name cell by cell, which is too slow for whole columns; they are written here instead. */
function withNames(workbook: string, names: readonly NamedRange[]): string {
  const defined = names.map(({ name, range }) => `<definedName name="${name}">${range}</definedName>`).join('');
  if (workbook.includes('<definedNames>')) return workbook.replace('<definedNames>', `<definedNames>${defined}`);
  return workbook.replace('</sheets>', `</sheets><definedNames>${defined}</definedNames>`);
}
