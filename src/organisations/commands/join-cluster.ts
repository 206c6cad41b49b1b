import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { dayField, dayOrOpen } from '../day-field.ts';
import { membershipsOf } from '../history.ts';
import { requireOrganisations } from '../permissions.ts';
import { getAlliance, getCluster } from '../queries.ts';
import { membershipRefusal } from '../rules.ts';

export const JoinCluster = z.object({
  clusterCode: z.string().max(40),
  allianceCode: z.string().max(40),
  validFrom: dayField,
  validUntil: dayOrOpen,
});

/** An alliance joins a cluster from a day on; refused, naming the other membership, when it is in a cluster then. */
export async function joinCluster(ctx: Ctx, input: z.output<typeof JoinCluster>): Promise<void> {
  requireOrganisations(ctx, 'organisations.configure');
  const { validFrom: from, validUntil: until } = input;

  await ctx.transact(async (tx) => {
    const alliance = await getAlliance(tx, input.allianceCode, from);
    const cluster = await getCluster(tx, input.clusterCode, from);
    const others = await membershipsOf(tx, { allianceId: alliance.id });
    refuseIf(membershipRefusal({ allianceName: alliance.name, from, until, others }));

    // A span that was taken back gives its beginning to the one that is right.
    await sql`insert into organisations.cluster_membership as member (cluster_id, alliance_id, valid_from, valid_until)
      values (${cluster.id}, ${alliance.id}, ${from}, ${until})
      on conflict (alliance_id, valid_from) do update set cluster_id = excluded.cluster_id, valid_until = excluded.valid_until
        where member.valid_until = member.valid_from`.execute(tx);
    await record(tx, ctx, 'organisations.cluster-joined', alliance.id, { cluster: cluster.code, from, until });
  });
}
