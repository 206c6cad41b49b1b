import { describe, expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { isWorkingDay, workingDaysLeft } from '#kernel/working-days.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { ensureDataCall } from './acts/ensure-data-call.ts';
import { extendDataCall } from './commands/extend-data-call.ts';
import { moveCall } from './commands/move-call.ts';
import { openDataCall } from './commands/open-data-call.ts';
import { deadlinesRefusal, deadlineWarnings, usualDeadlines } from './deadlines.ts';
import { getDataCall, submissionsOf } from './queries.ts';
import { anOpenCall, CLUSTER } from './testing.ts';

const system = await testSystem();
const ctx = testCtx(system);
const day = isoDate;
const none: ReadonlySet<string> = new Set();

describe('deadlines', () => {
  const cutOff = day('2024-06-14');
  const good = { submitByOn: day('2024-06-19'), lockByOn: day('2024-06-28'), conferenceOn: day('2024-07-05') };

  test('RPT-01 the usual deadlines of the first half of 2024 are those of its calendar', () => {
    expect(usualDeadlines(cutOff, { submitDays: 5, lockDays: 14, conferenceDays: 21 }, none)).toEqual(good);
  });

  test('RPT-01 a usual deadline on a day off moves to the next working day', () => {
    const offsets = { submitDays: 5, lockDays: 14, conferenceDays: 21 };
    const holidays = new Set(['2025-01-01']);

    expect(usualDeadlines(day('2024-12-14'), offsets, holidays)).toMatchObject({
      submitByOn: '2024-12-19',
      lockByOn: '2024-12-30',
    });
    expect(usualDeadlines(day('2024-12-27'), offsets, holidays).submitByOn).toBe('2025-01-02');
  });

  test.each([
    [{ submitByOn: day('2024-06-13') }, 'reporting.deadline.before-cut-off'],
    [{ lockByOn: day('2024-06-18') }, 'reporting.deadline.lock-before-submission'],
    [{ conferenceOn: day('2024-06-27') }, 'reporting.deadline.conference-before-lock'],
    [{ submitByOn: cutOff }, undefined],
    [{}, undefined],
  ])('RPT-01 %o: %s', (over, code) => {
    expect(deadlinesRefusal(cutOff, { ...good, ...over })?.code).toBe(code);
  });

  test('RPT-01 a deadline on a weekend or holiday is a warning', () => {
    const holidays = new Set(['2024-06-19']);

    expect(deadlineWarnings({ ...good, lockByOn: day('2024-06-29') }, holidays)).toEqual([
      { deadline: 'submitByOn', day: '2024-06-19' },
      { deadline: 'lockByOn', day: '2024-06-29' },
    ]);
    expect(deadlineWarnings(good, none)).toEqual([]);
    expect(isWorkingDay(day('2024-06-24'), none)).toBe(true);
  });

  test('days left are working days', () => {
    expect(workingDaysLeft(day('2024-06-24'), day('2024-06-28'), none)).toBe(4);
    expect(workingDaysLeft(day('2024-06-28'), day('2024-07-01'), none)).toBe(1);
    expect(workingDaysLeft(day('2024-06-24'), day('2024-06-24'), none)).toBe(0);
    expect(workingDaysLeft(day('2024-06-24'), day('2024-06-19'), none)).toBe(-3);
  });
});

describe('opening', () => {
  const open = (over: Record<string, unknown> = {}) =>
    openDataCall(ctx, {
      clusterCode: CLUSTER,
      periodCode: '2024-H2',
      submitByOn: day('2024-12-19'),
      lockByOn: day('2024-12-27'),
      conferenceOn: null,
      ...over,
    });

  test('RPT-01 a deadline before the cut-off is refused and nothing is opened', async () => {
    await expect(open({ submitByOn: day('2024-12-13') })).rejects.toMatchObject({
      refusal: { code: 'reporting.deadline.before-cut-off', facts: { cutOff: '2024-12-14', day: '2024-12-13' } },
    });
    await expect(getDataCall(ctx.read, CLUSTER, '2024-H2')).rejects.toMatchObject({
      refusal: { code: 'reporting.call.not-found' },
    });
  });

  test('RPT-01 a period opens once, with a submission for each member as of the cut-off, and warns of a day off', async () => {
    const { call, warnings } = await open({ conferenceOn: day('2025-01-01') });

    expect(call).toMatchObject({ state: 'open', title: 'Báo cáo 6 tháng cuối năm 2024' });
    expect(call.period).toMatchObject({ firstDay: '2024-06-15', lastDay: '2024-12-14' });
    expect(warnings).toEqual([{ deadline: 'conferenceOn', day: '2025-01-01' }]);
    const submissions = [...(await submissionsOf(ctx.read, call.id)).values()];
    expect(submissions).toHaveLength(6);
    expect(submissions.every((one) => one.state === 'not-opened' && one.roundNo === 0)).toBe(true);
    await expect(open()).rejects.toMatchObject({ refusal: { code: 'reporting.call.opened-already' } });
  });

  test('a call that is there is found, one that is not is opened with the usual deadlines', async () => {
    const first = await anOpenCall(ctx, '2024-H1');
    const again = await anOpenCall(ctx, '2024-H1');

    expect(again.id).toBe(first.id);
    expect(first).toMatchObject({ submitByOn: '2024-06-19', lockByOn: '2024-06-28', conferenceOn: '2024-07-05' });
  });

  test('two who open at once open one', async () => {
    const calls = await Promise.all([anOpenCall(ctx, '2024-9M'), anOpenCall(ctx, '2024-9M')]);

    expect(calls[0].id).toBe(calls[1].id);
    expect((await submissionsOf(ctx.read, calls[0].id)).size).toBe(6);
  });

  test('an officer cannot open a period, but finds one that is open', async () => {
    const officer = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] });
    const ensure = (period: string) => officer.transact((tx) => ensureDataCall(tx, officer, CLUSTER, period));

    await expect(ensure('2025-H1')).rejects.toMatchObject({ refusal: { code: 'platform.access.denied' } });
    await anOpenCall(ctx, '2024-H1');
    await expect(ensure('2024-H1')).resolves.toMatchObject({ state: 'open' });
  });
});

describe('moving', () => {
  const call = { clusterCode: CLUSTER, periodCode: '2024-Q3' };

  test('RPT-01 more time asks for a reason and carries the lock along', async () => {
    await anOpenCall(ctx, '2024-Q3');
    const extend = (reason: string, submitByOn: string) =>
      extendDataCall(ctx, { ...call, reason, submitByOn: day(submitByOn) });

    await expect(extend(' ', '2024-10-15')).rejects.toMatchObject({
      refusal: { code: 'reporting.call.reason-missing' },
    });
    await expect(extend('Bão', '2024-09-13')).rejects.toMatchObject({
      refusal: { code: 'reporting.deadline.before-cut-off' },
    });
    await extend('Bão', '2024-10-15');

    expect(await getDataCall(ctx.read, CLUSTER, '2024-Q3')).toMatchObject({
      state: 'open',
      submitByOn: '2024-10-15',
      lockByOn: '2024-10-15',
    });
  });

  test('receiving ends by itself after the deadline; consolidating begins by a person', async () => {
    const late = testCtx(system, { today: '2024-10-16' });
    await anOpenCall(ctx, '2024-Q3');

    await expect(moveCall(late, { ...call, act: 'close' })).rejects.toMatchObject({
      refusal: {
        code: 'reporting.call.move-not-allowed',
        facts: { state: 'closed', allowed: ['extend', 'consolidate'] },
      },
    });
    await moveCall(late, { ...call, act: 'consolidate' });

    expect((await getDataCall(ctx.read, CLUSTER, '2024-Q3')).state).toBe('consolidating');
  });
});
