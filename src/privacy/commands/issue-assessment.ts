import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { flowsOf } from '../assessment.ts';
import { readDataMap } from '../data-map.ts';
import { requireAssessor } from '../permissions.ts';

/** Makes the assessment of today: the map and its flows are kept as they are now, so that they can be printed again as filed. */
export async function issueAssessment(ctx: Ctx): Promise<void> {
  requireAssessor(ctx);
  const { columns, sha256 } = await readDataMap();
  const body = JSON.stringify({ columns, flows: flowsOf(columns) });
  await ctx.transact(async (tx) => {
    const id = ctx.newId<'privacy.assessment'>();
    await sql`insert into privacy.assessment (id, map_sha256, body, issued_at, issued_by)
      values (${id}, ${sha256}, ${body}::jsonb, ${ctx.now}, ${ctx.actor.name})`.execute(tx);
    await record(tx, ctx, 'privacy.assessment-issued', id, { mapSha256: sha256, columns: columns.length });
  });
}
