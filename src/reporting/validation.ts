import { add, compare, type Decimal, divide, multiply, subtract, sum } from '#kernel/decimal.ts';
import { fold as foldText } from '#kernel/text-vi.ts';
import {
  ANOTHER_TIME,
  AT_MOST_CHECKS,
  EQUALS_CHECKS,
  GROUNDS_CHECK,
  MAY_BE_NEGATIVE,
  MEAN_OVER_MEDIAN_MAX,
  NARRATIVE_CLAIMS,
  OPENING_CHECKS,
} from './checks.ts';
import { quotient } from './fold.ts';
import { sentences } from './messages.findings.vi.ts';
import type { Finding, Indicator, Severity } from './model.ts';

/** Figures of one unit by indicator code; absent or null: missing. */
export type Amounts = ReadonlyMap<string, Decimal | null>;

export interface ValidationInput {
  readonly unitCode: string;
  /** The dictionary as valid on the cut-off. */
  readonly indicators: readonly Indicator[];
  /** What the forms say of this period. */
  readonly values: Amounts;
  /** Counts over the register by the dictionary's `countedBy`; null: not at hand, nothing is compared. */
  readonly counted: Amounts | null;
  /** What the unit reported for the period before, by indicator code; null: not at hand. */
  readonly previous: Amounts | null;
  /** The unit's narrative texts. */
  readonly narrative: readonly string[];
  /** The figures of the other units, for comparing means; absent: nothing is compared. */
  readonly peers?: readonly Amounts[];
}

interface Look {
  readonly unitCode: string;
  readonly byCode: ReadonlyMap<string, Indicator>;
  readonly values: Amounts;
}

interface Found {
  readonly severity: Severity;
  readonly code: string;
  readonly indicator: Indicator;
  readonly text: string;
  /** The numbers that the finding rests on: when they change it is another finding. */
  readonly numbers: readonly (Decimal | null)[];
  readonly narrativeAt?: number;
}

/**
 * Checks the figures of one unit: cell by cell, within and across forms, against the register, the period before, the
 * narrative and the other units. Pure, so that an importer can ask before anything is written. Checks whose figures are
 * missing are passed over; the missing ones are named by themselves.
 */
export function validateValues(input: ValidationInput): readonly Finding[] {
  const byCode = new Map(input.indicators.map((indicator) => [indicator.code, indicator]));
  const look: Look = { unitCode: input.unitCode, byCode, values: input.values };
  const found = [
    ...cellFindings(look),
    ...equalsFindings(look),
    ...atMostFindings(look),
    ...groundsFindings(look),
    ...(input.counted ? countedFindings(look, input.counted) : []),
    ...(input.previous ? openingFindings(look, input.previous) : []),
    ...input.narrative.flatMap((text, at) => narrativeFindings(look, text, at)),
    ...(input.peers ? meanFindings(look, input.peers) : []),
  ];
  const findings = found.map((one) => toFinding(input.unitCode, one));
  return [...new Map(findings.map((finding) => [finding.key, finding])).values()];
}

function toFinding(unitCode: string, found: Found): Finding {
  const numbers = found.numbers.map((number) => number ?? '-').join(':');
  return {
    key: `${found.code}:${unitCode}:${found.indicator.code}${numbers ? `:${numbers}` : ''}`,
    severity: found.severity,
    code: found.code,
    unitCode,
    formCode: found.indicator.formCode,
    indicatorCode: found.indicator.code,
    text: found.text,
    narrativeAt: found.narrativeAt ?? null,
    note: null,
  };
}

function cellFindings({ byCode, values }: Look): readonly Found[] {
  return [...byCode.values()]
    .filter((indicator) => indicator.isEntered)
    .flatMap((indicator): readonly Found[] => {
      const amount = values.get(indicator.code) ?? null;
      if (amount === null) {
        if (!indicator.isRequired) return [];
        return [{ ...missing(indicator), numbers: [] }];
      }
      if (amount.includes('.')) {
        const text = sentences.notWhole(indicator, amount);
        return [{ severity: 'error', code: 'reporting.value-not-whole', indicator, text, numbers: [amount] }];
      }
      if (amount.startsWith('-') && !MAY_BE_NEGATIVE.has(indicator.code)) {
        const text = sentences.negative(indicator, amount);
        return [{ severity: 'error', code: 'reporting.value-negative', indicator, text, numbers: [amount] }];
      }
      return [];
    });
}

function missing(indicator: Indicator) {
  return {
    severity: 'warning',
    code: 'reporting.value-missing',
    indicator,
    text: sentences.missing(indicator),
  } as const;
}

/** The figures of these codes, or undefined when one is missing or not in the dictionary. */
function allOf(look: Look, codes: readonly string[]): readonly { indicator: Indicator; amount: Decimal }[] | undefined {
  const terms = codes.flatMap((code) => {
    const [indicator, amount] = [look.byCode.get(code), look.values.get(code) ?? null];
    return indicator && amount !== null ? [{ indicator, amount }] : [];
  });
  return terms.length === codes.length ? terms : undefined;
}

function equalsFindings(look: Look): readonly Found[] {
  return EQUALS_CHECKS.flatMap((check): readonly Found[] => {
    const [whole] = allOf(look, [check.whole]) ?? [];
    const [plus, minus] = [allOf(look, check.plus), allOf(look, check.minus)];
    if (!whole || !plus || !minus) return [];
    const should = subtract(sum(plus.map((term) => term.amount)), sum(minus.map((term) => term.amount)));
    if (compare(whole.amount, should) === 0) return [];
    const { code, severity } = check;
    const text = sentences.notSum(whole, plus, minus, should);
    return [{ severity, code, indicator: whole.indicator, text, numbers: [whole.amount, should] }];
  });
}

function atMostFindings(look: Look): readonly Found[] {
  return AT_MOST_CHECKS.flatMap((check): readonly Found[] => {
    const [whole] = allOf(look, [check.whole]) ?? [];
    const parts = allOf(look, check.parts);
    const [first] = parts ?? [];
    if (!whole || !parts || !first) return [];
    const together = sum(parts.map((part) => part.amount));
    if (compare(together, whole.amount) <= 0) return [];
    const { code, severity } = check;
    const text = sentences.over(parts, together, whole);
    return [{ severity, code, indicator: first.indicator, text, numbers: [together, whole.amount] }];
  });
}

function groundsFindings(look: Look): readonly Found[] {
  const petitions = allOf(look, GROUNDS_CHECK.petitions);
  const grounds = allOf(look, GROUNDS_CHECK.grounds);
  const [first] = petitions ?? [];
  if (!petitions || !grounds || !first) return [];
  const asked = sum(petitions.map((term) => term.amount));
  if (compare(asked, '0') <= 0 || compare(sum(grounds.map((term) => term.amount)), '0') > 0) return [];
  const text = sentences.withoutGrounds(asked);
  return [{ severity: 'warning', code: GROUNDS_CHECK.code, indicator: first.indicator, text, numbers: [asked] }];
}

/** counted − declared, or null when they agree as far as the form can show (money is typed in millions). */
export function gapOf(indicator: Indicator, declared: Decimal | null, counted: Decimal | null): Decimal | null {
  if (declared === null || counted === null) return null;
  const gap = subtract(counted, declared);
  const size = gap.startsWith('-') ? gap.slice(1) : gap;
  return compare(size, String(indicator.entryScale)) < 0 ? null : gap;
}

function countedFindings(look: Look, counts: Amounts): readonly Found[] {
  return [...look.byCode.values()].flatMap((indicator): readonly Found[] => {
    const declared = look.values.get(indicator.code) ?? null;
    const counted = indicator.countedBy === null ? null : (counts.get(indicator.countedBy) ?? null);
    const gap = gapOf(indicator, declared, counted);
    if (gap === null || declared === null || counted === null) return [];
    const text = sentences.countedOtherwise(indicator, declared, counted, gap);
    const code = 'reporting.declared-not-counted';
    return [{ severity: 'warning', code, indicator, text, numbers: [declared, counted] }];
  });
}

function openingFindings(look: Look, previous: Amounts): readonly Found[] {
  return OPENING_CHECKS.flatMap((check): readonly Found[] => {
    const [opening] = allOf(look, [check.opening]) ?? [];
    const closing = previous.get(check.closing) ?? null;
    if (!opening || closing === null || compare(opening.amount, closing) === 0) return [];
    const text = sentences.openingOtherwise(opening, closing);
    const numbers = [opening.amount, closing];
    return [{ severity: 'warning', code: check.code, indicator: opening.indicator, text, numbers }];
  });
}

function narrativeFindings(look: Look, narrative: string, narrativeAt: number): readonly Found[] {
  const told = foldText(narrative)
    .split(/(?<=[.;!?]) /)
    .filter((sentence) => !ANOTHER_TIME.test(sentence));
  return NARRATIVE_CLAIMS.flatMap((claim): readonly Found[] => {
    const [form] = allOf(look, [claim.indicator]) ?? [];
    if (!form) return [];
    const said = told
      .flatMap((sentence) => [...sentence.matchAll(claim.pattern)])
      .map((match) => (match.groups?.n ?? '').replaceAll('.', ''));
    const other = said.find((number) => compare(number, form.amount) !== 0);
    if (other === undefined) return [];
    const text = sentences.narrativeOtherwise(form, other);
    const { severity } = claim;
    const numbers = [form.amount, other];
    const code = 'reporting.narrative-contradicts-form';
    return [{ severity, code, indicator: form.indicator, text, numbers, narrativeAt }];
  });
}

function meanFindings(look: Look, peers: readonly Amounts[]): readonly Found[] {
  return [...look.byCode.values()]
    .filter((indicator) => indicator.aggregation === 'average')
    .flatMap((indicator): readonly Found[] => {
      const meanOf = (values: Amounts) =>
        quotient(
          indicator,
          values.get(indicator.numerator ?? '') ?? null,
          values.get(indicator.denominator ?? '') ?? null,
        );
      const own = meanOf(look.values);
      const all = [look.values, ...peers].map(meanOf).filter((mean) => mean !== null);
      const median = medianOf(all);
      if (own === null || median === null || all.length < 3 || !isFarFrom(own, median)) return [];
      const text = sentences.farFromMedian(indicator, own, median);
      return [{ severity: 'info', code: 'reporting.mean-far-from-median', indicator, text, numbers: [own] }];
    });
}

function isFarFrom(own: Decimal, median: Decimal): boolean {
  if (compare(own, '0') <= 0 || compare(median, '0') <= 0) return false;
  return (
    compare(own, multiply(median, MEAN_OVER_MEDIAN_MAX)) > 0 || compare(median, multiply(own, MEAN_OVER_MEDIAN_MAX)) > 0
  );
}

function medianOf(values: readonly Decimal[]): Decimal | null {
  const sorted = values.toSorted(compare);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low !== undefined && high !== undefined ? (divide(add(low, high), '2') ?? null) : null;
}
