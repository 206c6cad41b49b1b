import type { Indicator } from '#reporting/public.ts';
import { TOTALS } from '../columns/totals.ts';
import { formLetter } from './layout.ts';

type Places = ReadonlyMap<string, { sheet: string; row: number }>;

/** Column of each aspect, as the forms name them. */
export const ASPECT_COLUMN = { 'last-year': 'CUNG_KY', plan: 'KE_HOACH', current: 'KY_NAY' } as const;

/** The formula of a ratio or average, in one of the three figure columns; empty while a part is missing. */
export function ratioFormula(indicator: Indicator, columnCode: string, places: Places, sheet: string): string | null {
  const numerator = reference(indicator.numerator, columnCode, places, sheet);
  const denominator = reference(indicator.denominator, columnCode, places, sheet);
  if (!numerator || !denominator) return null;
  const factor = indicator.unit === '%' ? '*100' : '';
  return `IF(COUNT(${numerator},${denominator})<2,"",IF(${denominator}=0,"",${numerator}/${denominator}${factor}))`;
}

/** The formula of a sum row; empty until every part is there, as a missing part is not 0. */
export function totalFormula(indicatorCode: string, places: Places, sheet: string): string | null {
  const total = TOTALS[indicatorCode];
  if (!total) return null;
  const cells = (codes: readonly string[]) =>
    codes.map((code) => reference(code, ASPECT_COLUMN.current, places, sheet)).filter((cell) => cell !== null);
  const [plus, minus] = [cells(total.plus), cells(total.minus)];
  const parts = [...plus, ...minus];
  if (parts.length < total.plus.length + total.minus.length) return null;
  const sum = `SUM(${plus.join(',')})${minus.map((cell) => `-${cell}`).join('')}`;
  return `IF(COUNT(${parts.join(',')})<${parts.length},"",${sum})`;
}

/** The current figure as a share of another column's; empty while one is missing or the base is 0. */
export function shareFormula(baseColumn: string, row: number): string {
  const [base, current] = [`${formLetter(baseColumn)}${row}`, `${formLetter('KY_NAY')}${row}`];
  return `IF(COUNT(${base},${current})<2,"",IF(${base}=0,"",${current}/${base}))`;
}

export function gapFormula(row: number): string {
  const [current, counted] = [`${formLetter('KY_NAY')}${row}`, `${formLetter('DEM_SO_BO')}${row}`];
  return `IF(COUNT(${current},${counted})<2,"",${current}-${counted})`;
}

function reference(code: string | null, columnCode: string, places: Places, sheet: string): string | null {
  const place = code === null ? undefined : places.get(code);
  if (!place) return null;
  const cell = `${formLetter(columnCode)}${place.row}`;
  return place.sheet === sheet ? cell : `'${place.sheet}'!${cell}`;
}
