import { expect, test } from 'vitest';
import { openDatabase, sql } from '#platform/db/db.server.ts';
import { NOBODY } from '#platform/door.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { systemOn } from '../../system.ts';
import { REQUESTS_MAX, requestRefusal } from './limits.server.ts';

const system = await testSystem();
const NINE = new Date('2024-06-24T02:00:00Z');
const later = (minutes: number) => new Date(NINE.getTime() + minutes * 60_000);
const caller = (address: string, secret = 'khóa thử') => ({ kind: 'upload' as const, address, secret });
const nobody = (on = NINE) => system.ctx(NOBODY, on);

async function spent(address: string, ctx = nobody()): Promise<void> {
  for (let sent = 0; sent < REQUESTS_MAX.upload; sent += 1)
    expect(await requestRefusal(ctx, caller(address))).toBeUndefined();
}

test('a caller who spent the limit is refused with minutes to wait, and let in again in the next window', async () => {
  await spent('203.0.113.1');

  expect(await requestRefusal(nobody(later(1)), caller('203.0.113.1'))).toEqual({
    code: 'platform.request.too-many',
    facts: { minutes: 4 },
  });
  expect(await requestRefusal(nobody(), caller('203.0.113.2'))).toBeUndefined();
  expect(await requestRefusal(nobody(later(5)), caller('203.0.113.1'))).toBeUndefined();
});

test('another process, or this one after a restart, goes on counting where the first stopped', async () => {
  await spent('203.0.113.3');
  const other = openDatabase({ connectionString: system.databaseUrl, asApplication: true });
  const restarted = systemOn({ app: other, close: () => other.close() }, system.files);

  expect(await requestRefusal(restarted.ctx(NOBODY, NINE), caller('203.0.113.3'))).toMatchObject({
    code: 'platform.request.too-many',
  });
  await other.close();
});

test('requests at the same time slip through together no more than one after another', async () => {
  const sent = Array.from({ length: REQUESTS_MAX.upload + 25 }, () => requestRefusal(nobody(), caller('203.0.113.4')));

  const refused = (await Promise.all(sent)).filter((refusal) => refusal !== undefined);

  expect(refused).toHaveLength(25);
});

test('of two people behind one address the second is not refused for the first', async () => {
  const first = testCtx(system);
  const person = { ...first, actor: { ...first.actor, accountId: first.newId<'platform.account'>() } };
  const other = { ...first, actor: { ...first.actor, accountId: first.newId<'platform.account'>() } };
  await spent('203.0.113.5', person);

  expect(await requestRefusal(person, caller('198.51.100.9'))).toMatchObject({ code: 'platform.request.too-many' });
  expect(await requestRefusal(other, caller('203.0.113.5'))).toBeUndefined();
});

test('the table names nobody, and forgets after an hour', async () => {
  await requestRefusal(nobody(), caller('203.0.113.66'));
  const kept = await sql<{ row: string }>`select r::text as row from platform.request_count r`.execute(
    system.owner.kysely,
  );
  await requestRefusal(nobody(later(120)), caller('203.0.113.7'));
  const left = await sql<{ count: number }>`select count(*)::int as count from platform.request_count`.execute(
    system.owner.kysely,
  );

  expect(kept.rows.map(({ row }) => row).join()).not.toContain('203.0.113');
  expect(left.rows[0]?.count).toBe(1);
});
