import { csvFile } from '#kernel/csv.ts';
import type { Decimal } from '#kernel/decimal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { xlsxFile } from '#register/public.ts';
import type { ComparisonAddress } from '../address.ts';
import { bordersWord } from '../address.ts';
import { readComparison } from '../comparison.ts';
import { roundedFor } from '../measures.ts';
import { compareText as text } from '../messages.vi.ts';
import type { ComparedRow, Comparison } from '../model.ts';
import { requireComparing } from '../permissions.ts';

export interface ComparisonFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The comparison as a file, each figure with the part that is an estimate; that somebody took it out is kept in the record. */
export async function takeOutComparison(
  ctx: Ctx,
  address: ComparisonAddress,
  format: 'csv' | 'xlsx',
): Promise<ComparisonFile> {
  requireComparing(ctx);
  const { comparison } = await readComparison(ctx, address);
  const table = tableOf(comparison);
  const bytes = format === 'csv' ? csvFile(table) : await xlsxFile(table, text.title);
  await ctx.transact(async (tx) => {
    const { first, second, borders } = address;
    const facts = {
      measure: address.measure,
      first,
      second,
      borders: bordersWord(borders),
      rows: table.length - 1,
      format,
    };
    await record(tx, ctx, 'borders.comparison-exported', 'borders.comparison', facts);
  });
  return {
    name: `${text.fileName(address.measure, address.first, address.second)}.${format}`,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
    bytes,
  };
}

type Cell = string | number | null;

function tableOf(comparison: Comparison): readonly (readonly Cell[])[] {
  const { measure, firstDay, secondDay, editions } = comparison;
  const [first, second] = [formatDate(firstDay), formatDate(secondDay)];
  const { fileColumns: columns } = text;
  const head = [
    columns.code,
    columns.name,
    `${measure.label} ${first}`,
    `${columns.apportioned} ${first}`,
    `${measure.label} ${second}`,
    `${columns.apportioned} ${second}`,
    text.difference,
    text.growth,
    columns.dividedUnits,
    columns.broken,
    columns.borders,
  ];
  const mark = [...new Set([editions.first.validFrom, editions.second.validFrom])].map(text.fileMark).join('; ');
  const number = (value: Decimal | null): number | null => (value === null ? null : Number(roundedFor(measure, value)));
  const cells = (row: ComparedRow): readonly Cell[] => [
    row.code ?? '',
    row.name,
    number(row.first.value),
    number(row.first.apportioned),
    number(row.second.value),
    number(row.second.apportioned),
    number(row.difference),
    row.growth === null ? null : Number(row.growth),
    Math.max(row.first.dividedUnits, row.second.dividedUnits),
    row.isBroken ? text.yes : '',
    mark,
  ];
  return [head, ...comparison.rows.map(cells), cells(comparison.total)];
}
