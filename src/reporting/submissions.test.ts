import { beforeEach, describe, expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { getAlliance } from '#organisations/public.ts';
import type { Grant } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { lockDataCall, restateDataCall } from './acts/move-data-call.ts';
import { submitUnit } from './acts/submit-unit.ts';
import { answerCells } from './commands/answer-cells.ts';
import { approveUnit, requestApproval } from './commands/approve-unit.ts';
import { passUnit } from './commands/pass-unit.ts';
import { returnCells } from './commands/return-cells.ts';
import { takeBack } from './commands/take-back.ts';
import { currentValues, findUnitCall, returnedCells, submissionEvents } from './queries.ts';
import { receiptOf } from './receipt.ts';
import {
  anOpenCall,
  aSubmittedUnit,
  CLUSTER,
  coherentAmounts,
  PERIOD,
  recordedValues,
  theDictionary,
  valuesOf,
} from './testing.ts';

const system = await testSystem();
const admin = testCtx(system);
const UNIT = 'LMHTX-NA';
const as = (name: string, ...grants: readonly Grant[]) => testCtx(system, { name, grants });
const officer = as('Cán bộ', { role: 'officer', scope: `alliance:${UNIT}` });
const leader = as('Lãnh đạo', { role: 'leader', scope: `alliance:${UNIT}` });
const secretary = as('Thư ký Cụm', { role: 'secretary', scope: `cluster:${CLUSTER}`, covers: [`alliance:${UNIT}`] });

beforeEach(async () => {
  const emptied = ['returned_cell', 'submission_act', 'submission', 'data_call', 'value_entry', 'narrative'];
  for (const table of emptied) await sql`delete from ${sql.table(`reporting.${table}`)}`.execute(system.owner.kysely);
  await anOpenCall(admin);
});

async function stateNow() {
  const unit = await findUnitCall(admin.read, UNIT, PERIOD);
  if (!unit) throw new Error('no submission');
  return unit.submission;
}

async function valuesNow() {
  const { id } = await getAlliance(admin.read, UNIT, isoDate('2024-06-14'));
  return await currentValues(admin.read, id, PERIOD);
}

const sending = { unitCode: UNIT, periodCode: PERIOD, missingReason: '', missingByOn: null };

async function enterAll(over: Readonly<Record<string, string | null>> = {}) {
  const amounts = new Map([...coherentAmounts(await theDictionary(admin)), ...Object.entries(over)]);
  await recordedValues(officer, UNIT, valuesOf(amounts));
}

test('IAM-03 who sends by delegation may do that alone, and the record says on whose behalf', async () => {
  const delegated = {
    delegationId: 'd-1',
    kind: 'KT',
    of: 'Chủ tịch Liên minh',
    acts: ['reporting.submit-unit'],
  };
  const scope = `alliance:${UNIT}` as const;
  const deputy = as('Cấp phó', { role: 'officer', scope }, { role: 'leader', scope, delegated });
  await enterAll();
  await requestApproval(officer, sending);
  await expect(approveUnit(officer, sending)).rejects.toThrow('platform.access.denied');

  await approveUnit(deputy, sending);

  const acts = await sql<{ by: string; facts: object }>`select created_by as by, facts from platform.event
    where kind = 'reporting.unit-submitted' order by created_at desc, id desc limit 1`.execute(system.owner.kysely);
  expect(acts.rows).toMatchObject([
    { by: 'Cấp phó', facts: { onBehalfOf: 'KT. Chủ tịch Liên minh', delegation: 'd-1' } },
  ]);
});

describe('sending', () => {
  test('RPT-04 the officer enters, the leader approves and sends, and a receipt proves the values later', async () => {
    await enterAll();
    expect((await stateNow()).state).toBe('entering');
    await requestApproval(officer, sending);
    expect((await stateNow()).state).toBe('awaiting-approval');

    const { receipt } = await approveUnit(leader, sending);

    expect(await stateNow()).toMatchObject({ state: 'submitted', roundNo: 1, receipt, submittedBy: 'Lãnh đạo' });
    expect(receipt).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(receiptOf(UNIT, PERIOD, await valuesNow())).toBe(receipt);
    const changed = (await valuesNow()).map((value, place) => (place === 0 ? { ...value, amount: '999' } : value));
    expect(receiptOf(UNIT, PERIOD, changed)).not.toBe(receipt);
    const { id } = await stateNow();
    expect((await submissionEvents(admin.read, id)).map((event) => [event.act, event.by]).toReversed()).toEqual([
      ['enter', 'Cán bộ'],
      ['ask-approval', 'Cán bộ'],
      ['submit', 'Lãnh đạo'],
    ]);
  });

  test('RPT-04 a missing required figure cannot be sent', async () => {
    await enterAll({ 'TM.VB': null, 'QUY.VON': null });

    await expect(approveUnit(leader, sending)).rejects.toMatchObject({
      refusal: {
        code: 'reporting.submission.values-missing',
        facts: { count: 2, names: ['Văn bản tham mưu cho tỉnh', 'Nguồn vốn hoạt động'] },
      },
    });
    expect((await stateNow()).state).toBe('entering');
  });

  test('RPT-04 it may be sent with gaps only with a reason and a promised day', async () => {
    await enterAll({ 'TM.VB': null });
    const day = isoDate('2024-06-28');

    for (const half of [
      { missingReason: 'Chờ sở', missingByOn: null },
      { missingReason: '  ', missingByOn: day },
      { missingReason: 'Chờ sở', missingByOn: isoDate('2024-06-23') },
    ])
      await expect(approveUnit(leader, { ...sending, ...half })).rejects.toMatchObject({
        refusal: { code: 'reporting.submission.promise-incomplete' },
      });
    await approveUnit(leader, { ...sending, missingReason: 'Chờ sở', missingByOn: day });

    expect(await stateNow()).toMatchObject({ state: 'submitted', missingNote: 'Chờ sở', missingByOn: day });
  });

  test('RPT-05 an error blocks sending even with a promise', async () => {
    await enterAll({ 'TV.NU': '5000' });

    const refused = approveUnit(leader, { ...sending, missingReason: 'Gấp', missingByOn: isoDate('2024-06-28') });

    await expect(refused).rejects.toMatchObject({
      refusal: { code: 'reporting.submission.errors-left', facts: { count: 1 } },
    });
  });

  test('RPT-04 the officer cannot send, the leader of another alliance neither', async () => {
    await enterAll();
    const other = as('Khác', { role: 'leader', scope: 'alliance:LMHTX-TH' });

    for (const ctx of [officer, other, secretary])
      await expect(approveUnit(ctx, sending)).rejects.toMatchObject({ refusal: { code: 'platform.access.denied' } });
    expect((await stateNow()).state).toBe('entering');
  });

  test('RPT-04 sending what stands as sent changes nothing', async () => {
    const first = await aSubmittedUnit(admin, UNIT);

    const again = await admin.transact((tx) =>
      submitUnit(tx, admin, { unitCode: UNIT, periodCode: PERIOD, promise: null }),
    );

    expect(again).toEqual({ isSubmitted: true, receipt: first.receipt, roundNo: 1 });
    expect(
      (await submissionEvents(admin.read, (await stateNow()).id)).filter((one) => one.act === 'submit'),
    ).toHaveLength(1);
  });

  test('RPT-04 values that change after sending recall the submission, the same values do not', async () => {
    await aSubmittedUnit(admin, UNIT);

    await recordedValues(leader, UNIT, valuesOf({ 'TM.VB': '0' }));
    expect((await stateNow()).state).toBe('submitted');
    await recordedValues(leader, UNIT, valuesOf({ 'TM.VB': '4' }));

    expect((await stateNow()).state).toBe('entering');
    await expect(recordedValues(officer, UNIT, valuesOf({ 'TM.VB': '5' }))).resolves.toBeDefined();
    const { receipt } = await approveUnit(leader, sending);
    expect(await stateNow()).toMatchObject({ roundNo: 2, receipt });
  });

  test('RPT-04 an officer cannot recall what the leader sent', async () => {
    await aSubmittedUnit(admin, UNIT);

    await expect(recordedValues(officer, UNIT, valuesOf({ 'TM.VB': '4' }))).rejects.toMatchObject({
      refusal: { code: 'platform.access.denied' },
    });
  });

  test('the leader gives the figures back to the officer', async () => {
    await enterAll();
    await requestApproval(officer, sending);
    await expect(recordedValues(officer, UNIT, valuesOf({ 'TM.VB': '4' }))).rejects.toMatchObject({
      refusal: { code: 'reporting.values.awaiting-approval' },
    });

    await takeBack(leader, { unitCode: UNIT, periodCode: PERIOD, act: 'send-back', note: 'Xem lại B05' });

    expect((await stateNow()).state).toBe('entering');
  });

  test('two people who send at once send once', async () => {
    await enterAll();

    const sent = await Promise.all([approveUnit(leader, sending), approveUnit(leader, sending)]);

    expect(sent[0].receipt).toBe(sent[1].receipt);
    expect(await stateNow()).toMatchObject({ state: 'submitted', roundNo: 1 });
  });
});

describe('returning', () => {
  const cell = { indicatorCode: 'DT.TV', comment: 'Lớn hơn tổng doanh thu. Sửa một trong hai ô.' };

  test('RPT-05 the cluster returns cells with comments, only these unlock, the unit answers and sends again', async () => {
    await aSubmittedUnit(admin, UNIT);
    await returnCells(secretary, { unitCode: UNIT, periodCode: PERIOD, cells: [cell] });
    expect((await stateNow()).state).toBe('returned');

    await expect(recordedValues(officer, UNIT, valuesOf({ 'TM.VB': '9' }))).rejects.toMatchObject({
      refusal: { code: 'reporting.values.cell-not-returned', facts: { cells: ['TM.VB'], returned: ['DT.TV'] } },
    });
    await answerCells(officer, {
      unitCode: UNIT,
      periodCode: PERIOD,
      cells: [{ indicatorCode: 'DT.TV', amountText: '39.500', answer: 'Nhập nhầm đơn vị.' }],
    });
    expect((await stateNow()).state).toBe('correcting');
    await approveUnit(leader, sending);

    expect(await stateNow()).toMatchObject({ state: 'submitted', roundNo: 2 });
    expect((await valuesNow()).find((value) => value.indicatorCode === 'DT.TV')?.amount).toBe('39500000000');
    expect(await returnedCells(admin.read, (await stateNow()).id)).toMatchObject([
      { roundNo: 1, ...cell, createdBy: 'Thư ký Cụm', answer: 'Nhập nhầm đơn vị.', answeredBy: 'Cán bộ' },
    ]);
  });

  test('a returned cell needs a comment, and there must be one', async () => {
    await aSubmittedUnit(admin, UNIT);
    const back = (cells: { indicatorCode: string; comment: string }[]) =>
      returnCells(secretary, { unitCode: UNIT, periodCode: PERIOD, cells });

    await expect(back([])).rejects.toMatchObject({ refusal: { code: 'reporting.return.no-cells' } });
    await expect(back([{ ...cell, comment: ' ' }])).rejects.toMatchObject({
      refusal: { code: 'reporting.return.comment-missing' },
    });
    await expect(back([{ ...cell, indicatorCode: 'HTX.NN.TL' }])).rejects.toMatchObject({
      refusal: { code: 'reporting.indicator.not-found' },
    });
    expect((await stateNow()).state).toBe('submitted');
  });

  test('an answer to a cell that was not returned, or without a word, is refused', async () => {
    await aSubmittedUnit(admin, UNIT);
    await returnCells(secretary, { unitCode: UNIT, periodCode: PERIOD, cells: [cell] });
    const answer = (indicatorCode: string, amountText: string, text: string) =>
      answerCells(officer, {
        unitCode: UNIT,
        periodCode: PERIOD,
        cells: [{ indicatorCode, amountText, answer: text }],
      });

    await expect(answer('TM.VB', '3', '')).rejects.toMatchObject({
      refusal: { code: 'reporting.answer.not-returned' },
    });
    await expect(answer('DT.TV', '', ' ')).rejects.toMatchObject({ refusal: { code: 'reporting.answer.empty' } });
    await expect(answer('DT.TV', 'chín trăm', '')).rejects.toMatchObject({
      refusal: { code: 'reporting.values.not-readable' },
    });
    expect((await stateNow()).state).toBe('returned');
  });

  test('what is not sent cannot be returned, and the refusal names the moves that are allowed', async () => {
    await expect(returnCells(secretary, { unitCode: UNIT, periodCode: PERIOD, cells: [cell] })).rejects.toMatchObject({
      refusal: {
        code: 'reporting.submission.move-not-allowed',
        facts: { state: 'not-opened', act: 'return', allowed: ['enter'] },
      },
    });
  });
});

describe('passing and locking', () => {
  test('forms pass one by one; with the last one the submission has passed', async () => {
    await aSubmittedUnit(admin, UNIT);
    const pass = (formCode: 'B01' | 'B09' | '') =>
      passUnit(secretary, { unitCode: UNIT, periodCode: PERIOD, formCode });

    await pass('B01');
    expect((await stateNow()).state).toBe('submitted');
    for (const formCode of ['B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B08', 'B09'] as const)
      await passUnit(secretary, { unitCode: UNIT, periodCode: PERIOD, formCode });

    expect((await stateNow()).state).toBe('passed');
    await expect(recordedValues(leader, UNIT, valuesOf({ 'TM.VB': '9' }))).rejects.toMatchObject({
      refusal: { code: 'reporting.values.unit-passed' },
    });
    await expect(passUnit(leader, { unitCode: UNIT, periodCode: PERIOD, formCode: '' })).rejects.toMatchObject({
      refusal: { code: 'platform.access.denied' },
    });
  });

  test('the lock takes what was sent, and nothing is written after it until a correction is opened with a reason', async () => {
    await aSubmittedUnit(admin, UNIT);
    const lock = () => secretary.transact((tx) => lockDataCall(tx, secretary, CLUSTER, PERIOD));

    const call = await lock();

    expect(call.state).toBe('locked');
    expect((await stateNow()).state).toBe('locked');
    await expect(recordedValues(leader, UNIT, valuesOf({ 'TM.VB': '9' }))).rejects.toMatchObject({
      refusal: { code: 'reporting.values.call-locked' },
    });
    await expect(recordedValues(admin, 'LMHTX-TH', valuesOf({ 'TM.VB': '9' }))).rejects.toMatchObject({
      refusal: { code: 'reporting.values.call-locked' },
    });
    await expect(lock()).rejects.toMatchObject({ refusal: { code: 'reporting.call.move-not-allowed' } });
    const ask = { clusterCode: CLUSTER, periodCode: PERIOD };
    await expect(
      secretary.transact((tx) => restateDataCall(tx, secretary, { ...ask, reason: ' ' })),
    ).rejects.toMatchObject({ refusal: { code: 'reporting.call.reason-missing' } });

    await secretary.transact((tx) => restateDataCall(tx, secretary, { ...ask, reason: 'Sai số quỹ' }));

    expect((await stateNow()).state).toBe('passed');
  });

  test('a period with returned cells is not locked', async () => {
    await aSubmittedUnit(admin, UNIT);
    const cells = [{ indicatorCode: 'TM.VB', comment: 'Xem lại' }];
    await returnCells(secretary, { unitCode: UNIT, periodCode: PERIOD, cells });

    await expect(secretary.transact((tx) => lockDataCall(tx, secretary, CLUSTER, PERIOD))).rejects.toMatchObject({
      refusal: { code: 'reporting.call.cells-still-returned', facts: { units: ['Nghệ An'] } },
    });
  });
});
