import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { dayField, reasonField } from '../day-field.ts';
import type { AllianceId } from '../model.ts';
import { requireOrganisations } from '../permissions.ts';
import { lifeOf } from '../queries.ts';

export const RecordFounding = z.object({ foundedOn: dayField, reason: reasonField });

/** Records on which day an alliance was founded. */
export async function recordFounding(
  ctx: Ctx,
  allianceId: AllianceId,
  { foundedOn, reason }: z.output<typeof RecordFounding>,
): Promise<void> {
  requireOrganisations(ctx, 'organisations.configure');
  await ctx.transact(async (tx) => {
    const { foundedOn: before } = await lifeOf(tx, allianceId);
    await sql`update organisations.alliance set founded_on = ${foundedOn} where id = ${allianceId}`.execute(tx);
    await record(tx, ctx, 'organisations.alliance-founding-recorded', allianceId, { foundedOn, before, reason });
  });
}
