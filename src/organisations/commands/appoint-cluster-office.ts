import type { Id } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Appointment } from '../acts/appoint.ts';
import { appoint } from '../acts/appoint.ts';
import { requireTerms } from '../permissions.ts';

/** A unit becomes head or deputy of its cluster for a term. */
export async function appointClusterOffice(ctx: Ctx, input: Appointment): Promise<Id<'organisations.cluster_office'>> {
  requireTerms(ctx, input.clusterCode);
  return await ctx.transact(async (tx) => await appoint(tx, ctx, input));
}
