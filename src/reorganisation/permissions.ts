import { action, permits, requireGrant } from '#platform/access/permissions.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';

const ACTIONS = {
  'reorganisation.see-handover': action('reorganisation.see-handover', { secretary: 'own', leader: 'own' }),
  'reorganisation.keep-package': action('reorganisation.keep-package', { secretary: 'own' }),
  'reorganisation.hand-over': action('reorganisation.hand-over', {}),
} as const;

/** Proposed by one administrator of the system, approved by another. */
export const PROPOSING = action('reorganisation.propose-merger', { admin: 'own' });
export const APPROVING = action('reorganisation.approve-merger', { admin: 'own' });

type OfCluster = keyof typeof ACTIONS;

/** What a head unit hands over is its cluster's; rights of people are given and ended by administrators alone. */
export function requireOfCluster(ctx: Pick<Ctx, 'actor'>, what: OfCluster, clusterCode: string): void {
  requireGrant(ctx, ACTIONS[what], `cluster:${clusterCode}`);
}

/** For showing a way in; the command asks again. */
export function mayOfCluster(actor: Actor, what: OfCluster, clusterCode: string): boolean {
  return permits(actor, ACTIONS[what], `cluster:${clusterCode}`);
}

export function requireProposing(ctx: Pick<Ctx, 'actor'>): void {
  requireGrant(ctx, PROPOSING, 'system');
}

export function requireApproving(ctx: Pick<Ctx, 'actor'>): void {
  requireGrant(ctx, APPROVING, 'system');
}
