import { csvFile } from '#kernel/csv.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { SentFile } from '#platform/http/submit.ts';
import { xlsxFile } from '#register/public.ts';
import { catalogueText, warningText as text } from '../messages.vi.ts';
import { requireCompliance } from '../permissions.ts';
import { sayUsed } from '../say-rule.ts';
import type { WarningAddress } from '../warning-list.ts';
import { listWarnings } from '../warning-list.ts';

/** The warnings as the address asks for them, as a file without persons; that it was taken out is kept in the record. */
export async function takeOutWarnings(ctx: Ctx, address: WarningAddress, format: 'csv' | 'xlsx'): Promise<SentFile> {
  requireCompliance(ctx, 'compliance.read-organisations');
  const { rows } = await listWarnings(ctx, address);
  const body = rows.map(({ name, code, communeText, alliance, warning }, at) => [
    at + 1,
    name,
    code ?? '',
    communeText,
    alliance,
    text.grounds[warning.ground],
    text.levels[warning.level],
    warning.since,
    warning.reachedOn,
    warning.used.map(sayUsed).join('; '),
    warning.rules.map(({ citation }) => citation).join('; '),
    warning.rules.some(({ verified }) => !verified) ? catalogueText.unverified : '',
  ]);
  const table = [text.fileColumns, ...body];
  const bytes = format === 'csv' ? csvFile(table) : await xlsxFile(table, text.sheet);
  await ctx.transact(async (tx) => {
    await record(tx, ctx, 'compliance.warnings-taken-out', 'register.organisation', { rows: rows.length, format });
  });
  return { name: `canh-bao-${ctx.today}.${format}`, mediaType: catalogueText.mediaTypes[format], bytes };
}
