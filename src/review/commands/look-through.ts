import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { reviewFacts, reviewOf } from '../build.ts';
import { requireReview } from '../permissions.ts';
import { alreadyLockedRefusal } from '../rules.ts';

/**
 * Keeps how every section reads now as looked through: from here on only sentences that the data change later are
 * listed. The text itself stays as it is.
 */
export async function lookThrough(ctx: Ctx, clusterCode: string, periodCode: string): Promise<void> {
  requireReview(ctx, 'review.look-through', clusterCode);
  await ctx.transact(async (tx) => {
    const facts = await reviewFacts(tx, clusterCode, periodCode);
    refuseIf(alreadyLockedRefusal(facts));
    const { snapshot } = reviewOf(facts, { madeAt: ctx.now, madeBy: ctx.actor.name, isLocked: false });
    const rows = snapshot.text.map(({ code, body, rendered }) => ({ code, body, printed: rendered }));
    await sql`
      insert into review.section (data_call_id, cluster_id, code, body, printed, version, edited_at, edited_by)
      select call.id, call.cluster_id, section.code, body, printed, 1, ${ctx.now}, ${ctx.actor.name}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as section(code text, body text, printed text),
             (select id, cluster_id from reporting.data_call where id = ${facts.call.id}) as call
      on conflict (data_call_id, code) do update set printed = excluded.printed
        where review.section.body = excluded.body`.execute(tx);
    await record(tx, ctx, 'review.text-looked-through', facts.call.id, { cluster: clusterCode, period: periodCode });
  });
}
