import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { Refused } from '#kernel/refusal.ts';
import { inspect } from '#platform/backup/inspect.server.ts';
import { nightlyBackup } from '#platform/backup/nightly.server.ts';
import { lastBackup } from '#platform/backup/note.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import '../../words.ts';
import { lastDue, nextDue, whatIsDue } from './due.ts';
import { forgetOldRuns } from './runs.server.ts';
import type { Job } from './schedule.server.ts';
import { makeSchedule } from './schedule.server.ts';

const NIGHTLY = '30 1 * * *';
const system = await testSystem();
const scratch = await mkdtemp(path.join(tmpdir(), 'hopluc lịch '));
afterAll(async () => await rm(scratch, { recursive: true }));
beforeEach(async () => void (await sql`delete from platform.job_run`.execute(system.owner.kysely)));

const silent = pino({ level: 'silent' });
const vietnam = (text: string) => new Date(`${text}:00+07:00`);
const ranOf = async () =>
  (
    await sql<{ job: string; due: Date; attempt: number; outcome: string; sentence: string }>`
      select job, due_at as due, attempt, outcome, sentence from platform.job_run order by started_at, attempt`.execute(
      system.owner.kysely,
    )
  ).rows;

/** A process with one job, whose clock the test moves. */
function aProcess(run: Job['run'], says: Partial<Job> = {}) {
  let now = vietnam('2026-03-16T08:00');
  const job: Job = { name: 'work', pattern: NIGHTLY, idle: () => null, run, ...says };
  const schedule = makeSchedule({ host: system, clock: () => now, jobs: [job], log: silent });
  return {
    schedule,
    async at(moment: string) {
      now = vietnam(moment);
      await schedule.runDue();
    },
  };
}

test('a job is due by the clock of Việt Nam, whatever the clock of the machine', () => {
  expect(lastDue(NIGHTLY, vietnam('2026-03-16T01:29'))).toEqual(vietnam('2026-03-15T01:30'));
  expect(lastDue(NIGHTLY, vietnam('2026-03-16T01:30'))).toEqual(vietnam('2026-03-16T01:30'));
  expect(nextDue(NIGHTLY, vietnam('2026-03-16T01:30'))).toEqual(vietnam('2026-03-17T01:30'));
});

test('ADM-02 what was missed while the machine was off is made up for once, at the next start', async () => {
  let runs = 0;
  const first = aProcess(async () => `lần ${++runs}`);
  await first.at('2026-03-16T08:00');
  await first.at('2026-03-16T17:00');
  const second = aProcess(async () => `lần ${++runs}`);
  await second.at('2026-03-20T08:00');
  await second.at('2026-03-21T01:29');
  await second.at('2026-03-21T01:30');

  expect((await ranOf()).map(({ due, sentence }) => [due, sentence])).toEqual([
    [vietnam('2026-03-16T01:30'), 'lần 1'],
    [vietnam('2026-03-20T01:30'), 'lần 2'],
    [vietnam('2026-03-21T01:30'), 'lần 3'],
  ]);
});

test('of several processes one runs a job that is due, however they look', async () => {
  let runs = 0;
  const processes = Array.from({ length: 4 }, () => aProcess(async () => `lần ${++runs}`));

  await Promise.all(processes.map((each) => each.at('2026-03-16T08:00')));
  await Promise.all(processes.map((each) => each.at('2026-03-16T08:01')));

  expect(runs).toBe(1);
  expect(await ranOf()).toMatchObject([{ job: 'work', attempt: 1, outcome: 'done' }]);
});

test('a job that failed is tried three times, half an hour apart, and says why without quoting a row', async () => {
  const faults = [
    new Refused({ code: 'platform.backup.no-key', facts: { file: '/tệp' } }),
    Object.assign(new Error('Key (login)=(nguyen.van.a)'), { code: '23505' }),
  ];
  const process = aProcess(async () => {
    throw faults.shift() ?? new TypeError('x');
  });

  for (const moment of ['08:00', '08:29', '08:31', '09:02', '10:00']) await process.at(`2026-03-16T${moment}`);

  const ran = await ranOf();
  expect(ran.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
    [1, 'failed'],
    [2, 'failed'],
    [3, 'failed'],
  ]);
  expect(ran[0]?.sentence).toContain('HOPLUC_BACKUP_KEY');
  expect(ran[1]?.sentence).toContain('23505');
  expect(ran.map(({ sentence }) => sentence).join(' ')).not.toContain('nguyen');
});

test('a run whose process was killed is closed as cut off and made up for', async () => {
  await sql`insert into platform.job_run (id, job, due_at, attempt, started_at, outcome)
    values (gen_random_uuid(), 'work', ${vietnam('2026-03-16T01:30')}, 1, ${vietnam('2026-03-16T01:30')}, 'running')`.execute(
    system.owner.kysely,
  );

  await aProcess(async () => 'xong').at('2026-03-16T01:31');

  expect((await ranOf()).map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
    [1, 'cut-off'],
    [2, 'done'],
  ]);
});

test('a job that this installation does not want is not run, and a stopped schedule begins nothing', async () => {
  const idle = aProcess(async () => 'xong', { idle: () => 'Đã tắt' });
  await idle.at('2026-03-16T08:00');
  const stopped = aProcess(async () => 'xong');
  await stopped.schedule.stop();
  await stopped.at('2026-03-16T08:00');

  expect(await ranOf()).toEqual([]);
  expect(await idle.schedule.states(testCtx(system))).toEqual([
    { name: 'work', idle: 'Đã tắt', last: null, nextAt: null },
  ]);
});

test('the state of a job tells its last run and its next', async () => {
  const process = aProcess(async () => 'xong');
  await process.at('2026-03-16T08:00');

  expect(await process.schedule.states(testCtx(system))).toMatchObject([
    { name: 'work', idle: null, last: { outcome: 'done', sentence: 'xong' }, nextAt: vietnam('2026-03-17T01:30') },
  ]);
});

test('runs of more than a year ago are forgotten, but never the newest of a job', async () => {
  const process = aProcess(async () => 'xong');
  await process.at('2024-01-01T08:00');
  await process.at('2024-06-01T08:00');

  const gone = await forgetOldRuns(testCtx(system, { today: '2026-03-16' }));

  expect(gone).toBe(1);
  expect((await ranOf()).map(({ due }) => due)).toEqual([vietnam('2024-06-01T01:30')]);
});

test('a run that is under way elsewhere, or done, is not due again', () => {
  const run = { job: 'work', dueAt: vietnam('2026-03-16T01:30'), attempt: 3, startedAt: vietnam('2026-03-16T01:30') };
  const at = vietnam('2026-03-16T09:00');

  expect(whatIsDue(NIGHTLY, { ...run, endedAt: at, outcome: 'done', sentence: '' }, at)).toBeUndefined();
  expect(whatIsDue(NIGHTLY, { ...run, endedAt: at, outcome: 'failed', sentence: '' }, at)).toBeUndefined();
});

test('ADM-02 every night an encrypted backup is taken, noted, and the old ones are thinned out', async () => {
  const backupFolder = path.join(scratch, 'bản sao');
  const dataFolder = path.join(scratch, 'dữ liệu');
  const cost = { n: 16, r: 8, p: 1 };
  const settings = { dataFolder, databaseUrl: system.databaseUrl, backupKey: 'một câu bí mật', backupFolder, cost };
  const job = nightlyBackup(settings, () => false);
  const process = aProcess(job.run, job);
  await process.at('2026-03-16T08:00');
  const leftover = path.join(backupFolder, 'hopluc-20260316T010000Z.hlb.999999999');
  await writeFile(leftover, '');
  for (let day = 17; day <= 28; day += 1) await process.at(`2026-03-${day}T01:30`);

  const names = (await readdir(backupFolder)).sort();
  const manifest = await inspect(path.join(backupFolder, names.at(-1) ?? ''), 'một câu bí mật');
  expect((await stat(backupFolder)).mode & 0o777).toBe(0o700);
  expect(names).toHaveLength(7);
  expect(names.at(-1)).toBe('hopluc-20260327T183000Z.hlb');
  expect(manifest.tables.find(({ name }) => name === 'platform.job_run')?.rows).toBe(13);
  expect(await lastBackup(testCtx(system))).toMatchObject({ at: '2026-03-27T18:30:00.000Z' });
  expect((await ranOf()).at(-1)).toMatchObject({
    job: 'backup',
    outcome: 'done',
    sentence: expect.stringContaining('đã bỏ 1 bản cũ'),
  });
});

test('demonstration data are not backed up by themselves, and HOPLUC_BACKUPS=off switches it off', () => {
  const settings = { dataFolder: scratch, databaseUrl: undefined, backupKey: undefined };

  expect(nightlyBackup({ ...settings, backupFolder: scratch }, () => true).idle()).toContain('dữ liệu mẫu');
  expect(nightlyBackup({ ...settings, backupFolder: null }, () => false).idle()).toContain('HOPLUC_BACKUPS=off');
});
