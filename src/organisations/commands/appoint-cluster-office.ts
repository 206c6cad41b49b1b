import type { Id } from '#kernel/ids.ts';
import { refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { PersonId } from '../model.ts';
import { requireOrganisations } from '../permissions.ts';
import { getAlliance, getCluster } from '../queries.ts';
import { termRefusal } from '../rules.ts';

export interface Appointment {
  readonly clusterCode: string;
  readonly office: 'head' | 'deputy';
  readonly allianceCode: string;
  readonly personId: PersonId | null;
  readonly validFrom: IsoDate;
  /** First day of the next term; null: open. */
  readonly validUntil: IsoDate | null;
}

/** A unit becomes head or deputy of its cluster for a term; two heads at once and an end before the start are refused. */
export async function appointClusterOffice(ctx: Ctx, input: Appointment): Promise<Id<'organisations.cluster_office'>> {
  requireOrganisations(ctx, 'organisations.appoint');
  const id = ctx.newId<'organisations.cluster_office'>();

  await ctx.transact(async (tx) => {
    const cluster = await getCluster(tx, input.clusterCode, input.validFrom);
    const alliance = await getAlliance(tx, input.allianceCode, input.validFrom);
    const terms = await tx
      .selectFrom('organisations.cluster_office as office')
      .where('cluster_id', '=', cluster.id)
      .where('office', '=', 'head')
      .select(['valid_from as validFrom', 'valid_until as validUntil'])
      .execute();
    refuseIf(termRefusal(input, cluster, terms));

    await tx
      .insertInto('organisations.cluster_office')
      .values({
        id,
        cluster_id: cluster.id,
        office: input.office,
        alliance_id: alliance.id,
        person_id: input.personId,
        valid_from: input.validFrom,
        valid_until: input.validUntil,
      })
      .execute();
    await record(tx, ctx, 'organisations.office-appointed', cluster.id, { ...input });
  });
  return id;
}
