import { sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.server.ts';
import { hashOfText } from '../snapshot.ts';

export interface LocksReport {
  readonly ok: boolean;
  readonly snapshots: number;
  readonly papers: number;
  /** The hash of each lock that no longer is what was locked; behind it the name of the paper, when it is a paper. */
  readonly broken: readonly string[];
}

/** Proves every locked review there is, one after another: text and papers still have their hashes. */
export async function verifyLocks(db: ReadDb): Promise<LocksReport> {
  const broken: string[] = [];
  const locks = await sql<{ id: string; sha256: string }>`select id, sha256 from review.snapshot order by id`.execute(
    db,
  );
  for (const { id, sha256 } of locks.rows) {
    const text = await sql<{ body: string }>`select body from review.snapshot where id = ${id}`.execute(db);
    if (hashOfText(text.rows[0]?.body ?? '') !== sha256) broken.push(sha256);
  }
  const papers = await sql<{ lock: string; name: string; isWhole: boolean }>`
    select snapshot.sha256 as lock, paper.name, encode(sha256(paper.bytes), 'hex') = paper.sha256 as "isWhole"
      from review.paper join review.snapshot on snapshot.id = paper.snapshot_id order by paper.snapshot_id, paper.name`.execute(
    db,
  );
  for (const { lock, name, isWhole } of papers.rows) if (!isWhole) broken.push(`${lock} ${name}`);
  return { ok: broken.length === 0, snapshots: locks.rows.length, papers: papers.rows.length, broken };
}
