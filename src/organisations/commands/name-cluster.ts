import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { dayField, lineField, reasonField } from '../day-field.ts';
import { formWords as words } from '../messages-pages.vi.ts';
import { requireOrganisations } from '../permissions.ts';
import { getCluster } from '../queries.ts';
import type { Span } from '../rules.ts';
import { planVersion } from '../versions.ts';

export const NameCluster = z.object({
  name: lineField(200, words.nameMissing),
  shortName: lineField(60, words.shortNameMissing),
  from: dayField,
  reason: reasonField,
});

/** Writes what a cluster is called from a day on; the days before keep the name they had. */
export async function nameCluster(ctx: Ctx, clusterCode: string, input: z.output<typeof NameCluster>): Promise<void> {
  requireOrganisations(ctx, 'organisations.configure');
  const { name, shortName, from, reason } = input;
  await ctx.transact(async (tx) => {
    const { id } = await getCluster(tx, clusterCode, from);
    const versions = await sql<Span>`select valid_from as "validFrom", valid_until as "validUntil"
      from organisations.cluster_version where cluster_id = ${id}`.execute(tx);
    const { validUntil, cuts } = planVersion(versions.rows, from);
    if (cuts !== null)
      await sql`update organisations.cluster_version set valid_until = ${from}
        where cluster_id = ${id} and valid_from = ${cuts}`.execute(tx);
    await sql`insert into organisations.cluster_version (cluster_id, name, short_name, valid_from, valid_until)
      values (${id}, ${name}, ${shortName}, ${from}, ${validUntil})
      on conflict (cluster_id, valid_from) do update set name = excluded.name, short_name = excluded.short_name`.execute(
      tx,
    );
    await record(tx, ctx, 'organisations.cluster-named', id, { name, shortName, from, reason });
  });
}
