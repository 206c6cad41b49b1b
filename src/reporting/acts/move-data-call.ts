import { refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { getCluster } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql, type Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { DataCall, DataCallAct, DataCallState } from '../model.ts';
import { DATA_CALL_MOVES, dataCallMoveRefusal, moveFrom, stateOn } from '../moves.ts';
import { requireForCluster } from '../permissions.ts';
import { getDataCall, getUnitCall, submissionsOf } from '../queries.ts';
import { moveUnit } from './move.ts';

/** Reads the call and holds it and all its submissions until the transaction ends. */
async function lockCall(tx: Tx, clusterCode: string, periodCode: string): Promise<DataCall> {
  const call = await getDataCall(tx, clusterCode, periodCode);
  await sql`select from reporting.data_call where id = ${call.id} for update`.execute(tx);
  await sql`select from reporting.submission where data_call_id = ${call.id} order by id for update`.execute(tx);
  return await getDataCall(tx, clusterCode, periodCode);
}

/** Makes one move of the table, or refuses naming the allowed ones; keeps who, when and why. */
export async function moveDataCall(
  tx: Tx,
  ctx: Ctx,
  ask: {
    readonly clusterCode: string;
    readonly periodCode: string;
    readonly act: DataCallAct;
    readonly reason?: string;
    readonly submitByOn?: IsoDate;
    readonly lockByOn?: IsoDate;
  },
): Promise<DataCall> {
  requireForCluster(ctx, 'reporting.move-call', ask.clusterCode);
  const call = await lockCall(tx, ask.clusterCode, ask.periodCode);
  const from = stateOn(call, ctx.today);
  refuseIf(dataCallMoveRefusal(from, ask.act));
  const state = moveFrom(DATA_CALL_MOVES, from, ask.act)?.to as DataCallState;
  await tx
    .updateTable('reporting.data_call')
    .where('id', '=', call.id)
    .set({
      state,
      ...(ask.submitByOn ? { submit_by_on: ask.submitByOn } : {}),
      ...(ask.lockByOn ? { lock_by_on: ask.lockByOn } : {}),
    })
    .execute();
  const { act, reason = '', submitByOn = null } = ask;
  await record(tx, ctx, 'reporting.call-moved', call.id, { act, reason, submitByOn, from, to: state });
  return { ...call, state, submitByOn: ask.submitByOn ?? call.submitByOn };
}

/**
 * Ends the period for good: closes and consolidates where that is still to do, then locks the call and every submission
 * that was sent. Refused while a unit still has returned cells. For the review, in the transaction of its snapshot.
 */
export async function lockDataCall(tx: Tx, ctx: Ctx, clusterCode: string, periodCode: string): Promise<DataCall> {
  requireForCluster(ctx, 'reporting.move-call', clusterCode);
  let call = await lockCall(tx, clusterCode, periodCode);
  const submissions = await namedSubmissions(tx, call);
  const returned = submissions.filter(({ state }) => state === 'returned' || state === 'correcting');
  refuseIf(
    returned.length === 0
      ? undefined
      : { code: 'reporting.call.cells-still-returned', facts: { units: returned.map((one) => one.shortName) } },
  );
  const acts: readonly DataCallAct[] = ['close', 'consolidate', 'lock'];
  for (const act of acts)
    if (act === 'lock' || moveFrom(DATA_CALL_MOVES, stateOn(call, ctx.today), act))
      call = await moveDataCall(tx, ctx, { clusterCode, periodCode, act });
  for (const one of submissions)
    if (one.state === 'submitted' || one.state === 'passed')
      await moveUnit(tx, ctx, await getUnitCall(tx, one.unitCode, periodCode), 'lock');
  return call;
}

/** Opens a locked period for a correction that will become a new version: what was locked stands as passed again. */
export async function restateDataCall(
  tx: Tx,
  ctx: Ctx,
  ask: { readonly clusterCode: string; readonly periodCode: string; readonly reason: string },
): Promise<DataCall> {
  refuseIf(ask.reason.trim() === '' ? { code: 'reporting.call.reason-missing', facts: { act: 'restate' } } : undefined);
  const call = await moveDataCall(tx, ctx, { ...ask, act: 'restate' });
  for (const one of await namedSubmissions(tx, call))
    if (one.state === 'locked')
      await moveUnit(tx, ctx, await getUnitCall(tx, one.unitCode, ask.periodCode), 'unlock', { note: ask.reason });
  return call;
}

async function namedSubmissions(tx: Tx, call: DataCall) {
  const submissions = await submissionsOf(tx, call.id);
  const cluster = await getCluster(tx, call.clusterCode, call.period.lastDay);
  return cluster.members.flatMap((member) => {
    const submission = submissions.get(member.id);
    return submission ? [{ ...submission, unitCode: member.code, shortName: member.shortName }] : [];
  });
}
