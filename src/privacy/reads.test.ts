import { expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { noteRead } from '#platform/privacy/read-log.server.ts';
import { aPerson } from '#platform/privacy/testing.ts';
import { testSystem } from '#platform/testing/system.ts';
import { maySeeReads } from './permissions.ts';
import { readersSince, readsOf, stopsSince } from './queries.ts';

const system = await testSystem();
const { rows: alliances } = await sql<{ id: string; code: string }>`
  select id, code from organisations.alliance`.execute(system.owner.kysely);
const NA = alliances.find(({ code }) => code === 'LMHTX-NA')?.id ?? '';
const [mine, another] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const officer = await aPerson(system, 'Cán bộ A', [{ role: 'officer', scope: 'alliance:LMHTX-NA' }]);
const colleague = await aPerson(system, 'Cán bộ B', [{ role: 'officer', scope: 'alliance:LMHTX-NA' }]);
const leader = await aPerson(system, 'Lãnh đạo cụm', [{ role: 'leader', scope: 'cluster:CUM-BTB' }]);
const subject = (id: string) => ({ id, allianceId: NA });
await noteRead(officer.ctx, { context: 'profile', purpose: 'open-record', subjects: [subject(mine)] });
await noteRead(colleague.at('2024-06-24T03:00:00Z'), {
  context: 'list',
  purpose: 'browse-list',
  subjects: [subject(mine), subject(another)],
});
await noteRead(officer.at('2024-06-24T04:00:00Z'), {
  context: 'unmask',
  purpose: 'contact',
  subjects: [subject(mine)],
});
await noteRead(leader.at('2024-06-24T05:00:00Z'), {
  context: 'profile',
  purpose: 'open-record',
  subjects: [subject(another)],
});

test('PDP-06 a person learns who read of them, by unit and purpose, lists and files included', async () => {
  const { reads, total, byUnit } = await readsOf(system.owner.kysely, mine);

  expect(total).toBe(3);
  expect(reads.map(({ by, context, purpose }) => [by, context, purpose])).toEqual([
    ['Cán bộ A', 'unmask', 'contact'],
    ['Cán bộ B', 'list', 'browse-list'],
    ['Cán bộ A', 'profile', 'open-record'],
  ]);
  expect(byUnit.map(({ scope, purpose, reads: count }) => [scope, purpose, count]).sort()).toEqual([
    ['alliance:LMHTX-NA', 'browse-list', 1],
    ['alliance:LMHTX-NA', 'contact', 1],
    ['alliance:LMHTX-NA', 'open-record', 1],
  ]);
});

test('PDP-06 nobody is told of what was read of another', async () => {
  const { reads } = await readsOf(system.owner.kysely, another);

  expect(reads.map(({ by }) => by)).toEqual(['Lãnh đạo cụm', 'Cán bộ B']);
  expect((await readsOf(system.owner.kysely, '00000000-0000-4000-8000-000000000003')).total).toBe(0);
});

test.each([
  { role: 'officer', scope: 'alliance:LMHTX-NA', may: true },
  { role: 'leader', scope: 'alliance:LMHTX-NA', may: true },
  { role: 'inspector', scope: 'cluster:CUM-BTB', may: true },
  { role: 'admin', scope: 'system', may: true },
  { role: 'officer', scope: 'alliance:LMHTX-HT', may: false },
  { role: 'secretary', scope: 'cluster:CUM-BTB', may: false },
  { role: 'editor', scope: 'alliance:LMHTX-NA', may: false },
] as const)('PDP-06 $role of $scope sees who read of a representative of Nghệ An: $may', ({ role, scope, may }) => {
  const covers = system.covers.get(scope) ?? [];

  expect(maySeeReads({ accountId: null, name: '', grants: [{ role, scope, covers }] }, 'LMHTX-NA')).toBe(may);
});

test('PDP-06 those who oversee see who read most, each of their own scope only', async () => {
  const since = new Date('2024-06-24T00:00:00Z');
  const all = await readersSince(system.owner.kysely, since, 'all');

  expect(all.map(({ by, people, reads }) => [by, people, reads])).toEqual([
    ['Cán bộ B', 2, 1],
    ['Cán bộ A', 1, 2],
    ['Lãnh đạo cụm', 1, 1],
  ]);
  expect(await readersSince(system.owner.kysely, since, ['LMHTX-HT'])).toEqual([]);
  expect(await readersSince(system.owner.kysely, new Date('2024-06-25T00:00:00Z'), 'all')).toEqual([]);
  expect(await stopsSince(system.owner.kysely, since)).toEqual([]);
});

test('PDP-06 the database too shows readings to the reader, to the offices of the alliance and to those who reach all', async () => {
  const other = await aPerson(system, 'Cán bộ Hà Tĩnh', [{ role: 'officer', scope: 'alliance:LMHTX-HT' }]);
  const admin = await aPerson(system, 'Quản trị', [{ role: 'admin', scope: 'system' }]);
  const seenBy = async (ctx: typeof admin.ctx) => (await readsOf(ctx.read, mine)).total;

  expect(await seenBy(officer.ctx)).toBe(3);
  expect(await seenBy(admin.ctx)).toBe(3);
  expect(await seenBy(other.ctx)).toBe(0);
});

test('PDP-06 nobody writes a reading in the name of another', async () => {
  const inAnothersName = officer.ctx.transact(
    async (tx) =>
      await sql`insert into privacy.read_log (id, account_id, reader_role, reader_scope, context, purpose, alliance_id, subjects,
          people, read_at, read_by)
        values (gen_random_uuid(), ${colleague.accountId}, 'officer', 'x', 'profile', 'open-record', ${NA}, '[]', 0, now(), 'x')`.execute(
        tx,
      ),
  );

  await expect(inAnothersName).rejects.toThrow(/row-level security/);
});
