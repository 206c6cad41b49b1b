import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

export const ROOT = path.join(import.meta.dirname, '..');

/** A node of the syntax tree; only what the tests about the code look at. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Import {
  /** From the project's root when it is one of our files (`src/kernel/ids.ts`), else the package as written. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly isTypeOnly: boolean;
  readonly line: number;
}

export interface Source {
  /** From the project's root, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly program: Node;
  readonly comments: readonly { readonly value: string; readonly start: number }[];
  readonly imports: readonly Import[];
}

/** The TypeScript files under these folders, parsed. Generated ones are left out. */
export function sources(...folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap((folder) => filesUnder(folder))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.gen.ts') && !file.endsWith('.d.ts'))
    .map((file) => sourceOf(file, readFileSync(path.join(ROOT, file), 'utf8')));
}

export function filesUnder(folder: string): readonly string[] {
  const entries = readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort();
}

export function sourceOf(file: string, text: string): Source {
  const parsed = parseSync(file, text);
  if (parsed.errors.length > 0) throw new Error(`${file} cannot be parsed: ${parsed.errors[0]?.message}`);
  const program = parsed.program as unknown as Node;
  return { file, text, program, comments: parsed.comments, imports: importsOf(file, text, program) };
}

/** Visits every node, outer ones first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const item of value) walkInto(item, visit);
    else walkInto(value, visit);
  }
}

function walkInto(value: unknown, visit: (node: Node) => void): void {
  if (typeof value === 'object' && value !== null && 'type' in value) walk(value as Node, visit);
}

/** 1 for the first line. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

const IMPORTING = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression']);

function importsOf(file: string, text: string, program: Node): readonly Import[] {
  const found: Import[] = [];
  walk(program, (node) => {
    const specifier = (node.source as Node | null | undefined)?.value;
    if (!IMPORTING.has(node.type) || typeof specifier !== 'string') return;
    const target = resolved(file, specifier);
    found.push({
      target: target ?? specifier,
      isOurs: target !== undefined,
      isTypeOnly: isTypeOnly(node),
      line: lineAt(text, node.start),
    });
  });
  return found;
}

function isTypeOnly(node: Node): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = (node.specifiers ?? []) as readonly Node[];
  return specifiers.length > 0 && specifiers.every((each) => each.importKind === 'type' || each.exportKind === 'type');
}

function resolved(file: string, specifier: string): string | undefined {
  const plain = specifier.split('?')[0] ?? specifier;
  if (plain.startsWith('#')) return `src/${plain.slice(1)}`;
  return plain.startsWith('.') ? path.join(path.dirname(file), plain) : undefined;
}
