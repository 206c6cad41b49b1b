import fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import { Refused } from '#kernel/refusal.ts';
import { addDays, isoDate } from '#kernel/time.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import type { ActEntry } from './acting.ts';
import { moveOrganisations, recordActs } from './acting.ts';
import { correctAct, takeBackAct } from './commands/correct-act.ts';
import { countedStatuses, registerCounts } from './counts.ts';
import { ORGANISATIONS } from './fields.ts';
import { fold, knownActs } from './ledger.ts';
import type { LedgerAct, OrganisationId } from './model.ts';
import { readRecords, readRecordsById } from './records.ts';
import { saveRegisterRows } from './saving.ts';
import { asOfCountSql, spansOf, statusAsKnown } from './spans.ts';
import { getOrganisationHead } from './subjects.ts';
import { anAllianceId, anOrigin, anyRows, aRow, rolledBack, savedRows } from './testing.ts';

const system = await testSystem();
const ctx = testCtx(system);
const db = system.app.kysely;
const on = (day: string) => testCtx(system, { today: day });

async function anOrganisation(name: string, says: Parameters<typeof aRow>[0] = {}, alliance = 'LMHTX-QB', who = ctx) {
  const allianceId = await anAllianceId(ctx, alliance);
  const row = aRow({ name, establishedOn: isoDate('2010-01-01'), sectorCode: 'nong-nghiep', ...says });
  const saved = await savedRows(who, allianceId, [row]);
  return { id: present(saved.rows[0]?.subjectId, 'one row was saved') as OrganisationId, allianceId, row };
}

function entry(organisationId: OrganisationId, act: ActEntry['act'], effectiveOn: string): ActEntry {
  return { organisationId, act, effectiveOn: isoDate(effectiveOn), evidence: 'Thông báo số 1' };
}

async function recordOf(id: OrganisationId) {
  return present((await readRecordsById(db, ORGANISATIONS, [id], ''))[0], 'the organisation is there');
}

test('REG-03 the stretches of an organisation follow from its acts, a back-dated one among them', async () => {
  const { id } = await anOrganisation('HTX Chặng');

  await ctx.transact((tx) =>
    recordActs(tx, ctx, [entry(id, 'begin-dissolution', '2024-02-01'), entry(id, 'dissolve', '2024-05-01')]),
  );
  await ctx.transact((tx) => recordActs(tx, ctx, [entry(id, 'suspend', '2022-01-01')]));

  expect((await spansOf(db, [id])).map((span) => [span.validFrom, span.validUntil, span.status])).toEqual([
    ['2010-01-01', '2022-01-01', 'operating'],
    ['2022-01-01', '2024-02-01', 'suspended'],
    ['2024-02-01', '2024-05-01', 'dissolving'],
    ['2024-05-01', null, 'dissolved'],
  ]);
  expect((await recordOf(id)).facts).toMatchObject({ status: 'dissolved', statusSince: '2024-05-01' });
});

test('REG-03 a back-dated act after which a later one could not follow is refused, naming it and what could be recorded', async () => {
  const { id } = await anOrganisation('HTX Lùi Ngày', { status: 'suspended', statusSince: isoDate('2023-05-01') });

  const late = ctx.transact((tx) => recordActs(tx, ctx, [entry(id, 'begin-dissolution', '2022-01-01')]));

  await expect(late).rejects.toMatchObject({
    refusal: {
      code: 'register.act.later-act-unlawful',
      facts: {
        act: 'begin-dissolution',
        later: 'suspend',
        laterOn: '2023-05-01',
        from: 'dissolving',
        allowed: ['separate'],
      },
    },
  });
  expect((await recordOf(id)).acts).toHaveLength(2);
});

test('REG-03 a wrong day set right changes the past from then on, and what was known before stays known', async () => {
  const { id } = await anOrganisation('HTX Sai Ngày', {}, 'LMHTX-QB', on('2024-01-10'));
  await on('2024-01-10').transact((tx) => recordActs(tx, on('2024-01-10'), [entry(id, 'suspend', '2023-12-01')]));
  const wrong = present(
    (await recordOf(id)).acts.find((act) => act.act === 'suspend'),
    'it was recorded',
  );

  const { version } = await getOrganisationHead(db, id);
  await correctAct(on('2024-03-05'), {
    id,
    seenVersion: version,
    actId: wrong.id,
    act: 'suspend',
    effectiveOn: isoDate('2023-11-01'),
    evidence: 'Thông báo số 1',
    reason: 'Gõ nhầm tháng',
  });

  const asKnown = async (knownOn: string) =>
    await statusAsKnown(db, id, { on: isoDate('2023-11-15'), knownOn: isoDate(knownOn) });
  expect([await asKnown('2024-01-09'), await asKnown('2024-02-01'), await asKnown('2024-03-05')]).toEqual([
    undefined,
    'operating',
    'suspended',
  ]);
  const kept = await system.owner.pool.query(
    'select reason, corrects_id from register.act where organisation_id = $1 and corrects_id is not null',
    [id],
  );
  expect(kept.rows).toEqual([{ reason: 'Gõ nhầm tháng', corrects_id: wrong.id }]);
  expect((await recordOf(id)).facts.statusSince).toBe('2023-11-01');
});

test('REG-03 an act that never was is taken back with its reason; one that others rest on, and a founding, are not', async () => {
  const { id } = await anOrganisation('HTX Rút Việc');
  await ctx.transact((tx) =>
    recordActs(tx, ctx, [entry(id, 'suspend', '2023-01-01'), entry(id, 'resume', '2023-06-01')]),
  );
  const acts = (await recordOf(id)).acts;
  const idOf = (kind: string) => present(acts.find((act) => act.act === kind)?.id, kind);
  const { version: seenVersion } = await getOrganisationHead(db, id);
  const take = (kind: string, reason = 'Nhầm tổ chức') =>
    takeBackAct(ctx, { id, seenVersion, actId: idOf(kind), reason });

  await expect(take('suspend')).rejects.toMatchObject({
    refusal: { code: 'register.act.later-act-rests-on-it', facts: { later: 'resume', laterOn: '2023-06-01' } },
  });
  await expect(take('establish')).rejects.toMatchObject({ refusal: { code: 'register.act.founding-stays' } });
  await expect(take('resume', ' ')).rejects.toMatchObject({ refusal: { code: 'register.act.reason-missing' } });
  await take('resume');

  expect((await recordOf(id)).facts).toMatchObject({ status: 'suspended', statusSince: '2023-01-01' });
});

test('an import that changes the sector writes an act as of its cut-off: the count of an earlier day keeps the old one', async () => {
  const { id, row, allianceId } = await anOrganisation('HTX Đổi Ngành', {}, 'LMHTX-QT');
  await savedRows(ctx, allianceId, [{ ...row, sectorCode: 'thuy-san' }], { cutOff: isoDate('2024-06-14') });

  const bySector = async (day: string) => {
    const period = { code: '2024-H1', firstDay: isoDate('2023-12-15'), lastDay: isoDate(day) };
    const counts = (await registerCounts(db, [allianceId], period)).get(allianceId);
    return [counts?.get('sector:nong-nghiep'), counts?.get('sector:thuy-san')];
  };
  expect([await bySector('2024-06-13'), await bySector('2024-06-14')]).toEqual([
    ['1', '0'],
    ['0', '1'],
  ]);
  expect((await spansOf(db, [id])).map((span) => [span.validFrom, span.sectorCode])).toEqual([
    ['2010-01-01', 'nong-nghiep'],
    ['2024-06-14', 'thuy-san'],
  ]);
});

test('ORG-05 organisations moved to another alliance stay in the old one for every day before', async () => {
  const { allianceId } = await anOrganisation('HTX Chuyển Một', {}, 'LMHTX-TTH');
  await anOrganisation('HTX Chuyển Hai', { establishedOn: isoDate('2024-05-01') }, 'LMHTX-TTH');
  const toAllianceId = await anAllianceId(ctx, 'LMHTX-NA');
  const counted = async (day: string) => {
    const period = { code: '2024-H1', firstDay: isoDate('2023-12-15'), lastDay: isoDate(day) };
    const counts = await registerCounts(db, [allianceId, toAllianceId], period);
    return [counts.get(allianceId)?.get('counted'), counts.get(toAllianceId)?.get('counted')];
  };
  const before = [await counted('2024-04-01'), await counted('2024-06-01')];

  const moved = await ctx.transact((tx) =>
    moveOrganisations(tx, ctx, {
      fromAllianceId: allianceId,
      toAllianceId,
      effectiveOn: isoDate('2024-06-10'),
      reason: 'Nghị quyết số 1',
    }),
  );

  expect(moved).toEqual({ organisations: 2, funds: 0 });
  expect([await counted('2024-04-01'), await counted('2024-06-01'), await counted('2024-06-10')]).toEqual([
    ...before,
    ['0', '2'],
  ]);
  expect(await readRecords(db, ORGANISATIONS, allianceId, '')).toEqual([]);
});

const anyStep = fc.tuple(
  fc.constantFrom<ActEntry['act']>('suspend', 'resume', 'cease', 'begin-dissolution', 'revoke', 'dissolve', 'change'),
  fc.integer({ min: 0, max: 40 }),
);
const DAY_ONE = isoDate('2024-05-15');

test('a count of any day, by what was known on any day, is the fold over the acts', async () => {
  const allianceId = await anAllianceId(ctx, 'LMHTX-HT');
  const statuses = await countedStatuses(db, DAY_ONE);

  await fc.assert(
    fc.asyncProperty(
      anyRows(6),
      fc.array(anyStep, { maxLength: 12 }),
      fc.nat(40),
      fc.nat(12),
      async (rows, steps, ...days) => {
        await rolledBack(ctx, async (tx) => {
          await saveRegisterRows(tx, ctx, allianceId, rows, anOrigin(), { write: true });
          const ids = (await readRecords(tx, ORGANISATIONS, allianceId, '')).map((one) => one.id as OrganisationId);
          for (const [place, step] of steps.entries()) await tryStep(tx, ids, place, step);
          const [lastDay, knownOn] = [addDays(DAY_ONE, days[0]), addDays(isoDate('2024-06-24'), days[1])];

          const period = { code: '2024-H1', firstDay: lastDay, lastDay };
          const now = (await registerCounts(tx, [allianceId], period)).get(allianceId);
          const then = (await registerCounts(tx, [allianceId], { ...period, knownOn })).get(allianceId);
          const listed = await sql<{
            count: number;
          }>`select count from (${asOfCountSql(lastDay, statuses)}) as listed where "allianceId" = ${allianceId}`.execute(
            tx,
          );

          const acts = await ledgerOf(tx, ids);
          const [standing, known] = [acts.filter((act) => act.undoneAt === null), knownActs(acts, knownOn)].map((of) =>
            [...Map.groupBy(of, (act) => act.organisationId).values()]
              .map((mine) => fold(mine, { on: lastDay }))
              .filter((stood) => stood && statuses.includes(stood.status) && stood.values.kind === 'cooperative'),
          );
          expect(now?.get('counted')).toBe(String(standing?.length));
          expect(then?.get('counted')).toBe(String(known?.length));
          expect(now?.get('sector:none')).toBe(String(standing?.filter((stood) => !stood?.values.sector_code).length));
          expect(listed.rows.reduce((sum, row) => sum + row.count, 0)).toBe(standing?.length);
        });
      },
    ),
    { numRuns: 12 },
  );
});

/** An act recorded on a day of its own; one that the ledger refuses is left out. */
async function tryStep(
  tx: Tx,
  ids: readonly OrganisationId[],
  place: number,
  [act, offset]: [ActEntry['act'], number],
) {
  const who = testCtx(system, { today: addDays(isoDate('2024-06-25'), place) });
  const organisationId = present(ids[place % ids.length], 'there is one');
  const values = act === 'change' ? { sector_code: place % 2 ? null : 'xay-dung' } : {};
  const one = { organisationId, act, effectiveOn: addDays(DAY_ONE, offset), evidence: 'x', values };
  await recordActs(tx, who, [one]).catch((error) => {
    if (!(error instanceof Refused)) throw error;
  });
}

async function ledgerOf(tx: Tx, ids: readonly OrganisationId[]) {
  const found = await sql<LedgerAct & { organisationId: string }>`
    select id, organisation_id as "organisationId", act, effective_on as "effectiveOn", is_day_stated as "isDayStated",
           change_id as "changeId", sequence::float8 as sequence, "values", recorded_at as "recordedAt", undone_at as "undoneAt"
      from register.act where organisation_id = any(${ids}::uuid[])`.execute(tx);
  return found.rows;
}
