import { spawn } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assert } from '#kernel/assert.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { openDatabase, sql } from '#platform/db/db.server.ts';
import { transact } from '#platform/db/transact.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import type { EntryWords } from './chain.ts';
import { CHAINS, entryHash, entryText } from './chain.ts';
import { record } from './record.server.ts';
import type { AuditReport } from './verify.server.ts';
import { VERIFIED, verifyAudit } from './verify.server.ts';

const system = await testSystem();
const ctx = testCtx(system);
const RECORDER = path.join(import.meta.dirname, '../testing/act-recorder.ts');
const wide = openDatabase({ connectionString: system.databaseUrl, asApplication: true, connectionsMax: 24 });
afterAll(async () => await wide.close());

class TurnedBack extends Error {}

async function count(): Promise<number> {
  const found = await sql<{ count: number }>`select count(*)::int as count from platform.event`.execute(
    system.owner.kysely,
  );
  return found.rows[0]?.count ?? 0;
}

/** Acts in transactions of their own, all at once; an act of a negative number of entries fails after them. */
async function actAtOnce(acts: readonly number[]): Promise<void> {
  await Promise.all(
    acts.map(async (entries, act) => {
      const work = transact(wide.kysely, async (tx) => {
        for (let entry = 0; entry < Math.abs(entries); entry += 1)
          await record(tx, ctx, 'test.acted', `${act}`, { entry, 'ghi chú': 'Đã nộp', nothing: undefined, dong: 5n });
        if (entries < 0) throw new TurnedBack();
      });
      await work.catch((error: unknown) => {
        if (!(error instanceof TurnedBack)) throw error;
      });
    }),
  );
}

test('AUD-01 whatever is recorded at once, and whatever is rolled back, the chains hold and nothing is missing', async () => {
  const acts = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(acts, async (entries) => {
      const before = await count();
      const committed = entries.filter((each) => each > 0).reduce((sum, each) => sum + each, 0);

      await actAtOnce(entries);

      const report = await verifyAudit(system.app.kysely);
      expect(report).toMatchObject({ ok: true, broken: [], entries: before + committed });
      expect(await count()).toBe(before + committed);
    }),
    { numRuns: 12 },
  );
});

test('acts recorded at the same time wait for one another only when every chain is held', async () => {
  const held: number[] = [];
  const opened: (() => void)[] = [];
  const holders = Array.from({ length: CHAINS }, () => {
    let end = () => {};
    const until = new Promise<void>((resolve) => {
      end = resolve;
    });
    opened.push(end);
    return { until };
  });
  const acts: Promise<void>[] = [];
  for (const { until } of holders) {
    await new Promise<void>((holds) => {
      acts.push(
        transact(wide.kysely, async (tx) => {
          await record(tx, ctx, 'test.held', 'x', {});
          await record(tx, ctx, 'test.held-again', 'x', {});
          held.push(await chainsHeldBy(tx));
          holds();
          await until;
        }),
      );
    });
  }
  let isDone = false;
  const late = transact(wide.kysely, async (tx) => await record(tx, ctx, 'test.late', 'x', {})).then(() => {
    isDone = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const wasDone = isDone;
  for (const end of opened) end();
  await Promise.all([...acts, late]);

  expect(held).toEqual(Array.from({ length: CHAINS }, () => 1));
  expect(wasDone).toBe(false);
  expect((await verifyAudit(system.app.kysely)).ok).toBe(true);
});

async function chainsHeldBy(tx: Tx): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from platform.audit_chain where xmin = pg_current_xact_id()::xid`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

test('AUD-01 a process killed in the middle of its acts leaves no gap and no half act', async () => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', RECORDER, system.databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const ended = new Promise((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      if (said.length > 4000) resolve();
    });
  });
  child.kill('SIGKILL');
  await ended;

  const acts = await sql<{ act: string; entries: number }>`
    select subject_id as act, count(*)::int as entries from platform.event where kind like 'test.act-%' group by 1`.execute(
    system.owner.kysely,
  );
  const recorded = new Map(acts.rows.map(({ act, entries }) => [act, entries]));
  const acknowledged = said.split('\n').slice(0, -1);
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(acknowledged.filter((act) => recorded.get(act) !== 2)).toEqual([]);
  expect([...recorded.values()].every((entries) => entries === 2)).toBe(true);
  // A last act that was under way may still be committed by the database after its process is gone.
  const known = await count();
  const proof = await verifyAudit(system.app.kysely);
  expect(proof.ok).toBe(true);
  expect(proof.entries).toBeGreaterThanOrEqual(known);
});

describe('AUD-01 tampering as owner, with the triggers out of the way, is named by its first broken entry', () => {
  let chain = 0;
  let ids: string[] = [];

  beforeAll(async () => {
    await actAtOnce(Array.from({ length: 40 }, () => 3));
    const longest = await sql<{ chain: number; ids: string[] }>`
      select chain_no as chain, array_agg(id::text order by position) as ids from platform.event
       group by 1 order by count(*) desc limit 1`.execute(system.owner.kysely);
    ({ chain, ids } = longest.rows[0] ?? { chain, ids });
    expect(ids.length).toBeGreaterThan(8);
  });

  /** What the verification says after the harm, which is then undone. */
  async function after(...harm: readonly ReturnType<typeof sql>[]): Promise<AuditReport> {
    let report: AuditReport | undefined;
    await system.owner.kysely
      .transaction()
      .execute(async (tx) => {
        await sql`alter table platform.event disable trigger user`.execute(tx);
        for (const statement of harm) await statement.execute(tx);
        report = await verifyAudit(tx);
        throw new TurnedBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof TurnedBack)) throw error;
      });
    return report as AuditReport;
  }

  const at = (position: number) => ids[position - 1] ?? '';

  /** What whoever knows the way of hashing would write over an entry. */
  async function forged(id: string, words: Partial<EntryWords>): Promise<ReturnType<typeof sql>> {
    const found = await sql<EntryWords & { chainNo: number; position: number; previousHash: string }>`
      select id, kind, subject_id as subject, facts, created_by as by, account_id as account, chain_no as "chainNo", position,
             to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, previous_hash as "previousHash"
        from platform.event where id = ${id}`.execute(system.owner.kysely);
    const [entry] = found.rows;
    assert(entry, 'the entry to be forged is there');
    const hash = entryHash(entry, entryText({ ...entry, ...words }));
    return sql`update platform.event set created_by = ${words.by ?? entry.by}, hash = ${hash} where id = ${id}`;
  }

  test.each([
    { what: 'who', set: sql`created_by = 'Người khác'` },
    { what: 'the account', set: sql`account_id = (select id from platform.account limit 1)` },
    { what: 'when, by a millionth of a second', set: sql`created_at = created_at + interval '1 microsecond'` },
    { what: 'the kind', set: sql`kind = 'test.other'` },
    { what: 'the subject', set: sql`subject_id = 'y'` },
    { what: 'a fact', set: sql`facts = facts || '{"dong": 6}'` },
    { what: 'the facts exchanged', set: sql`facts = '{"other": true}'` },
    { what: 'the id', set: sql`id = gen_random_uuid()` },
  ])('AUD-01 changed: $what', async ({ set }) => {
    const account = sql`insert into platform.account (id, login, display_name, password_hash, created_at, created_by)
      values (gen_random_uuid(), 'ai-do', 'x', 'x', ${ctx.now}, 'x')`;

    const report = await after(
      account,
      sql`update platform.event set ${set} where id = ${at(4)}`,
      sql`update platform.event set kind = 'x' where id = ${at(7)}`,
    );

    expect(report.ok).toBe(false);
    expect(report.broken).toMatchObject([{ chain, position: 4, why: 'changed' }]);
  });

  test.each([4, 'last'] as const)('AUD-01 changed: an entry whose own hash was made to fit, at %s', async (where) => {
    const position = where === 'last' ? ids.length : where;

    const report = await after(await forged(at(position), { by: 'Người khác' }));

    expect(report.broken).toEqual([{ chain, position, id: at(position), why: 'changed' }]);
  });

  test('AUD-01 missing: an entry in the middle, and the last ones', async () => {
    const middle = await after(sql`delete from platform.event where id = ${at(5)}`);
    const end = await after(sql`delete from platform.event where chain_no = ${chain} and position > 6`);

    expect(middle.broken).toEqual([{ chain, position: 5, id: null, why: 'missing' }]);
    expect(end.broken).toEqual([{ chain, position: 7, id: null, why: 'missing' }]);
  });

  test('AUD-01 reordered: two entries that changed places', async () => {
    const both = sql`id in (${at(4)}, ${at(5)})`;

    const report = await after(
      sql`update platform.event set position = position + 1000 where ${both}`,
      sql`update platform.event set position = 1009 - position where ${both}`,
    );

    expect(report.broken).toEqual([{ chain, position: 4, id: at(5), why: 'reordered' }]);
  });

  test('AUD-01 beyond the end: an entry added without the chain, and a chain whose end was set back', async () => {
    const added = sql`insert into platform.event (id, kind, subject_id, facts, created_at, created_by, chain_no, position, previous_hash, hash)
      select gen_random_uuid(), 'x', 'x', '{}', created_at, 'x', chain_no, ${ids.length + 1}::int, hash, hash
        from platform.event where id = ${at(ids.length)}`;
    const setBack = sql`update platform.audit_chain chain set position = 6, hash = event.hash
      from platform.event where event.id = ${at(6)} and chain.chain_no = ${chain}`;

    expect((await after(added)).broken).toEqual([{ chain, position: ids.length + 1, id: null, why: 'beyond-end' }]);
    expect((await after(setBack)).broken).toEqual([{ chain, position: 7, id: null, why: 'beyond-end' }]);
  });

  test('AUD-01 rewritten: a chain cut short together with its end is told by the verification before', async () => {
    const before = await verifyAudit(system.app.kysely);
    await ctx.transact(async (tx) => await record(tx, ctx, VERIFIED, 'platform.event', { ends: before.ends }));
    const last = (await verifyAudit(system.app.kysely)).ends;
    const other = last.find((each) => each.chain !== chain && each.position === before.ends[each.chain - 1]?.position);
    const cut = other?.chain === chain || other === undefined ? chain : other.chain;
    const cutAt = (last[cut - 1]?.position ?? 0) - 1;

    const report = await after(
      sql`delete from platform.event where chain_no = ${cut} and position > ${cutAt}`,
      sql`update platform.audit_chain chain set position = ${cutAt}, hash = event.hash
        from platform.event where event.chain_no = ${cut} and event.position = ${cutAt} and chain.chain_no = ${cut}`,
    );

    expect(before.ok).toBe(true);
    expect(report.broken).toEqual([{ chain: cut, position: cutAt + 1, id: null, why: 'rewritten' }]);
  });
});

test.each(['owner', 'app'] as const)('AUD-01 nobody changes, removes or empties the record: %s', async (who) => {
  const db = system[who].kysely;
  const refused = /never changed|permission denied/;

  await expect(sql`update platform.event set kind = 'x'`.execute(db)).rejects.toThrow(refused);
  await expect(sql`delete from platform.event`.execute(db)).rejects.toThrow(refused);
  await expect(sql`truncate platform.event`.execute(db)).rejects.toThrow(refused);
  await expect(sql`delete from platform.audit_chain`.execute(db)).rejects.toThrow(refused);
  await expect(sql`truncate platform.audit_chain`.execute(db)).rejects.toThrow(refused);
});
