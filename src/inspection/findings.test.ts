import ExcelJS from '@protobi/exceljs';
import { beforeAll, expect, test } from 'vitest';
import { inspectorUntil, listOwnVisits, noteVisit } from '#platform/access/inspection.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { testPerson } from '#platform/testing/person.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { anAllianceId, aRow, savedRows } from '#register/testing.ts';
import { readSampleAddress } from './address.ts';
import { answerFinding } from './commands/answer-finding.ts';
import { concludeSample } from './commands/conclude-sample.ts';
import { keepSample } from './commands/keep-sample.ts';
import type { Finding } from './commands/record-finding.ts';
import { RecordFinding, recordFinding } from './commands/record-finding.ts';
import { takeOutFindings } from './commands/take-out-findings.ts';
import { verifyFollowUp } from './commands/verify-follow-up.ts';
import { getSample, listFindings, listSamples } from './findings.ts';
import { keptView } from './kept-view.ts';
import type { SampleId } from './model.ts';
import { isOverdue } from './rules.ts';

const system = await testSystem();
const operator = testCtx(system);
const inspector = await testPerson(system, {
  name: 'Kiểm tra',
  grants: [{ role: 'inspector', scope: 'cluster:CUM-BTB' }],
});
const officer = await person('officer', 'alliance:LMHTX-QB');
const neighbour = await person('officer', 'alliance:LMHTX-NA');
const stranger = await person('inspector', 'alliance:LMHTX-NA');
const secretary = await person('secretary', 'cluster:CUM-BTB');
const refused = (code: string) => ({ refusal: { code } });

async function person(role: 'officer' | 'inspector' | 'secretary', scope: `alliance:${string}` | `cluster:${string}`) {
  return await testPerson(system, { name: `${role} ${scope}`, grants: [{ role, scope }] });
}

function finding(given: Partial<Record<keyof Finding, string>>): Finding {
  return RecordFinding.parse({ result: 'right', ...given });
}

const WRONG = finding({
  result: 'wrong',
  figureName: 'Tổng số thành viên',
  recorded: '120',
  found: '112',
  note: 'Thiếu tám người đã ra.',
  evidence: 'Sổ thành viên, trang 3',
  task: 'Sửa số thành viên.',
  mendedBy: 'Phòng Hợp tác xã',
  dueOn: '2024-07-10',
});

let id: SampleId;

beforeAll(async () => {
  for (const [code, count] of [
    ['LMHTX-QB', 6],
    ['LMHTX-QT', 4],
  ] as const) {
    const rows = Array.from({ length: count }, (_, at) => aRow({ rowNo: 8 + at, name: `HTX ${code} ${at}` }));
    await savedRows(operator, await anAllianceId(operator, code), rows);
  }
  id = await kept(inspector);
});

async function kept(by: Ctx, query = 'hat=QĐ-12&co=4'): Promise<SampleId> {
  return await keepSample(by, readSampleAddress(new URLSearchParams(query)));
}

async function itemOf(code: string): Promise<number> {
  const { items } = await getSample(inspector, inspector.read, id);
  return items.find(({ allianceCode }) => allianceCode === code)?.itemNo ?? 0;
}

test('AUD-04 a kept sample is what its seed draws again, and stays so when the register grows', async () => {
  const before = await keptView(inspector, id);
  await savedRows(operator, await anAllianceId(operator, 'LMHTX-QT'), [aRow({ rowNo: 40, name: 'HTX mới' })]);

  const after = await keptView(inspector, id);

  expect(before.redraw).toEqual({ isSame: true, now: 10 });
  expect(after.redraw).toEqual({ isSame: false, now: 11 });
  expect(after.items).toEqual(before.items);
  expect(after.sample).toMatchObject({ seed: 'QĐ-12', populationCount: 10, drawnBy: 'Kiểm tra' });
  expect((await keptView(inspector, await kept(inspector))).redraw).toEqual({ isSame: true, now: 11 });
});

test('AUD-04 nothing is kept that was not drawn, and nothing by whoever is no inspector', async () => {
  await expect(kept(inspector, 'hat=&co=4')).rejects.toMatchObject(refused('inspection.sample.not-drawn'));
  for (const who of [officer, secretary])
    await expect(kept(who)).rejects.toMatchObject(refused('platform.access.denied'));
});

test('AUD-04 a finding says what was found, and what its unit has to mend; the unit sees its own only', async () => {
  const itemNo = await itemOf('LMHTX-QB');

  await recordFinding(inspector, id, itemNo, WRONG);

  const [seen] = await listFindings(officer);
  expect(seen).toMatchObject({ itemNo, result: 'wrong', recorded: '120', found: '112', foundBy: 'Kiểm tra' });
  expect(seen?.followUp).toMatchObject({ state: 'open', dueOn: '2024-07-10', mendedBy: 'Phòng Hợp tác xã' });
  expect(await listFindings(neighbour)).toEqual([]);
  await expect(listFindings(secretary)).rejects.toMatchObject(refused('platform.access.denied'));
  expect((await listSamples(inspector)).find((sample) => sample.id === id)).toMatchObject({ looked: 1, wrong: 1 });
});

test.each([
  { why: 'it says nothing', given: { result: 'wrong' }, code: 'inspection.finding.says-nothing', field: 'note' },
  {
    why: 'nobody is to mend it',
    given: { task: 'Sửa.' },
    code: 'inspection.follow-up.nobody-named',
    field: 'mendedBy',
  },
  {
    why: 'no day is set',
    given: { task: 'Sửa.', mendedBy: 'Phòng' },
    code: 'inspection.follow-up.no-day',
    field: 'dueOn',
  },
  {
    why: 'its day has passed',
    given: { task: 'Sửa.', mendedBy: 'Phòng', dueOn: '2024-06-23' },
    code: 'inspection.follow-up.day-past',
    field: 'dueOn',
  },
] as const)('AUD-04 a finding is refused when $why', async ({ given, code, field }) => {
  const itemNo = await itemOf('LMHTX-QT');

  await expect(recordFinding(inspector, id, itemNo, finding(given))).rejects.toMatchObject({
    refusal: { code, facts: { field } },
  });
});

test('AUD-04 findings are written by inspectors of that scope only, and what was asked does not vanish', async () => {
  const itemNo = await itemOf('LMHTX-QB');

  await expect(recordFinding(officer, id, itemNo, WRONG)).rejects.toMatchObject(refused('platform.access.denied'));
  await expect(recordFinding(stranger, id, itemNo, WRONG)).rejects.toMatchObject(
    refused('inspection.sample.not-found'),
  );
  await expect(recordFinding(inspector, id, itemNo, finding({}))).rejects.toMatchObject(
    refused('inspection.follow-up.cannot-vanish'),
  );
  await expect(recordFinding(inspector, id, 99, WRONG)).rejects.toMatchObject(refused('inspection.sample.not-found'));
});

test('AUD-04 the unit answers, the inspector sees to it: open again when it was not mended, done when it was', async () => {
  const itemNo = await itemOf('LMHTX-QB');
  const answer = { answer: 'Đã sửa ở Sổ bộ ngày 24/06.' };
  await expect(verifyFollowUp(inspector, id, itemNo, true)).rejects.toMatchObject(
    refused('inspection.follow-up.not-answered'),
  );
  await expect(answerFinding(inspector, id, itemNo, answer)).rejects.toMatchObject(refused('platform.access.denied'));
  await expect(answerFinding(neighbour, id, itemNo, answer)).rejects.toMatchObject(
    refused('inspection.sample.not-found'),
  );

  await answerFinding(officer, id, itemNo, answer);
  await expect(verifyFollowUp(officer, id, itemNo, true)).rejects.toMatchObject(refused('platform.access.denied'));
  await verifyFollowUp(inspector, id, itemNo, false);
  const again = (await listFindings(officer))[0]?.followUp;
  await answerFinding(officer, id, itemNo, answer);
  await verifyFollowUp(inspector, id, itemNo, true);

  expect(again).toMatchObject({ state: 'open', answer: answer.answer, verifiedAt: null });
  expect((await listFindings(officer))[0]?.followUp).toMatchObject({ state: 'verified', verifiedBy: 'Kiểm tra' });
  await expect(answerFinding(officer, id, itemNo, answer)).rejects.toMatchObject(
    refused('inspection.follow-up.verified-already'),
  );
});

test('AUD-04 a conclusion waits for every item, carries the error rate, and closes the findings', async () => {
  const conclude = () => concludeSample(inspector, id, { conclusion: 'Số liệu tin cậy được.' });
  await expect(conclude()).rejects.toMatchObject({
    refusal: { code: 'inspection.sample.items-open', facts: { open: 3, of: 4 } },
  });
  const { items } = await getSample(inspector, inspector.read, id);
  for (const { itemNo } of items.filter(({ result }) => result === null))
    await recordFinding(inspector, id, itemNo, finding({}));
  await expect(concludeSample(officer, id, { conclusion: 'x' })).rejects.toMatchObject(
    refused('platform.access.denied'),
  );

  await conclude();

  const view = await keptView(inspector, id);
  expect(view.tally).toEqual({ right: 3, wrong: 1, unverifiable: 0, open: 0 });
  expect(view.rate?.rate).toBe(0.25);
  expect(view.sample).toMatchObject({ conclusion: 'Số liệu tin cậy được.', concludedBy: 'Kiểm tra' });
  await expect(recordFinding(inspector, id, 1, finding({}))).rejects.toMatchObject(
    refused('inspection.sample.concluded'),
  );
  await expect(conclude()).rejects.toMatchObject(refused('inspection.sample.concluded'));
});

test('AUD-04 the sheet with its findings is a workbook; an officer gets the rows of their unit, and both are recorded', async () => {
  const rowsOf = async (who: Ctx) => {
    const book = new ExcelJS.Workbook();
    const { bytes, name } = await takeOutFindings(who, id);
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = book.worksheets[0];
    const texts = Array.from({ length: sheet?.rowCount ?? 0 }, (_, at) => String(sheet?.getRow(at + 1).values));
    return { name, texts };
  };

  const whole = await rowsOf(inspector);
  const own = await rowsOf(officer);

  expect(whole.name).toBe('ket-qua-kiem-tra-QĐ-12.xlsx');
  expect(whole.texts).toHaveLength(5);
  expect(whole.texts.join('\n')).toContain('Sổ thành viên, trang 3');
  expect(own.texts.length).toBeLessThan(5);
  await expect(takeOutFindings(neighbour, id)).rejects.toMatchObject(refused('inspection.sample.not-found'));
  const acts = await sql`select 1 from platform.event where kind = 'inspection.findings-taken-out'`.execute(
    system.owner.kysely,
  );
  expect(acts.rows).toHaveLength(2);
});

test('AUD-04 the database keeps findings to those who reach the unit', async () => {
  const count = async (who: Ctx) =>
    (await sql`select from inspection.item where sample_id = ${id}`.execute(who.read)).rows.length;

  expect(await count(inspector)).toBe(4);
  expect(await count(officer)).toBeLessThan(4);
  expect(await count(neighbour)).toBe(0);
});

test('AUD-03 an inspector reads what the record holds of their own visits, and until when they may look', async () => {
  await noteVisit(inspector, '/van-phong/so-bo');
  await noteVisit(stranger, '/van-phong/ky');
  await sql`insert into platform.account_grant (account_id, role, scope, valid_from, valid_until)
    values (${inspector.actor.accountId}, 'inspector', 'cluster:CUM-BTB', '2024-06-01', '2024-07-31')`.execute(
    system.owner.kysely,
  );

  const visits = await listOwnVisits(inspector);

  expect(visits.map(({ kind, subject }) => `${kind} ${subject}`)).toContain(
    'platform.office-page-visited /van-phong/so-bo',
  );
  expect(visits.map(({ subject }) => subject)).not.toContain('/van-phong/ky');
  expect(await inspectorUntil(inspector)).toBe('2024-07-31');
  expect(await inspectorUntil(stranger)).toBeNull();
});

test.each([
  { state: 'open', dueOn: '2024-06-23', is: true },
  { state: 'open', dueOn: '2024-06-24', is: false },
  { state: 'done', dueOn: '2024-06-23', is: false },
] as const)('AUD-04 a follow-up $state, due on $dueOn, is overdue on 24/06: $is', ({ is, ...followUp }) => {
  expect(isOverdue(followUp as never, '2024-06-24')).toBe(is);
});
