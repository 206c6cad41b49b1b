import { action, alliancesFor, requireSomewhere } from '#platform/access/permissions.ts';
import type { Ctx } from '#platform/ctx.ts';

const ACTIONS = {
  /** Counts of the register by place: for whoever may read the organisations behind them. */
  'borders.compare': action('borders.compare', {
    secretary: 'covered',
    inspector: 'covered',
    leader: 'covered',
    officer: 'department',
  }),
} as const;

/** The codes of the alliances whose organisations the actor may count, or `all`; refuses when there is none. */
export function alliancesToCompare(ctx: Pick<Ctx, 'actor'>): 'all' | readonly string[] {
  requireSomewhere(ctx, ACTIONS['borders.compare']);
  return alliancesFor(ctx.actor, ACTIONS['borders.compare']);
}

/** Refuses whoever may count nowhere. */
export function requireComparing(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, ACTIONS['borders.compare']);
}
