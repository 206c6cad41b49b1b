import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { readingAll } from '#platform/db/widening.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { DataCallId } from '#reporting/public.ts';
import { lockDataCall } from '#reporting/public.ts';
import { reportSignature, reviewFacts, reviewOf } from './build.ts';
import type { SnapshotFile } from './model.ts';
import type { ReviewFile } from './produce.ts';
import { producePapers } from './produce.ts';
import type { SnapshotId } from './queries.ts';
import { lockRefusals } from './rules.ts';

export interface Lock {
  readonly id: SnapshotId;
  readonly snapshot: SnapshotFile;
  readonly papers: readonly ReviewFile[];
}

export interface Wished {
  readonly callId: DataCallId;
  readonly file: SnapshotFile;
}

/** On whose word a review is locked. */
export interface Word {
  readonly lockedBy: string;
  /** Refuses what may not be locked on this word; asked in both transactions. */
  check(db: ReadDb, file: SnapshotFile): Promise<void>;
  /** Takes the word, in the transaction of the lock: who then carries it out, and what the record says of it. */
  take(tx: Tx): Promise<{ readonly ctx: Ctx; readonly facts: Readonly<Record<string, unknown>> }>;
}

/**
 * Locks the review of a period for good: figures, definitions, places, rules and text under one hash, with the papers
 * made of them. The papers take seconds, so they are made between two transactions; the second holds the call, builds
 * the review once more and takes only the very same one. Refused with the first of its reasons.
 */
export async function lockOnWord(ctx: Ctx, clusterCode: string, periodCode: string, word: Word): Promise<Lock> {
  const wished = await ctx.transact(async (tx) => {
    const found = await lockable(tx, ctx, clusterCode, periodCode, word.lockedBy);
    await word.check(tx, found.file);
    return found;
  });
  const papers = await producePapers(wished.file);
  const id = ctx.newId<'review.snapshot'>();
  await ctx.transact(async (tx) => {
    await sql`select from reporting.data_call where id = ${wished.callId} for update`.execute(tx);
    const taken = await word.take(tx);
    const { file } = await lockable(tx, ctx, clusterCode, periodCode, word.lockedBy);
    await word.check(tx, file);
    if (file.hash !== wished.file.hash) throw new Refused({ code: 'review.lock.changed-meanwhile', facts: {} });
    await lockDataCall(tx, taken.ctx, clusterCode, periodCode);
    await keep(tx, ctx, id, wished, papers);
    const { version } = file.snapshot;
    const facts = { cluster: clusterCode, period: periodCode, version, hash: file.hash, ...taken.facts };
    await record(tx, ctx, 'review.locked', id, facts);
  });
  return { id, snapshot: wished.file, papers };
}

/** The review as it would be locked now; refused with the first reason why it may not be. */
export async function lockable(
  tx: Tx,
  ctx: Pick<Ctx, 'now'>,
  clusterCode: string,
  periodCode: string,
  lockedBy: string,
): Promise<Wished> {
  const facts = await reviewFacts(tx, clusterCode, periodCode);
  const signature = await readingAll(tx, 'unit-people', (db) => reportSignature(db, ctx.now, clusterCode));
  const file = reviewOf(facts, { madeAt: ctx.now, madeBy: lockedBy, isLocked: true, signature });
  refuseIf(lockRefusals(facts, file.snapshot)[0]);
  return { callId: facts.call.id, file };
}

async function keep(
  tx: Tx,
  ctx: Ctx,
  id: SnapshotId,
  { callId, file }: Wished,
  papers: readonly ReviewFile[],
): Promise<void> {
  const { cluster_id } = await tx
    .selectFrom('reporting.data_call')
    .where('id', '=', callId)
    .select('cluster_id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('review.snapshot')
    .values({
      id,
      cluster_id,
      data_call_id: callId,
      version: file.snapshot.version,
      sha256: file.hash,
      body: canonicalJson(file.snapshot),
      reason: file.snapshot.restates?.reason ?? '',
      locked_at: ctx.now,
      locked_by: file.snapshot.madeBy,
    })
    .execute();
  await tx
    .insertInto('review.paper')
    .values(
      papers.map(({ name, mediaType, bytes }) => ({
        snapshot_id: id,
        cluster_id,
        name,
        media_type: mediaType,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: Buffer.from(bytes),
        created_at: ctx.now,
      })),
    )
    .execute();
}
