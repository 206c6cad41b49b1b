import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { askApproval, submitUnit } from '../acts/submit-unit.ts';
import { day } from '../day-field.ts';
import { requireForUnit } from '../permissions.ts';
import type { MissingPromise } from '../submission-rules.ts';

export const ApproveUnit = z.object({
  unitCode: z.string(),
  periodCode: z.string(),
  missingReason: z.string().default(''),
  missingByOn: z
    .literal('')
    .transform(() => null)
    .or(day)
    .default(null),
});

type Sending = z.output<typeof ApproveUnit>;

/** The leader approves the unit's figures and sends them to the cluster; answers the receipt. */
export async function approveUnit(ctx: Ctx, input: Sending): Promise<{ readonly receipt: string }> {
  requireForUnit(ctx, 'reporting.submit-unit', input.unitCode);
  return await ctx.transact(async (tx) => {
    const sent = await submitUnit(tx, ctx, { ...input, promise: promiseOf(input) });
    if (!sent.isSubmitted) refuseIf(sent.refusal);
    return { receipt: sent.isSubmitted ? sent.receipt : '' };
  });
}

/** The officer lays the unit's figures before its leader. */
export async function requestApproval(ctx: Ctx, input: Sending): Promise<void> {
  requireForUnit(ctx, 'reporting.ask-approval', input.unitCode);
  await ctx.transact(async (tx) => await askApproval(tx, ctx, { ...input, promise: promiseOf(input) }));
}

function promiseOf(input: Sending): MissingPromise | null {
  const { missingReason: reason, missingByOn: byOn } = input;
  return reason.trim() === '' && byOn === null ? null : { reason, byOn: byOn ?? ('' as MissingPromise['byOn']) };
}
