import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { inspect } from '#platform/backup/inspect.server.ts';
import type { Database } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { migrate, readMigrations } from '#platform/db/migrate.server.ts';
import { verifyAudit } from '#platform/events/verify.server.ts';
import { emptyDatabase } from '#platform/testing/system.ts';
import { verifyLocks } from '#review/public.ts';
import { hopluc } from './cli/testing.ts';
import { openSystem } from './system.ts';
import { backUpBeforeUpgrade } from './upgrade.ts';

const ROOT = path.join(import.meta.dirname, '..');
const NOW = new Date('2026-03-16T03:00:00Z');
const KEY = 'một câu bí mật';
/** The last step of the version that is upgraded from: acts had their chains. */
const OLDER = '0010_platform__audit_chain.sql';
const SNAPSHOT = '{"period":"2023-H2","title":"Bản khóa cũ: số liệu giữ nguyên"}';
const sum = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

const scratch = await mkdtemp(path.join(tmpdir(), 'hopluc nâng cấp '));
const ownRoot = process.env.HOPLUC_ROOT;
afterEach(() => {
  if (ownRoot === undefined) delete process.env.HOPLUC_ROOT;
  else process.env.HOPLUC_ROOT = ownRoot;
});
afterAll(async () => await rm(scratch, { recursive: true }));

/** The database of an older version, with a locked review, its paper and a few chained acts. */
async function anOlderInstallation(isDemo = false) {
  const { owner, databaseUrl } = await emptyDatabase();
  const folder = await mkdtemp(path.join(scratch, 'cũ '));
  for (const { name, text } of await readMigrations())
    if (name <= OLDER) await writeFile(path.join(folder, name), text);
  await migrate(owner, { folder });
  await fill(owner, isDemo);
  const dataFolder = await mkdtemp(path.join(scratch, 'dữ liệu '));
  return { owner, databaseUrl, dataFolder, backupFolder: path.join(dataFolder, 'backups'), backupKey: KEY };
}

async function fill(owner: Database, isDemo: boolean): Promise<void> {
  const [cluster, call, snapshot] = [randomUUID(), randomUUID(), randomUUID()];
  const paper = Buffer.from('%PDF văn bản đã khóa');
  await sql`insert into organisations.cluster (id, code) values (${cluster}, 'CUM-CU')`.execute(owner.kysely);
  await sql`insert into reporting.period (code, kind, first_day, last_day) values ('2023-H2', 'half-year', '2023-06-15', '2023-12-14')`.execute(
    owner.kysely,
  );
  await sql`insert into reporting.data_call (id, cluster_id, period_code, title, submit_by_on, lock_by_on, state, opened_at, opened_by)
    values (${call}, ${cluster}, '2023-H2', 'Sơ kết năm 2023', '2023-12-20', '2023-12-28', 'locked', ${NOW}, 'Tổ giúp việc')`.execute(
    owner.kysely,
  );
  await sql`insert into review.snapshot (id, data_call_id, version, sha256, body, locked_at, locked_by)
    values (${snapshot}, ${call}, 1, ${`sha256:${sum(SNAPSHOT)}`}, ${SNAPSHOT}, ${NOW}, 'Tổ giúp việc')`.execute(
    owner.kysely,
  );
  await sql`insert into review.paper (snapshot_id, name, media_type, sha256, bytes, created_at)
    values (${snapshot}, 'bao-cao.pdf', 'application/pdf', ${sum(paper)}, ${paper}, ${NOW})`.execute(owner.kysely);
  if (isDemo)
    await sql`insert into platform.setting (key, value, updated_at, updated_by) values ('demo', '{"state":"loaded"}', ${NOW}, 'x')`.execute(
      owner.kysely,
    );
}

const settingsOf = (installation: Awaited<ReturnType<typeof anOlderInstallation>>) => {
  const { databaseUrl, dataFolder, backupFolder, backupKey } = installation;
  return { databaseUrl, dataFolder, backupFolder, backupKey };
};

/** A program whose newest migration fails halfway. */
async function aBrokenProgram(): Promise<string> {
  const root = await mkdtemp(path.join(scratch, 'hỏng '));
  await cp(path.join(ROOT, 'migrations'), path.join(root, 'migrations'), { recursive: true });
  await writeFile(
    path.join(root, 'migrations', '9999_test__broken.sql'),
    "update platform.setting set value = 'null'; delete from reporting.period; select 1 / 0;",
  );
  for (const name of ['seed', 'package.json']) await symlink(path.join(ROOT, name), path.join(root, name));
  return root;
}

test('ADM-03 an older installation is upgraded without loss: its locked reviews still verify, an encrypted backup was taken before', async () => {
  const older = await anOlderInstallation();
  const settings = settingsOf(older);

  const system = await openSystem(settings, NOW, backUpBeforeUpgrade(settings));
  const [locks, audit] = [await verifyLocks(older.owner.kysely), await verifyAudit(older.owner.kysely)];
  const again = await openSystem(settings, NOW, backUpBeforeUpgrade(settings));
  await Promise.all([system.close(), again.close()]);

  const files = await readdir(older.backupFolder);
  const manifest = await inspect(path.join(older.backupFolder, files[0] ?? ''), KEY);
  expect(locks).toEqual({ ok: true, snapshots: 1, papers: 1, broken: [] });
  expect(audit).toMatchObject({ ok: true, entries: 1 });
  expect(files).toEqual(['truoc-nang-cap-20260316T030000Z.hlb']);
  expect(manifest.migrations.at(-1)?.name).toBe(OLDER);
  expect(manifest.tables.find(({ name }) => name === 'review.snapshot')?.rows).toBe(1);
});

test('ADM-03 a migration that fails stops the start with a sentence, and the database is as it was', async () => {
  const older = await anOlderInstallation();
  const settings = settingsOf(older);
  const before = await sql<{ name: string }>`select name from public.migration order by 1`.execute(older.owner.kysely);
  process.env.HOPLUC_ROOT = await aBrokenProgram();

  const start = openSystem(settings, NOW, backUpBeforeUpgrade(settings));

  await expect(start).rejects.toMatchObject({
    refusal: { code: 'platform.migration.failed', facts: { migration: '9999_test__broken.sql' } },
  });
  const after = await sql<{ name: string }>`select name from public.migration order by 1`.execute(older.owner.kysely);
  const periods = await sql`select from reporting.period`.execute(older.owner.kysely);
  expect(after.rows).toEqual(before.rows);
  expect(periods.rows).toHaveLength(1);
  expect(await verifyLocks(older.owner.kysely)).toMatchObject({ ok: true, snapshots: 1 });
  expect(await readdir(older.backupFolder)).toHaveLength(1);
});

test('ADM-03 a backup that cannot be taken stops the upgrade before anything is changed', async () => {
  const older = await anOlderInstallation();
  const blocked = path.join(older.dataFolder, 'tệp');
  await writeFile(blocked, '');
  const settings = { ...settingsOf(older), backupFolder: path.join(blocked, 'backups') };

  await expect(openSystem(settings, NOW, backUpBeforeUpgrade(settings))).rejects.toThrow(/ENOTDIR/);

  const newest = await sql<{ name: string }>`select max(name) as name from public.migration`.execute(
    older.owner.kysely,
  );
  expect(newest.rows[0]?.name).toBe(OLDER);
});

test('demonstration data, a new database and HOPLUC_BACKUPS=off need no backup before an upgrade', async () => {
  const demo = settingsOf(await anOlderInstallation(true));
  const off = { ...settingsOf(await anOlderInstallation()), backupFolder: null };
  const { databaseUrl } = await emptyDatabase();
  const fresh = { ...demo, databaseUrl };

  for (const settings of [demo, off, fresh])
    await (await openSystem(settings, NOW, backUpBeforeUpgrade(settings))).close();

  expect(await readdir(demo.dataFolder)).toEqual([]);
});

test('ADM-03 from the shell: a dry run changes nothing, an upgrade takes its backup, --no-backup takes none', async () => {
  const [one, two] = [await anOlderInstallation(), await anOlderInstallation()];
  const envOf = ({ databaseUrl, dataFolder }: typeof one) => ({
    DATABASE_URL: databaseUrl,
    HOPLUC_DATA: dataFolder,
    HOPLUC_BACKUP_KEY: KEY,
  });

  const dry = await hopluc(['migrate', '--dry-run', '--json'], envOf(one), scratch);
  const untouched = await readdir(one.dataFolder);
  const upgraded = await hopluc(['migrate'], envOf(one), scratch);
  const without = await hopluc(['migrate', '--no-backup'], envOf(two), scratch);

  expect([dry.status, upgraded.status, without.status]).toEqual([0, 0, 0]);
  expect(JSON.parse(dry.out).pending).toContain('0017_platform__schedule.sql');
  expect(untouched).toEqual([]);
  expect(upgraded.told).toContain('Đã sao lưu trước khi nâng cấp');
  expect(await readdir(one.backupFolder)).toHaveLength(1);
  expect(await readdir(two.dataFolder)).toEqual([]);
  expect(await verifyLocks(two.owner.kysely)).toMatchObject({ ok: true, snapshots: 1 });
});
