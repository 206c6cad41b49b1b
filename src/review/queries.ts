import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import { type ReadDb, sql } from '#platform/db/db.server.ts';
import type { DataCallId } from '#reporting/public.ts';
import type { SnapshotFile } from './model.ts';
import { snapshotFileOfText } from './snapshot.ts';

export type SnapshotId = Id<'review.snapshot'>;

/** A locked review without its content. */
export interface LockedReview {
  readonly id: SnapshotId;
  readonly dataCallId: DataCallId;
  readonly clusterCode: string;
  readonly periodCode: string;
  readonly version: number;
  readonly hash: string;
  /** Why the version before was corrected; '' for the first lock. */
  readonly reason: string;
  readonly lockedAt: Date;
  readonly lockedBy: string;
}

/** A section as edited, or looked through, by a person. */
export interface EditedSection {
  readonly code: string;
  readonly body: string;
  /** How it read then. */
  readonly printed: string;
  readonly version: number;
  readonly editedAt: Date;
  readonly editedBy: string;
}

/** Why a locked review was opened again. */
export interface Restatement {
  /** The version that it becomes when it is locked. */
  readonly version: number;
  readonly reason: string;
  readonly openedAt: Date;
  readonly openedBy: string;
}

export interface KeptPaper {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

function lockedReviews(db: ReadDb) {
  return db
    .selectFrom('review.snapshot as snapshot')
    .innerJoin('reporting.data_call as call', 'call.id', 'snapshot.data_call_id')
    .innerJoin('organisations.cluster as cluster', 'cluster.id', 'call.cluster_id')
    .select([
      'snapshot.id',
      'snapshot.data_call_id as dataCallId',
      'cluster.code as clusterCode',
      'call.period_code as periodCode',
      'snapshot.version',
      'snapshot.sha256 as hash',
      'snapshot.reason',
      'snapshot.locked_at as lockedAt',
      'snapshot.locked_by as lockedBy',
    ]);
}

/** Whether the reader belongs to a cluster that called for the period, to that one if it is named. */
export async function seesCall(db: ReadDb, periodCode: string, clusterCode?: string): Promise<boolean> {
  const calls = db
    .selectFrom('reporting.data_call as call')
    .innerJoin('organisations.cluster as cluster', 'cluster.id', 'call.cluster_id')
    .where('call.period_code', '=', periodCode);
  const named = clusterCode === undefined ? calls : calls.where('cluster.code', '=', clusterCode);
  return (await named.select('call.id').executeTakeFirst()) !== undefined;
}

/** The cluster whose period this is: the first that called for it. Refused when nobody has. */
export async function clusterThatCalled(db: ReadDb, periodCode: string): Promise<string> {
  const found = await db
    .selectFrom('reporting.data_call as call')
    .innerJoin('organisations.cluster as cluster', 'cluster.id', 'call.cluster_id')
    .where('call.period_code', '=', periodCode)
    .orderBy('call.opened_at')
    .select('cluster.code')
    .executeTakeFirst();
  if (!found) throw new Refused({ code: 'review.period.not-found', facts: { period: periodCode } });
  return found.code;
}

/** The period last called for; undefined while none ever was. */
export async function newestPeriod(db: ReadDb): Promise<string | undefined> {
  const found = await db
    .selectFrom('reporting.data_call as call')
    .innerJoin('reporting.period as period', 'period.code', 'call.period_code')
    .orderBy('period.last_day', 'desc')
    .orderBy('call.opened_at', 'desc')
    .select('period.code')
    .executeTakeFirst();
  return found?.code;
}

/** The version that is asked for, or else the newest, and all there are. Refused when there is no such version. */
export async function versionOf(
  db: ReadDb,
  clusterCode: string,
  periodCode: string,
  version: number | null,
): Promise<{ readonly lock: LockedReview | undefined; readonly versions: readonly LockedReview[] }> {
  const versions = await listVersions(db, clusterCode, periodCode);
  const lock = version === null ? versions[0] : versions.find((one) => one.version === version);
  if (version !== null && !lock)
    throw new Refused({ code: 'review.version.not-found', facts: { period: periodCode, version } });
  return { lock, versions };
}

/** Every locked review of a cluster and period, the newest version first. */
export async function listVersions(
  db: ReadDb,
  clusterCode: string,
  periodCode: string,
): Promise<readonly LockedReview[]> {
  return await lockedReviews(db)
    .where('cluster.code', '=', clusterCode)
    .where('call.period_code', '=', periodCode)
    .orderBy('snapshot.version', 'desc')
    .execute();
}

/** The archive: every locked review of every cluster, the newest lock first. */
export async function listLockedReviews(db: ReadDb): Promise<readonly LockedReview[]> {
  return await lockedReviews(db).orderBy('snapshot.locked_at', 'desc').orderBy('snapshot.version', 'desc').execute();
}

/** The locks of a period, the newest first; of one cluster, or of every one. */
export async function locksOfPeriod(
  db: ReadDb,
  periodCode: string,
  clusterCode?: string,
): Promise<readonly LockedReview[]> {
  const all = lockedReviews(db).where('call.period_code', '=', periodCode);
  const some = clusterCode === undefined ? all : all.where('cluster.code', '=', clusterCode);
  return await some.orderBy('snapshot.version', 'desc').orderBy('snapshot.locked_at', 'desc').execute();
}

/** The newest locked version; undefined when the period was never locked. */
export async function latestLock(
  db: ReadDb,
  clusterCode: string,
  periodCode: string,
): Promise<LockedReview | undefined> {
  return (await listVersions(db, clusterCode, periodCode))[0];
}

/** The newest snapshot of a cluster and period with everything in it; undefined when none was locked. */
export async function latestSnapshot(
  db: ReadDb,
  clusterCode: string,
  periodCode: string,
): Promise<SnapshotFile | undefined> {
  const lock = await latestLock(db, clusterCode, periodCode);
  return lock && (await snapshotById(db, lock.id));
}

/** The snapshot that an article or a link names by its id. */
export async function snapshotById(db: ReadDb, id: SnapshotId): Promise<SnapshotFile | undefined> {
  const row = await db.selectFrom('review.snapshot').where('id', '=', id).select('body').executeTakeFirst();
  return row && snapshotFileOfText(row.body);
}

export async function lockByHash(db: ReadDb, hash: string): Promise<LockedReview | undefined> {
  return await lockedReviews(db).where('snapshot.sha256', '=', hash).executeTakeFirst();
}

/** The papers kept with a lock, by name. */
export async function papersOf(db: ReadDb, snapshotId: SnapshotId): Promise<readonly KeptPaper[]> {
  return await db
    .selectFrom('review.paper')
    .where('snapshot_id', '=', snapshotId)
    .orderBy('name')
    .select(['name', 'media_type as mediaType', 'sha256', 'bytes'])
    .execute();
}

/** One paper kept with a lock; undefined when the lock has none of that name. */
export async function findPaper(db: ReadDb, snapshotId: SnapshotId, name: string): Promise<KeptPaper | undefined> {
  return await db
    .selectFrom('review.paper')
    .where('snapshot_id', '=', snapshotId)
    .where('name', '=', name)
    .select(['name', 'media_type as mediaType', 'sha256', 'bytes'])
    .executeTakeFirst();
}

/** Names, sizes and hashes of the papers of a lock, without their bytes. */
export async function listPapers(
  db: ReadDb,
  snapshotId: SnapshotId,
): Promise<readonly { name: string; mediaType: string; sha256: string; byteSize: number }[]> {
  const { rows } = await sql<{ name: string; media_type: string; sha256: string; byte_size: number }>`
    select name, media_type, sha256, octet_length(bytes) as byte_size
      from review.paper where snapshot_id = ${snapshotId} order by name`.execute(db);
  return rows.map((row) => ({
    name: row.name,
    mediaType: row.media_type,
    sha256: row.sha256,
    byteSize: row.byte_size,
  }));
}

/** The lock whose paper is this file, byte for byte. */
export async function lockOfPaper(db: ReadDb, sha256: string): Promise<LockedReview | undefined> {
  return await lockedReviews(db)
    .innerJoin('review.paper as paper', 'paper.snapshot_id', 'snapshot.id')
    .where('paper.sha256', '=', sha256)
    .executeTakeFirst();
}

/** The sections that a person has saved or looked through, by code. */
export async function editedSections(db: ReadDb, dataCallId: DataCallId): Promise<ReadonlyMap<string, EditedSection>> {
  const rows = await db
    .selectFrom('review.section')
    .where('data_call_id', '=', dataCallId)
    .select(['code', 'body', 'printed', 'version', 'edited_at as editedAt', 'edited_by as editedBy'])
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

/** Why the period was opened again, newest first; empty while it never was. */
export async function restatementsOf(db: ReadDb, dataCallId: DataCallId): Promise<readonly Restatement[]> {
  return await db
    .selectFrom('review.restatement')
    .where('data_call_id', '=', dataCallId)
    .orderBy('version', 'desc')
    .select(['version', 'reason', 'opened_at as openedAt', 'opened_by as openedBy'])
    .execute();
}
