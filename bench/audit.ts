import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { BEGINNING, CHAINS, entryHash, entryText } from '#platform/events/chain.ts';
import { record } from '#platform/events/record.server.ts';
import { verifyAudit } from '#platform/events/verify.server.ts';
import type { System } from '../src/system.ts';
import { openSystem, systemActor } from '../src/system.ts';
import { bare, everything } from './everything.ts';
import { inTurns, quantile, report, timed } from './measure.ts';

const NOW = new Date('2024-07-08T00:00:00Z');
/** With the whole set of benchmarks a tenth is enough; by its own name it proves the million. */
const ENTRIES = process.argv[2] === 'audit' ? 1_000_000 : 100_000;
const BATCH = 10_000;
const AT_ONCE = 10;
const BURST_MS = 3000;
const FACTS = { unit: 'LMHTX-NA', period: '2024-H1', values: 412, file: 'a'.repeat(64) };

/** Recording an act within its transaction, acts at ten connections, and the proof of a million acts. */
export async function benchAudit(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-bench-'));
  const system = await openSystem({ dataFolder: folder, databaseUrl: undefined }, NOW);
  try {
    const ctx = system.ctx(systemActor('bench'), NOW);
    await benchWriting(system, ctx);
    await benchAtOnce(ctx);
    await benchProof(system, ctx);
  } finally {
    await system.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same row without chain, hash or secondary index. */
async function plainInsert(tx: Tx, ctx: Ctx): Promise<void> {
  await sql`insert into plain_event
    values (${ctx.newId()}, 'bench.acted', 'LMHTX-NA', ${JSON.stringify(FACTS)}::jsonb, ${NOW}, 'bench')`.execute(tx);
}

async function benchWriting(system: System, ctx: Ctx): Promise<void> {
  const mine: number[] = [];
  const theirs: number[] = [];
  await everything(system)
    .connection()
    .execute(async (db) => {
      await sql`create temporary table plain_event (id uuid primary key, kind text not null, subject_id text not null,
      facts jsonb not null, created_at timestamptz not null, created_by text not null)`.execute(db);
      await inTurns(
        1500,
        async () =>
          await db.transaction().execute(async (tx) => {
            mine.push(await timed(async () => await record(tx, ctx, 'bench.acted', 'LMHTX-NA', FACTS)));
          }),
        async () =>
          await db.transaction().execute(async (tx) => {
            theirs.push(await timed(async () => await plainInsert(tx, ctx)));
          }),
      );
    });
  for (const [figure, share] of [
    ['median', 0.5],
    ['p95', 0.95],
  ] as const) {
    const [value, floor] = [quantile(mine, share), quantile(theirs, share)];
    const aim = share === 0.95 ? '≤ 1 ms' : '';
    report({ name: 'audit write', figure, value, unit: 'ms', ratio: value / floor, aim });
  }
}

/** Whole acts a second from ten connections. Floor: the same transactions with a plain insert. */
async function benchAtOnce(ctx: Ctx): Promise<void> {
  const burst = async (act: () => Promise<void>): Promise<number> => {
    const until = performance.now() + BURST_MS;
    let acts = 0;
    const worker = async () => {
      while (performance.now() < until) {
        await act();
        acts += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return acts / (BURST_MS / 1000);
  };
  const chained = () => burst(async () => await ctx.transact((tx) => record(tx, ctx, 'bench.acted', 'x', FACTS)));
  const plain = () =>
    burst(async () =>
      ctx.transact(async (tx) => {
        await sql`insert into platform.sign_in_attempt (id, subject_hash, attempted_at, succeeded)
          values (${newId(NOW)}, ${FACTS.file}, ${NOW}, true)`.execute(tx);
      }),
    );
  const [first, floor, second] = [await chained(), await plain(), await chained()];
  const value = (first + second) / 2;
  report({ name: 'audit', figure: 'acts at 10 connections', value, unit: 'a second', ratio: value / floor, aim: '' });
}

async function benchProof(system: System, ctx: Ctx): Promise<void> {
  await fill(system);
  const entries = await timed(async () => {
    const proof = await verifyAudit(ctx.read);
    if (!proof.ok || proof.entries < ENTRIES) throw new Error('the chains of the benchmark do not hold');
  });
  const floor = await timed(async () => await readOnly(system));
  const name = 'audit verify';
  report({
    name,
    figure: `${ENTRIES / 1000} thousand entries`,
    value: entries / 1000,
    unit: 's',
    ratio: entries / floor,
    aim: '≤ 300 s',
  });
}

/** A million entries in sixteen chains, made as `record` makes them, written in sets. */
async function fill(system: System): Promise<void> {
  const heads = Array.from({ length: CHAINS }, () => ({ position: 0, hash: BEGINNING }));
  const known = await sql<{ chain: number; position: number; hash: string }>`
    select chain_no as chain, position, hash from platform.audit_chain`.execute(everything(system));
  for (const { chain, position, hash } of known.rows) heads[chain - 1] = { position, hash };
  for (let made = 0; made < ENTRIES; made += BATCH) {
    const rows = Array.from({ length: BATCH }, (_, at) => {
      const chainNo = 1 + ((made + at) % CHAINS);
      const head = heads[chainNo - 1] ?? { position: 0, hash: BEGINNING };
      const words = { id: newId(NOW), kind: 'bench.acted', subject: `x${at}`, facts: { ...FACTS, at } };
      const text = entryText({ ...words, at: NOW.toISOString().replace('Z', '000Z'), by: 'bench', account: null });
      const place = { chainNo, position: head.position + 1, previousHash: head.hash };
      const hash = entryHash(place, text);
      heads[chainNo - 1] = { position: place.position, hash };
      return { ...words, ...place, hash };
    });
    await sql`insert into platform.event (id, kind, subject_id, facts, created_at, created_by, chain_no, position, previous_hash, hash)
      select id, kind, subject, facts, ${NOW}, 'bench', "chainNo", position, "previousHash", hash
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, kind text, subject text, facts jsonb,
          "chainNo" smallint, position integer, "previousHash" text, hash text)`.execute(everything(system));
  }
  const ends = heads.map((head, index) => ({ ...head, chain: index + 1 }));
  await sql`update platform.audit_chain chain set position = ends.position, hash = ends.hash
    from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as ends (chain smallint, position integer, hash text)
    where ends.chain = chain.chain_no`.execute(everything(system));
}

/** Every entry read in the same batches, nothing proven. */
async function readOnly(system: System): Promise<void> {
  for (let chain = 1; chain <= CHAINS; chain += 1) {
    let after = 0;
    for (;;) {
      const { rows } = await bare<{ position: number }>(system, {
        text: 'select * from platform.event where chain_no = $1 and position > $2 order by position limit 5000',
        values: [chain, after],
      });
      if (rows.length === 0) break;
      after = rows.at(-1)?.position ?? after;
    }
  }
}
