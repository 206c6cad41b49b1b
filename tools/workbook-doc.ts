import { readSeed } from '#platform/files/seed.server.ts';
import type { Indicator } from '#reporting/public.ts';
import { choice } from '#workbooks/columns/model.ts';
import { workbookDocumentation } from '#workbooks/documentation.ts';

/** docs/workbook.md as it should stand: from the columns in code and the dictionary in seed/. */
export async function currentWorkbookDocumentation(): Promise<string> {
  const indicators = (await readSeed('indicators.csv')).rows.filter((row) => row.valid_until === '');
  const sectors = (await readSeed('sectors.csv')).rows.filter((row) => row.sector_code !== 'quy-tin-dung');
  return workbookDocumentation(
    indicators.map(indicatorOf),
    sectors.map((row) => choice(row.sector_code ?? '', row.name_vi ?? '')),
  );
}

function indicatorOf(row: Readonly<Record<string, string>>): Indicator {
  const text = (name: string) => row[name] ?? '';
  return {
    code: text('code'),
    version: Number(text('version')),
    formCode: text('form_code') as Indicator['formCode'],
    rowNo: Number(text('row_no')),
    indent: Number(text('indent')),
    groupName: text('group_name'),
    name: text('name'),
    unit: text('unit'),
    entryScale: Number(text('entry_scale')),
    decimals: Number(text('decimals')),
    kind: text('kind') as Indicator['kind'],
    aggregation: text('aggregation') as Indicator['aggregation'],
    numerator: text('numerator') || null,
    denominator: text('denominator') || null,
    countedBy: text('counted_by') || null,
    isRequired: text('is_required') === 'true',
    isEntered: text('is_entered') === 'true',
    definition: text('definition'),
  };
}
