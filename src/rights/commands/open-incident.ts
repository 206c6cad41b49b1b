import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { text } from '../messages-incidents.vi.ts';
import { readMoment } from '../moment.ts';
import { requireRights } from '../permissions.ts';
import { allianceIdOf } from '../queries.ts';

export const OpenIncident = z.object({
  unit: z.string().max(40).default(''),
  title: z.string().trim().min(1, text.titleNeeded).max(200, text.titleNeeded),
  detected: z.string().trim().default(''),
  note: z.string().trim().max(2000).default(''),
  isDrill: z.literal('co').optional(),
});

/** Opens the workbook of a breach, or of a drill, at the moment when it was found; answers its number. */
export async function openIncident(ctx: Ctx, input: z.output<typeof OpenIncident>): Promise<string> {
  const unit = input.unit || null;
  requireRights(ctx, 'rights.handle-incidents', unit);
  const detectedAt = input.detected === '' ? ctx.now : readMoment(input.detected);
  if (!detectedAt) throw new Refused({ code: 'rights.incident.moment-unreadable', facts: { field: 'detected' } });
  if (detectedAt > ctx.now) throw new Refused({ code: 'rights.incident.in-future', facts: { field: 'detected' } });
  const allianceId = await allianceIdOf(ctx.read, unit);
  const isDrill = input.isDrill === 'co';
  return await ctx.transact(async (tx) => {
    // Counted within one alliance: nobody has to see another's incidents to number their own.
    const place = unit === null ? 'CHUNG' : unit.replace(/^LMHTX-/, '');
    const prefix = `${isDrill ? 'DT' : 'SC'}-${place}-${ctx.today.slice(0, 4)}-`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${prefix}, 16))`.execute(tx);
    const found = await sql<{ count: number }>`select count(*)::int as count from rights.incident
      where number like ${`${prefix}%`}`.execute(tx);
    const number = `${prefix}${String((found.rows[0]?.count ?? 0) + 1).padStart(2, '0')}`;
    const id = ctx.newId<'rights.incident'>();
    await tx
      .insertInto('rights.incident')
      .values({
        id,
        number,
        alliance_id: allianceId,
        is_drill: isDrill,
        title: input.title,
        detected_at: detectedAt,
        data_kinds: '',
        people_count: null,
        harm: '',
        measures: '',
        cause: '',
        lesson: '',
        created_at: ctx.now,
        created_by: ctx.actor.name,
      })
      .execute();
    await sql`insert into rights.incident_step (id, incident_id, phase, note, happened_at, recorded_at, recorded_by)
      values (${ctx.newId()}, ${id}, 'detect', ${input.note || input.title}, ${detectedAt}, ${ctx.now}, ${ctx.actor.name})`.execute(
      tx,
    );
    await record(tx, ctx, 'rights.incident-opened', id, { number, unitCode: input.unit, isDrill });
    return number;
  });
}
