import type { Basis, CallName, ContextName, FigureTerm, Line, Piece, TextNode } from './ast.ts';
import { CALLS, CONTEXT_NAMES } from './ast.ts';

const FIGURE = /^([A-Z][A-Z0-9]*(?:\.[A-Z0-9]+)*)(?:\/([A-Z0-9]+(?:-[A-Z0-9]+)*))?(?:@([0-9A-Z-]+))?$/;
const CALL = /^([A-Z]+)\((.*)\)$/s;
const OVER = /^(.+?)\s+trên\s+(.+)$/;
/** The word that binds a quantifier to nothing but the author's judgement. */
export const QUALITATIVE = 'định tính';
export const REASON = 'lý do';

/** Reads a text with chips. Every line that is not empty is a paragraph; what is no chip becomes a broken node, never an error. */
export function parseText(source: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const text of source.split('\n')) {
    const end = start + text.length;
    if (text.trim() !== '') lines.push({ pieces: parseLine(text, start), start, end });
    start = end + 1;
  }
  return lines;
}

function parseLine(text: string, offset: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let written = '';
  let from = 0;
  let at = 0;
  const flush = (end: number) => {
    if (written !== '') pieces.push({ node: { kind: 'text', text: written }, start: offset + from, end: offset + end });
    written = '';
  };
  while (at < text.length) {
    const pair = text.slice(at, at + 2);
    if (pair === '{{' || pair === '}}') {
      written += text.charAt(at);
      at += 2;
    } else if (text.charAt(at) === '{') {
      flush(at);
      const end = chipEnd(text, at);
      pieces.push({ node: parseChip(text.slice(at, end)), start: offset + at, end: offset + end });
      from = end;
      at = end;
    } else {
      written += text.charAt(at);
      at += 1;
    }
  }
  flush(text.length);
  return pieces;
}

/** Behind the brace that closes the chip opened at `at`; the end of the line when none does. Braces in quotes do not count. */
function chipEnd(text: string, at: number): number {
  let isQuoted = false;
  for (let i = at + 1; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === '"' || char === '“' || char === '”') isQuoted = !isQuoted;
    else if (char === '}' && !isQuoted) return i + 1;
  }
  return text.length;
}

/** The node for one chip, braces included. */
export function parseChip(source: string): TextNode {
  const broken: TextNode = { kind: 'broken', source };
  if (!source.endsWith('}') || source.length < 3) return broken;
  const inner = source.slice(1, -1).trim();
  if (inner.startsWith('?')) return parseWord(inner.slice(1)) ?? broken;
  const context = parseContext(inner);
  if (context) return context;
  const call = CALL.exec(inner);
  if (call) return parseCall(call[1] ?? '', call[2] ?? '') ?? broken;
  const figure = parseFigure(inner);
  return figure ? { kind: 'figure', figure } : broken;
}

function parseContext(inner: string): TextNode | undefined {
  const [name = '', ...format] = inner.split('|');
  const known = CONTEXT_NAMES.find((candidate): candidate is ContextName => candidate === name.trim());
  return known && { kind: 'context', name: known, format: format.join('|').trim() };
}

/** `Hầu hết: XL.TK.TL2`, `nhiều: định tính, lý do="…"`. */
function parseWord(inner: string): TextNode | undefined {
  const colon = inner.indexOf(':');
  const word = inner.slice(0, colon).trim();
  if (colon < 0 || word === '') return undefined;
  const { first, options } = parseArguments(inner.slice(colon + 1));
  if (options === undefined || Object.keys(options).some((key) => key !== REASON)) return undefined;
  const reason = options[REASON] ?? '';
  if (first === QUALITATIVE) return { kind: 'word', word, basis: null, reason };
  const basis = parseBasis(first);
  return basis && { kind: 'word', word, basis, reason };
}

function parseCall(name: string, inner: string): TextNode | undefined {
  const known = CALLS.find((candidate): candidate is CallName => candidate === name);
  const { first, options } = parseArguments(inner);
  const basis = parseBasis(first);
  return known && basis && options && { kind: 'call', name: known, basis, options };
}

function parseBasis(text: string): Basis | undefined {
  const [, above = text, below] = OVER.exec(text) ?? [];
  const figure = parseFigure(above.trim());
  const over = below === undefined ? null : parseFigure(below.trim());
  return figure && over !== undefined ? { figure, over } : undefined;
}

/** A figure as people write it: `HTX.SO`, `HTX.SO/LMHTX-NA@2024-H1`; `@2024H1` is taken as `@2024-H1`. */
export function parseFigure(text: string): FigureTerm | undefined {
  const [, code, unit, period] = FIGURE.exec(text) ?? [];
  if (code === undefined) return undefined;
  return { code, unit: unit ?? null, period: period?.replace(/^(\d{4})(?=[HQ0-9])/, '$1-') ?? null };
}

/** The first argument and the `key=value` ones behind it; options undefined when one of them is neither. */
function parseArguments(text: string): { first: string; options: Record<string, string> | undefined } {
  const [first = '', ...rest] = splitOutsideQuotes(text);
  const options: Record<string, string> = {};
  for (const part of rest) {
    const equals = part.indexOf('=');
    const key = part.slice(0, equals).trim();
    if (equals < 0 || key === '' || key in options) return { first: first.trim(), options: undefined };
    options[key] = unquoted(part.slice(equals + 1).trim());
  }
  return { first: first.trim(), options };
}

function splitOutsideQuotes(text: string): string[] {
  const parts = [''];
  let isQuoted = false;
  for (const char of text) {
    if (char === '"' || char === '“' || char === '”') isQuoted = !isQuoted;
    if (char === ',' && !isQuoted) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function unquoted(text: string): string {
  return /^["“].*["”]$/s.test(text) ? text.slice(1, -1) : text;
}
