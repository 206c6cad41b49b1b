import { sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.server.ts';
import { BEGINNING, CHAINS, entryHash, entryText } from './chain.ts';

const BATCH = 5000;
/** The kind of the act that a verification leaves; its facts hold how far each chain had come. */
export const VERIFIED = 'platform.audit-verified';

/**
 * What is wrong with an entry: its words or its hash are others than were recorded; it is not there; it stands after another
 * entry than it was recorded after; it stands behind the end of its chain; or an earlier verification saw another one there.
 */
export type Fault = 'changed' | 'missing' | 'reordered' | 'beyond-end' | 'rewritten';

export interface BrokenEntry {
  readonly chain: number;
  readonly position: number;
  /** Null when no entry stands at that position. */
  readonly id: string | null;
  readonly why: Fault;
}

export interface ChainEnd {
  readonly chain: number;
  readonly position: number;
  readonly hash: string;
}

export interface AuditReport {
  readonly ok: boolean;
  /** How many entries are as they were recorded. */
  readonly entries: number;
  /** The first broken entry of each chain that has one. */
  readonly broken: readonly BrokenEntry[];
  /** How far each chain had come when the verification began. */
  readonly ends: readonly ChainEnd[];
}

interface Head extends ChainEnd {
  readonly last: number;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly facts: unknown;
  readonly at: string;
  readonly by: string;
  readonly account: string | null;
  readonly position: number;
  readonly previousHash: string;
  readonly hash: string;
}

interface Before {
  readonly position: number;
  readonly hash: string;
  /** Null before the first entry. */
  readonly id: string | null;
}

/**
 * Proves the whole record of acts, batch by batch: each entry says what was recorded, follows the one it was recorded after,
 * none is gone up to each chain's end, and what earlier verifications saw still stands. Acts recorded meanwhile are left to
 * the next one. `watch` hears how many entries have been read.
 */
export async function verifyAudit(db: ReadDb, watch: (entries: number) => void = () => {}): Promise<AuditReport> {
  const heads = await readHeads(db);
  const seen: ChainEnd[] = [];
  const broken: BrokenEntry[] = [];
  let entries = 0;
  for (let chain = 1; chain <= CHAINS; chain += 1) {
    const head = heads.find((each) => each.chain === chain);
    const begun = entries;
    const found = await verifyChain(db, head ?? { chain, position: 0, hash: BEGINNING, last: 0 }, seen, (done) => {
      entries = begun + done;
      watch(entries);
    });
    if (!head) broken.push({ chain, position: 1, id: null, why: 'missing' });
    else if (found) broken.push(found);
  }
  for (const end of await rewrittenSince(db, seen, broken)) broken.push(end);
  return { ok: broken.length === 0, entries, broken, ends: heads.map(({ last: _, ...end }) => end) };
}

/** The first broken entry of the chain. Collects what earlier verifications saw. */
async function verifyChain(
  db: ReadDb,
  head: Head,
  seen: ChainEnd[],
  watch: (entries: number) => void,
): Promise<BrokenEntry | undefined> {
  const { chain } = head;
  let before: Before = { position: 0, hash: BEGINNING, id: null };
  while (before.position < head.position) {
    const rows = await readBatch(db, chain, before.position, head.position);
    if (rows.length === 0) return { chain, position: before.position + 1, id: null, why: 'missing' };
    for (const row of rows) {
      const fault = faultOf(chain, row, before);
      if (fault) {
        watch(before.position);
        return fault;
      }
      if (row.kind === VERIFIED) seen.push(...endsIn(row.facts));
      before = row;
    }
    watch(before.position);
  }
  if (before.hash !== head.hash) return { chain, position: before.position, id: before.id, why: 'changed' };
  return head.last > head.position ? { chain, position: head.position + 1, id: null, why: 'beyond-end' } : undefined;
}

function faultOf(chain: number, row: Row, before: Before): BrokenEntry | undefined {
  const { id, position, previousHash } = row;
  if (position !== before.position + 1) return { chain, position: before.position + 1, id: null, why: 'missing' };
  const isItself = entryHash({ chainNo: chain, position, previousHash }, entryText(row)) === row.hash;
  const follows = previousHash === before.hash;
  if (isItself && follows) return undefined;
  // An entry that is whole and yet knows another predecessor tells that the predecessor was made anew.
  if (isItself && before.id !== null) return { chain, position: before.position, id: before.id, why: 'changed' };
  return { chain, position, id, why: follows ? 'changed' : 'reordered' };
}

async function readHeads(db: ReadDb): Promise<readonly Head[]> {
  const found = await sql<Head>`
    select chain_no as chain, position, hash,
           coalesce((select max(position) from platform.event where event.chain_no = audit_chain.chain_no), 0) as last
      from platform.audit_chain order by chain_no`.execute(db);
  return found.rows;
}

async function readBatch(db: ReadDb, chain: number, after: number, until: number): Promise<readonly Row[]> {
  const found = await sql<Row>`
    select id, kind, subject_id as subject, facts, created_by as by, account_id as account, position,
           to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
           previous_hash as "previousHash", hash
      from platform.event where chain_no = ${chain} and position > ${after} and position <= ${until}
     order by position limit ${BATCH}`.execute(db);
  return found.rows;
}

function endsIn(facts: unknown): readonly ChainEnd[] {
  return (facts as { ends?: readonly ChainEnd[] }).ends ?? [];
}

/** Ends that an earlier verification saw and that are no longer what stands at their place. */
async function rewrittenSince(
  db: ReadDb,
  seen: readonly ChainEnd[],
  known: readonly BrokenEntry[],
): Promise<readonly BrokenEntry[]> {
  const found = await sql<{ chain: number; position: number; id: string | null }>`
    select seen.chain, min(seen.position) as position
      from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as seen (chain integer, position integer, hash text)
      left join platform.event on event.chain_no = seen.chain and event.position = seen.position
     where seen.position > 0 and seen.hash is distinct from event.hash
     group by seen.chain order by seen.chain`.execute(db);
  return found.rows
    .filter(({ chain }) => !known.some((each) => each.chain === chain))
    .map(({ chain, position }) => ({ chain, position, id: null, why: 'rewritten' }));
}
