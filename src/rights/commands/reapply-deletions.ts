import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { everyKept } from '#platform/retention/kept.ts';
import { requireRights } from '../permissions.ts';
import type { LedgerLine } from '../queries.ts';
import { ledger } from '../queries.ts';

/**
 * Erases again what had been erased before a backup was restored: by the ledger inside the backup, and by a younger one
 * that was kept beside it. Answers how many lines there were. What is gone already stays gone.
 */
export async function reapplyDeletions(ctx: Ctx, given: readonly LedgerLine[]): Promise<number> {
  requireRights(ctx, 'rights.run-retention', null);
  return await ctx.transact(async (tx) => {
    const all = [...(await ledger(tx)), ...given];
    if (all.length === 0) return 0;
    const by = { now: ctx.now, name: ctx.actor.name };
    for (const kept of everyKept()) {
      const ids = [...new Set(all.filter(({ code }) => code === kept.code).map(({ subjectId }) => subjectId))];
      if (ids.length === 0) continue;
      await kept.remove(tx, ids, by);
      const keys = ids.map(() => ctx.newId());
      await sql`insert into rights.deletion (id, code, subject_id, deleted_at, deleted_by)
        select id, ${kept.code}, subject, ${ctx.now}, ${ctx.actor.name}
          from unnest(${keys}::uuid[], ${ids}::text[]) as row (id, subject) on conflict do nothing`.execute(tx);
    }
    await record(tx, ctx, 'rights.deletions-reapplied', 'rights.deletion', { lines: all.length });
    return all.length;
  });
}
