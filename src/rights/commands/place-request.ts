import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { requireRights } from '../permissions.ts';
import { allianceIdOf, getRequest, placeOfOrganisation } from '../queries.ts';

export const PlaceRequest = z.object({
  allianceCode: z.string().max(40).default(''),
  organisationId: z.union([z.uuid(), z.literal('')]).default(''),
});

/** Says whose request it is: which alliance answers, about which organisation, whose holds then count. */
export async function placeRequest(ctx: Ctx, code: string, input: z.output<typeof PlaceRequest>): Promise<void> {
  const request = await getRequest(ctx.read, code);
  requireRights(ctx, 'rights.handle-requests', request.allianceCode);
  if (request.closedAt !== null) throw new Refused({ code: 'rights.request.closed', facts: { code } });
  const place = input.organisationId ? await placeOfOrganisation(ctx.read, input.organisationId) : null;
  const allianceCode = place?.allianceCode ?? (input.allianceCode || request.allianceCode);
  // Only to where this person may answer for it too.
  requireRights(ctx, 'rights.handle-requests', allianceCode);
  const allianceId = place?.allianceId ?? (await allianceIdOf(ctx.read, allianceCode));
  await ctx.transact(async (tx) => {
    await tx
      .updateTable('rights.request')
      .set({ alliance_id: allianceId, ...(place ? { organisation_id: place.id } : {}) })
      .where('id', '=', request.id)
      .execute();
    const facts = { unitCode: allianceCode, ...(place ? { organisation: place.id } : {}) };
    await record(tx, ctx, 'rights.request-placed', request.id, facts);
  });
}
