import { action, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Ctx } from '#platform/ctx.ts';

const ACTIONS = {
  'portal.publish': action('portal.publish', { editor: 'covered', secretary: 'covered' }),
  'portal.configure': action('portal.configure', {}),
} as const;

/** Editors publish; a cluster's secretary may, for the cluster's own conference. */
export function requirePortal(ctx: Ctx, what: keyof typeof ACTIONS, clusterCode?: string): void {
  if (clusterCode) requireGrant(ctx, ACTIONS[what], `cluster:${clusterCode}`);
  else requireSomewhere(ctx, ACTIONS[what]);
}

/** For the editor's lists: whoever may publish somewhere may see them. */
export function requirePortalSomewhere(ctx: Ctx, what: keyof typeof ACTIONS): void {
  requireSomewhere(ctx, ACTIONS[what]);
}
