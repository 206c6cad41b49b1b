import { csvFile } from '#kernel/csv.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { ListAddress } from '../list-address.ts';
import { firstPage } from '../list-address.ts';
import { columnsShown } from '../list-columns.ts';
import { fileTable, xlsxFile } from '../list-file.ts';
import { readListView } from '../list-view.ts';
import { fieldLabels } from '../messages.vi.ts';
import { listText } from '../messages-pages.vi.ts';
import { requireRegisterSomewhere } from '../permissions.ts';

/** More than any cluster has; a bound so that one click cannot empty a nation's register into memory. */
const ROWS_MAX = 20_000;

export interface ExportRequest {
  readonly address: ListAddress;
  readonly format: 'csv' | 'xlsx';
  /** Persons' names and telephones too; only of alliances whose people the actor may see. */
  readonly withPersons: boolean;
}

export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The list that the address asks for, in the columns shown, as a file; that somebody took it out is kept in the record. */
export async function exportOrganisations(
  ctx: Ctx,
  { address, format, withPersons }: ExportRequest,
): Promise<ExportedFile> {
  requireRegisterSomewhere(ctx, withPersons ? 'register.read-personal' : 'register.read-organisations');
  const view = await readListView(ctx, firstPage(address), ROWS_MAX);
  const shown = columnsShown(address.columns, view.alliances.length);
  const personal = columnsShown(['dai-dien', 'dien-thoai'], view.alliances.length);
  const columns = [...shown.filter((column) => !column.isPersonal), ...(withPersons ? personal : [])];
  const table = fileTable(view.page.rows, columns, namesOf(view), fieldLabels.name ?? '');
  const bytes = format === 'csv' ? csvFile(table) : await xlsxFile(table, listText.area);

  await ctx.transact(async (tx) => {
    const facts = { rows: view.page.rows.length, columns: columns.map((column) => column.word), format, withPersons };
    await record(tx, ctx, 'register.list-exported', 'register.organisation', facts);
  });
  return { name: `so-bo-${ctx.today}.${format}`, mediaType: MEDIA_TYPES[format], bytes };
}

function namesOf(view: Awaited<ReturnType<typeof readListView>>) {
  return {
    alliances: new Map<string, string>(view.alliances.map((alliance) => [alliance.id, alliance.shortName])),
    sectors: new Map(view.sectors.map((sector) => [sector.code, sector.name])),
  };
}
