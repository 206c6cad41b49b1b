import type { Node, Source } from './source.ts';
import { lineAt, walk } from './source.ts';

const FILE_LINES_MAX = 400;
const FUNCTION_LINES_MAX = 70;
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** A file and a rule it may break, with the reason. This list may only shrink. */
export interface Exception {
  readonly file: string;
  readonly rule: Rule;
  readonly why: string;
}

export type Rule = 'size' | 'clock' | 'chance' | 'float' | 'any' | 'left-undone' | 'skipped-test';

export interface Problem {
  readonly file: string;
  readonly rule: Rule;
  readonly says: string;
}

export function conventionProblems(source: Source): readonly Problem[] {
  const found: Problem[] = [];
  const add = (rule: Rule, at: number, what: string) =>
    found.push({ file: source.file, rule, says: `${source.file}:${lineAt(source.text, at)} ${what}` });

  const lines = source.text.split('\n').length - 1;
  if (lines > FILE_LINES_MAX) add('size', 0, `has ${lines} lines, more than ${FILE_LINES_MAX}`);
  for (const comment of source.comments)
    if (/\b(TODO|FIXME|XXX|HACK)\b/.test(comment.value)) add('left-undone', comment.start, 'leaves something undone');
  const groups = new Set<unknown>();
  walk(source.program, (node) => {
    if (node.type === 'CallExpression' && nameOf(node.callee).startsWith('describe'))
      for (const body of node.arguments as readonly Node[]) groups.add(body);
    const length =
      FUNCTIONS.has(node.type) && !groups.has(node)
        ? lineAt(source.text, node.end) - lineAt(source.text, node.start) + 1
        : 0;
    if (length > FUNCTION_LINES_MAX) add('size', node.start, `has a function of ${length} lines`);
    const banned = bannedCall(node);
    if (banned) add(banned.rule, node.start, banned.what);
  });
  return found;
}

function bannedCall(node: Node): { rule: Rule; what: string } | undefined {
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && isEmpty(node.arguments))
    return { rule: 'clock', what: 'reads the clock (new Date())' };
  if (node.type === 'TSAsExpression' && (node.typeAnnotation as Node).type === 'TSAnyKeyword')
    return { rule: 'any', what: 'gives up on types (as any)' };
  if (node.type !== 'CallExpression') return undefined;
  const name = nameOf(node.callee);
  if (name === 'Date.now' || name === 'Date') return { rule: 'clock', what: `reads the clock (${name}())` };
  if (name === 'Math.random') return { rule: 'chance', what: 'leaves it to chance (Math.random())' };
  if (name === 'parseFloat' || name === 'Number.parseFloat')
    return { rule: 'float', what: 'reads a number as a float (parseFloat())' };
  if ((node.callee as Node).type === 'CallExpression') return undefined;
  if (/^(test|it|describe)\.(skip|only|todo|fails)(\.|$)/.test(name))
    return { rule: 'skipped-test', what: `has ${name}` };
  return undefined;
}

/** `Date.now` of a callee, also when it is called on: `test.skip.each`. */
export function nameOf(value: unknown): string {
  const node = value as Node | undefined;
  if (node?.type === 'Identifier') return String(node.name);
  if (node?.type === 'MemberExpression') return `${nameOf(node.object)}.${nameOf(node.property)}`;
  if (node?.type === 'CallExpression') return nameOf(node.callee);
  return '';
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
