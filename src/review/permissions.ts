import { action, permits, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';

const EVERY_OFFICE = {
  secretary: 'covered',
  leader: 'covered',
  officer: 'covered',
  editor: 'covered',
  inspector: 'covered',
} as const;

/** One action per command. */
export const ACTIONS = {
  'review.see': action('review.see', EVERY_OFFICE),
  'review.follow-figure': action('review.follow-figure', EVERY_OFFICE),
  'review.edit-section': action('review.edit-section', { secretary: 'own' }),
  'review.look-through': action('review.look-through', { secretary: 'own' }),
  // Alone: the command line only, which has every right.
  'review.lock': action('review.lock', {}),
  'review.restate': action('review.restate', {}),
  'review.propose-lock': action('review.propose-lock', { secretary: 'own' }),
  'review.approve-lock': action('review.approve-lock', { leader: 'own' }),
  'review.propose-restatement': action('review.propose-restatement', { secretary: 'own' }),
  'review.approve-restatement': action('review.approve-restatement', { leader: 'own' }),
} as const;

export type ReviewAction = Exclude<keyof typeof ACTIONS, 'review.see' | 'review.follow-figure'>;

/** Refuses unless the actor may do this for that cluster. */
export function requireReview(ctx: Pick<Ctx, 'actor'>, what: ReviewAction, clusterCode: string): void {
  requireGrant(ctx, ACTIONS[what], `cluster:${clusterCode}`);
}

/** Refuses whoever has no office at all: a review is open to every office, before its lock too. */
export function requireToSeeReviews(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, ACTIONS['review.see']);
}

/** Whether the chain under a unit's figure is open to its end; everybody else stops at the unit's total. */
export function mayFollow(actor: Actor, unitCode: string | null): boolean {
  return unitCode === null || permits(actor, ACTIONS['review.follow-figure'], `alliance:${unitCode}`);
}

/** For showing or greying a button; the command asks again. */
export function mayReview(actor: Actor, what: ReviewAction, clusterCode: string): boolean {
  return permits(actor, ACTIONS[what], `cluster:${clusterCode}`);
}
