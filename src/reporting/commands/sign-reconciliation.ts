import { z } from 'zod';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { registerCounts } from '#register/public.ts';
import { lockUnit } from '../acts/move.ts';
import { behalfForUnit, requireForUnit } from '../permissions.ts';
import { currentAmounts, currentValues, listIndicators } from '../queries.ts';
import { reasonsRefusal } from '../reconciliation.ts';
import { enteredAmount, lockedRefusal } from '../submission-rules.ts';

export const GapReasons = z.array(
  z.enum(['record-missing', 'definition-differs', 'duplicate', 'dissolved-not-recorded']),
);

export const SignReconciliation = z.object({
  unitCode: z.string(),
  periodCode: z.string(),
  indicatorCode: z.string(),
  /** Each reason once, with the part it explains as typed, in the unit that the form shows; '' explains nothing. */
  reasons: z.array(z.object({ reason: GapReasons.element, amountText: z.string() })),
});

/** The unit signs why the register counts otherwise than its form declares; the reasons add up to counted − declared. */
export async function signReconciliation(ctx: Ctx, input: z.output<typeof SignReconciliation>): Promise<void> {
  requireForUnit(ctx, 'reporting.sign-reconciliation', input.unitCode);

  await ctx.transact(async (tx) => {
    const unit = await lockUnit(tx, input.unitCode, input.periodCode);
    refuseIf(lockedRefusal(unit));
    const indicators = await listIndicators(tx, unit.period.lastDay);
    const indicator = indicators.find((one) => one.code === input.indicatorCode);
    if (!indicator)
      throw new Refused({
        code: 'reporting.indicator.not-found',
        facts: { code: input.indicatorCode, period: input.periodCode },
      });
    const counts = (await registerCounts(tx, [unit.alliance.id], unit.period)).get(unit.alliance.id);
    const declared =
      currentAmounts(await currentValues(tx, unit.alliance.id, input.periodCode)).get(indicator.code) ?? null;
    const counted = (indicator.countedBy === null ? null : counts?.get(indicator.countedBy)) ?? null;
    const reasons = input.reasons
      .filter((share) => share.amountText.trim() !== '')
      .map(({ reason, amountText }) => ({ reason, amount: enteredAmount(indicators, { ...input, amountText }) }));
    refuseIf(reasonsRefusal(indicator, declared, counted, reasons));
    await sql`insert into reporting.reconciliation (submission_id, indicator_code, declared, counted, reasons, signed_at,
                                                    signed_by)
      values (${unit.submission.id}, ${indicator.code}, ${declared}::numeric, ${counted}::numeric,
              ${JSON.stringify(reasons)}::jsonb, ${ctx.now}, ${ctx.actor.name})
      on conflict (submission_id, indicator_code) do update set declared = excluded.declared, counted = excluded.counted,
        reasons = excluded.reasons, signed_at = excluded.signed_at, signed_by = excluded.signed_by`.execute(tx);
    await record(tx, ctx, 'reporting.gap-signed', unit.submission.id, {
      indicator: indicator.code,
      declared,
      counted,
      reasons,
      ...behalfForUnit(ctx.actor, 'reporting.sign-reconciliation', input.unitCode),
    });
  });
}
