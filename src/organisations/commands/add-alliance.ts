import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { allianceFields, versionColumns } from '../alliance-fields.ts';
import { dayOrOpen } from '../day-field.ts';
import { formWords as words } from '../messages-pages.vi.ts';
import type { AllianceId } from '../model.ts';
import { requireOrganisations } from '../permissions.ts';

export const AddAlliance = z.object({
  code: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().regex(/^[A-Z][A-Z0-9-]{2,30}$/, words.codeWrong('LMHTX-NA'))),
  foundedOn: dayOrOpen,
  ...allianceFields,
});

/** Enters an alliance that the system does not know yet, with its name from a day on. */
export async function addAlliance(ctx: Ctx, input: z.output<typeof AddAlliance>): Promise<AllianceId> {
  requireOrganisations(ctx, 'organisations.configure');
  const id = ctx.newId<'organisations.alliance'>();
  const { code, foundedOn, from, reason, ...names } = input;
  await ctx.transact(async (tx) => {
    await tx.insertInto('organisations.alliance').values({ id, code, founded_on: foundedOn }).execute();
    await tx
      .insertInto('organisations.alliance_version')
      .values({ alliance_id: id, ...versionColumns(names), valid_from: from, valid_until: null })
      .execute();
    await record(tx, ctx, 'organisations.alliance-added', id, { code, foundedOn, from, ...names, reason });
  });
  return id;
}
