import { z } from 'zod';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { dayField, dayOrOpen, reasonField } from '../day-field.ts';
import { membershipsOf, termsOf } from '../history.ts';
import type { Cluster, Membership } from '../model.ts';
import { requireOrganisations } from '../permissions.ts';
import { findAllianceEver, getCluster } from '../queries.ts';
import { isTakenBack, membershipRefusal } from '../rules.ts';

export const ChangeMembership = z.object({
  allianceCode: z.string().max(40),
  /** Which of its memberships: the day on which it begins as it is recorded now. */
  recordedFrom: dayField,
  from: dayField,
  /** The day that `from` names: taken back, it never was. */
  until: dayOrOpen,
  reason: reasonField,
});
type Correction = z.output<typeof ChangeMembership>;

/** Corrects from when until when an alliance is in the cluster; also how it leaves, and how a wrong entry is taken back. */
export async function changeMembership(ctx: Ctx, clusterCode: string, input: Correction): Promise<void> {
  requireOrganisations(ctx, 'organisations.configure');
  const { allianceCode, recordedFrom, from, until, reason } = input;
  await ctx.transact(async (tx) => {
    const cluster = await getCluster(tx, clusterCode, recordedFrom);
    const alliance = await findAllianceEver(tx, allianceCode, recordedFrom);
    const all = alliance ? await membershipsOf(tx, { allianceId: alliance.id }) : [];
    const before = all.find((one) => one.clusterCode === clusterCode && one.validFrom === recordedFrom);
    if (!alliance || !before)
      throw new Refused({ code: 'organisations.membership.not-found', facts: { from: recordedFrom } });
    if (until !== from) {
      const others = all.filter((one) => one.validFrom !== recordedFrom);
      refuseIf(membershipRefusal({ allianceName: alliance.name, from, until, others }));
    }
    await refuseOrphanedTerms(tx, cluster, before, until);
    await sql`update organisations.cluster_membership set valid_from = ${from}, valid_until = ${until}
      where alliance_id = ${alliance.id} and valid_from = ${recordedFrom}`.execute(tx);
    await record(tx, ctx, 'organisations.membership-corrected', alliance.id, {
      cluster: clusterCode,
      from,
      until,
      before: `${before.validFrom} – ${before.validUntil ?? ''}`,
      reason,
    });
  });
}

/** A unit does not leave while it is to be head or deputy on later days. */
async function refuseOrphanedTerms(
  tx: Parameters<typeof termsOf>[0],
  cluster: Cluster,
  { allianceCode, allianceName }: Membership,
  until: Correction['until'],
): Promise<void> {
  if (until === null) return;
  const left = (await termsOf(tx, cluster.id)).find(
    (term) =>
      term.unitCode === allianceCode && !isTakenBack(term) && (term.validUntil === null || term.validUntil > until),
  );
  if (!left) return;
  throw new Refused({
    code: 'organisations.membership.head-remains',
    facts: { alliance: allianceName, from: left.validFrom, until: left.validUntil },
  });
}
