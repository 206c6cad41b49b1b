import { formatNumber } from '#platform/i18n/format.ts';
import type {
  PaperTable,
  SnapshotBody,
  SnapshotDefinition,
  SnapshotFigure,
  SnapshotSpread,
  TableCell,
} from '../model.ts';
import { coverageMark, IN_BILLIONS, isComparable, percentOf, type Scale, scaleOf, shown } from './figure-text.ts';
import { words } from './messages.vi.ts';

/** One indicator of a table whose columns are the units. */
export interface Line {
  readonly code: string;
  /** Instead of the dictionary's name. */
  readonly label?: string;
  readonly isTotal?: boolean;
  readonly indent?: number;
  /** Shown in tỷ đồng, where triệu đồng would not fit a column. */
  readonly inBillions?: boolean;
}
export type TableRow = Line | { readonly group: string };

export interface IndicatorTable {
  readonly caption: string;
  readonly unitLine?: string;
  readonly rows: readonly TableRow[];
  readonly notes?: readonly string[];
}

interface KnownLine extends Line {
  readonly definition: SnapshotDefinition;
  readonly figure: SnapshotFigure;
}

/** Widths in mm: label, all units together, cluster, last year; tighter ones from seven units on. */
const WIDTHS = { label: 39.5, units: 85, total: 21.5, lastYear: 17 };
const TIGHT_WIDTHS = { label: 31, units: 98, total: 19, lastYear: 15 };
const DENSE_UNITS_MAX = 6;
/** From ten thousand tỷ đồng on, a digit after the comma would not fit its column. */
const WIDE_DONG = 10_000_000_000_000;

/** Indicators down, units north to south across, then the cluster and the cluster a year ago. */
export function indicatorTable(snapshot: SnapshotBody, wish: IndicatorTable): PaperTable {
  const rows = wish.rows.flatMap((row) => known(snapshot, row));
  const lines = rows.filter((row) => 'figure' in row);
  const unitCount = Math.max(1, snapshot.units.length);
  const widths = unitCount > DENSE_UNITS_MAX ? TIGHT_WIDTHS : WIDTHS;
  const headMark = clusterMark(snapshot);
  return {
    kind: 'table',
    caption: wish.caption,
    unitLine: wish.unitLine ?? '',
    density: densityFor(unitCount),
    widths: [widths.label, ...snapshot.units.map(() => widths.units / unitCount), widths.total, widths.lastYear],
    head: [
      [
        words.indicator,
        ...snapshot.units.map((unit) => unit.shortName),
        withMark(words.wholeCluster, headMark),
        lastYearHead(snapshot),
      ].map(headCell),
    ],
    rows: rows.map((row) => ('figure' in row ? lineCells(snapshot, row, headMark) : groupCells(snapshot, row.group))),
    note: tableNote(snapshot, lines, wish.notes ?? []),
  };
}

/** How small a table with so many units across is set. */
export function densityFor(unitCount: number): 'dense' | 'tight' {
  return unitCount > DENSE_UNITS_MAX ? 'tight' : 'dense';
}

/** `5/6 đơn vị` when a unit of the cluster sent nothing at all. */
export function clusterMark(snapshot: SnapshotBody): string | undefined {
  const have = snapshot.units.filter((unit) => unit.submitted).length;
  return have < snapshot.units.length ? words.coverage(have, snapshot.units.length) : undefined;
}

export function withMark(label: string, mark: string | undefined): string {
  return mark === undefined ? label : words.withCoverage(label, mark);
}

/** `Cùng kỳ` over the year before that of the period. */
function lastYearHead(snapshot: SnapshotBody): string {
  return words.lastYearShort(Number(snapshot.period.lastDay.slice(0, 4)) - 1);
}

export function headCell(text: string): TableCell {
  return { text, align: 'center', bold: true };
}

/** The total, with `5/6 đơn vị` below it unless the head of its column says so already. */
export function totalText(scale: Scale, spread: SnapshotSpread, headMark: string | undefined): string {
  const mark = coverageMark(spread);
  const text = shown(scale, spread.total);
  return mark === undefined || mark === headMark || spread.total === null ? text : withMark(text, mark);
}

function known(snapshot: SnapshotBody, row: TableRow): (KnownLine | { readonly group: string })[] {
  if ('group' in row) return [row];
  const definition = snapshot.definitions.find((candidate) => candidate.code === row.code);
  const figure = snapshot.figures[row.code];
  return definition && figure ? [{ ...row, definition, figure }] : [];
}

function scaleOfLine(line: KnownLine): Scale {
  if (!line.inBillions) return scaleOf(line.definition);
  const { current, lastYear } = line.figure;
  const amounts = [current.total, lastYear.total, ...Object.values(current.byUnit)].map(Number);
  return amounts.some((amount) => Math.abs(amount) >= WIDE_DONG) ? { ...IN_BILLIONS, digits: 0 } : IN_BILLIONS;
}

function lineCells(snapshot: SnapshotBody, line: KnownLine, headMark: string | undefined): TableCell[] {
  const scale = scaleOfLine(line);
  const bold = line.isTotal ?? false;
  const { current, lastYear } = line.figure;
  const number = (text: string): TableCell => ({ text, align: 'right', bold });
  const label = line.label ?? line.definition.name;
  const named = scale.unit === 'HTX' ? label : words.inUnit(label, scale.unit);
  return [
    { text: named, align: 'left', bold, indent: line.indent ?? line.definition.indent },
    ...snapshot.units.map((unit) => number(shown(scale, current.byUnit[unit.code]))),
    { ...number(totalText(scale, current, headMark)), bold: true },
    number(totalText(scale, lastYear, undefined)),
  ];
}

function groupCells(snapshot: SnapshotBody, group: string): TableCell[] {
  return [{ text: group, align: 'left', bold: true, italic: true, columnSpan: snapshot.units.length + 3 }];
}

function tableNote(snapshot: SnapshotBody, lines: readonly KnownLine[], notes: readonly string[]): string {
  const spreads = lines.flatMap((line) => [line.figure.current, line.figure.lastYear]);
  const hasHole = spreads.some((spread) => spread.coverage.have < spread.coverage.of);
  const estimates = lines.flatMap((line) => estimateOf(snapshot, line));
  return [
    ...(hasHole ? [words.noteMissing] : []),
    ...(estimates.length > 0 ? [words.noteEstimate(estimates.join('; '))] : []),
    ...notes,
  ].join(' ');
}

function estimateOf(snapshot: SnapshotBody, line: KnownLine): string[] {
  const guessed = snapshot.units.filter((unit) => (line.figure.basis[unit.code] ?? 'actual') !== 'actual');
  if (guessed.length === 0) return [];
  return [`${line.label ?? line.definition.name} (${guessed.map((unit) => unit.shortName).join(', ')})`];
}

/** now ÷ before in percent with one digit, where both totals cover the same units. */
export function perLastYear(now: SnapshotSpread, before: SnapshotSpread): string {
  return formatNumber(isComparable(now, before) ? percentOf(now.total, before.total) : null, 1);
}
