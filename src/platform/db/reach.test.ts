import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Ctx, Grant } from '#platform/ctx.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import type { Tx } from './db.server.ts';
import { sql } from './db.server.ts';
import { readingAll } from './widening.server.ts';

const system = await testSystem();
const { owner } = system;
/** Two alliances of one cluster and one of none. */
const NA = 'LMHTX-NA';
const HT = 'LMHTX-HT';
const FAR = 'LMHTX-XA';
const organisations = new Map<string, string>();

function as(role: Grant['role'], scope: Grant['scope']): Ctx {
  return testCtx(system, { grants: [{ role, scope }] });
}

const PEOPLE = {
  officerNA: as('officer', `alliance:${NA}`),
  officerHT: as('officer', `alliance:${HT}`),
  officerFar: as('officer', `alliance:${FAR}`),
  secretary: as('secretary', 'cluster:CUM-BTB'),
  admin: as('admin', 'system'),
  visitor: testCtx(system, { grants: [] }),
};

beforeAll(async () => {
  await sql`insert into organisations.alliance (id, code) values (${randomUUID()}, ${FAR})`.execute(owner.kysely);
  await sql`insert into reporting.period (code, kind, first_day, last_day)
    values ('2024-H1', 'half-year', '2024-01-01', '2024-06-30') on conflict do nothing`.execute(owner.kysely);
  for (const code of [NA, HT, FAR]) {
    const id = randomUUID();
    organisations.set(code, id);
    await sql`insert into register.organisation (id, alliance_id, kind, name, search_text, exact_text, code, status, version,
        created_at, created_by, updated_at, updated_by)
      select ${id}, id, 'cooperative', ${`HTX của ${code}`}, '', '', ${code}, 'operating', 1, now(), 'x', now(), 'x'
        from organisations.alliance where code = ${code}`.execute(owner.kysely);
    await sql`insert into register.change (id, organisation_id, alliance_id, source, is_creation, fields, recorded_at, recorded_by)
      select ${randomUUID()}, id, alliance_id, 'manual', true, '{}', now(), 'x'
        from register.organisation where id = ${id}`.execute(owner.kysely);
    await sql`insert into reporting.value_entry (id, alliance_id, period_code, indicator_code, aspect, amount, basis, source, recorded_at, recorded_by)
      select ${randomUUID()}, id, '2024-H1', 'HTX.SO', 'current', 1, 'actual', 'manual', now(), 'x'
        from organisations.alliance where code = ${code}`.execute(owner.kysely);
  }
});

async function codesIn(ctx: Ctx, table: string): Promise<readonly string[]> {
  const found = await sql<{ code: string }>`
    select distinct alliance.code from ${sql.table(table)} as thing
      join organisations.alliance on alliance.id = thing.alliance_id order by 1`.execute(ctx.read);
  return found.rows.map((row) => row.code);
}

describe('IAM-01 the database shows each reach its own rows, whatever the statement asks for', () => {
  test.each([
    { who: 'officerNA', register: [NA], declared: [HT, NA] },
    { who: 'officerHT', register: [HT], declared: [HT, NA] },
    { who: 'officerFar', register: [FAR], declared: [FAR] },
    { who: 'secretary', register: [HT, NA], declared: [HT, NA] },
    { who: 'admin', register: [HT, NA, FAR], declared: [HT, NA, FAR] },
    { who: 'visitor', register: [], declared: [] },
  ] as const)('$who', async ({ who, register, declared }) => {
    const ctx = PEOPLE[who];

    expect(await codesIn(ctx, 'register.organisation')).toEqual(register);
    expect(await codesIn(ctx, 'register.change')).toEqual(register);
    expect(await codesIn(ctx, 'reporting.value_entry')).toEqual(declared);
    expect(await codesIn(ctx.widened('cluster-counts'), 'register.organisation')).toEqual([HT, NA, FAR]);
  });
});

describe('IAM-01 the database refuses to write beyond the reach', () => {
  const refused = /row-level security|permission denied/;

  test('a row for another alliance, also by moving one there', async () => {
    const { officerNA } = PEOPLE;
    const added = async (tx: Tx) => {
      await sql`insert into reporting.value_entry (id, alliance_id, period_code, indicator_code, aspect, amount, basis, source, recorded_at, recorded_by)
        select ${randomUUID()}, id, '2024-H1', 'HTX.SO', 'plan', 1, 'actual', 'manual', now(), 'x'
          from organisations.alliance where code = ${HT}`.execute(tx);
    };
    const moved = async (tx: Tx) => {
      await sql`update register.organisation set alliance_id = (select id from organisations.alliance where code = ${HT})
        where id = ${organisations.get(NA)}`.execute(tx);
    };

    await expect(officerNA.transact(added)).rejects.toThrow(refused);
    await expect(officerNA.transact(moved)).rejects.toThrow(refused);
  });

  test('an update or a removal of what lies outside finds nothing to change', async () => {
    const done = await PEOPLE.officerNA.transact(
      async (tx) =>
        await sql`update register.organisation set note = 'x' where id = ${organisations.get(HT)}`.execute(tx),
    );

    expect(done.numAffectedRows).toBe(0n);
  });

  test.each([
    ['officerNA', `insert into platform.setting (key, value, updated_at, updated_by) values ('x', '1', now(), 'x')`],
    ['officerNA', `update legal.rule_value set value = '0'`],
    ['officerNA', `insert into organisations.alliance (id, code) values (gen_random_uuid(), 'X')`],
    [
      'visitor',
      `insert into portal.announcement (id, slug, title, body, valid_from, created_at, created_by)
       values (gen_random_uuid(), 'x', 'x', 'x', '2024-01-01', now(), 'x')`,
    ],
    ['secretary', `update platform.account_grant set role = 'admin'`],
    [
      'secretary',
      `insert into platform.account_grant (account_id, role, scope, valid_from)
       values (gen_random_uuid(), 'admin', 'system', '2024-01-01')`,
    ],
    ['officerNA', 'delete from platform.event'],
    ['officerNA', `update review.snapshot set body = 'x'`],
    ['officerNA', 'alter table register.organisation disable row level security'],
    ['officerNA', 'drop policy within_reach on register.organisation'],
    ['officerNA', `set role postgres`],
  ] as const)('%s: %s', async (who, statement) => {
    const done = await PEOPLE[who]
      .transact(async (tx) => await sql.raw(statement).execute(tx))
      .then(
        (result) => `${result.numAffectedRows ?? 'done'} rows`,
        (error: Error) => error.message,
      );

    expect(done).toMatch(/row-level security|permission denied|must be owner|does not exist|^0 rows$/);
  });
});

test('IAM-01 a connection never serves what it was told for another person, however requests interleave', async () => {
  const people = Object.entries(PEOPLE).filter(([who]) => who !== 'admin');
  const expected = new Map<string, readonly string[]>();
  for (const [who, ctx] of people) expected.set(who, await codesIn(ctx, 'register.organisation'));

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ who: fc.constantFrom(...people), how: fc.constantFrom('read', 'act', 'fail') }), {
        minLength: 5,
        maxLength: 40,
      }),
      async (requests) => {
        const seen = await Promise.all(
          requests.map(async ({ who: [, ctx], how }) => {
            if (how === 'fail')
              await ctx.transact(async (tx) => await sql`select 1 / 0`.execute(tx)).catch(() => undefined);
            if (how !== 'act') return await codesIn(ctx, 'register.organisation');
            return await ctx.transact(async (tx) => await codesIn({ ...ctx, read: tx }, 'register.organisation'));
          }),
        );
        expect(seen).toEqual(requests.map(({ who: [who] }) => expected.get(who)));
      },
    ),
    { numRuns: 25 },
  );
});

test('IAM-01 nobody reads accounts, sessions or the record beyond their own; whoever acts writes in their own name', async () => {
  const { officerNA, visitor } = PEOPLE;
  for (const table of ['account', 'session', 'event', 'sign_in_attempt']) {
    const found = await sql`select from ${sql.table(`platform.${table}`)}`.execute(officerNA.read);
    expect(found.rows).toEqual([]);
  }
  const another = visitor.transact(
    async (tx) =>
      await sql`insert into platform.event (id, kind, subject_id, facts, created_at, created_by, account_id, chain_no, position, previous_hash, hash)
        values (${randomUUID()}, 'test.forged', 'x', '{}', now(), 'x', ${randomUUID()}, 1, 999, '', '')`.execute(tx),
  );

  await expect(another).rejects.toThrow(/row-level security/);
});

test('IAM-01 within an act a read may reach further, on the act’s own connection, and the reach is as before afterwards', async () => {
  const { officerNA } = PEOPLE;
  const acts = Array.from({ length: 40 }, () =>
    officerNA.transact(async (tx) => {
      const all = await readingAll(
        tx,
        'same-code-elsewhere',
        async (db) => await codesIn({ ...officerNA, read: db }, 'register.organisation'),
      );
      return { all, after: await codesIn({ ...officerNA, read: tx }, 'register.organisation') };
    }),
  );

  for (const { all, after } of await Promise.all(acts)) {
    expect(all).toEqual([HT, NA, FAR]);
    expect(after).toEqual([NA]);
  }
  expect(await codesIn(officerNA, 'register.organisation')).toEqual([NA]);
});
