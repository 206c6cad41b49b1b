import type { CellValue } from '@protobi/exceljs';
import { formatDateTo } from '#platform/i18n/format.ts';
import type { Choice, Column } from '../columns/model.ts';
import { labelOf } from '../columns/model.ts';
import type { WorkbookDefinition } from '../model.ts';

/** A row as the columns see it: fields by name. */
export type FieldValues = Readonly<Record<string, unknown>>;

interface Lists {
  readonly sectors: readonly Choice[];
  readonly communeCodes: ReadonlyMap<string, string>;
}

export function listsOf(definition: WorkbookDefinition): Lists {
  return {
    sectors: definition.sectors,
    communeCodes: new Map(definition.communes.map((commune) => [commune.id, commune.code])),
  };
}

/** What stands in the cell for a field; null is an empty cell. */
export function cellValue(column: Column, row: FieldValues, lists: Lists): CellValue {
  const value = column.field === null ? null : row[column.field];
  if (value === null || value === undefined || value === '') return null;
  if (column.field === 'communeId') return lists.communeCodes.get(String(value)) ?? null;
  if (column.list === 'sectors') return labelOf(lists.sectors, String(value));
  switch (column.kind) {
    case 'choice':
    case 'yes-no':
      return labelOf(column.choices, String(value));
    case 'day':
      return new Date(String(value));
    case 'day-or-coarser':
      return dayOrCoarser(String(value), row.establishedPrecision);
    case 'count':
    case 'money':
    case 'figure':
      return Number(value);
    default:
      return String(value);
  }
}

function dayOrCoarser(day: string, precision: unknown): CellValue {
  if (precision !== 'month' && precision !== 'year') return new Date(day);
  return formatDateTo(precision, day as Parameters<typeof formatDateTo>[1]);
}
