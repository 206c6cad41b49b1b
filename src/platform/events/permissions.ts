import { action, alliancesFor, clustersFor, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Actor, Ctx, Scope } from '#platform/ctx.ts';

const ACTIONS = {
  'platform.read-audit': action('platform.read-audit', { inspector: 'covered' }),
  'platform.prove-audit': action('platform.prove-audit', {}),
} as const;

/** An inspector reads what people of their scope did; an administrator of the system reads all. */
export function requireAuditReader(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, ACTIONS['platform.read-audit']);
}

/** Proving writes down that it was done, so it is not for those who only read. */
export function requireAuditProver(ctx: Pick<Ctx, 'actor'>): void {
  requireGrant(ctx, ACTIONS['platform.prove-audit'], 'system');
}

export function mayProveAudit(actor: Actor): boolean {
  return actor.grants.some((grant) => grant.role === 'admin' && grant.scope === 'system');
}

/** The scopes of the people whose acts the actor may read, or `all`. */
export function scopesOfReader(actor: Actor): 'all' | readonly Scope[] {
  const alliances = alliancesFor(actor, ACTIONS['platform.read-audit']);
  const clusters = clustersFor(actor, ACTIONS['platform.read-audit']);
  if (alliances === 'all' || clusters === 'all') return 'all';
  return [
    ...clusters.map((code) => `cluster:${code}` as const),
    ...alliances.map((code) => `alliance:${code}` as const),
  ];
}
