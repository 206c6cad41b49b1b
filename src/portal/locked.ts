import type { Id } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { SnapshotFile } from '#review/public.ts';
import { snapshotById } from '#review/public.ts';
import { newestLock } from './queries.ts';

const KEPT_MAX = 8;
const kept = new Map<string, SnapshotFile>();

/** A locked review by its id. It never changes, so the last few stay in memory. */
export async function lockedReview(ctx: Ctx, id: Id<'review.snapshot'>): Promise<SnapshotFile | undefined> {
  const known = kept.get(id);
  if (known) return known;
  const file = await snapshotById(ctx.widened('published-figures').read, id);
  if (!file) return undefined;
  const [oldest] = kept.keys();
  if (kept.size >= KEPT_MAX && oldest !== undefined) kept.delete(oldest);
  kept.set(id, file);
  return file;
}

/** The newest locked review; undefined before the first lock. */
export async function newestLocked(ctx: Ctx): Promise<SnapshotFile | undefined> {
  const id = await newestLock(ctx.widened('published-figures').read);
  return id === undefined ? undefined : await lockedReview(ctx, id);
}
