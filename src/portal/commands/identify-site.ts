import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { SiteIdentity } from '../model.ts';
import { requirePortal } from '../permissions.ts';

/** Says who answers for the portal; shown in the foot of every page. */
export async function identifySite(ctx: Ctx, site: SiteIdentity): Promise<void> {
  requirePortal(ctx, 'portal.configure');
  await ctx.transact(async (tx) => {
    await sql`insert into platform.setting (key, value, updated_at, updated_by)
      values ('portal.site', ${JSON.stringify(site)}::jsonb, ${ctx.now}, ${ctx.actor.name})
      on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at,
        updated_by = excluded.updated_by`.execute(tx);
    await record(tx, ctx, 'portal.site-identified', 'portal.site', { owner: site.owner });
  });
}
