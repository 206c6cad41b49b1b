import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import type { Manifest } from '#platform/backup/manifest.ts';
import { noteBackup, noteDrill } from '#platform/backup/note.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { readEnvironment } from '#platform/env.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { makeOperations } from './operations.ts';
import './kept.ts';
import './words.ts';

const dataFolder = await mkdtemp(path.join(tmpdir(), 'hopluc vận hành '));
afterAll(async () => await rm(dataFolder, { recursive: true }));
const system = await testSystem();
const secret = 'một câu rất bí mật';
let isDemo = false;
const [monday, tuesday, wednesday] = ['2024-06-24', '2024-06-25', '2024-06-26'].map((today) =>
  testCtx(system, { today }),
) as [ReturnType<typeof testCtx>, ReturnType<typeof testCtx>, ReturnType<typeof testCtx>];
let now = monday.now;
const operations = makeOperations({
  system,
  clock: () => now,
  environment: readEnvironment({ HOPLUC_DATA: dataFolder, HOPLUC_BACKUPS: 'off', HOPLUC_BACKUP_KEY: secret }),
  log: pino({ level: 'silent' }),
  isDemo: () => isDemo,
});
const manifest: Manifest = {
  format: 1,
  product: '0.1.0',
  isDemo: false,
  createdAt: monday.now.toISOString(),
  migrations: [],
  tables: [],
  sequences: [],
  files: [],
  kept: [],
};

test('ADM-02 administrators are told on every page that no backup was taken for 26 hours, and nobody else is', async () => {
  const secretary = testCtx(system, { today: '2024-06-26', grants: [{ role: 'secretary', scope: 'cluster:CUM-BTB' }] });

  const never = await operations.alerts(monday);
  await noteBackup(monday, { manifest, bytes: 1, sha256: 'a' });
  const [same, next, later] = [
    await operations.alerts(monday),
    await operations.alerts(tuesday),
    await operations.alerts(wednesday),
  ];
  const others = await operations.alerts(secretary);
  isDemo = true;
  const demo = await operations.alerts(wednesday);
  isDemo = false;

  expect(never).toEqual([expect.stringContaining('Chưa có bản sao lưu nào')]);
  expect([same, next]).toEqual([[], []]);
  expect(later).toEqual([expect.stringContaining('Quá 26 giờ')]);
  expect([others, demo]).toEqual([[], []]);
});

test('ADM-02 what is shown of the installation: measures, jobs with their next run, settings by name and never by value', async () => {
  now = monday.now;
  await noteDrill(monday, { at: monday.now.toISOString(), ok: false, seconds: 2.5, createdAt: null });
  await sql`insert into platform.sign_in_attempt (id, subject_hash, attempted_at, succeeded)
    values (gen_random_uuid(), 'x', ${new Date('2024-05-01T00:00:00Z')}, false)`.execute(system.owner.kysely);
  await operations.schedule.runDue();

  const health = await operations.health(monday);
  const [sampling, retention, backup] = health.jobs;

  expect(health.database.bytes).toBeGreaterThan(1_000_000n);
  expect(health.disk.totalBytes).toBeGreaterThan(health.disk.freeBytes);
  expect(health.migrations.newest).toMatch(/^\d{4}_\w+\.sql$/);
  expect(health.drill).toMatchObject({ ok: false, seconds: 2.5 });
  expect(health.alerts).toEqual([expect.stringContaining('Diễn tập khôi phục')]);
  expect(sampling).toMatchObject({
    name: 'health',
    last: { outcome: 'done' },
    nextAt: new Date('2024-06-24T02:15:00Z'),
  });
  expect(retention).toMatchObject({
    name: 'retention',
    last: { outcome: 'done', sentence: expect.stringMatching(/\b1 dòng dữ liệu hết thời hạn giữ/) },
  });
  expect(backup).toMatchObject({ name: 'backup', last: null, nextAt: null, idle: expect.stringContaining('off') });
  expect(JSON.stringify(health, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
    secret,
  );
});

test('the figures of the gauges are those of the installation', async () => {
  const { gauges } = operations;

  expect((await gauges.runs()).map(({ job }) => job).sort()).toEqual(['health', 'retention']);
  expect(await gauges.backupAge()).toBe(0);
  expect((await gauges.disk()).totalBytes).toBeGreaterThan(0);
  expect(gauges.pool().waiting).toBe(0);
});
