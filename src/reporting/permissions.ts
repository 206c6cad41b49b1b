import { action, onBehalf, permits, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';

const EVERY_OFFICE = {
  secretary: 'covered',
  leader: 'covered',
  officer: 'covered',
  editor: 'covered',
  inspector: 'covered',
} as const;

/** One action per command; a unit's own acts are not the cluster's, and the other way round. */
const ACTIONS = {
  'reporting.see': action('reporting.see', EVERY_OFFICE),
  'reporting.move-call': action('reporting.move-call', { secretary: 'own' }),
  'reporting.enter-values': action('reporting.enter-values', { officer: 'own', leader: 'own' }),
  'reporting.ask-approval': action('reporting.ask-approval', { officer: 'own', leader: 'own' }),
  'reporting.submit-unit': action('reporting.submit-unit', { leader: 'own' }),
  'reporting.return-cells': action('reporting.return-cells', { secretary: 'covered' }),
  'reporting.pass-unit': action('reporting.pass-unit', { secretary: 'covered' }),
  'reporting.dismiss-finding': action('reporting.dismiss-finding', {
    officer: 'own',
    leader: 'own',
    secretary: 'covered',
  }),
  'reporting.sign-reconciliation': action('reporting.sign-reconciliation', { officer: 'own', leader: 'own' }),
} as const;

export type ReportingAction = keyof typeof ACTIONS;

/** Refuses unless the actor may do this for that alliance. */
export function requireForUnit(ctx: Pick<Ctx, 'actor'>, what: ReportingAction, unitCode: string): void {
  requireGrant(ctx, ACTIONS[what], `alliance:${unitCode}`);
}

/** Refuses unless the actor may do this for that cluster. */
export function requireForCluster(ctx: Pick<Ctx, 'actor'>, what: ReportingAction, clusterCode: string): void {
  requireGrant(ctx, ACTIONS[what], `cluster:${clusterCode}`);
}

/** Refuses whoever has no office at all. The figures of a cluster are open to every office in it. */
export function requireToSee(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, ACTIONS['reporting.see']);
}

/** For showing or greying a button; the command asks again. */
export function mayForUnit(actor: Actor, what: ReportingAction, unitCode: string): boolean {
  return permits(actor, ACTIONS[what], `alliance:${unitCode}`);
}

/** What the entry of the act says besides when the actor does it for somebody who delegated it. */
export function behalfForUnit(actor: Actor, what: ReportingAction, unitCode: string): ReturnType<typeof onBehalf> {
  return onBehalf(actor, ACTIONS[what], `alliance:${unitCode}`);
}

export function mayForCluster(actor: Actor, what: ReportingAction, clusterCode: string): boolean {
  return permits(actor, ACTIONS[what], `cluster:${clusterCode}`);
}
