import { strToU8, zipSync } from 'fflate';
import type { DirtyWorkbook } from './spoil.ts';
import { repacked } from './spoil.ts';

const MEGABYTE = 1024 * 1024;
const MOMENT = { mtime: new Date(2000, 0, 1) };
const ENCODER = new TextEncoder();

/** A file that is refused before anything in it is understood. */
function file(name: string, fileName: string, code: string, make: (clean: Uint8Array) => Uint8Array): DirtyWorkbook {
  return {
    name,
    fileName,
    make: async (clean) => make(clean),
    expected: [{ code: `workbooks.file.${code}`, sheet: '', cell: '' }],
    isAccepted: false,
  };
}

/** A compound file of old Office: its head, then names of streams in UTF-16. */
function compoundFile(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(3072);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, stream] of ['Root Entry', ...streams].entries())
    bytes.set(Buffer.from(stream, 'utf16le'), 1024 + index * 128);
  return bytes;
}

function archive(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), MOMENT);
}

/** Says in the central directory that the named entry inflates to `size` bytes. */
function claimingSize(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const at = copy.length - 22;
  let entry = view.getUint32(at + 16, true);
  for (let index = view.getUint16(at + 10, true); index > 0; index -= 1) {
    const length = view.getUint16(entry + 28, true);
    const isNamed = new TextDecoder().decode(copy.subarray(entry + 46, entry + 46 + length)) === name;
    if (isNamed) view.setUint32(entry + 24, size, true);
    entry += 46 + length + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return copy;
}

/** Flips bytes in the middle of the packed register sheet. */
function scratched(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const at = Buffer.from(copy.buffer).indexOf('xl/worksheets/sheet2.xml') + 200;
  copy.fill(0xff, at, at + 64);
  return copy;
}

const REGISTER_PART = 'xl/worksheets/sheet2.xml';
const withEntities = (xml: string) =>
  xml.replace('<worksheet', '<!DOCTYPE w [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet');

export const PHYSICAL_FILES: readonly DirtyWorkbook[] = [
  file('an empty file', 'trong.xlsx', 'empty', () => new Uint8Array()),
  file('a file over 20 MB', 'nang.xlsx', 'too-large', () => new Uint8Array(20 * MEGABYTE + 1).fill(0x50)),
  file('a workbook with a password', 'mat-khau.xlsx', 'password', () =>
    compoundFile('EncryptionInfo', 'EncryptedPackage'),
  ),
  file('an old .xls workbook', 'cu.xls', 'old-excel', () => compoundFile('Workbook')),
  file('an old .xls workbook renamed', 'doi-duoi.xlsx', 'old-excel', () => compoundFile('Workbook')),
  file('an Excel 4 sheet without a container', 'rat-cu.xls', 'old-excel', () =>
    Uint8Array.from([0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00]),
  ),
  file('a spreadsheet in XML of 2003', '2003.xls', 'old-excel', () =>
    ENCODER.encode('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
  ),
  file('a text with commas', 'so-lieu.csv', 'csv', () => ENCODER.encode('STT,Tên,Mã số\n1,HTX Đồng Tâm,2900100001\n')),
  file('a text with semicolons named .xlsx', 'so-lieu.xlsx', 'csv', () => ENCODER.encode('STT;Tên;Mã số\n1;A;2\n')),
  file('a web page named .xls', 'xuat.xls', 'html', () => ENCODER.encode('<html><body><table><tr><td>1</td></tr>')),
  file('a PDF', 'bao-cao.pdf', 'pdf', () => ENCODER.encode('%PDF-1.7\n%âãÏÓ\n')),
  file('a Word report', 'bao-cao.docx', 'word', () =>
    archive({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }),
  ),
  file('an old Word report', 'bao-cao.doc', 'word', () => compoundFile('WordDocument')),
  file('an OpenDocument sheet', 'so-lieu.ods', 'open-document', () =>
    archive({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
  ),
  file('a binary workbook', 'so-lieu.xlsb', 'binary-excel', () =>
    archive({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }),
  ),
  file('an archive of workbooks', 'tat-ca.zip', 'other-archive', (clean) =>
    zipSync({ 'na.xlsx': clean, 'ht.xlsx': clean }, MOMENT),
  ),
  file('bytes that mean nothing', 'la.xlsx', 'not-a-workbook', () => new Uint8Array(500).fill(0x01)),
  file('a workbook with macros', 'macro.xlsm', 'macro', (clean) => repacked(clean, { 'xl/vbaProject.bin': 'VBA' })),
  file('macros in a workbook named .xlsx', 'macro.xlsx', 'macro', (clean) =>
    repacked(clean, { 'xl/vbaProject.bin': 'VBA' }),
  ),
  file('the first half of an upload', 'do-dang.xlsx', 'truncated', (clean) => clean.slice(0, clean.length / 2)),
  file('a scratched workbook', 'xuoc.xlsx', 'damaged', scratched),
  file('a workbook without its list of sheets', 'thieu.xlsx', 'other-archive', (clean) =>
    repacked(clean, { 'xl/workbook.xml': null }),
  ),
  file('a bomb of zeros', 'bom.xlsx', 'bomb', (clean) =>
    repacked(clean, { 'xl/media/image1.png': new Uint8Array(30 * MEGABYTE) }),
  ),
  file('a bomb that hides its size', 'bom-giau.xlsx', 'damaged', (clean) =>
    claimingSize(repacked(clean, { [REGISTER_PART]: 'x'.repeat(4 * MEGABYTE) }), REGISTER_PART, 1000),
  ),
  file('a part that climbs out of its folder', 'leo.xlsx', 'unsafe-name', (clean) =>
    repacked(clean, { '../../etc/cron.d/hopluc': '* * * * *' }),
  ),
  file('entities that multiply', 'thuc-the.xlsx', 'entities', (clean) =>
    repacked(clean, { [REGISTER_PART]: withEntities }),
  ),
  file('XML that breaks off', 'xml-do.xlsx', 'unreadable', (clean) =>
    repacked(clean, { [REGISTER_PART]: (xml) => xml.replace('</row>', '<c r="ZZZZ9"><v>') }),
  ),
];
