import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { RetentionLine } from '../model.ts';
import { requireRights } from '../permissions.ts';
import type { Due } from '../retention.ts';
import { dueNow } from '../retention.ts';
import { certificateText } from '../retention-rules.ts';

const HOUR_MS = 3_600_000;

export interface RetentionReport {
  /** Null: nothing was due, or nothing was to be written. */
  readonly number: string | null;
  readonly sha256: string | null;
  readonly lines: readonly RetentionLine[];
}

/**
 * Removes what is kept no longer and certifies it: one transaction, one numbered sheet whose hash stands in the record of
 * acts. A dry run answers the same sheet and writes nothing. What a hold keeps is passed over and named.
 */
export async function runRetention(ctx: Ctx, { dryRun }: { readonly dryRun: boolean }): Promise<RetentionReport> {
  requireRights(ctx, 'rights.run-retention', null);
  if (dryRun) return { number: null, sha256: null, lines: (await dueNow(ctx, ctx.read)).map(({ line }) => line) };
  const files: string[] = [];
  const report = await ctx.transact(async (tx) => {
    files.length = 0;
    await sql`select pg_advisory_xact_lock(hashtextextended('rights.retention', 0))`.execute(tx);
    const due = await dueNow(ctx, tx);
    const lines = due.map(({ line }) => line);
    if (due.every(({ goes }) => goes.length === 0)) return { number: null, sha256: null, lines };
    const certified = await certify(tx, ctx, lines);
    for (const each of due) files.push(...(await remove(tx, ctx, each, certified.runId)));
    return { number: certified.number, sha256: certified.sha256, lines };
  });
  // After the transaction: bytes that were taken away do not come back when it fails.
  for (const sha256 of files) await ctx.files.forget(sha256, new Date(ctx.now.getTime() - HOUR_MS));
  return report;
}

async function remove(tx: Tx, ctx: Ctx, { kept, goes }: Due, runId: string): Promise<readonly string[]> {
  if (goes.length === 0) return [];
  const { files } = await kept.remove(tx, goes, { now: ctx.now, name: ctx.actor.name });
  if (kept.isLedgered) {
    const ids = goes.map(() => ctx.newId());
    await sql`insert into rights.deletion (id, code, subject_id, run_id, deleted_at, deleted_by)
      select id, ${kept.code}, subject, ${runId}::uuid, ${ctx.now}, ${ctx.actor.name}
        from unnest(${ids}::uuid[], ${[...goes]}::text[]) as row (id, subject) on conflict do nothing`.execute(tx);
  }
  return files;
}

async function certify(tx: Tx, ctx: Ctx, lines: readonly RetentionLine[]) {
  const year = ctx.today.slice(0, 4);
  const found = await sql<{ runs: number }>`select count(*)::int as runs from rights.retention_run
    where number like ${`CNX-${year}-%`}`.execute(tx);
  const number = `CNX-${year}-${String((found.rows[0]?.runs ?? 0) + 1).padStart(4, '0')}`;
  const sheet = { number, ranAt: ctx.now.toISOString(), ranBy: ctx.actor.name, lines };
  const sha256 = createHash('sha256').update(certificateText(sheet)).digest('hex');
  const runId = ctx.newId<'rights.retention_run'>();
  await sql`insert into rights.retention_run (id, number, sheet, sha256, ran_at, ran_by)
    values (${runId}, ${number}, ${JSON.stringify(sheet)}::jsonb, ${sha256}, ${ctx.now}, ${ctx.actor.name})`.execute(
    tx,
  );
  const counts = Object.fromEntries(lines.filter(({ due }) => due > 0).map(({ code, due }) => [code, due]));
  const held = lines.reduce((sum, line) => sum + line.held.length, 0);
  await record(tx, ctx, 'rights.retention-run', runId, { number, sha256, counts, heldCount: held });
  return { runId, number, sha256 };
}
