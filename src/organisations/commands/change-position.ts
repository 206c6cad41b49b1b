import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { dayField, dayOrOpen, reasonField } from '../day-field.ts';
import type { AllianceId } from '../model.ts';
import { requireOrganisations } from '../permissions.ts';
import { secondHolderRefusal } from '../posts.ts';
import { positionsEver } from '../queries.ts';

export const ChangePosition = z.object({
  positionId: z.uuid().transform((id) => id as Id<'organisations.position'>),
  from: dayField,
  /** The day that `from` names: taken back, it never was. */
  until: dayOrOpen,
  reason: reasonField,
  confirmed: z.string().default(''),
});

/** Corrects from when until when somebody holds a post: how they leave it, and how a wrong entry is taken back. */
export async function changePosition(
  ctx: Ctx,
  allianceId: AllianceId,
  input: z.output<typeof ChangePosition>,
): Promise<void> {
  requireOrganisations(ctx, 'organisations.appoint');
  const { positionId, from, until, reason } = input;
  await ctx.transact(async (tx) => {
    const all = await positionsEver(tx, allianceId);
    const before = all.find(({ id }) => id === positionId);
    if (!before) throw new Refused({ code: 'organisations.position.not-found', facts: {} });
    if (until !== null && until < from)
      throw new Refused({ code: 'organisations.position.ends-before-it-begins', facts: { from, until } });
    const ask = {
      title: before.title,
      isSingleSeat: before.isSingleSeat && before.capacity === 'holder',
      isVacancy: before.personId === null,
      confirmsSecondHolder: input.confirmed !== '',
      validFrom: from,
      validUntil: until,
    };
    refuseIf(
      secondHolderRefusal(
        ask,
        all.filter(({ id }) => id !== positionId),
      ),
    );
    await sql`update organisations.position set valid_from = ${from}, valid_until = ${until} where id = ${positionId}`.execute(
      tx,
    );
    await record(tx, ctx, 'organisations.position-corrected', allianceId, {
      title: before.title,
      from,
      until,
      before: `${before.validFrom} – ${before.validUntil ?? ''}`,
      reason,
    });
  });
}
