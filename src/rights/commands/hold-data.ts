import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { HoldId, HoldKind } from '../model.ts';
import { HOLD_KINDS } from '../model.ts';
import { requireRights } from '../permissions.ts';
import { placeOfOrganisation } from '../queries.ts';

export const HoldData = z.object({
  organisationId: z.uuid(),
  holdId: z.union([z.uuid(), z.literal('')]).default(''),
  kind: z.enum(HOLD_KINDS).default('award'),
  reason: z.string().trim().max(500).default(''),
  ground: z.string().trim().max(300).default(''),
});

/**
 * Keeps the data about an organisation's people from being removed while a decision, a loan or an inspection needs them;
 * with the id of a hold that stands, lifts it.
 */
export async function holdData(ctx: Ctx, input: z.output<typeof HoldData>): Promise<void> {
  const place = await placeOfOrganisation(ctx.read, input.organisationId);
  requireRights(ctx, 'rights.hold-data', place.allianceCode);
  if (input.holdId) return await lift(ctx, place.id, input.holdId);
  if (input.reason === '') throw new Refused({ code: 'rights.hold.reason-needed', facts: { field: 'reason' } });
  if (input.ground === '') throw new Refused({ code: 'rights.hold.ground-needed', facts: { field: 'ground' } });
  await ctx.transact(async (tx) => {
    const id = ctx.newId<'rights.hold'>();
    const kind: HoldKind = input.kind;
    await tx
      .insertInto('rights.hold')
      .values({
        id,
        alliance_id: place.allianceId,
        organisation_id: place.id,
        kind,
        reason: input.reason,
        ground: input.ground,
        placed_at: ctx.now,
        placed_by: ctx.actor.name,
      })
      .execute();
    await record(tx, ctx, 'rights.hold-placed', id, { organisation: place.id, kind, ground: input.ground });
  });
}

async function lift(ctx: Ctx, organisationId: string, holdId: string): Promise<void> {
  await ctx.transact(async (tx) => {
    const done = await tx
      .updateTable('rights.hold')
      .set({ lifted_at: ctx.now, lifted_by: ctx.actor.name })
      .where('id', '=', holdId as HoldId)
      .where('organisation_id', '=', organisationId)
      .where('lifted_at', 'is', null)
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) throw new Refused({ code: 'rights.hold.not-in-force', facts: {} });
    await record(tx, ctx, 'rights.hold-lifted', holdId, { organisation: organisationId });
  });
}
