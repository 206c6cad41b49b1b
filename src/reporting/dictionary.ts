import type { Refusal } from '#kernel/refusal.ts';

/** What of an indicator its formula rests on. */
export interface FormulaRow {
  readonly code: string;
  readonly aggregation: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** What defines an indicator: a change of any of these is a new version. Its place and name in the form may be mended. */
export const DEFINING_FIELDS = [
  'form_code',
  'unit',
  'entry_scale',
  'kind',
  'aggregation',
  'numerator',
  'denominator',
  'counted_by',
  'is_entered',
  'definition',
  'valid_from',
] as const;

/** Why the formulas of one day's dictionary may not stand: a circle, an unknown part, or a part that cannot be summed. */
export function formulaRefusal(rows: readonly FormulaRow[]): Refusal | undefined {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  for (const row of rows) {
    const isComputed = row.aggregation === 'ratio' || row.aggregation === 'average';
    if (isComputed !== (row.numerator !== null && row.denominator !== null))
      return { code: 'reporting.indicator.formula-incomplete', facts: { indicator: row.code } };
    const unknown = partsOf(row).find((part) => !byCode.has(part));
    if (unknown) return { code: 'reporting.indicator.part-unknown', facts: { indicator: row.code, part: unknown } };
  }
  const circle = circleIn(byCode);
  if (circle) return { code: 'reporting.indicator.formula-circular', facts: { codes: circle } };
  for (const row of rows) {
    const part = partsOf(row).find((one) => byCode.get(one)?.aggregation !== 'sum');
    if (part) return { code: 'reporting.indicator.part-not-summed', facts: { indicator: row.code, part } };
  }
  return undefined;
}

function partsOf(row: FormulaRow): readonly string[] {
  return [row.numerator, row.denominator].filter((part) => part !== null);
}

/** The codes along the first circle found, its first code repeated at the end. */
function circleIn(byCode: ReadonlyMap<string, FormulaRow>): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (code: string, path: readonly string[]): readonly string[] | undefined => {
    const at = path.indexOf(code);
    if (at >= 0) return [...path.slice(at), code];
    const row = byCode.get(code);
    if (done.has(code) || !row) return undefined;
    for (const part of partsOf(row)) {
      const circle = walk(part, [...path, code]);
      if (circle) return circle;
    }
    done.add(code);
    return undefined;
  };
  for (const code of byCode.keys()) {
    const circle = walk(code, []);
    if (circle) return circle;
  }
  return undefined;
}
