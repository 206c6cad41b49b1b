import { z } from 'zod';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { getIncident } from '../incident-queries.ts';
import { closingRefusal } from '../incident-rules.ts';
import { text } from '../messages-incidents.vi.ts';
import { PHASES } from '../model.ts';
import { readMoment } from '../moment.ts';
import { requireRights } from '../permissions.ts';

const long = z.string().trim().max(4000).default('');

/** A step of the timeline, the facts of the notices, or the end; told apart by `what`. */
export const WriteIncident = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('step'),
    phase: z.enum(PHASES),
    note: z.string().trim().min(1, text.noteNeeded).max(4000, text.noteNeeded),
    happened: z.string().trim().default(''),
  }),
  z.object({
    what: z.literal('facts'),
    dataKinds: long,
    peopleCount: z
      .string()
      .trim()
      .regex(/^\d{0,9}$/, text.countWrong)
      .default(''),
    harm: long,
    measures: long,
  }),
  z.object({ what: z.literal('close'), cause: long, lesson: long }),
]);

/** Writes on in the workbook of an incident that is still open. */
export async function writeIncident(ctx: Ctx, number: string, input: z.output<typeof WriteIncident>): Promise<void> {
  const incident = await getIncident(ctx.read, number);
  requireRights(ctx, 'rights.handle-incidents', incident.allianceCode);
  if (incident.closedAt !== null) throw new Refused({ code: 'rights.incident.closed', facts: { number } });
  if (input.what === 'step') return await addStep(ctx, incident.id, incident.detectedAt, input);
  if (input.what === 'close') refuseIf(closingRefusal(incident, input.cause, input.lesson));
  await ctx.transact(async (tx) => {
    const done = await tx
      .updateTable('rights.incident')
      .set(
        input.what === 'facts'
          ? {
              data_kinds: input.dataKinds,
              people_count: input.peopleCount === '' ? null : Number(input.peopleCount),
              harm: input.harm,
              measures: input.measures,
            }
          : { cause: input.cause, lesson: input.lesson, closed_at: ctx.now, closed_by: ctx.actor.name },
      )
      .where('id', '=', incident.id)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) throw new Refused({ code: 'rights.incident.closed', facts: { number } });
    if (input.what === 'close') await record(tx, ctx, 'rights.incident-closed', incident.id, { number });
    else await record(tx, ctx, 'rights.incident-described', incident.id, { number });
  });
}

async function addStep(
  ctx: Ctx,
  incidentId: string,
  detectedAt: Date,
  { phase, note, happened }: { readonly phase: string; readonly note: string; readonly happened: string },
): Promise<void> {
  const happenedAt = happened === '' ? ctx.now : readMoment(happened);
  if (!happenedAt) throw new Refused({ code: 'rights.incident.moment-unreadable', facts: { field: 'happened' } });
  if (happenedAt > ctx.now || happenedAt < detectedAt)
    throw new Refused({ code: 'rights.incident.out-of-time', facts: { field: 'happened' } });
  await ctx.transact(async (tx) => {
    await sql`insert into rights.incident_step (id, incident_id, phase, note, happened_at, recorded_at, recorded_by)
      values (${ctx.newId()}, ${incidentId}::uuid, ${phase}, ${note}, ${happenedAt}, ${ctx.now}, ${ctx.actor.name})`.execute(
      tx,
    );
    await record(tx, ctx, 'rights.incident-step', incidentId, { phase });
  });
}
