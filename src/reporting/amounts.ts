import { type Decimal, divide } from '#kernel/decimal.ts';
import { formatNumber, formatPercent, MISSING, NBSP } from '#platform/i18n/format.ts';
import type { Indicator } from './model.ts';

/** The number in the unit that forms show: đồng ÷ 1 000 000 where they show millions. Null stays null. */
export function inEntryUnit(indicator: Indicator, amount: Decimal | null): Decimal | null {
  if (amount === null || indicator.entryScale === 1) return amount;
  return divide(amount, String(indicator.entryScale)) ?? null;
}

/** Rounded as tables show it, without its unit: `1.331`, `70,9`, `612.400`. */
export function formatCell(indicator: Indicator, amount: Decimal | null): string {
  return formatNumber(inEntryUnit(indicator, amount), indicator.decimals);
}

/** The unit as shown at the head of a table: `triệu đồng`, `HTX`, `%`. */
export function shownUnit(indicator: Indicator): string {
  if (indicator.entryScale === 1_000_000) return `triệu ${indicator.unit}`;
  if (indicator.entryScale === 1_000) return `nghìn ${indicator.unit}`;
  return indicator.unit;
}

/** With its unit and every digit that it has, for sentences: `903 HTX`, `612.400 triệu đồng`, `70,9%`. */
export function formatAmount(indicator: Indicator, amount: Decimal | null): string {
  if (amount === null) return MISSING;
  if (indicator.unit === '%') return formatPercent(amount, indicator.decimals);
  const isComputed = indicator.aggregation === 'ratio' || indicator.aggregation === 'average';
  const number = inEntryUnit(indicator, amount);
  return `${formatNumber(number, isComputed ? indicator.decimals : undefined)}${NBSP}${shownUnit(indicator)}`;
}
