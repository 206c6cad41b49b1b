import { action, permits, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Actor, Ctx, Scope } from '#platform/ctx.ts';

const ACTIONS = {
  /** The leader of the unit gives the signature; an administrator records it for one who cannot. */
  'platform.delegate-signing': action('platform.delegate-signing', { leader: 'own' }),
  'platform.see-delegations': action('platform.see-delegations', { leader: 'covered', inspector: 'covered' }),
} as const;

export function requireDelegating(ctx: Pick<Ctx, 'actor'>, scope: Scope): void {
  requireGrant(ctx, ACTIONS['platform.delegate-signing'], scope);
}

/** For showing a way in; the command asks again. */
export function mayDelegate(actor: Actor, scope: Scope): boolean {
  return permits(actor, ACTIONS['platform.delegate-signing'], scope);
}

export function requireDelegatingSomewhere(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, ACTIONS['platform.delegate-signing']);
}

/** Everybody sees what concerns themselves; besides, leaders and inspectors their units. */
export function maySeeDelegation(
  actor: Actor,
  of: { readonly fromAccountId: string; readonly toAccountId: string; readonly scope: Scope },
): boolean {
  const isOwn = actor.accountId !== null && [of.fromAccountId, of.toAccountId].includes(actor.accountId);
  return isOwn || permits(actor, ACTIONS['platform.see-delegations'], of.scope);
}
