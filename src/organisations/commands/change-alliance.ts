import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { nameAlliance } from '../acts/name-alliance.ts';
import { allianceFields } from '../alliance-fields.ts';
import type { AllianceId } from '../model.ts';
import { requireOrganisations } from '../permissions.ts';

export const ChangeAlliance = z.object(allianceFields);

/** Writes what an alliance is called and where it sits from a day on; the days before keep what they had. */
export async function changeAlliance(
  ctx: Ctx,
  allianceId: AllianceId,
  input: z.output<typeof ChangeAlliance>,
): Promise<void> {
  requireOrganisations(ctx, 'organisations.configure');
  const { from, reason, ...names } = input;
  await ctx.transact(async (tx) => {
    const corrects = await nameAlliance(tx, allianceId, from, names);
    await record(tx, ctx, 'organisations.alliance-named', allianceId, { from, ...names, corrects, reason });
  });
}
