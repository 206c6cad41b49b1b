import { formatNumber, formatPercent } from '#platform/i18n/format.ts';
import type { SnapshotBody } from '../model.ts';
import type { Basis, Piece } from '../text/ast.ts';
import { bindFigure, isBound, percentOf } from '../text/figures.ts';
import { QUALITATIVE } from '../text/parse.ts';
import { printBasis, printNode } from '../text/print.ts';
import type { Quantifier } from '../text/quantify.ts';
import { inCaseOf, isTrueOf, quantifierOf, quantifiersOf, wordFor } from '../text/quantify.ts';
import { fundStatement } from '../text/statements.ts';
import type { Check, CheckFix } from './check.ts';
import { wholeWords } from './check.ts';
import { likelyShare } from './likely-share.ts';

const COUNTED =
  '(?=\\s+(?:các\\s+)?(?:htx|hợp tác xã|quỹ|thành viên|đơn vị|mô hình|tỉnh|địa phương|tổ hợp tác|liên hiệp)(?![\\p{L}\\p{M}]))';
// "Nhiều" and "một số" claim a share only before something that is counted: nhiều năm, nhiều hơn claim none.
const QUANTIFIER = wholeWords(`hầu hết|phần lớn|đa số|nhiều${COUNTED}|một số${COUNTED}`);
const STABLE = wholeWords(
  '(?:hoạt động\\s+)?tương đối ổn định(?:,\\s*(?:kinh doanh\\s+)?có lãi)?(?:,\\s*nợ xấu(?:\\s+chiếm tỷ lệ)?\\s+thấp)?',
);

/** Words in a plain text that claim a share without saying of which indicator. */
export function unboundQuantifiers(piece: Piece, source: string, snapshot: SnapshotBody): Check[] {
  const quantifiers = quantifiersOf(snapshot.rules);
  const text = source.slice(piece.start, piece.end);
  return [...text.matchAll(QUANTIFIER)].flatMap((match) => {
    const quantifier = quantifierOf(match[0], quantifiers);
    if (!quantifier) return [];
    const start = piece.start + match.index;
    return [unboundCheck({ word: match[0], start, source }, quantifier, quantifiers, snapshot)];
  });
}

function unboundCheck(
  at: { readonly word: string; readonly start: number; readonly source: string },
  quantifier: Quantifier,
  quantifiers: readonly Quantifier[],
  snapshot: SnapshotBody,
): Check {
  const likely = likelyShare(at.source, at.start, snapshot);
  const facts = { word: at.word, ...thresholdFacts(quantifier) };
  const qualitative: CheckFix = {
    kind: 'mark-qualitative',
    label: QUALITATIVE,
    replacement: `{?${at.word}: ${QUALITATIVE}}`,
  };
  const place = { start: at.start, end: at.start + at.word.length, excerpt: at.word };
  if (!likely) return { code: 'quantifier.unbound', tone: 'warning', ...place, facts, fixes: [qualitative] };
  const isTrue = isTrueOf(quantifier, likely.percent, quantifiers);
  const right = rightWord(at.word, likely.percent, quantifiers);
  const fix: CheckFix = isTrue
    ? { kind: 'bind', label: likely.code, replacement: `{?${at.word}: ${likely.code}}` }
    : { kind: 'use-word', label: right, replacement: `{?${right}: ${likely.code}}` };
  return {
    code: 'quantifier.unbound',
    tone: 'warning',
    ...place,
    facts: { ...facts, ...shareFacts(likely), isTrue: String(isTrue), rightWord: right },
    fixes: [fix, qualitative],
  };
}

/** What a bound word claims against what its indicator says; nothing when the claim is true. */
export function boundQuantifier(piece: Piece, source: string, snapshot: SnapshotBody): Check[] {
  const { node } = piece;
  if (node.kind !== 'word') return [];
  const quantifiers = quantifiersOf(snapshot.rules);
  const place = { start: piece.start, end: piece.end, excerpt: source.slice(piece.start, piece.end) };
  const facts = { word: node.word, reason: node.reason };
  if (!node.basis) return [{ code: 'quantifier.qualitative', tone: 'info', ...place, facts, fixes: [] }];
  const quantifier = quantifierOf(node.word, quantifiers);
  if (!quantifier) return [{ code: 'quantifier.unknown-word', tone: 'warning', ...place, facts, fixes: [] }];
  const share = shareOfBasis(node.basis, snapshot);
  if (!share) return [];
  const basisFacts = { ...facts, code: printBasis(node.basis), name: share.name, ...thresholdFacts(quantifier) };
  if (share.percent === null)
    return [{ code: 'quantifier.no-data', tone: 'warning', ...place, facts: basisFacts, fixes: [] }];
  if (isTrueOf(quantifier, share.percent, quantifiers)) return [];
  const right = rightWord(node.word, share.percent, quantifiers);
  return [
    {
      code: node.reason === '' ? 'quantifier.contradicts' : 'quantifier.kept',
      tone: node.reason === '' ? 'warning' : 'info',
      ...place,
      facts: { ...basisFacts, percent: formatPercent(share.percent), rightWord: right },
      fixes: [{ kind: 'use-word', label: right, replacement: printNode({ ...node, word: right, reason: '' }) }],
    },
  ];
}

/** "Tương đối ổn định" typed by hand: true or not, the helper says it with its ground. */
export function typedStatements(piece: Piece, source: string, snapshot: SnapshotBody): Check[] {
  const statement = fundStatement(snapshot);
  if (!statement) return [];
  return [...source.slice(piece.start, piece.end).matchAll(STABLE)].map((match) => ({
    code: statement.kind === 'stable' ? 'statement.unbound' : 'statement.contradicts',
    tone: 'warning',
    start: piece.start + match.index,
    end: piece.start + match.index + match[0].length,
    excerpt: match[0],
    facts: { statement: statement.text },
    fixes: [{ kind: 'use-statement', label: 'NHANDINH.QTD', replacement: '{NHANDINH.QTD}' }],
  }));
}

function shareOfBasis(basis: Basis, snapshot: SnapshotBody) {
  const bound = bindFigure(snapshot, basis.figure);
  const over = basis.over ? bindFigure(snapshot, basis.over) : null;
  if (!isBound(bound) || (over && !isBound(over))) return undefined;
  return { percent: percentOf(bound, over), name: bound.definition.name };
}

function thresholdFacts(quantifier: Quantifier): Record<string, string> {
  return { claim: quantifier.claim, threshold: formatNumber(quantifier.thresholdPercent) };
}

function shareFacts(likely: { code: string; name: string; percent: string }): Record<string, string> {
  return { code: likely.code, name: likely.name, percent: formatPercent(likely.percent) };
}

function rightWord(word: string, percent: string, quantifiers: readonly Quantifier[]): string {
  return inCaseOf(wordFor(percent, quantifiers) ?? word, word.charAt(0) !== word.charAt(0).toLowerCase());
}
