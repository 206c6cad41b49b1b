import { action, requireGrant } from '#platform/access/permissions.ts';
import type { Ctx } from '#platform/ctx.ts';

const managing = action('platform.manage-accounts', {});

/** Accounts and their rights are the business of administrators of the system. */
export function requireAccounts(ctx: Pick<Ctx, 'actor'>): void {
  requireGrant(ctx, managing, 'system');
}
