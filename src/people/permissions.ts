import {
  action,
  alliancesFor,
  clustersFor,
  permits,
  requireGrant,
  requireSomewhere,
} from '#platform/access/permissions.ts';
import type { Actor, Ctx, Scope } from '#platform/ctx.ts';

const ACTIONS = {
  'people.manage': action('people.manage', {}),
  'people.see': action('people.see', { leader: 'covered' }),
  'people.review-access': action('people.review-access', { leader: 'own' }),
} as const;

/** Adding people and giving rights: administrators of the system. */
export function requireManaging(ctx: Pick<Ctx, 'actor'>): void {
  requireGrant(ctx, ACTIONS['people.manage'], 'system');
}

export function mayManage(actor: Actor): boolean {
  return permits(actor, ACTIONS['people.manage'], 'system');
}

/** Refuses whoever sees nobody's rights. */
export function requireSeeing(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, ACTIONS['people.see']);
}

/** The units whose people the actor may see, as scopes, or `all`; refuses when there is none. */
export function unitsToSee(ctx: Pick<Ctx, 'actor'>): 'all' | readonly Scope[] {
  requireSomewhere(ctx, ACTIONS['people.see']);
  const clusters = clustersFor(ctx.actor, ACTIONS['people.see']);
  const alliances = alliancesFor(ctx.actor, ACTIONS['people.see']);
  if (clusters === 'all' || alliances === 'all') return 'all';
  return [
    ...clusters.map((code) => `cluster:${code}` as const),
    ...alliances.map((code) => `alliance:${code}` as const),
  ];
}

/** The leader of the unit itself signs; one of the cluster does not sign for its alliances. */
export function requireReviewing(ctx: Pick<Ctx, 'actor'>, scope: Scope): void {
  requireGrant(ctx, ACTIONS['people.review-access'], scope);
}

export function mayReview(actor: Actor, scope: Scope): boolean {
  return permits(actor, ACTIONS['people.review-access'], scope);
}
