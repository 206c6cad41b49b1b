import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { registerCounts } from '#register/public.ts';
import { lockUnit } from '../acts/move.ts';
import { recordValues } from '../acts/record-values.ts';
import type { ValuesOutcome } from '../model.ts';
import { requireForUnit } from '../permissions.ts';
import { currentAmounts, currentValues, listIndicators } from '../queries.ts';

export const FillFromRegister = z.object({ unitCode: z.string(), periodCode: z.string() });

/** Writes the register's count into every figure that the unit has not given itself; what it declared stays. */
export async function fillFromRegister(ctx: Ctx, input: z.output<typeof FillFromRegister>): Promise<ValuesOutcome> {
  requireForUnit(ctx, 'reporting.enter-values', input.unitCode);

  return await ctx.transact(async (tx) => {
    const unit = await lockUnit(tx, input.unitCode, input.periodCode);
    const counts = (await registerCounts(tx, [unit.alliance.id], unit.period)).get(unit.alliance.id);
    const declared = currentAmounts(await currentValues(tx, unit.alliance.id, input.periodCode));
    const values = (await listIndicators(tx, unit.period.lastDay)).flatMap((indicator) => {
      const amount = indicator.countedBy === null ? null : (counts?.get(indicator.countedBy) ?? null);
      if (amount === null || !indicator.isEntered || declared.has(indicator.code)) return [];
      const where = { note: '', sheet: '', cell: '' };
      return [
        { indicatorCode: indicator.code, aspect: 'current' as const, amount, basis: 'actual' as const, ...where },
      ];
    });
    const origin = { source: 'register', importId: null, fileName: '' } as const;
    return await recordValues(tx, ctx, { ...input, values, origin }, { write: true });
  });
}
