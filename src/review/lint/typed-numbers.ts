import { paddedCount } from '#platform/i18n/format.ts';
import type { SnapshotBody, SnapshotDefinition, SnapshotUnit } from '../model.ts';
import type { Piece } from '../text/ast.ts';
import { formatAmount } from '../text/figures.ts';
import type { Check, CheckFix } from './check.ts';
import { CITATION } from './citations.ts';

const NUMBER =
  /(?<![\p{L}\p{M}\d.,/-])\d+(?:\.\d{3})*(?:,\d+)?(?:\s*%|\s*(?:triệu|tỷ)(?:\s+đồng)?|\s+đồng)?(?![\p{L}\p{M}\d/])/gu;

/** Numbers that name something instead of counting it. */
const NAMING: readonly RegExp[] = [
  CITATION,
  /\d{1,2}\s*[/-]\s*\d{1,2}(?:\s*[/-]\s*\d{2,4})?/gu,
  /(?:ngày|tháng|năm|quý|khóa|nhiệm kỳ|giai đoạn|thứ|lần)\s+\d+(?:\s*[-–/]\s*\d+)*/giu,
  /\d+\s+(?:tháng|quý|năm|ngày|giờ|tuần)(?:\s+(?:đầu|cuối|qua|tới)\s+năm(?:\s+\d{4})?)?/giu,
  /(?:điều|khoản|điểm|chương|mục|phần|biểu|bảng|phụ lục|số|K|W)\s*\d+/giu,
  /^\s*(?:#+\s*)?\d+(?:\.\d+)*[.)]\s/gmu,
];

const SUGGESTIONS_MAX = 3;
const NEAR = 60;

/** Numbers typed by hand: they will not follow when the data change. Each with the chips that print just that number. */
export function typedNumbers(piece: Piece, source: string, snapshot: SnapshotBody): Check[] {
  const text = source.slice(piece.start, piece.end);
  const taken = NAMING.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const),
  );
  return [...text.matchAll(NUMBER)]
    .filter((match) => !taken.some(([from, until]) => match.index < until && match.index + match[0].length > from))
    .map((match) => numberCheck(match[0].trimEnd(), piece.start + match.index, source, snapshot));
}

function numberCheck(typed: string, start: number, source: string, snapshot: SnapshotBody): Check {
  const end = start + typed.length;
  const around = {
    before: source.slice(Math.max(0, start - NEAR), start),
    after: source.slice(end, end + NEAR),
  };
  const fixes = [...unitCount(typed, around.after, snapshot), ...matchingFigures(typed, around, snapshot)];
  return {
    code: fixes.length > 0 ? 'number.matches' : 'number.unmatched',
    tone: 'warning',
    start,
    end,
    excerpt: typed,
    facts: { typed, suggestion: fixes[0]?.label ?? '' },
    fixes: fixes.slice(0, SUGGESTIONS_MAX),
  };
}

/** `06 tỉnh`: how many units the cluster has is data, too. */
function unitCount(typed: string, after: string, snapshot: SnapshotBody): CheckFix[] {
  const isCount = /^\s*(?:tỉnh|đơn vị|liên minh)/iu.test(after) && Number(typed) === snapshot.units.length;
  return isCount
    ? [
        {
          kind: 'bind-figure',
          label: `CUM.SODONVI = ${paddedCount(snapshot.units.length)}`,
          replacement: '{CUM.SODONVI}',
        },
      ]
    : [];
}

interface Around {
  readonly before: string;
  readonly after: string;
}

function matchingFigures(typed: string, around: Around, snapshot: SnapshotBody): CheckFix[] {
  const wanted = spelled(typed);
  const matches = snapshot.definitions.flatMap((definition) => {
    const spread = snapshot.figures[definition.code]?.current;
    if (!spread) return [];
    const units = snapshot.units.map((unit) => ({ unit, amount: spread.byUnit[unit.code] ?? null }));
    return [{ unit: null, amount: spread.total }, ...units]
      .filter(({ amount }) => amount !== null && spelled(formatAmount(definition, amount)) === wanted)
      .map(({ unit }) => ({ definition, unit, score: score(definition, unit, around) }));
  });
  return matches
    .sort((a, b) => b.score - a.score)
    .map(({ definition, unit }) => {
      const ref = unit ? `${definition.code}/${unit.code}` : definition.code;
      return { kind: 'bind-figure', label: `${ref} = ${typed}`, replacement: `{${ref}}` };
    });
}

/** Words that nearly every indicator has: they tell none from another. */
const COMMON = new Set(['htx', 'hợp', 'tác', 'số', 'tổng', 'liệu', 'trong', 'của', 'theo']);

/** How well the words around a number speak of this figure: its unit named before, its own words near, its measure behind. */
function score(definition: SnapshotDefinition, unit: SnapshotUnit | null, around: Around): number {
  const near = `${around.before} ${around.after}`.toLowerCase();
  const shared = definition.name
    .toLowerCase()
    .split(/[\s,/]+/)
    .filter((word) => word.length > 2 && !COMMON.has(word) && near.includes(word)).length;
  const measure = MEASURES[definition.unit] ?? definition.unit;
  const isMeasured = new RegExp(`^\\s*(?:${measure})`, 'iu').test(around.after);
  const isMain = definition.code.endsWith('.SO');
  return placeScore(unit, around) + Math.min(shared, 3) + (isMeasured ? 3 : 0) + (isMain ? 0.5 : 0);
}

function placeScore(unit: SnapshotUnit | null, { before }: Around): number {
  if (!unit) return 1;
  if (before.trimEnd().endsWith(unit.provinceName)) return 6;
  return before.includes(unit.provinceName) ? 4 : -4;
}

const MEASURES: Readonly<Record<string, string>> = {
  HTX: 'htx|hợp tác xã',
  LHHTX: 'liên hiệp',
  THT: 'tổ hợp tác',
  người: 'người|thành viên|lao động',
  'người/HTX': 'người|thành viên',
  'tin, buổi': 'tin|buổi',
};

/** `12,5 tỷ` and `12,5 tỷ đồng` are one spelling, and so is `61,4 %`. */
function spelled(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replace(' %', '%')
    .replace(/(triệu|tỷ)$/, '$1 đồng')
    .trim();
}
