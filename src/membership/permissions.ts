import { action, alliancesFor, permits, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';

const ACTIONS = {
  'membership.read': action('membership.read', {
    secretary: 'covered',
    inspector: 'covered',
    leader: 'covered',
    officer: 'department',
  }),
  /** Receives, checks and submits dossiers, writes cards and dues. */
  'membership.handle': action('membership.handle', { officer: 'own' }),
  /** Writes down what the Standing Board decided: admitted or refused, suspended, resumed, struck off. */
  'membership.decide': action('membership.decide', { leader: 'own' }),
} as const;

type MembershipAction = keyof typeof ACTIONS;

/** Refuses unless the actor may do this in that alliance. */
export function requireMembership(ctx: Pick<Ctx, 'actor'>, what: MembershipAction, allianceCode: string): void {
  requireGrant(ctx, ACTIONS[what], `alliance:${allianceCode}`);
}

export function mayInMembership(actor: Actor, what: MembershipAction, allianceCode: string): boolean {
  return permits(actor, ACTIONS[what], `alliance:${allianceCode}`);
}

/** Refuses whoever may read of no member at all. */
export function requireReading(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, ACTIONS['membership.read']);
}

/** The codes of the alliances whose members the actor may read, or `all`; refuses when there is none. */
export function alliancesToRead(ctx: Pick<Ctx, 'actor'>): 'all' | readonly string[] {
  requireSomewhere(ctx, ACTIONS['membership.read']);
  return alliancesFor(ctx.actor, ACTIONS['membership.read']);
}
