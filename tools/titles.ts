import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nameOf } from './conventions.ts';
import type { Node, Source } from './source.ts';
import { ROOT, sources, walk } from './source.ts';

export interface TestTitle {
  readonly file: string;
  readonly title: string;
}

/** How many stories the product specification has under each prefix; they are numbered from 01. */
const STORIES: Readonly<Record<string, number>> = {
  ADM: 5,
  ADV: 8,
  ANA: 4,
  AUD: 4,
  COM: 14,
  CON: 12,
  DIA: 6,
  DOC: 7,
  EMU: 9,
  FBK: 6,
  FND: 18,
  HTX: 10,
  IAM: 6,
  IMP: 9,
  MKT: 9,
  NEW: 16,
  NTF: 4,
  OPD: 3,
  ORG: 7,
  PDP: 10,
  QTD: 5,
  RAT: 9,
  REG: 17,
  RPT: 15,
  SRC: 3,
  SUP: 5,
  TSK: 7,
};

/** The stories that `docs/stories.txt` claims. */
export function claimedStories(): readonly string[] {
  const lines = readFileSync(path.join(ROOT, 'docs/stories.txt'), 'utf8').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/** Titles of all tests, the browser's too, as they stand in the source. */
export function testTitles(): readonly TestTitle[] {
  const files = sources('src', 'e2e', 'tools', 'migrations').filter((each) => /\.(test|e2e)\.tsx?$/.test(each.file));
  return files.flatMap((source) => titlesIn(source).map((title) => ({ file: source.file, title })));
}

function titlesIn(source: Source): readonly string[] {
  const titles: string[] = [];
  walk(source.program, (node) => {
    if (node.type !== 'CallExpression' || !/^(test|it)(\.|$)/.test(nameOf(node.callee))) return;
    const title = textOf((node.arguments as readonly Node[])[0]);
    if (title) titles.push(title);
  });
  return titles;
}

function textOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type !== 'TemplateLiteral') return undefined;
  const parts = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return parts.map((part) => part.value.cooked).join('…');
}

/** The story ids at the beginning of a title: `RPT-06 …`, also `RPT-05 RPT-06 …`. */
export function storiesOf(title: string): readonly string[] {
  const [ids = ''] = /^([A-Z]{3}-\d{2}[ ,]+)+/.exec(`${title} `) ?? [];
  return ids.split(/[ ,]+/).filter(Boolean);
}

export function isStory(id: string): boolean {
  const [prefix = '', number = ''] = id.split('-');
  return Number(number) >= 1 && Number(number) <= (STORIES[prefix] ?? 0);
}
