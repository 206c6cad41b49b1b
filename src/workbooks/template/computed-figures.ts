import { compare, type Decimal, divide, multiply, subtract, sum } from '#kernel/decimal.ts';
import { countRows } from '#register/public.ts';
import type { Indicator } from '#reporting/public.ts';
import { TOTALS } from '../columns/totals.ts';
import type { WorkbookContent, WorkbookDefinition } from '../model.ts';

/** What Excel would compute, so that a viewer that does not compute shows the same; in the scale of the form. */
export interface ComputedFigures {
  ratio(indicator: Indicator, aspect: string): number | null;
  /** In the indicator's own unit, as it is kept. */
  total(indicatorCode: string): Decimal | null;
  share(indicatorCode: string, base: 'plan' | 'last-year'): number | null;
  counted(indicator: Indicator): number | null;
  gap(indicator: Indicator): number | null;
}

export function computedFigures(definition: WorkbookDefinition, content: WorkbookContent): ComputedFigures {
  const amounts = new Map(content.values.map((value) => [`${value.indicatorCode} ${value.aspect}`, value.amount]));
  const amount = (code: string | null, aspect: string) => amounts.get(`${code} ${aspect}`) ?? null;
  const { firstDay, lastDay } = definition.period;
  const counts = countRows(content.register, content.funds, {
    firstDay,
    lastDay,
    countedStatuses: definition.countedStatuses,
  });
  const countedExactly = (indicator: Indicator): Decimal | null => {
    const rows = indicator.countedBy?.startsWith('funds') ? content.funds : content.register;
    if (indicator.countedBy === null || rows.length === 0) return null;
    return counts.get(indicator.countedBy) ?? '0';
  };
  const scaled = (value: Decimal | null, indicator: Indicator) =>
    value === null ? null : Number(divide(value, String(indicator.entryScale)));
  return {
    ratio: (indicator, aspect) => {
      const quotient = quotientOf(amount(indicator.numerator, aspect), amount(indicator.denominator, aspect));
      return quotient === null ? null : shownQuotient(quotient, indicator);
    },
    total: (code) => totalOf(code, (part) => amount(part, 'current')),
    share: (code, base) => {
      const quotient = quotientOf(amount(code, 'current'), amount(code, base));
      return quotient === null ? null : Number(quotient);
    },
    counted: (indicator) => scaled(countedExactly(indicator), indicator),
    gap: (indicator) => {
      const [declared, counted] = [amount(indicator.code, 'current'), countedExactly(indicator)];
      return declared === null || counted === null ? null : scaled(subtract(declared, counted), indicator);
    },
  };
}

/** The sum of a total row from its parts, or null while one is missing. */
export function totalOf(code: string, amount: (part: string) => Decimal | null): Decimal | null {
  const total = TOTALS[code];
  if (!total) return null;
  const plus = total.plus.map(amount).filter((value) => value !== null);
  const minus = total.minus.map(amount).filter((value) => value !== null);
  const isWhole = plus.length === total.plus.length && minus.length === total.minus.length;
  return isWhole ? subtract(sum(plus), sum(minus)) : null;
}

function quotientOf(numerator: Decimal | null, denominator: Decimal | null): Decimal | null {
  if (numerator === null || denominator === null || compare(denominator, '0') === 0) return null;
  return divide(numerator, denominator) ?? null;
}

function shownQuotient(quotient: Decimal, indicator: Indicator): number {
  const percent = indicator.unit === '%' ? multiply(quotient, '100') : quotient;
  return Number(divide(percent, String(indicator.entryScale)));
}
