import { csvFile } from '#kernel/csv.ts';
import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import type { KeptExportId } from '#platform/privacy/kept-export.server.ts';
import { expiryOf, keepExport } from '#platform/privacy/kept-export.server.ts';
import { purposeLabels } from '#platform/privacy/messages.vi.ts';
import { noteReadIn } from '#platform/privacy/read-log.server.ts';
import type { AskedPurpose } from '#platform/privacy/reading.ts';
import type { ListAddress } from '../list-address.ts';
import { columnsShown } from '../list-columns.ts';
import { EXPORT_ROWS_MAX, fileTable, listNames, MEDIA_TYPES, markedTable, xlsxFile } from '../list-file.ts';
import { readPersonsView } from '../list-view.ts';
import { fieldLabels } from '../messages.vi.ts';
import { listText, personsExportText as text } from '../messages-pages.vi.ts';
import { requireRegisterSomewhere } from '../permissions.ts';
import { peopleOf } from '../personal-reads.ts';

export interface PersonsExport {
  readonly address: ListAddress;
  readonly format: 'csv' | 'xlsx';
  readonly purpose: AskedPurpose;
}

/**
 * The list with the names and telephones of representatives, of those alliances alone whose people the actor may see: made
 * once, marked, sealed, kept for its maker until it expires. Refuses an empty one.
 */
export async function exportPersons(ctx: Ctx, { address, format, purpose }: PersonsExport): Promise<KeptExportId> {
  requireRegisterSomewhere(ctx, 'register.read-personal');
  const view = await readPersonsView(ctx, address, EXPORT_ROWS_MAX);
  const people = peopleOf(view.page.rows);
  refuseIf(people.length > 0 ? undefined : { code: 'register.persons-export.empty', facts: {} });
  const id = ctx.newId<'privacy.kept_export'>();
  const expiresAt = await expiryOf(ctx.read, ctx);
  const mark = text.mark(ctx.actor.name, formatMoment(ctx.now), purposeLabels[purpose], formatMoment(expiresAt));
  const shown = columnsShown(address.columns, view.alliances.length).filter((column) => !column.isPersonal);
  const columns = [...shown, ...columnsShown(['dai-dien', 'dien-thoai'], view.alliances.length)];
  const table = fileTable(view.page.rows, columns, listNames(view), fieldLabels.name ?? '');
  const bytes =
    format === 'csv' ? csvFile(markedTable(table, text.markLabel, mark)) : await xlsxFile(table, listText.area, mark);

  await ctx.transact(async (tx) => {
    const name = text.fileName(ctx.today, format);
    const kept = { id, name, mediaType: MEDIA_TYPES[format], bytes, purpose, mark, people: people.length, expiresAt };
    await keepExport(tx, ctx, kept);
    await noteReadIn(tx, ctx, { context: 'export', purpose, subjects: people, exportId: id });
    const facts = {
      people: people.length,
      format,
      purpose: purposeLabels[purpose],
      expiresAt: expiresAt.toISOString(),
    };
    await record(tx, ctx, 'register.persons-exported', id, facts);
  });
  return id;
}
