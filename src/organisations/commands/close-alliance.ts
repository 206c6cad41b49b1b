import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { dayField, reasonField } from '../day-field.ts';
import { membershipsOf, versionsOf } from '../history.ts';
import type { AllianceId } from '../model.ts';
import { requireOrganisations } from '../permissions.ts';
import { lifeOf } from '../queries.ts';
import { isTakenBack } from '../rules.ts';

export const CloseAlliance = z.object({ on: dayField, reason: reasonField });

/** `Ngừng sử dụng từ ngày`: what takes the place of deleting. Its past stays; refused while it is in a cluster on later days. */
export async function closeAlliance(
  ctx: Ctx,
  allianceId: AllianceId,
  { on, reason }: z.output<typeof CloseAlliance>,
): Promise<void> {
  requireOrganisations(ctx, 'organisations.configure');
  await ctx.transact(async (tx) => {
    const [newest] = await versionsOf(tx, allianceId);
    const alliance = newest?.shortName ?? '';
    const { closedOn } = await lifeOf(tx, allianceId);
    if (closedOn !== null)
      throw new Refused({ code: 'organisations.alliance.closed-already', facts: { alliance, on: closedOn } });
    if (newest && newest.validFrom >= on)
      throw new Refused({ code: 'organisations.alliance.begins-later', facts: { alliance, from: newest.validFrom } });
    const still = (await membershipsOf(tx, { allianceId })).find(
      (one) => !isTakenBack(one) && (one.validUntil === null || one.validUntil > on),
    );
    if (still)
      throw new Refused({
        code: 'organisations.alliance.in-a-cluster',
        facts: { alliance, cluster: still.clusterName, from: still.validFrom, until: still.validUntil },
      });
    await sql`update organisations.alliance set closed_on = ${on} where id = ${allianceId}`.execute(tx);
    await sql`update organisations.alliance_version set valid_until = ${on}
      where alliance_id = ${allianceId} and (valid_until is null or valid_until > ${on})`.execute(tx);
    await record(tx, ctx, 'organisations.alliance-closed', allianceId, { on, reason });
  });
}
