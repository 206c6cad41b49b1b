import { expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { OpenIncident, openIncident } from './commands/open-incident.ts';
import { WriteIncident, writeIncident } from './commands/write-incident.ts';
import { getIncident, incidentTerms, listIncidents } from './incident-queries.ts';
import { isDrillDue, noticeClock, notifiedAt } from './incident-rules.ts';

const system = await testSystem();
const on = (today: string, code = 'LMHTX-QB') =>
  testCtx(system, { today, name: 'Cán bộ', grants: [{ role: 'officer', scope: `alliance:${code}` }] });
const officer = on('2026-03-02');
const opened = async (says: object = {}) =>
  await openIncident(officer, OpenIncident.parse({ unit: 'LMHTX-QB', title: 'Mất máy tính xách tay', ...says }));
const wrote = async (number: string, says: object, ctx = officer) =>
  await writeIncident(ctx, number, WriteIncident.parse(says));

test('PDP-07 from finding to lesson: the clock of the dated rule runs until the authority is told, each step with its hour and hand', async () => {
  const number = await opened({ detected: '01/03/2026 08:00', note: 'Người dùng báo' });
  const { noticeHours } = await incidentTerms(officer.read, officer.today);
  const before = await getIncident(officer.read, number);
  await wrote(number, { what: 'step', phase: 'contain', note: 'Đóng các phiên' });
  await wrote(number, { what: 'step', phase: 'notify-authority', note: 'Đã gửi', happened: '02/03/2026 08:30' });
  await wrote(number, { what: 'facts', dataKinds: 'Họ tên', peopleCount: '120', harm: 'Bị gọi', measures: 'Đổi khóa' });
  await wrote(number, { what: 'close', cause: 'Ổ đĩa không mã hóa', lesson: 'Mã hóa mọi máy' });

  const incident = await getIncident(officer.read, number);
  const clock = (steps: typeof incident.steps) =>
    noticeClock(incident.detectedAt, notifiedAt(steps), noticeHours, officer.now);

  expect(number).toMatch(/^SC-QB-2026-\d\d$/);
  expect(noticeHours).toBe(72);
  expect(clock(before.steps)).toMatchObject({ state: 'running', hoursLeft: 47 });
  expect(clock(incident.steps).state).toBe('met');
  expect(incident.steps.map(({ phase, recordedBy }) => [phase, recordedBy])).toEqual([
    ['detect', 'Cán bộ'],
    ['notify-authority', 'Cán bộ'],
    ['contain', 'Cán bộ'],
  ]);
  expect(incident).toMatchObject({ peopleCount: 120, cause: 'Ổ đĩa không mã hóa', closedBy: 'Cán bộ' });
});

test('PDP-07 closing without cause and lesson is refused, by the database too', async () => {
  const number = await opened();

  await expect(wrote(number, { what: 'close', cause: '', lesson: 'x' })).rejects.toMatchObject({
    refusal: { code: 'rights.incident.cause-needed' },
  });
  await expect(wrote(number, { what: 'close', cause: 'x', lesson: '' })).rejects.toMatchObject({
    refusal: { code: 'rights.incident.lesson-needed' },
  });
  await expect(
    sql`update rights.incident set closed_at = now(), closed_by = 'x' where number = ${number}`.execute(
      system.app.kysely,
    ),
  ).rejects.toThrow(/incident_is_closed_with_cause_and_lesson/);
  expect((await getIncident(officer.read, number)).closedAt).toBeNull();
});

test('PDP-07 a step before the finding or in the future is refused; a closed book takes nothing more', async () => {
  const number = await opened({ detected: '02/03/2026 08:00' });
  const step = { what: 'step', phase: 'contain', note: 'x' };

  for (const happened of ['02/03/2026 07:59', '02/03/2026 09:01'])
    await expect(wrote(number, { ...step, happened })).rejects.toMatchObject({
      refusal: { code: 'rights.incident.out-of-time' },
    });
  await wrote(number, { ...step, happened: '02/03/2026 08:00' });
  await wrote(number, { what: 'close', cause: 'x', lesson: 'x' });
  await expect(wrote(number, step)).rejects.toMatchObject({ refusal: { code: 'rights.incident.closed' } });
  await expect(opened({ detected: '03/03/2026 08:00' })).rejects.toMatchObject({
    refusal: { code: 'rights.incident.in-future' },
  });
});

test('PDP-07 a drill is kept apart by its number and its mark, and settles the yearly duty', async () => {
  const number = await opened({ isDrill: 'co', title: 'Diễn tập mất dữ liệu' });
  const { drillMonths } = await incidentTerms(officer.read, officer.today);
  const drill = await getIncident(officer.read, number);

  expect(number).toMatch(/^DT-QB-2026-\d\d$/);
  expect(drill.isDrill).toBe(true);
  expect(isDrillDue(drill.detectedAt, drillMonths, on('2027-03-02').now)).toBe(false);
  expect(isDrillDue(drill.detectedAt, drillMonths, on('2027-03-03').now)).toBe(true);
});

test('PDP-07 an incident belongs to its alliance', async () => {
  const number = await opened();
  const other = on('2026-03-02', 'LMHTX-NA');

  await expect(wrote(number, { what: 'step', phase: 'contain', note: 'x' }, other)).rejects.toMatchObject({
    refusal: { code: 'rights.incident.not-found' },
  });
  await expect(openIncident(other, OpenIncident.parse({ unit: '', title: 'x' }))).rejects.toMatchObject({
    refusal: { code: 'platform.access.denied' },
  });
  expect((await listIncidents(other.read, 'all', 10)).length).toBe(0);
  expect((await listIncidents(officer.read, 'all', 10)).length).toBeGreaterThan(0);
});
