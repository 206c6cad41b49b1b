import { action, requireGrant } from '#platform/access/permissions.ts';
import type { Ctx } from '#platform/ctx.ts';

const ACTIONS = {
  /** A newer list of units, which every address and every count by place rests on. Everybody reads it. */
  'places.load-list': action('places.load-list', {}),
} as const;

/** Refuses whoever does not run the installation. */
export function requireLoading(ctx: Pick<Ctx, 'actor'>): void {
  requireGrant(ctx, ACTIONS['places.load-list'], 'system');
}
