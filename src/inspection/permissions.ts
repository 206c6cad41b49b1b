import { action, alliancesFor, requireSomewhere } from '#platform/access/permissions.ts';
import type { Ctx } from '#platform/ctx.ts';

const drawing = action('inspection.draw-sample', { inspector: 'covered' });

/** The codes of the alliances from which the actor may draw, or `all`; refuses when there is none at all. */
export function alliancesToDrawFrom(ctx: Pick<Ctx, 'actor'>): 'all' | readonly string[] {
  requireSomewhere(ctx, drawing);
  return alliancesFor(ctx.actor, drawing);
}

/** Refuses whoever may draw nowhere. */
export function requireDrawing(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, drawing);
}
