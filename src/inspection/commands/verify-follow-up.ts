import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { getItem } from '../findings.ts';
import type { SampleId } from '../model.ts';
import { requireOfAlliances } from '../permissions.ts';
import { verifyRefusal } from '../rules.ts';

/** The inspector has seen that it was mended; or that it was not, and it is open again. The answer stays readable. */
export async function verifyFollowUp(ctx: Ctx, sampleId: SampleId, itemNo: number, isMended: boolean): Promise<void> {
  await ctx.transact(async (tx) => {
    await sql`select from inspection.follow_up where sample_id = ${sampleId} and item_no = ${itemNo} for update`.execute(
      tx,
    );
    const { allianceCode, followUp } = await getItem(ctx, tx, sampleId, itemNo);
    requireOfAlliances(ctx, 'inspection.verify-follow-up', [allianceCode]);
    refuseIf(verifyRefusal(followUp));
    const [at, by] = isMended ? [ctx.now, ctx.actor.name] : [null, null];
    await sql`update inspection.follow_up
        set state = ${isMended ? 'verified' : 'open'}, verified_at = ${at}, verified_by = ${by}
      where sample_id = ${sampleId} and item_no = ${itemNo}`.execute(tx);
    await record(tx, ctx, 'inspection.follow-up-verified', sampleId, { item: itemNo, isMended });
  });
}
