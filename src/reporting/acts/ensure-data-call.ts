import { z } from 'zod';
import type { IsoDate } from '#kernel/time.ts';
import type { Holidays } from '#kernel/working-days.ts';
import { ruleValue } from '#legal/public.ts';
import { getCluster } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { type ReadDb, sql, type Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { type DeadlineOffsets, type Deadlines, usualDeadlines } from '../deadlines.ts';
import { labels } from '../messages.vi.ts';
import type { DataCall, Period } from '../model.ts';
import { periodOf } from '../periods.ts';
import { requireForCluster } from '../permissions.ts';
import { findDataCall, findPeriod, getDataCall } from '../queries.ts';

const DeadlineDays = z.object({ submit: z.int(), lock: z.int(), conference: z.int() });

/** The days off besides weekends, as the office's calendar of that day lists them. */
export async function holidaysOf(db: ReadDb, on: IsoDate): Promise<Holidays> {
  return new Set(z.array(z.string()).parse((await ruleValue(db, 'calendar.holidays', on)).value));
}

/** The window that the cut-off day in force at its end gives a period; not kept yet. */
export async function plannedPeriod(db: ReadDb, periodCode: string): Promise<Period> {
  const usual = periodOf(periodCode);
  const rule = await ruleValue(db, 'reporting.cut-off-day', usual.lastDay);
  return periodOf(periodCode, z.int().parse(rule.value));
}

/** The period as kept; kept now with its planned window when it is not there yet. */
export async function ensurePeriod(tx: Tx, periodCode: string): Promise<Period> {
  const known = await findPeriod(tx, periodCode);
  if (known) return known;
  const period = await plannedPeriod(tx, periodCode);
  await sql`insert into reporting.period (code, kind, first_day, last_day)
    values (${period.code}, ${period.kind}, ${period.firstDay}, ${period.lastDay}) on conflict (code) do nothing`.execute(
    tx,
  );
  return period;
}

/** The deadlines that the office usually sets for a period. */
export async function proposedDeadlines(db: ReadDb, period: Period): Promise<Deadlines> {
  const days = DeadlineDays.parse((await ruleValue(db, 'reporting.deadline-days', period.lastDay)).value);
  const offsets: DeadlineOffsets = { submitDays: days.submit, lockDays: days.lock, conferenceDays: days.conference };
  return usualDeadlines(period.lastDay, offsets, await holidaysOf(db, period.lastDay));
}

/**
 * The cluster's call for a period, opened with the usual deadlines and a submission for each member as of the cut-off
 * when there is none. Opening asks the right to open; a call that is there asks nothing.
 */
export async function ensureDataCall(tx: Tx, ctx: Ctx, clusterCode: string, periodCode: string): Promise<DataCall> {
  const period = await ensurePeriod(tx, periodCode);
  const cluster = await getCluster(tx, clusterCode, period.lastDay);
  const known = await findDataCall(tx, cluster, periodCode);
  return known ?? (await createDataCall(tx, ctx, clusterCode, period, await proposedDeadlines(tx, period)));
}

/** Opens the call of a period that has none; somebody else's call of the same moment stands. */
export async function createDataCall(
  tx: Tx,
  ctx: Ctx,
  clusterCode: string,
  period: Period,
  deadlines: Deadlines,
): Promise<DataCall> {
  requireForCluster(ctx, 'reporting.move-call', clusterCode);
  const cluster = await getCluster(tx, clusterCode, period.lastDay);
  const id = ctx.newId<'reporting.data_call'>();
  await sql`insert into reporting.data_call (id, cluster_id, period_code, title, state, submit_by_on, lock_by_on,
                                             conference_on, opened_at, opened_by)
    values (${id}, ${cluster.id}, ${period.code}, ${labels.callTitle(period.code)}, 'open', ${deadlines.submitByOn},
            ${deadlines.lockByOn}, ${deadlines.conferenceOn}, ${ctx.now}, ${ctx.actor.name})
    on conflict on constraint cluster_calls_once_a_period do nothing`.execute(tx);
  const call = await getDataCall(tx, clusterCode, period.code);
  if (call.id !== id) return call;
  const members = cluster.members.map((member) => ({ id: ctx.newId(), alliance_id: member.id }));
  await sql`insert into reporting.submission (id, data_call_id, alliance_id, state, updated_at, updated_by)
    select id, ${id}, alliance_id, 'not-opened', ${ctx.now}, ${ctx.actor.name}
      from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as member(id uuid, alliance_id uuid)`.execute(tx);
  await record(tx, ctx, 'reporting.call-opened', id, { cluster: clusterCode, period: period.code, ...deadlines });
  return call;
}
