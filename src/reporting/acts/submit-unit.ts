import { type Refusal, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { CellValue, Indicator } from '../model.ts';
import { isSubmitted } from '../moves.ts';
import { behalfForUnit, requireForUnit } from '../permissions.ts';
import { currentAmounts, currentValues, listIndicators, narrativeOf, type UnitCall } from '../queries.ts';
import { receiptOf } from '../receipt.ts';
import { lockedRefusal, type MissingPromise, missingRequired, submissionRefusal } from '../submission-rules.ts';
import { validateValues } from '../validation.ts';
import { lockUnit, moveUnit } from './move.ts';

export interface UnitToSubmit {
  readonly unitCode: string;
  readonly periodCode: string;
  /** For sending with required values missing; null refuses that. */
  readonly promise: MissingPromise | null;
}

/** Sent, or why not: the second leaves everything as it was. */
export type SubmitOutcome =
  | { readonly isSubmitted: true; readonly receipt: string; readonly roundNo: number }
  | { readonly isSubmitted: false; readonly refusal: Refusal; readonly missing: readonly string[] };

interface Ready {
  readonly refusal: Refusal | undefined;
  readonly values: readonly CellValue[];
  readonly missing: readonly Indicator[];
}

/**
 * Sends a unit's submission with a receipt over its values; asks for approval first where nobody has. Nothing happens to
 * a submission that stands as sent. Answers the refusal when errors block it or required values are missing without a
 * reason and a promised day; throws only when the actor may not send or the state does not allow it.
 */
export async function submitUnit(tx: Tx, ctx: Ctx, ask: UnitToSubmit): Promise<SubmitOutcome> {
  requireForUnit(ctx, 'reporting.submit-unit', ask.unitCode);
  const unit = await lockUnit(tx, ask.unitCode, ask.periodCode);
  const { state, receipt, roundNo } = unit.submission;
  if (isSubmitted(state) && state !== 'returned' && state !== 'correcting' && receipt !== null)
    return { isSubmitted: true, receipt, roundNo };

  refuseIf(lockedRefusal(unit));
  const ready = await readiness(tx, ctx, unit, ask.promise);
  if (ready.refusal)
    return { isSubmitted: false, refusal: ready.refusal, missing: ready.missing.map((one) => one.code) };

  const sent = { receipt: receiptOf(ask.unitCode, ask.periodCode, ready.values), roundNo: roundNo + 1 };
  const promise = ready.missing.length > 0 ? ask.promise : null;
  const missing = { note: promise?.reason.trim() ?? '', byOn: promise?.byOn ?? null };
  const waiting = await walkToApproval(tx, ctx, unit);
  await moveUnit(tx, ctx, waiting, 'submit', { sent, missing, note: missing.note });
  const behalf = behalfForUnit(ctx.actor, 'reporting.submit-unit', ask.unitCode);
  await record(tx, ctx, 'reporting.unit-submitted', unit.submission.id, { ...sent, unit: ask.unitCode, ...behalf });
  return { isSubmitted: true, ...sent };
}

/** Lays the submission before the unit's leader; refused when it could not be sent as it stands. */
export async function askApproval(tx: Tx, ctx: Ctx, ask: UnitToSubmit): Promise<void> {
  requireForUnit(ctx, 'reporting.ask-approval', ask.unitCode);
  const unit = await lockUnit(tx, ask.unitCode, ask.periodCode);
  refuseIf(lockedRefusal(unit));
  refuseIf((await readiness(tx, ctx, unit, ask.promise)).refusal);
  await moveUnit(tx, ctx, unit, 'ask-approval', { note: ask.promise?.reason ?? '' });
}

async function readiness(tx: Tx, ctx: Ctx, unit: UnitCall, promise: MissingPromise | null): Promise<Ready> {
  const { alliance, period } = unit;
  const indicators = await listIndicators(tx, period.lastDay);
  const values = await currentValues(tx, alliance.id, period.code);
  const narrative = [...(await narrativeOf(tx, alliance.id, period.code)).values()];
  const amounts = currentAmounts(values);
  const missing = missingRequired(indicators, amounts);
  const about = { unitCode: alliance.code, indicators, values: amounts, narrative };
  const findings = validateValues({ ...about, counted: null, previous: null });
  return { refusal: submissionRefusal({ missing, findings, promise, today: ctx.today }), values, missing };
}

async function walkToApproval(tx: Tx, ctx: Ctx, unit: UnitCall): Promise<UnitCall> {
  let now = unit;
  if (now.submission.state === 'not-opened') now = await moveUnit(tx, ctx, now, 'enter');
  if (now.submission.state === 'returned') now = await moveUnit(tx, ctx, now, 'correct');
  if (now.submission.state === 'entering') now = await moveUnit(tx, ctx, now, 'ask-approval');
  return now;
}
