import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import { clusterOf } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { lockUnit } from '../acts/move.ts';
import { findingsOf } from '../findings.ts';
import { requireForUnit } from '../permissions.ts';
import { dismissalRefusal } from '../submission-rules.ts';

export const DismissFinding = z.object({
  unitCode: z.string(),
  periodCode: z.string(),
  findingKey: z.string(),
  note: z.string(),
});

/** Lets a warning stand with a note, which travels with the data; an error cannot be let stand. */
export async function dismissFinding(ctx: Ctx, input: z.output<typeof DismissFinding>): Promise<void> {
  requireForUnit(ctx, 'reporting.dismiss-finding', input.unitCode);

  await ctx.transact(async (tx) => {
    const unit = await lockUnit(tx, input.unitCode, input.periodCode);
    const clusterCode = (await clusterOf(tx, unit.alliance.id, unit.period.lastDay)) ?? '';
    const findings = await findingsOf(tx, clusterCode, input.periodCode);
    const own = findings.find((finding) => finding.key === input.findingKey && finding.unitCode === input.unitCode);
    refuseIf(dismissalRefusal(own, input.note, unit));
    await sql`insert into reporting.finding_note (submission_id, finding_key, note, created_at, created_by)
      values (${unit.submission.id}, ${input.findingKey}, ${input.note.trim()}, ${ctx.now}, ${ctx.actor.name})
      on conflict (submission_id, finding_key) do update
        set note = excluded.note, created_at = excluded.created_at, created_by = excluded.created_by`.execute(tx);
    await record(tx, ctx, 'reporting.finding-dismissed', unit.submission.id, {
      finding: input.findingKey,
      note: input.note.trim(),
    });
  });
}
