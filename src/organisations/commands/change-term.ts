import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { dayField, dayOrOpen, reasonField } from '../day-field.ts';
import { termsOf } from '../history.ts';
import { requireTerms } from '../permissions.ts';
import { getCluster } from '../queries.ts';
import { termRefusal } from '../rules.ts';

export const ChangeTerm = z.object({
  termId: z.uuid().transform((id) => id as Id<'organisations.cluster_office'>),
  from: dayField,
  /** The day that `from` names: taken back, it never was. */
  until: dayOrOpen,
  reason: reasonField,
});

/** Corrects from when until when a unit is head or deputy; an end before the start and a second head are refused. */
export async function changeTerm(ctx: Ctx, clusterCode: string, input: z.output<typeof ChangeTerm>): Promise<void> {
  requireTerms(ctx, clusterCode);
  const { termId, from, until, reason } = input;
  await ctx.transact(async (tx) => {
    const cluster = await getCluster(tx, clusterCode, from);
    const all = await termsOf(tx, cluster.id);
    const before = all.find(({ id }) => id === termId);
    if (!before) throw new Refused({ code: 'organisations.office.not-found', facts: {} });
    if (until !== from) {
      const others = all.filter(({ id, office }) => id !== termId && office === 'head');
      const { office, unitCode: allianceCode } = before;
      refuseIf(termRefusal({ office, allianceCode, validFrom: from, validUntil: until }, cluster, others));
    }
    await sql`update organisations.cluster_office set valid_from = ${from}, valid_until = ${until}
      where id = ${termId}`.execute(tx);
    await record(tx, ctx, 'organisations.office-corrected', cluster.id, {
      office: before.office,
      allianceCode: before.unitCode,
      from,
      until,
      before: `${before.validFrom} – ${before.validUntil ?? ''}`,
      reason,
    });
  });
}
