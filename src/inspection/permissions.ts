import { action, alliancesFor, permits, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';

/** Who looks from outside, and who is looked at. */
const ACTIONS = {
  'inspection.draw-sample': action('inspection.draw-sample', { inspector: 'covered' }),
  // Findings are the inspector's own papers: written here, they change nothing that is inspected.
  'inspection.keep-sample': action('inspection.keep-sample', { inspector: 'covered' }),
  'inspection.record-finding': action('inspection.record-finding', { inspector: 'covered' }),
  'inspection.conclude-sample': action('inspection.conclude-sample', { inspector: 'covered' }),
  'inspection.verify-follow-up': action('inspection.verify-follow-up', { inspector: 'covered' }),
  'inspection.read-findings': action('inspection.read-findings', {
    inspector: 'covered',
    officer: 'own',
    leader: 'own',
  }),
  'inspection.answer-finding': action('inspection.answer-finding', { officer: 'own', leader: 'own' }),
} as const;

type InspectionAction = keyof typeof ACTIONS;

/** The codes of the alliances from which the actor may draw, or `all`; refuses when there is none at all. */
export function alliancesToDrawFrom(ctx: Pick<Ctx, 'actor'>): 'all' | readonly string[] {
  requireSomewhere(ctx, ACTIONS['inspection.draw-sample']);
  return alliancesFor(ctx.actor, ACTIONS['inspection.draw-sample']);
}

/** Refuses whoever may draw nowhere. */
export function requireDrawing(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, ACTIONS['inspection.draw-sample']);
}

/** Refuses whoever may keep no sample at all; from where is asked when it is drawn. */
export function requireKeeping(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, ACTIONS['inspection.keep-sample']);
}

/** Refuses unless the actor may do this for every one of these alliances. */
export function requireOfAlliances(ctx: Pick<Ctx, 'actor'>, what: InspectionAction, codes: readonly string[]): void {
  for (const code of codes) requireGrant(ctx, ACTIONS[what], `alliance:${code}`);
}

/** The codes of the alliances whose findings the actor may read, or `all`; refuses when there is none. */
export function alliancesToReadFrom(ctx: Pick<Ctx, 'actor'>): 'all' | readonly string[] {
  requireSomewhere(ctx, ACTIONS['inspection.read-findings']);
  return alliancesFor(ctx.actor, ACTIONS['inspection.read-findings']);
}

/** For showing or greying a button; the command asks again. */
export function mayOfAlliance(actor: Actor, what: InspectionAction, code: string): boolean {
  return permits(actor, ACTIONS[what], `alliance:${code}`);
}
