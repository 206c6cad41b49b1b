import { action, alliancesFor, permits, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';

const ACTIONS = {
  'chains.read': action('chains.read', {
    secretary: 'covered',
    inspector: 'covered',
    leader: 'covered',
    officer: 'department',
  }),
  'chains.keep': action('chains.keep', { officer: 'own' }),
} as const;

/** Refuses unless the actor may write the chains and links of that alliance. */
export function requireKeeping(ctx: Pick<Ctx, 'actor'>, allianceCode: string): void {
  requireGrant(ctx, ACTIONS['chains.keep'], `alliance:${allianceCode}`);
}

export function mayKeep(actor: Actor, allianceCode: string): boolean {
  return permits(actor, ACTIONS['chains.keep'], `alliance:${allianceCode}`);
}

/** The codes of the alliances whose chains the actor may read, or `all`; refuses when there is none. */
export function alliancesToRead(ctx: Pick<Ctx, 'actor'>): 'all' | readonly string[] {
  requireSomewhere(ctx, ACTIONS['chains.read']);
  return alliancesFor(ctx.actor, ACTIONS['chains.read']);
}
