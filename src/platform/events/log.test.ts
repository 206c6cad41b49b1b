import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { addUser } from '#platform/auth/accounts.server.ts';
import type { Ctx, Grant } from '#platform/ctx.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import '../../words.ts';
import { proveFromPage, readAudit, takeOutAudit } from './audit-view.server.ts';
import { detail } from './details.ts';
import { lastVerification, listEvents } from './log.server.ts';
import type { LogCursor, LogFilter } from './log-address.ts';
import { readLogAddress, writeLogAddress } from './log-address.ts';
import { record } from './record.server.ts';

const system = await testSystem();
const admin = testCtx(system);
const inspector = testCtx(system, { grants: [{ role: 'inspector', scope: 'cluster:CUM-BTB' }] });
const EVERYTHING: LogFilter = { who: '', kind: '', subject: '', firstDay: null, lastDay: null };

/** A person of that login who acts with these grants on that day. */
async function aPerson(login: string, grant: Pick<Grant, 'role' | 'scope'>, today: string): Promise<Ctx> {
  const { accountId } = await addUser(admin, { login, ...grant, displayName: `Người ${login}` });
  return testCtx(system, { grants: [grant], today, name: `Người ${login}`, accountId });
}

async function act(ctx: Ctx, kind: string, subject: string, facts: Record<string, unknown> = {}): Promise<void> {
  await ctx.transact(async (tx) => await record(tx, ctx, kind, subject, facts));
}

function search(filter: Partial<LogFilter>, scopes: Parameters<typeof listEvents>[1]['scopes'] = 'all') {
  const request = { filter: { ...EVERYTHING, ...filter }, scopes, after: null, before: null, size: 100 };
  return listEvents(system.app.kysely, request);
}

beforeAll(async () => {
  const north = await aPerson('can-bo-th', { role: 'officer', scope: 'alliance:LMHTX-TH' }, '2024-06-20');
  const south = await aPerson('can_bo.xx', { role: 'officer', scope: 'alliance:LMHTX-XX' }, '2024-06-21');
  await act(north, 'register.organisation-changed', 'a', { fields: ['name'] });
  await act(south, 'register.organisation-changed', 'b', { fields: ['phone'] });
  await act(admin, 'review.locked', 'c', { version: 1 });
});

describe('AUD-01 filters of the record of acts', () => {
  const kinds = async (filter: Partial<LogFilter>) => (await search(filter)).entries.map(({ subject }) => subject);

  test.each([
    { what: 'part of a name', filter: { who: 'người CAN-bo' }, subjects: ['a'] },
    { what: 'a login', filter: { who: 'can_bo.xx' }, subjects: ['b'] },
    { what: 'a percent sign is itself', filter: { who: '%' }, subjects: [] },
    { what: 'a kind', filter: { kind: 'register.organisation-changed' }, subjects: ['b', 'a'] },
    { what: 'a subject', filter: { subject: 'c' }, subjects: ['c'] },
    {
      what: 'days, both included',
      filter: { firstDay: isoDate('2024-06-20'), lastDay: isoDate('2024-06-21') },
      subjects: ['b', 'a'],
    },
    {
      what: 'a day without acts',
      filter: { firstDay: isoDate('2024-06-22'), lastDay: isoDate('2024-06-23') },
      subjects: [],
    },
  ])('AUD-01 $what', async ({ filter, subjects }) => {
    expect(await kinds(filter)).toEqual(subjects);
  });

  test('AUD-03 an inspector sees what people of their scope and the system itself did, nothing else', async () => {
    const seen = (await readAudit(inspector, readLogAddress(new URLSearchParams()))).entries;

    expect(seen.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['a', 'c']));
    expect(seen.map(({ subject }) => subject)).not.toContain('b');
  });

  test.each(['secretary', 'leader', 'officer', 'editor'] as const)('AUD-01 a %s may not read it', async (role) => {
    const ctx = testCtx(system, { grants: [{ role, scope: 'cluster:CUM-BTB' }] });

    await expect(readAudit(ctx, readLogAddress(new URLSearchParams()))).rejects.toThrow('platform.access.denied');
    await expect(takeOutAudit(ctx, readLogAddress(new URLSearchParams()))).rejects.toThrow('platform.access.denied');
  });
});

test('page by page, forwards and back, every entry is met once, newest first', async () => {
  for (let count = 0; count < 23; count += 1) await act(admin, 'test.paged', String(count));
  const page = (after: LogCursor | null, before: LogCursor | null = null) =>
    listEvents(system.app.kysely, {
      filter: { ...EVERYTHING, kind: 'test.paged' },
      scopes: 'all',
      after,
      before,
      size: 5,
    });
  const forwards = [await page(null)];
  for (let next = forwards[0]?.next; next; next = forwards.at(-1)?.next) forwards.push(await page(next));
  const backwards = [forwards.at(-1)];
  for (let previous = backwards[0]?.previous; previous; previous = backwards.at(-1)?.previous)
    backwards.push(await page(null, previous));

  const ids = forwards.flatMap(({ entries }) => entries.map(({ id }) => id));
  expect(forwards.map(({ entries }) => entries.length)).toEqual([5, 5, 5, 5, 3]);
  expect(new Set(ids).size).toBe(23);
  expect(ids).toEqual((await search({ kind: 'test.paged' })).entries.map(({ id }) => id));
  expect(forwards[0]?.previous).toBeNull();
  expect(backwards.toReversed().flatMap((each) => each?.entries.map(({ id }) => id))).toEqual(ids);
});

test('AUD-01 a file of the record holds the filtered entries, and taking it out is recorded', async () => {
  const entries = await takeOutAudit(inspector, readLogAddress(new URLSearchParams('viec=review.locked')));
  const taken = await search({ kind: 'platform.audit-exported' });

  expect(entries.map(({ said, details }) => [said, details])).toEqual([['Khóa số liệu', [['Phiên bản', 1]]]]);
  expect(taken.entries[0]).toMatchObject({ by: 'Người thử', facts: { rows: 1 } });
});

test('AUD-01 proving is for the administrator, and the page shows how the last one ended', async () => {
  expect(await lastVerification(system.app.kysely)).toBeUndefined();
  await expect(proveFromPage(inspector)).rejects.toThrow('platform.access.denied');

  await proveFromPage(admin);

  const { verification, mayProve } = await readAudit(inspector, readLogAddress(new URLSearchParams()));
  expect(verification).toMatchObject({ ok: true, by: 'Người thử', broken: [] });
  expect(verification?.entries).toBeGreaterThan(20);
  expect(mayProve).toBe(false);
});

test('an address says what was read from it, and what is none of ours says nothing', () => {
  const at = fc.constant('2024-06-24T02:00:00.123456Z');
  const address = fc.record({
    who: fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.normalize('NFC').trim()),
    kind: fc.constantFrom('', 'review.locked', 'register.list-exported'),
    subject: fc.uuid(),
    firstDay: fc.constantFrom(null, isoDate('2024-01-31')),
    lastDay: fc.constantFrom(null, isoDate('2024-02-29')),
    after: fc.option(fc.record({ at, id: fc.uuid() })),
    before: fc.option(fc.record({ at, id: fc.uuid() })),
  });
  fc.assert(
    fc.property(address, (given) => {
      expect(readLogAddress(new URLSearchParams(writeLogAddress(given)))).toEqual(given);
    }),
  );
  expect(
    readLogAddress(new URLSearchParams('viec=%27;--&tu=2024-02-30&sau=2024-99-99T99:99:99.000000Z_x&truoc=1')),
  ).toEqual({
    ...EVERYTHING,
    after: null,
    before: null,
  });
});

test.each([
  { value: null, line: '—' },
  { value: true, line: 'có' },
  { value: ['a', 'b'], line: 'a, b' },
  { value: { new: 3, error: 0 }, line: 'new: 3; error: 0' },
  { value: 'x'.repeat(400), line: `${'x'.repeat(159)}…` },
])('a fact is one line: $line', ({ value, line }) => {
  expect(detail(value)).toBe(line);
});
