import { refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import type { FormCode, SubmissionAct, SubmissionState } from '../model.ts';
import { moveFrom, moveRefusal, SUBMISSION_MOVES } from '../moves.ts';
import { getUnitCall, type UnitCall } from '../queries.ts';

/** Reads a unit's part in a call and holds its submission until the transaction ends: one person at a time. */
export async function lockUnit(tx: Tx, unitCode: string, periodCode: string): Promise<UnitCall> {
  const before = await getUnitCall(tx, unitCode, periodCode);
  await tx
    .selectFrom('reporting.submission')
    .where('id', '=', before.submission.id)
    .select('id')
    .forUpdate()
    .executeTakeFirst();
  return await getUnitCall(tx, unitCode, periodCode);
}

/** What else of the submission changes with an act. */
export interface WithMove {
  readonly note?: string;
  readonly missing?: { readonly note: string; readonly byOn: IsoDate | null };
  readonly sent?: { readonly receipt: string; readonly roundNo: number };
}

/** Makes one move of the table, or refuses naming the allowed ones; keeps who and when. */
export async function moveUnit(
  tx: Tx,
  ctx: Ctx,
  unit: UnitCall,
  act: SubmissionAct,
  also: WithMove = {},
): Promise<UnitCall> {
  refuseIf(moveRefusal(unit.submission.state, act));
  const state = moveFrom(SUBMISSION_MOVES, unit.submission.state, act)?.to as SubmissionState;
  await tx
    .updateTable('reporting.submission')
    .where('id', '=', unit.submission.id)
    .set({
      state,
      updated_at: ctx.now,
      updated_by: ctx.actor.name,
      ...(also.missing ? { missing_note: also.missing.note, missing_by_on: also.missing.byOn } : {}),
      ...(also.sent
        ? {
            receipt: also.sent.receipt,
            round_no: also.sent.roundNo,
            submitted_at: ctx.now,
            submitted_by: ctx.actor.name,
          }
        : {}),
    })
    .execute();
  await keepAct(tx, ctx, unit, act, also.note ?? '', null);
  return { ...unit, submission: { ...unit.submission, state, roundNo: also.sent?.roundNo ?? unit.submission.roundNo } };
}

/** Keeps an act in the history of a submission without moving it: of one form only. */
export async function keepAct(
  tx: Tx,
  ctx: Ctx,
  unit: UnitCall,
  act: SubmissionAct,
  note: string,
  formCode: FormCode | null,
): Promise<void> {
  await tx
    .insertInto('reporting.submission_act')
    .values({
      id: ctx.newId(),
      submission_id: unit.submission.id,
      act,
      form_code: formCode,
      note,
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .execute();
}
