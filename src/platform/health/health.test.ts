import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer as createPlain } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer } from 'node:tls';
import { Registry } from 'prom-client';
import { afterAll, expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { mayReadMetrics } from '#platform/http/health.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import '../../words.ts';
import { alertsOf } from './alerts.ts';
import { certificateOf } from './certificate.server.ts';
import { checkMachine, clockFinding, diskFinding, memoryFinding, nodeFinding } from './check.server.ts';
import { watchHealth } from './gauges.server.ts';
import { newestSample } from './measure.server.ts';
import { formatBytes } from './messages.vi.ts';
import { forgetOldSamples, healthSampling } from './sampling.server.ts';

const GB = 1024 ** 3;
const NOW = new Date('2026-03-16T02:00:00Z');
const scratch = await mkdtemp(path.join(tmpdir(), 'hopluc máy '));
afterAll(async () => await rm(scratch, { recursive: true, force: true }));
const system = await testSystem();

const WELL = {
  now: NOW,
  isDemo: false,
  backup: { at: '2026-03-15T18:30:00.000Z', sha256: '' },
  drill: null,
  disk: { freeBytes: 50 * GB, totalBytes: 100 * GB },
  certificate: null,
  runs: [],
} as const;

test('ADM-02 an installation that is well gives no alert', () => {
  expect(alertsOf(WELL)).toEqual([]);
  expect(alertsOf({ ...WELL, certificate: { daysLeft: 21 } })).toEqual([]);
});

test.each([
  [
    'a disk with less than a tenth',
    { disk: { freeBytes: 9 * GB, totalBytes: 100 * GB } },
    /Ổ đĩa sắp đầy: còn 9,0\sGB/,
  ],
  ['a disk with less than 2 GB', { disk: { freeBytes: 1.9 * GB, totalBytes: 4 * GB } }, /Ổ đĩa sắp đầy/],
  ['no backup for 26 hours', { backup: { at: '2026-03-14T23:59:59.000Z', sha256: '' } }, /Quá 26 giờ/],
  ['no backup at all', { backup: null }, /Chưa có bản sao lưu nào/],
  ['a certificate of 20 days', { certificate: { daysLeft: 20 } }, /còn 20 ngày/],
  ['a certificate that is over', { certificate: { daysLeft: -1 } }, /đã hết hạn/],
  ['a certificate nobody can see', { certificate: { problem: 'ECONNREFUSED' } }, /ECONNREFUSED/],
  [
    'a drill that failed',
    { drill: { at: '2026-03-10T02:00:00.000Z', ok: false, seconds: 1, createdAt: null } },
    /Diễn tập khôi phục lúc 10\/03\/2026/,
  ],
])('ADM-02 %s is an alert for administrators', (_, says, sentence) => {
  const alerts = alertsOf({ ...WELL, ...says });

  expect(alerts).toHaveLength(1);
  expect(alerts[0]).toMatch(sentence);
});

test('ADM-02 a job that failed is an alert with its reason; demonstration data need no backup', () => {
  const run = { job: 'backup', dueAt: NOW, attempt: 3, startedAt: NOW, endedAt: NOW, sentence: 'Ổ đĩa đầy.' };

  expect(alertsOf({ ...WELL, runs: [{ ...run, outcome: 'failed' }] })[0]).toMatch(/Sao lưu hằng đêm.*Ổ đĩa đầy/);
  expect(alertsOf({ ...WELL, runs: [{ ...run, outcome: 'done' }] })).toEqual([]);
  expect(alertsOf({ ...WELL, isDemo: true, backup: null })).toEqual([]);
});

/** A certificate for `localhost` that ends in thirty days from the real today, as openssl makes one. */
async function aCertificate(): Promise<{ key: Buffer; cert: Buffer } | undefined> {
  const [key, cert] = [path.join(scratch, 'key.pem'), path.join(scratch, 'cert.pem')];
  try {
    const subject = ['-subj', '/CN=localhost', '-days', '30', '-keyout', key, '-out', cert];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return { key: await readFile(key), cert: await readFile(cert) };
}

test('ADM-02 the certificate of the public address is seen; one nobody trusts and an address nobody answers at are said', async () => {
  const made = await aCertificate();
  const closed = createPlain().listen(0, '127.0.0.1');
  await new Promise((resolve) => closed.once('listening', resolve));
  const { port: free } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));

  expect(await certificateOf(undefined, NOW)).toBeNull();
  expect(await certificateOf('http://localhost', NOW)).toBeNull();
  expect(await certificateOf(`https://127.0.0.1:${free}`, NOW)).toEqual({ problem: 'ECONNREFUSED' });
  if (!made) return;
  const server = createServer(made, (socket) => socket.on('error', () => {})).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const seen = await certificateOf(`https://localhost:${port}`, NOW);
  await new Promise((resolve) => server.close(resolve));
  expect(seen).toEqual({ problem: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
});

test('a sample is taken, kept for forty days, and answers what the alerts ask', async () => {
  const job = healthSampling({ dataFolder: scratch, publicUrl: undefined });
  const [old, now] = [testCtx(system, { today: '2026-01-01' }), testCtx(system, { today: '2026-03-16' })];

  await job.run(old);
  const said = await job.run(now);
  const newest = await newestSample(now);
  const monthAgo = await newestSample(now, 30);
  const gone = await forgetOldSamples(now);

  expect(said).toMatch(/^Cơ sở dữ liệu [\d,]+\u00a0MB, ổ đĩa còn /);
  expect(newest).toMatchObject({ takenAt: now.now, certificate: null });
  expect(newest?.disk.totalBytes).toBeGreaterThan(newest?.disk.freeBytes ?? 0);
  expect(monthAgo?.takenAt).toEqual(old.now);
  expect(gone).toBe(1);
  expect((await sql`select from platform.health_sample`.execute(system.owner.kysely)).rows).toHaveLength(1);
});

test('gauges tell jobs, backup, disk and connections, and still the rest when one cannot be asked', async () => {
  const registry = new Registry();
  watchHealth(registry, {
    runs: async () => [
      { job: 'backup', dueAt: NOW, attempt: 1, startedAt: NOW, endedAt: NOW, outcome: 'failed', sentence: 'bí mật' },
    ],
    backupAge: async () => Promise.reject(new Error('the database is away')),
    disk: async () => ({ freeBytes: 5, totalBytes: 9 }),
    pool: () => ({ total: 3, idle: 2, waiting: 1 }),
  });

  const text = await registry.metrics();

  expect(text).toContain('hopluc_job_last_run_ok{job="backup"} 0');
  expect(text).toContain(`hopluc_job_last_run_timestamp_seconds{job="backup"} ${NOW.getTime() / 1000}`);
  expect(text).toContain('hopluc_disk_bytes{state="free"} 5');
  expect(text).toContain('hopluc_database_connections{state="waiting"} 1');
  expect(text).not.toMatch(/^hopluc_backup_age_seconds \d/m);
  expect(text).not.toContain('bí mật');
});

const TOKEN = 'mot-token-rat-dai-0123';
test.each([
  ['a program on this machine', { ip: '127.0.0.1' }, true],
  ['the same over IPv6', { ip: '::1' }, true],
  ['a visitor behind the proxy', { ip: '203.0.113.7' }, false],
  ['a proxy that does not say who calls', { ip: '127.0.0.1', host: 'hopluc.example.vn' }, false],
  ['whoever shows the token', { ip: '203.0.113.7', authorization: `Bearer ${TOKEN}` }, true],
  ['whoever shows another token, even here', { ip: '127.0.0.1', authorization: 'Bearer khac' }, false],
])('metrics for %s', (_, { ip, host = '127.0.0.1:3000', authorization }: Record<string, string>, may) => {
  const request = { ip: ip ?? '', host, headers: authorization ? { authorization } : {} };

  expect(mayReadMetrics(request, { metricsToken: TOKEN, publicUrl: 'https://hopluc.example.vn' })).toBe(may);
});

test('ADM-01 a machine that lacks disk, memory, Node.js or the right time hears what to do', () => {
  expect(diskFinding({ freeBytes: 0.5 * GB, totalBytes: 100 * GB }, '/srv')).toMatchObject({
    what: 'disk',
    state: 'bad',
  });
  expect(diskFinding({ freeBytes: 5 * GB, totalBytes: 100 * GB }, '/srv').state).toBe('warn');
  expect(memoryFinding(0.5 * GB)).toMatchObject({ state: 'bad', says: expect.stringContaining('Hãy thêm bộ nhớ') });
  expect(memoryFinding(1.9 * GB).state).toBe('ok');
  expect(nodeFinding('20.19.0')).toMatchObject({ state: 'bad', says: expect.stringContaining('20.19.0') });
  expect(nodeFinding('22.22.0').state).toBe('ok');
  expect(nodeFinding('24.1.0').state).toBe('ok');
  expect(clockFinding(new Date('2001-01-01T00:00:00Z'), 'Asia/Ho_Chi_Minh').state).toBe('bad');
  expect(clockFinding(NOW, 'UTC')).toMatchObject({ state: 'warn', says: expect.stringContaining('timedatectl') });
});

test('ADM-01 a port that is taken, a database that is away and a folder that is none are named with the way to mend them', async () => {
  const taken = createPlain().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;
  const open = path.join(scratch, 'mở');
  await mkdir(open);
  await chmod(open, 0o755);
  const file = path.join(scratch, 'tệp');
  await writeFile(file, '');
  await chmod(file, 0o700);

  const findings = await checkMachine(
    { port, host: '127.0.0.1', dataFolder: open, backupFolder: file, databaseUrl: 'postgres://x@127.0.0.1:1/none' },
    NOW,
  );
  await new Promise((resolve) => taken.close(resolve));
  const well = await checkMachine(
    { port: 0, host: '127.0.0.1', dataFolder: path.join(scratch, 'mới'), backupFolder: null, databaseUrl: undefined },
    NOW,
  );

  const by = Object.fromEntries(findings.map((finding) => [finding.what, finding]));
  expect(by.port).toMatchObject({
    state: 'bad',
    says: expect.stringContaining(`127.0.0.1:${port} đang có chương trình dùng`),
  });
  expect(by.database).toMatchObject({ state: 'bad', says: expect.stringContaining('Không kết nối được') });
  expect(by.folder).toMatchObject({ state: 'warn', says: expect.stringContaining('chmod 700') });
  expect(by.backups).toMatchObject({ state: 'bad', says: expect.stringContaining('không phải thư mục') });
  expect(well.filter(({ state }) => state === 'bad')).toEqual([]);
  expect(well.find(({ what }) => what === 'folder')?.says).toContain('sẽ được tạo');
});

test('sizes are told in the unit people know', () => {
  expect([0, 1023, 1536, 5 * GB].map(formatBytes)).toEqual([
    '0\u00a0byte',
    '1.023\u00a0byte',
    '1,5\u00a0KB',
    '5,0\u00a0GB',
  ]);
});
