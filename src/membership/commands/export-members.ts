import { csvFile } from '#kernel/csv.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { xlsxFile } from '#register/public.ts';
import type { ListAddress } from '../list-view.ts';
import { readMembers } from '../list-view.ts';
import { applicationStateLabels, text } from '../messages.vi.ts';
import { requireReading } from '../permissions.ts';

/** More than any alliance has. */
const ROWS_MAX = 20_000;
const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The list that the address asks for as a file, without what belongs to persons; that it was taken out is recorded. */
export async function exportMembers(ctx: Ctx, address: ListAddress, format: 'csv' | 'xlsx') {
  requireReading(ctx);
  const { list, alliances } = await readMembers(ctx, { ...address, page: 1 }, ROWS_MAX);
  const { heads } = text.list;
  const names = new Map<string, string>(alliances.map(({ id, shortName }) => [id, shortName]));
  const head = [
    'STT',
    heads.name,
    text.list.commune,
    heads.alliance,
    heads.standing,
    heads.since,
    text.list.until,
    heads.card,
    heads.due(address.year),
    text.list.applied,
    text.list.applicationState,
  ];
  const rows = list.rows.map((row, at) => [
    at + 1,
    row.name,
    row.communeText,
    names.get(row.allianceId) ?? '',
    text.list.standings[row.standing],
    row.validFrom ?? '',
    row.validUntil ?? '',
    row.cardNo ?? '',
    row.paidDong === null ? '' : Number(row.paidDong),
    row.appliedOn ?? '',
    row.applicationState ? applicationStateLabels[row.applicationState] : '',
  ]);
  const table = [head, ...rows];
  const bytes = format === 'csv' ? csvFile(table) : await xlsxFile(table, text.crumb);
  await ctx.transact((tx) =>
    record(tx, ctx, 'membership.list-exported', 'membership.member', { rows: rows.length, format }),
  );
  return { name: `thanh-vien-lien-minh-${ctx.today}.${format}`, mediaType: MEDIA_TYPES[format], bytes };
}
