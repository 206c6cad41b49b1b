import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { testApi } from '#platform/testing/api.ts';
import { testPerson } from '#platform/testing/person.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import type { RegisterRow } from '#register/public.ts';
import { anAllianceId, aRow, savedRows } from '#register/testing.ts';
import { complianceApi } from './api.ts';
import { assessOrganisation } from './assess.ts';
import { readCatalogueAddress } from './catalogue.ts';
import { RemoveEntry, removeEntry } from './commands/remove-entry.ts';
import { SaveAsset, saveAsset } from './commands/save-asset.ts';
import { SaveFact, saveFact } from './commands/save-fact.ts';
import { SaveManager, saveManager } from './commands/save-manager.ts';
import { takeOutRules } from './commands/take-out-rules.ts';
import { takeOutWarnings } from './commands/take-out-warnings.ts';
import type { OrganisationId } from './model.ts';
import { readAssets, readGovernance } from './organisation-page.ts';
import { listWarnings, readWarningAddress } from './warning-list.ts';

const system = await testSystem();
const TODAY = '2026-03-02';
const admin = testCtx(system, { today: TODAY });
const person = async (role: 'officer' | 'leader' | 'secretary' | 'inspector' | 'editor', scope: string) =>
  await testPerson(system, { name: `${role} ${scope}`, grants: [{ role, scope: scope as never }], today: TODAY });
const officer = await person('officer', 'alliance:LMHTX-QB');
const neighbour = await person('officer', 'alliance:LMHTX-NA');
const secretary = await person('secretary', 'cluster:CUM-BTB');
const inspector = await person('inspector', 'cluster:CUM-BTB');
const refused = (code: string) => ({ refusal: { code } });
const field = (code: string, name: string) => ({ refusal: { code, facts: { field: name } } });
const BN = 1_000_000_000n;

async function anOrganisation(
  name: string,
  says: Partial<RegisterRow>,
  periods: readonly string[] = ['2025'],
): Promise<OrganisationId> {
  const allianceId = await anAllianceId(admin, 'LMHTX-QB');
  for (const periodCode of periods) {
    const known = await sql<{ id: OrganisationId }>`select id from register.organisation where name = ${name}`.execute(
      system.owner.kysely,
    );
    const row = aRow({ name, id: known.rows[0]?.id ?? null, ...says });
    await savedRows(admin, allianceId, [row], { periodCode, cutOff: isoDate('2025-12-14') });
  }
  const found = await sql<{ id: OrganisationId }>`select id from register.organisation where name = ${name}`.execute(
    system.owner.kysely,
  );
  return found.rows[0]?.id as OrganisationId;
}

const small = await anOrganisation('HTX Nhỏ', {
  sectorCode: 'nong-nghiep',
  membersTotal: 60,
  membersOfficial: 60,
  revenueDong: 2n * BN,
  assetsDong: 400_000_000n,
});
const few = await anOrganisation('HTX Ít người', { membersTotal: 4, membersOfficial: 4 }, ['2024', '2025']);
const stopped = await anOrganisation('HTX Ngừng', { status: 'ceased', statusSince: isoDate('2025-06-01') });
const industrial = await anOrganisation('HTX Cơ khí', {
  sectorCode: 'cong-nghiep-ttcn',
  membersOfficial: 30,
  membersTotal: 30,
  revenueDong: 5n * BN,
  assetsDong: 2n * BN,
});

test('REG-07 ✔ the size class prints the version of each rule, the figures it used and what is unverified', async () => {
  const found = await assessOrganisation(officer, small, isoDate('2026-03-02'));

  expect(found.size).toMatchObject({ scheme: 'decree-113', class: 'small', sector: 'agriculture', missing: [] });
  expect(found.size.ruleVersion).toContain('size.agriculture.small@2024-11-01#1');
  expect(found.used).toContainEqual({ name: 'revenueDong', value: '2000000000', of: '2025' });
  expect(found.unverified.map(({ key }) => key)).toContain('size.agriculture.small');
  expect(found.governance.answer).toBe('full');
  expect(found.audit.answer).toBe(false);
  expect(found.minimum).toMatchObject({ minimum: 5, members: 60, isMet: true });
  expect(found.delegates).toMatchObject({ isAllowed: true, minimum: 30 });
});

test('REG-07 ✘ a missing figure is named, and a rule without numbers decides nothing', async () => {
  const [bare, noNumbers] = [
    await assessOrganisation(officer, few, isoDate('2026-03-02')),
    await assessOrganisation(officer, industrial, isoDate('2026-03-02')),
  ];

  expect(bare.size).toMatchObject({ class: 'undetermined', missing: ['sectorCode'] });
  expect(noNumbers.size).toMatchObject({ class: 'undetermined', emptyRules: ['size.industry.medium'] });
  expect(noNumbers.governance.answer).toBeNull();
});

test('REG-07 the rules of the day of the fact decide: before 01/11/2024 two classes of the circular', async () => {
  const old = await assessOrganisation(officer, few, isoDate('2024-12-31'));
  const before = await assessOrganisation(officer, small, isoDate('2024-10-31'));

  expect(old.size.scheme).toBe('decree-113');
  expect(before.size).toMatchObject({ scheme: 'circular-01', byMembers: 'undetermined', class: 'undetermined' });
  expect((await assessOrganisation(officer, small, isoDate('2019-01-01'))).size.scheme).toBeNull();
});

test('REG-07 warnings come by ground with figures and citation, are never a change of state, and stay within reach', async () => {
  const list = await listWarnings(officer, readWarningAddress(new URLSearchParams()));
  const byName = Object.fromEntries(list.rows.map(({ name, warning }) => [name, warning]));

  expect(byName['HTX Ít người']).toMatchObject({ ground: 'd1', level: 'reached', since: '2024-12-31' });
  expect(byName['HTX Ngừng']).toMatchObject({ ground: 'b', level: 'near', reachedOn: '2026-06-02' });
  expect(byName['HTX Ít người']?.rules.map(({ citation }) => citation)).toContain('17/2023/QH15 Đ.103.1d');
  expect(list.counts).toMatchObject({ b: 1, d1: 1, near: 1, reached: 1 });
  expect((await listWarnings(secretary, readWarningAddress(new URLSearchParams('muc=reached')))).rows).toHaveLength(1);
  expect((await listWarnings(neighbour, readWarningAddress(new URLSearchParams()))).rows).toEqual([]);
  await expect(
    listWarnings(await person('editor', 'cluster:CUM-BTB'), readWarningAddress(new URLSearchParams())),
  ).rejects.toMatchObject(refused('platform.access.denied'));
  const { rows } = await sql<{ status: string }>`select status from register.organisation where id = ${few}`.execute(
    system.owner.kysely,
  );
  expect(rows[0]?.status).toBe('operating');
});

const fact = (says: Record<string, string>) => SaveFact.parse({ source: 'Báo cáo năm 2024', ...says });

test('REG-07 facts that rules ask are kept with day and source, warn, and leave with a reason', async () => {
  await saveFact(officer, small, fact({ kind: 'largest-share', knownOn: '15/01/2025', amount: '30,01' }));
  await saveFact(officer, small, fact({ kind: 'general-meeting', knownOn: '20/03/2024' }));
  const warned = await assessOrganisation(officer, small, isoDate('2026-03-02'));
  const wrong = warned.facts.find(({ kind }) => kind === 'largest-share');

  await removeEntry(officer, small, 'fact', RemoveEntry.parse({ rowId: wrong?.id, reason: 'Ghi nhầm tỷ lệ' }));

  expect(warned.warnings.map(({ ground, level }) => [ground, level])).toEqual([
    ['dd', 'reached'],
    ['e', 'reached'],
  ]);
  expect((await assessOrganisation(officer, small, isoDate('2026-03-02'))).warnings).toHaveLength(1);
  await expect(
    removeEntry(officer, small, 'fact', RemoveEntry.parse({ rowId: wrong?.id, reason: 'x' })),
  ).rejects.toMatchObject(refused('compliance.entry.gone'));
});

test.each([
  [{ kind: 'largest-share', knownOn: '01/01/2025', amount: '100,5' }, 'over-hundred', 'amount'],
  [{ kind: 'largest-share', knownOn: '01/01/2025' }, 'number-missing', 'amount'],
  [{ kind: 'general-meeting', knownOn: '01/01/2025', amount: '5' }, 'number-unwanted', 'amount'],
  [{ kind: 'foreign-members', knownOn: '01/01/2025', amount: '1,5' }, 'no-person-count', 'amount'],
  [{ kind: 'stopped', knownOn: '03/03/2026' }, 'day-to-come', 'knownOn'],
])('REG-07 ✘ a fact %j is refused at its field', async (says, code, name) => {
  await expect(saveFact(officer, small, fact(says))).rejects.toMatchObject(field(`compliance.fact.${code}`, name));
});

const manager = (says: Record<string, string> = {}) =>
  SaveManager.parse({
    role: 'director',
    fullName: 'Người Thứ Nhất',
    termFrom: '01/03/2021',
    termLast: '28/02/2026',
    qualification: 'university',
    training: 'Quản trị HTX 2023',
    ...says,
  });

test('REG-08 ✔ who manages, with term, qualification and training: a term that is over is flagged, the history keeps both', async () => {
  await saveManager(officer, small, manager());
  await saveManager(officer, small, manager({ role: 'board-chair', termFrom: '01/01/2024', termLast: '' }));
  const [chair] = (await readGovernance(officer, small)).managers;
  const again = { rowId: chair?.id ?? '', seenVersion: '1', role: 'board-chair', termFrom: '01/01/2024' };
  await saveManager(officer, small, manager({ ...again, termLast: '01/01/2029' }));

  const { managers, bodies, entries } = await readGovernance(officer, small);

  expect(managers.map(({ role, flag }) => [role, flag])).toEqual([
    ['board-chair', 'too-long'],
    ['director', 'expired'],
  ]);
  expect(bodies).toEqual([{ body: 'board', persons: 1, end: 'min', limit: '3' }]);
  expect(entries[0]).toMatchObject({ act: 'changed', fields: { termUntil: [null, '2029-01-02'] } });
  await expect(saveManager(officer, small, manager(again))).rejects.toMatchObject(
    refused('compliance.entry.changed-meanwhile'),
  );
});

test('REG-08 names are for those who work with them, and that they were read is kept', async () => {
  const readsOf = async (ctx: Ctx) =>
    (
      await sql`select from privacy.read_log where account_id = ${ctx.actor.accountId} and context = 'profile'`.execute(
        system.owner.kysely,
      )
    ).rows.length;
  const before = await readsOf(officer);

  const [own, inspected] = [await readGovernance(officer, small), await readGovernance(inspector, small)];

  expect(own.managers.map(({ fullName }) => fullName)).toContain('Người Thứ Nhất');
  expect(inspected.managers.every(({ fullName, training }) => fullName === null && training === '')).toBe(true);
  expect(JSON.stringify(inspected)).not.toContain('Người Thứ Nhất');
  expect([await readsOf(officer), await readsOf(inspector)]).toEqual([before + 1, 0]);
  const acts = await sql<{
    facts: unknown;
  }>`select facts from platform.event where kind = 'compliance.entry-written'`.execute(system.owner.kysely);
  expect(JSON.stringify(acts.rows)).not.toContain('Người Thứ Nhất');
});

test('REG-08 ✘ a personal ID number is collected nowhere: no column for it, and no field takes one', async () => {
  const columns = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
     where table_schema = 'compliance' and column_name ~ '(cccd|cmnd|citizen|identity|passport|birth|phone|id_number|national)'`.execute(
    system.owner.kysely,
  );

  expect(columns.rows).toEqual([]);
  expect(Object.keys(SaveManager.shape).sort()).toEqual(
    ['fullName', 'qualification', 'role', 'rowId', 'seenVersion', 'termFrom', 'termLast', 'training'].sort(),
  );
  for (const fullName of ['001085012345', 'Người 123456789', 'Người A 001 085 012 345', '１２３'])
    await expect(saveManager(officer, small, manager({ fullName }))).rejects.toMatchObject(
      field('compliance.manager.number-in-name', 'fullName'),
    );
  await expect(saveManager(officer, small, manager({ training: 'CCCD 001085012345' }))).rejects.toMatchObject(
    field('compliance.manager.number-in-training', 'training'),
  );
  await expect(
    sql`insert into compliance.manager select (jsonb_populate_record(manager, '{"full_name": "A 001085012345"}')).* from compliance.manager manager limit 1`.execute(
      system.owner.kysely,
    ),
  ).rejects.toThrow(/manager_has_a_name_and_no_number/);
});

test('REG-08 ✘ only officers of the unit write, elsewhere there is no such organisation', async () => {
  for (const who of [secretary, inspector])
    await expect(saveManager(who, small, manager())).rejects.toMatchObject(refused('platform.access.denied'));
  await expect(saveManager(neighbour, small, manager())).rejects.toMatchObject(
    refused('register.organisation.not-found'),
  );
  await expect(saveManager(officer, small, manager({ termFrom: '03/03/2026', termLast: '' }))).rejects.toMatchObject(
    field('compliance.manager.begins-later', 'termFrom'),
  );
  await expect(saveManager(officer, small, manager({ termLast: '01/02/2021' }))).rejects.toMatchObject(
    field('compliance.manager.ends-first', 'termUntil'),
  );
});

const asset = (says: Record<string, string> = {}) =>
  SaveAsset.parse({
    kind: 'vehicle',
    title: 'Xe tải 2,5 tấn',
    madeYear: '2015',
    origin: 'own',
    valueDong: '350.000.000',
    state: 'good',
    needs: 'Thay mới',
    ...says,
  });

test('REG-16 ✔ outdated is older than the useful life of the rules, or worn or broken; unknown life is said', async () => {
  await saveAsset(officer, small, asset());
  await saveAsset(officer, small, asset({ title: 'Xe mới', madeYear: '2016' }));
  await saveAsset(officer, small, asset({ title: 'Máy hỏng', kind: 'machine', madeYear: '2024', state: 'broken' }));
  await saveAsset(officer, small, asset({ title: 'Kho', kind: 'storage', madeYear: '' }));

  const { assets, entries } = await readAssets(secretary, small);

  expect(Object.fromEntries(assets.map(({ title, outdated }) => [title, outdated]))).toEqual({
    'Xe tải 2,5 tấn': 'age',
    'Xe mới': null,
    'Máy hỏng': 'state',
    Kho: 'unknown',
  });
  expect(assets[0]?.valueDong).toBe(350_000_000n);
  expect(entries).toHaveLength(4);
});

test('REG-16 ✘ a year after this one is refused at its field; what is taken out keeps its history and its reason', async () => {
  await expect(saveAsset(officer, small, asset({ madeYear: '2027' }))).rejects.toMatchObject(
    field('compliance.asset.year-to-come', 'madeYear'),
  );
  await expect(saveAsset(officer, small, asset({ madeYear: '1899' }))).rejects.toMatchObject(
    field('compliance.asset.year-too-early', 'madeYear'),
  );
  expect(SaveAsset.safeParse({ ...asset(), valueDong: '-5', madeYear: '' }).success).toBe(false);
  const [first] = (await readAssets(officer, small)).assets;
  await removeEntry(officer, small, 'asset', RemoveEntry.parse({ rowId: first?.id, reason: 'Đã thanh lý' }));

  const { assets, entries } = await readAssets(officer, small);

  expect(assets).toHaveLength(3);
  expect(entries[0]).toMatchObject({ act: 'removed', reason: 'Đã thanh lý' });
  expect(() => RemoveEntry.parse({ rowId: first?.id, reason: ' ' })).toThrow();
});

test('REG-07 catalogue and warnings are taken out as files, and the record says so', async () => {
  const csv = await takeOutRules(officer, readCatalogueAddress(new URLSearchParams('muc=size')), 'csv');
  const warned = await takeOutWarnings(officer, readWarningAddress(new URLSearchParams()), 'csv');
  const xlsx = await takeOutWarnings(officer, readWarningAddress(new URLSearchParams()), 'xlsx');

  expect(new TextDecoder().decode(csv.bytes)).toContain('113/2024/NĐ-CP Đ.5');
  expect(new TextDecoder().decode(warned.bytes)).toContain('HTX Ngừng');
  expect(new TextDecoder().decode(warned.bytes)).not.toContain('Người Thứ Nhất');
  expect(xlsx.bytes.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  const { rows } = await sql<{ kind: string }>`
    select kind from platform.event where kind like 'compliance.%-taken-out'`.execute(system.owner.kysely);
  expect(rows).toHaveLength(3);
});

test('REG-07 the interface tells rules of a day, and size and warnings with the sentence that goes with unverified rules', async () => {
  const api = await testApi(system, [complianceApi]);
  const how = { grants: [{ role: 'officer', scope: 'alliance:LMHTX-QB' }], today: TODAY } as const;

  const rules = await api.get('/api/v1/rules?on=2024-06-30', how);
  const one = await api.get(`/api/v1/organisations/${few}/compliance?on=2026-03-02`, how);

  const minimum = rules.body.items.find((rule: { key: string }) => rule.key === 'members.minimum.cooperative');
  expect(minimum).toMatchObject({ value: 7, version: 'members.minimum.cooperative@2013-07-01#1', verified: false });
  expect(rules.body.statement).toContain('chưa');
  expect(one.body).toMatchObject({ memberMinimum: 5, meetsMinimum: false, restsOnUnverified: true });
  expect(one.body.warnings[0]).toMatchObject({ ground: 'd1', level: 'reached' });
  expect((await api.get('/api/v1/rules')).status).toBe(401);
  expect(
    (
      await api.get(`/api/v1/organisations/${stopped}/compliance`, {
        ...how,
        grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }],
      })
    ).status,
  ).toBe(404);
});
