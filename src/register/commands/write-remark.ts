import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { OrganisationId } from '../model.ts';
import { requireRegister } from '../permissions.ts';
import { getOrganisationHead } from '../subjects.ts';

/** Writes what the person has to say of an organisation, for all who see its record. */
export async function writeRemark(
  ctx: Ctx,
  input: { readonly id: OrganisationId; readonly words: string },
): Promise<void> {
  await ctx.transact(async (tx) => {
    const head = await getOrganisationHead(tx, input.id);
    requireRegister(ctx, 'register.keep-papers', head.allianceCode);
    const remarkId = ctx.newId<'register.remark'>();
    await tx
      .insertInto('register.remark')
      .values({
        organisation_id: input.id,
        id: remarkId,
        alliance_id: head.allianceId,
        words: input.words,
        written_at: ctx.now,
        written_by: ctx.actor.name,
      })
      .execute();
    await record(tx, ctx, 'register.remark-written', input.id, { remark: remarkId });
  });
}
