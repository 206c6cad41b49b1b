import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '#platform/root.server.ts';
import { aSnapshot } from '../testing.ts';
import { composeReport } from './compose-report.ts';
import { renderDocx } from './render-docx.ts';
import { closePress, renderPdf } from './render-pdf.ts';
import { xmlParts } from './testing.ts';

afterAll(closePress);

/** Would stop the setting of the paper, or show the file, if it were run. */
const CODE = '#import "no-such.typ" #read("/etc/passwd") #image("http://evil.example/a.png") #panic("ran") $x^';
const MARKUP = '</w:t><w:instrText>INCLUDETEXT "file:///etc/passwd"</w:instrText><w:t>&xxe; <![CDATA[';

/** The report in which every paragraph says this. */
function paperSaying(text: string): ReturnType<typeof composeReport> {
  const paper = JSON.stringify(composeReport(aSnapshot()));
  return JSON.parse(paper.replaceAll('hợp tác xã', JSON.stringify(text).slice(1, -1)));
}

test('V1.3.7 words of a paper are set as words: nothing in them is imported, read, fetched or run', async () => {
  const paper = paperSaying(CODE);
  expect(JSON.stringify(paper)).toContain('no-such.typ');

  const pdf = Buffer.from(await renderPdf(paper)).toString('latin1');

  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf).not.toContain('root:x:');
});

test('V1.3.7 the layout of papers reads, imports and evaluates nothing', () => {
  const layout = readFileSync(path.join(projectRoot(), 'src/review/papers/official-paper.typ'), 'utf8');

  expect(layout).not.toMatch(/#?\b(eval|read|plugin|image|include|csv|toml|yaml|xml)\s*\(|#import|#include/);
});

test('V1.2.1 words of a Word paper break out of no element', async () => {
  const parts = xmlParts(await renderDocx(paperSaying(MARKUP)));
  const document = parts.get('word/document.xml') ?? '';

  expect(document).toContain('&lt;/w:t&gt;');
  expect(document).not.toMatch(/<w:instrText>INCLUDETEXT|&xxe;|<!\[CDATA\[/);
  expect([...parts.values()].join()).not.toMatch(/TargetMode="External"/);
});
