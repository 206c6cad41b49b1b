import { divide } from '#kernel/decimal.ts';
import { MISSING } from '#platform/i18n/format.ts';
import type { SnapshotDefinition, SnapshotSpread } from '../model.ts';
import { words } from './messages.vi.ts';
import { type AspectColumns, address } from './table-columns.ts';

/** A cell that recalculates, with what it gives for the snapshot. */
export interface Formula {
  readonly formula: string;
  readonly result: number | string;
}

/** The row of an indicator; its sheet is named only from other sheets. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
}

/** The amount as its cell holds it: in the unit shown. A missing one is text, which sums pass over. */
export function shownNumber(definition: SnapshotDefinition, amount: string | null | undefined): number | string {
  if (amount === null || amount === undefined) return MISSING;
  return Number(definition.entryScale === 1 ? amount : (divide(amount, String(definition.entryScale)) ?? amount));
}

/** SUM of the units that have the figure; a dash when none has. */
export function sumFormula(columns: AspectColumns, row: number): string {
  const range = rangeOf('', columns, row);
  return `IF(COUNT(${range})=0,"${MISSING}",SUM(${range}))`;
}

/** `5/6 đơn vị`, counted live. */
export function coverageFormula(columns: AspectColumns, row: number): string {
  const units = columns.last - columns.first + 1;
  return `COUNT(${rangeOf('', columns, row)})&"${words.coverage('', units)}"`;
}

/** One row over another in one column. */
export function ratioFormula(above: Place, below: Place, here: string, column: number, factor: number): string {
  const [upper, lower] = [above, below].map((place) => sheetPrefix(place, here) + address(column, place.row));
  return `IFERROR(${scaled(`${upper}/${lower}`, factor)},"${MISSING}")`;
}

/**
 * The cluster's ratio: total over total, or, where some unit has only one of the two parts, the sums over the units
 * that have both.
 */
export function ratioTotalFormula(
  above: Place,
  below: Place,
  here: string,
  columns: AspectColumns,
  factor: number,
  coverSame: boolean,
): string {
  if (coverSame) return ratioFormula(above, below, here, columns.total, factor);
  const [upper, lower] = [above, below].map((place) => rangeOf(sheetPrefix(place, here), columns, place.row));
  const both = `ISNUMBER(${upper})*ISNUMBER(${lower})`;
  return `IFERROR(${scaled(`SUMPRODUCT(${both},${upper})/SUMPRODUCT(${both},${lower})`, factor)},"${MISSING}")`;
}

export function differenceFormula(minuend: number, subtrahend: number, row: number): string {
  return `IFERROR(${address(minuend, row)}-${address(subtrahend, row)},"${MISSING}")`;
}

export function percentFormula(part: number, whole: number, row: number): string {
  return `IFERROR(${address(part, row)}/${address(whole, row)}*100,"${MISSING}")`;
}

/** By what the quotient of two shown numbers is multiplied to be the ratio as it is shown. */
export function ratioFactor(own: SnapshotDefinition, above: SnapshotDefinition, below: SnapshotDefinition): number {
  const hundred = own.unit === '%' ? 100 : 1;
  return (hundred * above.entryScale) / (below.entryScale * own.entryScale);
}

/** Both cover the same units. */
export function coverSame(a: SnapshotSpread, b: SnapshotSpread): boolean {
  return Object.keys({ ...a.byUnit, ...b.byUnit }).every(
    (unit) => ((a.byUnit[unit] ?? null) === null) === ((b.byUnit[unit] ?? null) === null),
  );
}

function scaled(quotient: string, factor: number): string {
  return factor === 1 ? quotient : `${quotient}*${factor}`;
}

function rangeOf(prefix: string, columns: AspectColumns, row: number): string {
  return `${prefix}${address(columns.first, row)}:${address(columns.last, row)}`;
}

function sheetPrefix(place: Place, here: string): string {
  return place.sheet === here ? '' : `'${place.sheet}'!`;
}
