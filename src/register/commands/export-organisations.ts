import { csvFile } from '#kernel/csv.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { ListAddress } from '../list-address.ts';
import { firstPage } from '../list-address.ts';
import { columnsShown } from '../list-columns.ts';
import { EXPORT_ROWS_MAX, fileTable, listNames, MEDIA_TYPES, xlsxFile } from '../list-file.ts';
import { readListView } from '../list-view.ts';
import { fieldLabels } from '../messages.vi.ts';
import { listText } from '../messages-pages.vi.ts';
import { requireRegisterSomewhere } from '../permissions.ts';

export interface ExportRequest {
  readonly address: ListAddress;
  readonly format: 'csv' | 'xlsx';
}

export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * The list that the address asks for, in the columns shown, as a file without what belongs to persons; that somebody took it
 * out is kept in the record.
 */
export async function exportOrganisations(ctx: Ctx, { address, format }: ExportRequest): Promise<ExportedFile> {
  requireRegisterSomewhere(ctx, 'register.read-organisations');
  const view = await readListView(ctx, firstPage(address), EXPORT_ROWS_MAX);
  const columns = columnsShown(address.columns, view.alliances.length).filter((column) => !column.isPersonal);
  const table = fileTable(view.page.rows, columns, listNames(view), fieldLabels.name ?? '');
  const bytes = format === 'csv' ? csvFile(table) : await xlsxFile(table, listText.area);

  await ctx.transact(async (tx) => {
    const facts = { rows: view.page.rows.length, columns: columns.map((column) => column.word), format };
    await record(tx, ctx, 'register.list-exported', 'register.organisation', facts);
  });
  return { name: `so-bo-${ctx.today}.${format}`, mediaType: MEDIA_TYPES[format], bytes };
}
