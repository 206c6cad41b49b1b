import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { Channel, ConsentId } from '../model.ts';
import { CHANNELS } from '../model.ts';
import { requireRights } from '../permissions.ts';
import { placeOfOrganisation } from '../queries.ts';

export const WithdrawConsent = z.object({
  organisationId: z.uuid(),
  consentId: z.uuid(),
  channel: z.enum(CHANNELS).default('in-person'),
});

/** Takes an agreement back from today on. Asks for no reason: it must be as easy as agreeing was. */
export async function withdrawConsent(
  ctx: Ctx,
  input: { readonly organisationId: string; readonly consentId: string; readonly channel: Channel },
): Promise<void> {
  const place = await placeOfOrganisation(ctx.read, input.organisationId);
  requireRights(ctx, 'rights.record-consents', place.allianceCode);
  await ctx.transact(async (tx) => {
    const done = await tx
      .updateTable('rights.consent')
      .set({
        withdrawn_on: ctx.today,
        withdrawn_channel: input.channel,
        withdrawn_at: ctx.now,
        withdrawn_by: ctx.actor.name,
      })
      .where('id', '=', input.consentId as ConsentId)
      .where('organisation_id', '=', place.id)
      .where('withdrawn_at', 'is', null)
      .returning('purpose')
      .executeTakeFirst();
    if (!done) throw new Refused({ code: 'rights.consent.not-in-force', facts: {} });
    const facts = { organisation: place.id, purpose: done.purpose, channel: input.channel };
    await record(tx, ctx, 'rights.consent-withdrawn', input.consentId, facts);
  });
}
