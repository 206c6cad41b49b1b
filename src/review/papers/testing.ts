import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { OfficialPaper, PaperBlock, PaperTable } from '../model.ts';

/** Whether a program that some tests need beyond Node is installed here. */
export function hasProgram(name: string): boolean {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
    try {
      execFileSync('test', ['-x', path.join(folder, name)]);
      return true;
    } catch {
      return false;
    }
  });
}

/** Hands `bytes` to `use` as a file in a folder of its own, which is gone afterwards. */
export function withFile<T>(name: string, bytes: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'hopluc-paper-'));
  try {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text layer of a PDF as a reader copies it. */
export function pdfText(pdf: Uint8Array): string {
  return withFile('paper.pdf', pdf, (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }));
}

/** What LibreOffice makes of an office file; a profile of its own, so that runs do not wait for each other. */
export function converted(name: string, bytes: Uint8Array, format: 'pdf' | 'xlsx'): Uint8Array {
  return withFile(name, bytes, (file, folder) => {
    const out = path.join(folder, 'out');
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', out, file], {
      stdio: 'ignore',
    });
    return readFileSync(path.join(out, `${path.parse(name).name}.${format}`));
  });
}

/** The XML parts of a package by path. */
export function xmlParts(bytes: Uint8Array): Map<string, string> {
  const parts = Object.entries(unzipSync(bytes));
  return new Map(parts.filter(([name]) => /\.(xml|rels)$/.test(name)).map(([name, part]) => [name, strFromU8(part)]));
}

/** What is wrong with the nesting or the characters of an XML text; undefined when nothing is. */
export function xmlFault(xml: string): string | undefined {
  const open: string[] = [];
  for (const [tag, isEnd, name = '', attributes = ''] of xml.matchAll(/<(\/?)([\w:.-]+)([^<>]*)>/g)) {
    if (isEnd && open.pop() !== name) return `unexpected ${tag}`;
    if (!isEnd && !attributes.endsWith('/')) open.push(name);
  }
  const text = xml.replace(/<[^<>]*>/g, '');
  if (/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) return 'a bare mark in text';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(xml)) return 'a control character';
  return open.length > 0 ? `${open.at(-1)} is never closed` : undefined;
}

/** The table whose caption begins with these words. */
export function tableNamed(paper: OfficialPaper, caption: string): PaperTable {
  const blocks = [...paper.blocks, ...paper.appendices.flatMap((appendix) => appendix.blocks)];
  const found = blocks.find((block) => block.kind === 'table' && block.caption.startsWith(caption));
  if (found?.kind !== 'table') throw new Error(`no table ${caption}`);
  return found;
}

/** Every word that a paper prints in its body and annexes, a line a block or cell. */
export function linesOf(paper: OfficialPaper): string[] {
  return [...paper.blocks, ...paper.appendices.flatMap((appendix) => appendix.blocks)].flatMap(linesOfBlock);
}

function linesOfBlock(block: PaperBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.inlines.map((inline) => inline.text).join('')];
    case 'table':
      return [block.caption, block.note, ...[...block.head, ...block.rows].flat().map((cell) => cell.text)];
    case 'bar-chart':
      return [block.title, ...block.bars.map((bar) => `${bar.label} ${bar.text}`)];
    case 'heading':
      return [block.text];
    case 'part':
      return [block.number, block.title];
  }
}
