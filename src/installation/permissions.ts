import { action, requireGrant } from '#platform/access/permissions.ts';
import type { Ctx } from '#platform/ctx.ts';

const ACTIONS = {
  'installation.see-health': action('installation.see-health', {}),
  'installation.set-up': action('installation.set-up', {}),
  'installation.configure': action('installation.configure', {}),
} as const;

/** All of it is for administrators of the system, and for the first set-up with its code. */
export function requireInstallation(ctx: Pick<Ctx, 'actor'>, what: keyof typeof ACTIONS): void {
  requireGrant(ctx, ACTIONS[what], 'system');
}
