import { getCluster } from '#organisations/public.ts';
import type { Ctx, Scope } from '#platform/ctx.ts';
import type { NewDelegation } from '#platform/delegation/delegate.server.ts';
import { delegateSigning } from '#platform/delegation/delegate.server.ts';
import type { DelegationId } from '#platform/delegation/model.ts';
import { requireDelegating } from '#platform/delegation/permissions.ts';

/** A leader gives their signature to somebody of the unit; of a cluster also to somebody of its alliances. */
export async function giveSignature(ctx: Ctx, wanted: NewDelegation): Promise<DelegationId> {
  requireDelegating(ctx, wanted.scope);
  return await delegateSigning(ctx, wanted, await coveredBy(ctx, wanted.scope));
}

/** The alliances of a cluster today, as scopes; none for any other unit. */
export async function coveredBy(ctx: Pick<Ctx, 'read' | 'today'>, scope: Scope): Promise<readonly Scope[]> {
  if (!scope.startsWith('cluster:')) return [];
  const { members } = await getCluster(ctx.read, scope.slice('cluster:'.length), ctx.today);
  return members.map(({ code }) => `alliance:${code}` as const);
}
