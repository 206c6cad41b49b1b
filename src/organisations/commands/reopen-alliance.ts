import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { reasonField } from '../day-field.ts';
import { successionsOf } from '../history.ts';
import type { AllianceId } from '../model.ts';
import { requireOrganisations } from '../permissions.ts';
import { lifeOf } from '../queries.ts';

export const ReopenAlliance = z.object({ reason: reasonField });

/** Takes back that an alliance is not used any more; what became part of another goes back by undoing that merger. */
export async function reopenAlliance(
  ctx: Ctx,
  allianceId: AllianceId,
  { reason }: z.output<typeof ReopenAlliance>,
): Promise<void> {
  requireOrganisations(ctx, 'organisations.configure');
  await ctx.transact(async (tx) => {
    const { closedOn } = await lifeOf(tx, allianceId);
    const own = await tx
      .selectFrom('organisations.alliance')
      .where('id', '=', allianceId)
      .select('code')
      .executeTakeFirst();
    if ((await successionsOf(tx, allianceId)).some((one) => one.predecessorCode === own?.code))
      throw new Refused({ code: 'organisations.alliance.succeeded-already', facts: {} });
    if (closedOn === null) return;
    await sql`update organisations.alliance set closed_on = null where id = ${allianceId}`.execute(tx);
    await sql`update organisations.alliance_version set valid_until = null
      where alliance_id = ${allianceId} and valid_until = ${closedOn}`.execute(tx);
    await record(tx, ctx, 'organisations.alliance-reopened', allianceId, { on: closedOn, reason });
  });
}
