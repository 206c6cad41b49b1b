import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import { isoDate, parseIsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { requireOrganisations } from '../permissions.ts';
import { getAlliance, getCluster } from '../queries.ts';
import { membershipRefusal } from '../rules.ts';

const day = z
  .string()
  .refine((text) => parseIsoDate(text) !== undefined, 'Ngày phải có dạng năm-tháng-ngày, ví dụ 2024-07-05.');

export const JoinCluster = z.object({
  clusterCode: z.string(),
  allianceCode: z.string(),
  validFrom: day,
  validUntil: day.nullable(),
});

/** An alliance joins a cluster from a day on; refused, naming the other membership, when it is in a cluster then. */
export async function joinCluster(ctx: Ctx, input: z.infer<typeof JoinCluster>): Promise<void> {
  requireOrganisations(ctx, 'organisations.configure');
  const from = isoDate(input.validFrom);
  const until = input.validUntil === null ? null : isoDate(input.validUntil);

  await ctx.transact(async (tx) => {
    const alliance = await getAlliance(tx, input.allianceCode, from);
    const cluster = await getCluster(tx, input.clusterCode, from);
    const others = await tx
      .selectFrom('organisations.cluster_membership as member')
      .innerJoin('organisations.cluster as cluster', 'cluster.id', 'member.cluster_id')
      .innerJoin('organisations.cluster_version as version', 'version.cluster_id', 'cluster.id')
      .where('member.alliance_id', '=', alliance.id)
      .select([
        'version.short_name as clusterName',
        'member.valid_from as validFrom',
        'member.valid_until as validUntil',
      ])
      .execute();
    refuseIf(membershipRefusal({ allianceName: alliance.name, from, until, others }));

    await tx
      .insertInto('organisations.cluster_membership')
      .values({ cluster_id: cluster.id, alliance_id: alliance.id, valid_from: from, valid_until: until })
      .execute();
    await record(tx, ctx, 'organisations.cluster-joined', alliance.id, { cluster: cluster.code, from, until });
  });
}
