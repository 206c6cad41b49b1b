import { action, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Ctx } from '#platform/ctx.ts';

const ACTIONS = {
  /** The list within the office; everybody reads the same on the portal. */
  'places.see': action('places.see', {
    secretary: 'covered',
    leader: 'covered',
    officer: 'department',
    editor: 'covered',
    inspector: 'covered',
  }),
  /** A newer list of units, which every address and every count by place rests on. Everybody reads it. */
  'places.load-list': action('places.load-list', {}),
} as const;

/** Refuses whoever does not run the installation. */
export function requireLoading(ctx: Pick<Ctx, 'actor'>): void {
  requireGrant(ctx, ACTIONS['places.load-list'], 'system');
}

/** Refuses whoever has no office. */
export function requireSeeing(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, ACTIONS['places.see']);
}
