import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { keepAct, lockUnit, moveUnit } from '../acts/move.ts';
import { isFormPassed } from '../form-states.ts';
import { FORM_CODES } from '../messages.vi.ts';
import { moveRefusal } from '../moves.ts';
import { requireForUnit } from '../permissions.ts';
import { lastChanges, submissionEvents } from '../queries.ts';

export const PassUnit = z.object({
  unitCode: z.string(),
  periodCode: z.string(),
  /** '' passes the whole submission. */
  formCode: z
    .union([z.enum(['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B08', 'B09']), z.literal('')])
    .default(''),
});

/** The cluster finds a form in order, or all of them; with the last form the submission has passed. */
export async function passUnit(ctx: Ctx, input: z.output<typeof PassUnit>): Promise<void> {
  requireForUnit(ctx, 'reporting.pass-unit', input.unitCode);

  await ctx.transact(async (tx) => {
    const unit = await lockUnit(tx, input.unitCode, input.periodCode);
    refuseIf(moveRefusal(unit.submission.state, 'pass'));
    if (input.formCode !== '') {
      await keepAct(tx, ctx, unit, 'pass', '', input.formCode);
      const events = await submissionEvents(tx, unit.submission.id);
      const changes = await lastChanges(tx, unit.alliance.id, input.periodCode, unit.period.lastDay);
      if (!FORM_CODES.every((form) => isFormPassed(form, events, changes.get(form)))) return;
    }
    await moveUnit(tx, ctx, unit, 'pass');
    await record(tx, ctx, 'reporting.unit-passed', unit.submission.id, { unit: input.unitCode });
  });
}
