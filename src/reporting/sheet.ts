import { compare, type Decimal, subtract } from '#kernel/decimal.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { formatCell, inEntryUnit, shownUnit } from './amounts.ts';
import type { Consolidation, Figure, Finding, FormCode, Indicator, Reconciliation, Spread } from './model.ts';
import { reconciliationState } from './reconciliation.ts';

/** One number of the sheet: of a unit, or the total. */
export interface SheetCell {
  /** Alliance code; null for the cluster. */
  readonly unit: string | null;
  readonly amount: Decimal | null;
  readonly text: string;
  /** The register's count, where it differs and nobody has signed why. */
  readonly countedText: string | null;
  /** An error says that this number contradicts another. */
  readonly isWrong: boolean;
  /** Both parts are there and the lower is 0. */
  readonly isNotComputed: boolean;
  readonly basis: 'actual' | 'estimate' | 'preliminary';
}

export interface SheetRow {
  readonly indicator: Indicator;
  readonly unitText: string;
  readonly cells: readonly SheetCell[];
  readonly total: SheetCell;
  /** Every number of the row is of this kind; null: they differ, each says its own. */
  readonly basis: SheetCell['basis'] | null;
  readonly have: number;
  readonly of: number;
  readonly lastYearText: string;
  /** Against the same period; null: not comparable, because other units stand behind it. */
  readonly changeText: string | null;
  readonly counted: readonly string[];
  readonly countedTotal: string;
  readonly differences: number;
}

export interface Sheet {
  readonly form: FormCode;
  /** In the order of the form; a group of rows by its heading. */
  readonly groups: readonly { readonly name: string; readonly rows: readonly SheetRow[] }[];
  readonly differences: number;
  /** The unit of most rows: said once; a row of another unit says its own. */
  readonly unitText: string;
  /** Amounts of money need wide columns. */
  readonly isWide: boolean;
}

/** What is doubtful about the figures, and what has been explained. */
export interface Doubts {
  readonly findings: readonly Finding[];
  /** By unit code and indicator code, joined with a space. */
  readonly reconciliations: ReadonlyMap<string, Reconciliation>;
}

/** Pure: one form of the consolidation as it is drawn. With `onlyDifferent`, the rows where something does not agree. */
export function sheetOf(consolidation: Consolidation, doubts: Doubts, form: FormCode, onlyDifferent: boolean): Sheet {
  const own = consolidation.figures.filter((figure) => figure.indicator.formCode === form);
  const errors = doubts.findings.filter((finding) => finding.severity === 'error');
  const wrong = new Set(errors.map((finding) => `${finding.unitCode} ${finding.indicatorCode}`));
  const figures = new Map(consolidation.figures.map((figure) => [figure.indicator.code, figure]));
  const rows = own.map((figure) => rowOf(consolidation, figure, figures, { wrong, signed: doubts.reconciliations }));
  const shown = onlyDifferent ? rows.filter((row) => row.differences > 0) : rows;
  const units = Map.groupBy(rows, (row) => row.unitText);
  const [main] = [...units].toSorted((a, b) => b[1].length - a[1].length);
  return {
    form,
    groups: [...Map.groupBy(shown, (row) => row.indicator.groupName)].map(([name, grouped]) => ({
      name,
      rows: grouped,
    })),
    differences: rows.reduce((count, row) => count + row.differences, 0),
    unitText: main?.[0] ?? '',
    isWide: rows.some((row) => row.total.text.length > WIDE_FROM),
  };
}

/** A total of more characters than this does not fit the usual column. */
const WIDE_FROM = 8;

type Figures = ReadonlyMap<string, Figure>;

interface Known {
  /** By unit code and indicator code, joined with a space. */
  readonly wrong: ReadonlySet<string>;
  readonly signed: Doubts['reconciliations'];
}

function rowOf(consolidation: Consolidation, figure: Figure, figures: Figures, known: Known): SheetRow {
  const { indicator, current, lastYear, counted } = figure;
  const cells = consolidation.units.map((unit): SheetCell => {
    const amount = current.byUnit[unit.code] ?? null;
    const count = counted?.byUnit[unit.code] ?? null;
    const name = `${unit.code} ${indicator.code}`;
    const differs = reconciliationState(indicator, amount, count, known.signed.get(name)) === 'unreconciled';
    return {
      unit: unit.code,
      amount,
      text: formatCell(indicator, amount),
      countedText: differs ? formatCell(indicator, count) : null,
      isWrong: known.wrong.has(name),
      isNotComputed: amount === null && partsAreThere(indicator, figures, (spread) => spread.byUnit[unit.code] ?? null),
      basis: figure.basis[unit.code] ?? 'actual',
    };
  });
  const bases = new Set(cells.filter((cell) => cell.amount !== null).map((cell) => cell.basis));
  return {
    indicator,
    unitText: shownUnit(indicator),
    cells,
    total: totalCell(figure, figures),
    basis: bases.size <= 1 ? ([...bases][0] ?? 'actual') : null,
    have: current.coverage.have,
    of: current.coverage.of,
    lastYearText: formatCell(indicator, lastYear.total),
    changeText: changeOf(figure, figures),
    counted: consolidation.units.map((unit) => formatCell(indicator, counted?.byUnit[unit.code] ?? null)),
    countedTotal: formatCell(indicator, counted?.total ?? null),
    differences: cells.filter((cell) => cell.countedText !== null || cell.isWrong).length,
  };
}

function totalCell({ indicator, current }: Figure, figures: Figures): SheetCell {
  return {
    unit: null,
    amount: current.total,
    text: formatCell(indicator, current.total),
    countedText: null,
    isWrong: false,
    isNotComputed: current.total === null && partsAreThere(indicator, figures, (spread) => spread.total),
    basis: 'actual',
  };
}

function partsAreThere(indicator: Indicator, figures: Figures, pick: (spread: Spread) => Decimal | null): boolean {
  if (indicator.numerator === null || indicator.denominator === null) return false;
  return [indicator.numerator, indicator.denominator].every((code) => {
    const part = figures.get(code);
    return part !== undefined && pick(part.current) !== null;
  });
}

/** This period less the same period, where the same units stand behind both; percentages differ by points. */
function changeOf(figure: Figure, figures: Figures): string | null {
  const { indicator, current, lastYear } = figure;
  if (current.total === null || lastYear.total === null || !hasSameUnits(figure, figures)) return null;
  const difference = inEntryUnit(indicator, subtract(current.total, lastYear.total));
  const text = formatNumber(difference, indicator.decimals);
  const isZero = difference === null || compare(difference, '0') === 0 || /^-?[0,.]+$/.test(text);
  const signed = isZero ? text.replace('-', '') : text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`;
  return indicator.unit === '%' ? `${signed} đpt` : signed;
}

function hasSameUnits({ indicator, current, lastYear }: Figure, figures: Figures): boolean {
  const has = (spread: Spread, unit: string) => (spread.byUnit[unit] ?? null) !== null;
  const units = Object.keys(current.byUnit);
  if (indicator.numerator === null) return units.every((unit) => has(current, unit) === has(lastYear, unit));
  const parts = [indicator.numerator, indicator.denominator ?? ''].flatMap((code) => figures.get(code) ?? []);
  return parts.every((part) => units.every((unit) => has(part.current, unit) === has(part.lastYear, unit)));
}
