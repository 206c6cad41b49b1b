import { csvFile } from '#kernel/csv.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { SentFile } from '#platform/http/submit.ts';
import { xlsxFile } from '#register/public.ts';
import type { CatalogueAddress } from '../catalogue.ts';
import { readCatalogue } from '../catalogue.ts';
import { catalogueText as text } from '../messages.vi.ts';
import { requireCompliance } from '../permissions.ts';
import { sayValue, titleOf } from '../say-rule.ts';

/** The catalogue as the address asks for it, as a file; that it was taken out is kept in the record. */
export async function takeOutRules(ctx: Ctx, address: CatalogueAddress, format: 'csv' | 'xlsx'): Promise<SentFile> {
  requireCompliance(ctx, 'compliance.read-rules');
  const { groups } = await readCatalogue(ctx, address);
  const rows = groups.flatMap(({ subject, rules }) =>
    rules.map((rule, at) => [
      at + 1,
      titleOf(rule),
      text.subjects[subject],
      sayValue(rule),
      rule.citation,
      text.certainty(rule.certainty),
      rule.verified ? text.verified : text.unverified,
      rule.validFrom,
      rule.validUntil ?? '',
      rule.note,
      rule.key,
      rule.version,
    ]),
  );
  const table = [text.fileColumns, ...rows];
  const bytes = format === 'csv' ? csvFile(table) : await xlsxFile(table, text.title);
  await ctx.transact(async (tx) => {
    await record(tx, ctx, 'compliance.rules-taken-out', 'legal.rule_value', { rows: rows.length, format });
  });
  return { name: `quy-tac-${ctx.today}.${format}`, mediaType: text.mediaTypes[format], bytes };
}
