import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { setSetting } from '#platform/settings.server.ts';
import { requireInstallation } from '../permissions.ts';
import { SET_UP } from '../queries.ts';

/** Ends the first set-up; nobody can begin another. */
export async function finishSetUp(ctx: Ctx): Promise<void> {
  requireInstallation(ctx, 'installation.set-up');
  await ctx.transact(async (tx) => {
    await setSetting(tx, ctx, SET_UP, { at: ctx.now.toISOString() });
    await record(tx, ctx, 'installation.set-up', 'installation', {});
  });
}
