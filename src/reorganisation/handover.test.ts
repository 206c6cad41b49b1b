import { expect, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import { isoDate } from '#kernel/time.ts';
import { appointClusterOffice, clusterOffices, getCluster } from '#organisations/public.ts';
import { permits } from '#platform/access/permissions.ts';
import { addUser } from '#platform/auth/accounts.server.ts';
import { openSession } from '#platform/auth/sessions.server.ts';
import type { Ctx, Scope } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { makeDoor } from '#platform/door.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import {
  anOpenCall,
  aSubmittedUnit,
  CLUSTER,
  COOPERATIVES_2024,
  cooperatives,
  memberCodes,
} from '#reporting/testing.ts';
import { lockReview } from '#review/public.ts';
import { listZip } from '../workbooks/reading/zip.ts';
import { handOver } from './commands/hand-over.ts';
import { keepPackage } from './commands/keep-package.ts';
import { grantKey, grantsAt } from './grants.ts';
import { handoverView } from './handover-view.ts';
import { packagesOf } from './keeping.ts';
import { readPackage } from './read-package.ts';

const system = await testSystem();
const ctx = testCtx(system, { today: '2024-12-20' });
const END = isoDate('2025-01-01');
const scope = `cluster:${CLUSTER}` as const;
const secretary = testCtx(system, { today: '2024-12-20', grants: [{ role: 'secretary', scope }] });
const keeping = { name: 'organisations.keep-terms', allowed: { secretary: 'own', leader: 'own' } } as const;
const wish = { toCode: 'LMHTX-HT', endsOn: END, from: END, personId: null, ends: [], gives: [] };

const clusterId = async () => (await getCluster(system.app.kysely, CLUSTER, END)).id;
const door = makeDoor(system, async (db, at, on) => {
  if (!at.startsWith('cluster:')) return { name: at, covers: [] };
  const { shortName, members } = await getCluster(db, CLUSTER, on);
  return { name: shortName, covers: members.map(({ code }): Scope => `alliance:${code}`) };
});

/** Somebody with a right, and who they are to the door at a moment. */
async function aPerson(login: string, role: 'leader' | 'officer', at: Scope) {
  const { accountId } = await addUser(ctx, { login, role, scope: at, isDemo: true });
  const of = { accountId, userAgent: 'thử', method: 'password' } as const;
  return {
    accountId,
    async at(moment: string): Promise<Ctx> {
      const token = await ctx.transact(async (tx) => await openSession(tx, new Date(moment), of));
      return (await door(token, new Date(moment))).ctx;
    },
  };
}

await appointClusterOffice(ctx, {
  clusterCode: CLUSTER,
  office: 'head',
  allianceCode: 'LMHTX-NA',
  personId: null,
  validFrom: isoDate('2024-01-01'),
  validUntil: null,
});
const summer = testCtx(system);
await anOpenCall(summer);
for (const [code, count] of Object.entries(COOPERATIVES_2024)) await aSubmittedUnit(summer, code, cooperatives(count));
await lockReview(summer, CLUSTER, '2024-H1');
await anOpenCall(ctx, '2024-H2');
const old = await aPerson('truong-cum-cu', 'leader', scope);
await sql`insert into platform.account_grant (account_id, role, scope, valid_from)
  values (${old.accountId}, 'leader', 'alliance:LMHTX-NA', '2024-01-01')`.execute(system.owner.kysely);
const incoming = await aPerson('lanh-dao-moi', 'leader', 'alliance:LMHTX-HT');

test('ORG-02 what would be handed over is shown: open calls, open work, locked reports, and whose rights end', async () => {
  const view = await handoverView(
    ctx,
    CLUSTER,
    new URLSearchParams({ den: 'LMHTX-HT', het: '2025-01-01', tu: '2025-02-01' }),
  );

  expect(view.calls.map(({ period, of }) => [period, of])).toEqual([['2024-H2', 6]]);
  expect(view.reports).toEqual([{ period: '2024-H1', versions: 1 }]);
  expect(view.tasks).toHaveLength(7);
  expect(view.wish.gap).toEqual({ from: '2025-01-01', until: '2025-02-01' });
  expect(view.taking?.ends.map(({ isOnly }) => isOnly)).toEqual([false]);
  expect(view.taking?.gives).toHaveLength(1);
});

test('ORG-02 the package holds calls, submissions, the locked papers, forms and open work, each with its hash', async () => {
  await keepPackage(secretary, CLUSTER);
  const [kept] = await packagesOf(secretary.read, await clusterId());
  const file = await readPackage(secretary, CLUSTER, present(kept, 'it was kept').id);

  const listing = listZip(file.bytes);
  const names = listing.ok ? listing.entries.map(({ name }) => name) : [];
  expect(names.slice(0, 4)).toEqual(['muc-luc.csv', 'dot-thu-so-lieu.csv', 'bai-nop.csv', 'viec-dang-mo.csv']);
  expect(names.filter((name) => name.startsWith('bao-cao/2024-H1/'))).toHaveLength(4);
  expect(names.filter((name) => name.startsWith('bieu-mau/2024-H2/'))).toHaveLength((await memberCodes(ctx)).length);
  expect(kept?.listing).toHaveLength(names.length - 1);
  expect(new TextDecoder().decode(file.bytes)).toContain(kept?.listing[0]?.sha256);
});

test('ORG-02 an end before the start, two heads at once, a day that is past and a stranger are refused, and nothing is kept', async () => {
  const before = (await packagesOf(ctx.read, await clusterId())).length;
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error) => error.refusal?.code ?? String(error),
    );
  const early = testCtx(system, { today: '2023-12-01' });

  expect(
    await codeOf(handOver(early, CLUSTER, { ...wish, endsOn: isoDate('2024-01-01'), from: isoDate('2024-01-01') })),
  ).toBe('organisations.office.ends-before-it-begins');
  expect(await codeOf(handOver(ctx, CLUSTER, { ...wish, from: isoDate('2024-12-31') }))).toBe(
    'organisations.office.two-heads',
  );
  expect(await codeOf(handOver(ctx, CLUSTER, { ...wish, endsOn: isoDate('2024-12-19') }))).toBe(
    'reorganisation.handover.day-is-past',
  );
  expect(await codeOf(handOver(secretary, CLUSTER, wish))).toBe('platform.access.denied');
  expect((await packagesOf(ctx.read, await clusterId())).length).toBe(before);
});

test('ORG-02 at 00:00 of the end day the old head only reads, and the new one has the rights of the cluster', async () => {
  const ends = (await grantsAt(ctx.read, [scope], ctx.today)).map(grantKey);
  const gives = (await grantsAt(ctx.read, ['alliance:LMHTX-HT'], ctx.today)).map(grantKey);

  await handOver(ctx, CLUSTER, { ...wish, ends, gives });

  const may = async (person: typeof old, moment: string) => permits((await person.at(moment)).actor, keeping, scope);
  expect([await may(old, '2024-12-31T23:59:59+07:00'), await may(old, '2025-01-01T00:00:00+07:00')]).toEqual([
    true,
    false,
  ]);
  expect([await may(incoming, '2024-12-31T23:59:59+07:00'), await may(incoming, '2025-01-01T00:00:00+07:00')]).toEqual([
    false,
    true,
  ]);
  const after = await old.at('2025-01-01T00:00:00+07:00');
  const seen = await sql`select from reporting.data_call`.execute(after.read);
  const changed = await after.transact(async (tx) => await sql`update reporting.data_call set title = 'x'`.execute(tx));
  expect([seen.rows.length, changed.numAffectedRows]).toEqual([2, 0n]);
  const headOn = async (on: string) =>
    (await clusterOffices(ctx.read, await clusterId(), isoDate(on))).map(({ unitCode }) => unitCode);
  expect([await headOn('2024-12-31'), await headOn('2025-01-01')]).toEqual([['LMHTX-NA'], ['LMHTX-HT']]);
});
