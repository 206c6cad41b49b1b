import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { dayField, lineField } from '../day-field.ts';
import { formWords as words } from '../messages-pages.vi.ts';
import type { ClusterId } from '../model.ts';
import { requireOrganisations } from '../permissions.ts';

export const AddCluster = z.object({
  code: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().regex(/^[A-Z][A-Z0-9-]{2,30}$/, words.codeWrong('CUM-BTB'))),
  name: lineField(200, words.nameMissing),
  shortName: lineField(60, words.shortNameMissing),
  from: dayField,
});

/** Enters a cluster, without members yet. */
export async function addCluster(ctx: Ctx, input: z.output<typeof AddCluster>): Promise<ClusterId> {
  requireOrganisations(ctx, 'organisations.configure');
  const id = ctx.newId<'organisations.cluster'>();
  const { code, name, shortName, from } = input;
  await ctx.transact(async (tx) => {
    await tx.insertInto('organisations.cluster').values({ id, code }).execute();
    await tx
      .insertInto('organisations.cluster_version')
      .values({ cluster_id: id, name, short_name: shortName, valid_from: from, valid_until: null })
      .execute();
    await record(tx, ctx, 'organisations.cluster-added', id, { code, name, shortName, from });
  });
  return id;
}
