import { action, requireGrant } from '#platform/access/permissions.ts';
import type { Ctx } from '#platform/ctx.ts';

const ACTIONS = {
  'organisations.configure': action('organisations.configure', {}),
  'organisations.appoint': action('organisations.appoint', {}),
} as const;

/** Clusters, their members and offices are set by the administrator of the system. */
export function requireOrganisations(ctx: Ctx, what: keyof typeof ACTIONS): void {
  requireGrant(ctx, ACTIONS[what], 'system');
}
