import { z } from 'zod';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import { dayInVietnam } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { DataRequest, Outcome } from '../model.ts';
import { requireRights } from '../permissions.ts';
import { getRequest, holdsInForce, termsOf } from '../queries.ts';
import { actRefusal } from '../request-rules.ts';

export const ActOnRequest = z.object({
  act: z.enum(['acknowledge', 'ask-identity', 'prove-identity', 'extend', 'answer', 'answer-in-part', 'refuse']),
  note: z.string().trim().max(2000).default(''),
  ground: z.string().trim().max(300).default(''),
});

const OUTCOMES: Readonly<Record<string, Outcome>> = { answer: 'whole', 'answer-in-part': 'part', refuse: 'refused' };

/**
 * Does the next thing with a person's request. The record of acts names the act and its ground; the words of the note stay
 * with the request, where they can be erased.
 */
export async function actOnRequest(ctx: Ctx, code: string, input: z.output<typeof ActOnRequest>): Promise<void> {
  const found = await getRequest(ctx.read, code);
  requireRights(ctx, 'rights.handle-requests', found.allianceCode);
  await ctx.transact(async (tx) => {
    await lock(tx, found);
    const request = await getRequest(tx, code);
    const { extendDays } = await termsOf(tx, request.kind, dayInVietnam(request.receivedAt));
    const holds = request.organisationId === null ? [] : await holdsInForce(tx, request.organisationId);
    refuseIf(actRefusal(request, holds, extendDays, input));
    await tx
      .insertInto('rights.request_act')
      .values({
        id: ctx.newId<'rights.request_act'>(),
        request_id: request.id,
        act: input.act,
        note: input.note,
        ground: input.ground,
        acted_at: ctx.now,
        acted_by: ctx.actor.name,
      })
      .execute();
    const outcome = OUTCOMES[input.act];
    if (outcome)
      await tx
        .updateTable('rights.request')
        .set({ closed_at: ctx.now, closed_by: ctx.actor.name, outcome })
        .where('id', '=', request.id)
        .execute();
    const facts = { act: input.act, requestKind: request.kind, ground: input.ground };
    await record(tx, ctx, 'rights.request-acted-on', request.id, facts);
  });
}

/** Two officers at once act one after the other, each on what the other left. */
async function lock(tx: Tx, { id }: DataRequest): Promise<void> {
  const locked = await tx.selectFrom('rights.request').where('id', '=', id).select('id').forUpdate().executeTakeFirst();
  if (!locked) throw new Refused({ code: 'rights.request.not-found', facts: {} });
}
