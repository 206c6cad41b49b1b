import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { lockUnit, moveUnit } from '../acts/move.ts';
import { requireForUnit } from '../permissions.ts';

export const TakeBack = z.object({
  unitCode: z.string(),
  periodCode: z.string(),
  act: z.enum(['send-back', 'recall']),
  note: z.string().default(''),
});

/** The leader gives the figures back to the officer before sending, or recalls what was sent and not yet passed. */
export async function takeBack(ctx: Ctx, input: z.output<typeof TakeBack>): Promise<void> {
  requireForUnit(ctx, 'reporting.submit-unit', input.unitCode);
  await ctx.transact(async (tx) => {
    const unit = await lockUnit(tx, input.unitCode, input.periodCode);
    await moveUnit(tx, ctx, unit, input.act, { note: input.note.trim() });
  });
}
