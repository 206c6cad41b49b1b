import { createHash } from 'node:crypto';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { SnapshotBody } from '../model.ts';
import { PAPERS } from '../paper-names.ts';
import type { LockedReview } from '../queries.ts';
import { findPaper, listVersions, lockByHash, lockOfPaper, snapshotById } from '../queries.ts';
import { hashOfText } from '../snapshot.ts';
import type { Difference } from './differences.ts';
import { differencesOf } from './differences.ts';
import type { GivenFile, GivenKind, NamedLine } from './read-file.ts';
import { readGivenFile } from './read-file.ts';

/**
 * `locked`: the very file, or the very figures, of a lock. `self-consistent`: a snapshot that agrees with its own hash,
 * but this system knows no lock to hold it against. `draft`: the same of a draft. `unknown-lock`: a paper that names a
 * lock this system does not know. `differs`: says otherwise than the lock, or than its own hash. `unreadable`: no file
 * of ours.
 */
export type VerifyState = 'locked' | 'self-consistent' | 'draft' | 'unknown-lock' | 'differs' | 'unreadable';

export interface VerifyReport {
  readonly file: string;
  readonly kind: GivenKind;
  readonly ok: boolean;
  readonly state: VerifyState;
  /** The snapshot hash that the file states, and the one computed from its content (of a snapshot file only). */
  readonly stated: string | null;
  readonly computed: string | null;
  /** SHA-256 of the file itself. */
  readonly fileSha256: string;
  readonly lock: LockFacts | null;
  /** Where it says otherwise, the first ones. */
  readonly differences: readonly Difference[];
}

interface LockFacts {
  readonly cluster: string;
  readonly period: string;
  readonly version: number;
  readonly hash: string;
  readonly lockedAt: string;
  readonly lockedBy: string;
  /** A later version has corrected it. */
  readonly isCorrected: boolean;
}

type Verdict = Pick<VerifyReport, 'ok' | 'state' | 'computed' | 'differences'> & {
  readonly lock: LockedReview | undefined;
};

const DIFFERENCES_MAX = 10;

/** Holds a file against what is locked: recomputes its hash, and names what differs. Never fails on any bytes. */
export async function verifyFile(db: ReadDb, name: string, bytes: Uint8Array): Promise<VerifyReport> {
  const given = readGivenFile(bytes);
  const fileSha256 = createHash('sha256').update(bytes).digest('hex');
  const verdict = await verdictOn(db, given, fileSha256);
  const { lock, ...said } = verdict;
  return {
    file: name,
    kind: given.kind,
    stated: given.statedHash ?? null,
    fileSha256,
    ...said,
    lock: lock ? await factsOf(db, lock) : null,
  };
}

async function verdictOn(db: ReadDb, given: GivenFile, fileSha256: string): Promise<Verdict> {
  if (given.kind === 'unknown')
    return { ok: false, state: 'unreadable', computed: null, differences: [], lock: undefined };
  if (given.kind === 'snapshot') return await verdictOnSnapshot(db, given);
  const kept = await lockOfPaper(db, fileSha256);
  if (kept) return { ok: true, state: 'locked', computed: null, differences: [], lock: kept };
  return await verdictOnPaper(db, given);
}

async function verdictOnSnapshot(db: ReadDb, given: GivenFile): Promise<Verdict> {
  const computed = hashOfText(given.canonical);
  const stated = given.statedHash;
  const lock =
    (await lockByHash(db, computed)) ?? (stated && (await lockByHash(db, stated))) ?? (await sameVersion(db, given));
  const isConsistent = stated === computed;
  if (lock && lock.hash === computed && isConsistent)
    return { ok: true, state: 'locked', computed, differences: [], lock };
  const locked = lock && (await snapshotById(db, lock.id));
  if (locked) {
    const differences = differencesOf(locked.snapshot, given.snapshot, DIFFERENCES_MAX);
    return { ok: false, state: 'differs', computed, differences, lock };
  }
  if (!isConsistent) return { ok: false, state: 'differs', computed, differences: [], lock: undefined };
  const isLocked = (given.snapshot as Partial<SnapshotBody>).isLocked === true;
  return { ok: true, state: isLocked ? 'self-consistent' : 'draft', computed, differences: [], lock: undefined };
}

/** The lock of the cluster, period and version that the file says it is; a draft says it is none. */
async function sameVersion(db: ReadDb, given: GivenFile): Promise<LockedReview | undefined> {
  const { cluster, period, version, isLocked } = (given.snapshot ?? {}) as Partial<SnapshotBody>;
  if (!isLocked || typeof cluster?.code !== 'string' || typeof period?.code !== 'string') return undefined;
  return (await listVersions(db, cluster.code, period.code)).find((lock) => lock.version === version);
}

async function verdictOnPaper(db: ReadDb, given: GivenFile): Promise<Verdict> {
  const lock = given.statedHash === undefined ? undefined : await lockByHash(db, given.statedHash);
  if (!lock) {
    const state = given.statedHash === undefined ? 'unreadable' : 'unknown-lock';
    return { ok: false, state, computed: null, differences: [], lock: undefined };
  }
  const kept = await findPaper(db, lock.id, PAPER_OF[given.kind] ?? '');
  const lines = kept ? readGivenFile(kept.bytes).lines : [];
  const differences = lineDifferences(lines, given.lines).slice(0, DIFFERENCES_MAX);
  return { ok: false, state: 'differs', computed: null, differences, lock };
}

const PAPER_OF: Readonly<Partial<Record<GivenKind, string>>> = {
  docx: PAPERS.docx,
  pdf: PAPERS.pdf,
  tables: PAPERS.tables,
};

function lineDifferences(locked: readonly NamedLine[], given: readonly NamedLine[]): Difference[] {
  const theirs = new Map(given.map((line) => [line.place, line.text]));
  const ours = new Map(locked.map((line) => [line.place, line.text]));
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((place) => {
    const [left = '', right = ''] = [ours.get(place), theirs.get(place)];
    return left === right ? [] : [{ place, locked: left, given: right }];
  });
}

async function factsOf(db: ReadDb, lock: LockedReview): Promise<LockFacts> {
  const [latest] = await listVersions(db, lock.clusterCode, lock.periodCode);
  return {
    cluster: lock.clusterCode,
    period: lock.periodCode,
    version: lock.version,
    hash: lock.hash,
    lockedAt: lock.lockedAt.toISOString(),
    lockedBy: lock.lockedBy,
    isCorrected: latest !== undefined && latest.version > lock.version,
  };
}
