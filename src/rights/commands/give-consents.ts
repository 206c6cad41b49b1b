import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import { isoDate, parseIsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { text } from '../messages.vi.ts';
import { CHANNELS, PERSON_ROLES } from '../model.ts';
import { requireRights } from '../permissions.ts';
import { consentTexts, placeOfOrganisation } from '../queries.ts';

/** A box that is not ticked is not sent: without it nothing is agreed to. */
export const GiveConsents = z.object({
  organisationId: z.uuid(),
  personRole: z.enum(PERSON_ROLES),
  personName: z.string().trim().min(1, text.consent.nameNeeded).max(200, text.consent.nameNeeded),
  givenOn: z.string().refine((day) => parseIsoDate(day) !== undefined, text.consent.dayNeeded),
  channel: z.enum(CHANNELS),
  purposes: z.array(z.string()).default([]),
});

/**
 * Keeps what a person agreed to, each purpose by itself and in the version in force on the day they signed. Ticking none is
 * an answer like any other: nothing is kept, and nothing is withheld. Answers how many were kept.
 * @law 91/2025/QH15
 */
export async function giveConsents(ctx: Ctx, input: z.output<typeof GiveConsents>): Promise<number> {
  const place = await placeOfOrganisation(ctx.read, input.organisationId);
  requireRights(ctx, 'rights.record-consents', place.allianceCode);
  const givenOn = isoDate(input.givenOn);
  if (givenOn > ctx.today) throw new Refused({ code: 'rights.consent.in-future', facts: { field: 'givenOn' } });
  const texts = await consentTexts(ctx.read, givenOn);
  const wanted = [...new Set(input.purposes)].map((purpose) => {
    const found = texts.find((each) => each.purpose === purpose);
    if (!found) throw new Refused({ code: 'rights.consent.no-text', facts: { field: 'purposes' } });
    return found;
  });
  if (wanted.length === 0) return 0;
  await ctx.transact(async (tx) => {
    for (const { id: textId, purpose, version } of wanted) {
      const id = ctx.newId<'rights.consent'>();
      await tx
        .insertInto('rights.consent')
        .values({
          id,
          text_id: textId,
          purpose,
          alliance_id: place.allianceId,
          organisation_id: place.id,
          person_role: input.personRole,
          person_name: input.personName,
          given_on: givenOn,
          channel: input.channel,
          given_at: ctx.now,
          given_by: ctx.actor.name,
        })
        .execute();
      const facts = { organisation: place.id, purpose, version, givenOn, channel: input.channel };
      await record(tx, ctx, 'rights.consent-given', id, facts);
    }
  });
  return wanted.length;
}
