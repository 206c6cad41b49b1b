import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { addUser } from '#platform/auth/accounts.server.ts';
import type { Database } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { verifyAudit } from '#platform/events/verify.server.ts';
import { folderStore } from '#platform/files/store.server.ts';
import { setSetting } from '#platform/settings.server.ts';
import { emptyDatabase, testCtx, testSystem } from '#platform/testing/system.ts';
import type { BackupReport } from './back-up.server.ts';
import { backUp } from './back-up.server.ts';
import { restore } from './restore.server.ts';

const MIGRATIONS = path.join(import.meta.dirname, '../../../migrations');
const PASSPHRASE = 'hợp lực sao lưu';
const sealed = { key: async () => PASSPHRASE, cost: { n: 16, r: 8, p: 1 } };
const system = await testSystem();
const ctx = testCtx(system);
const scratch = await mkdtemp(path.join(tmpdir(), 'hopluc sao lưu '));
afterAll(async () => await rm(scratch, { recursive: true }));
const source = path.join(scratch, 'nguồn');
const file = path.join(scratch, 'bản.hlb');
const backup = await aBackup();

/** Of an installation with accounts, acts, two stored files, a secret and an odd row. */
async function aBackup(): Promise<BackupReport> {
  await mkdir(source);
  await writeFile(path.join(source, 'secret'), 'bí mật\n', { mode: 0o600 });
  await writeFile(path.join(source, 'backup-key'), 'không đi theo');
  const store = folderStore(path.join(source, 'files'));
  const big = await store.put(Buffer.alloc(3_000_000, 'x'));
  await store.put(Buffer.from('tệp nhỏ'));
  await Promise.all(
    [1, 2, 3].map((number) => addUser(ctx, { login: `nguoi-${number}`, role: 'officer', scope: 'alliance:LMHTX-NA' })),
  );
  await ctx.transact(
    async (tx) => await record(tx, ctx, 'test.acted', 'Dòng\nhai\tcột \\N "ngoặc" 🌾', { big, rỗng: '' }),
  );
  await sql`create table public.of_another_program (id integer)`.execute(system.owner.kysely);
  return await backUp(system.owner, { file, dataFolder: source, ...sealed, now: ctx.now });
}

async function aTarget(name: string) {
  const { owner, databaseUrl } = await emptyDatabase();
  const dataFolder = path.join(scratch, name);
  const into = (given: Partial<Parameters<typeof restore>[0]> = {}) =>
    restore({ file, passphrase: PASSPHRASE, dataFolder, databaseUrl, ...given });
  return { owner, dataFolder, into };
}

async function tables(owner: Database): Promise<number> {
  const found = await sql<{ count: number }>`select count(*)::int as count from pg_class where relkind = 'r'
    and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'`.execute(owner.kysely);
  return found.rows[0]?.count ?? -1;
}

/** Constraints, triggers and grants, as the catalogue tells them. */
async function structure(owner: Database): Promise<readonly string[]> {
  const found = await sql<{ line: string }>`
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint where conrelid <> 0
    union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
    union all select oid::regclass || ' ' || coalesce(relacl::text, '') from pg_class where relkind = 'r' and relname <> 'of_another_program'
      and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
    order by 1`.execute(owner.kysely);
  return found.rows.map(({ line }) => line);
}

test('ADM-02 a restore gives back every row, file and secret, and a backup of it has the same checksums', async () => {
  const { owner, dataFolder, into } = await aTarget('đích');
  await mkdir(dataFolder);
  await writeFile(path.join(dataFolder, 'backup-key'), 'có sẵn');

  const report = await into();
  const again = await backUp(owner, {
    file: path.join(scratch, 'lại.hlb'),
    dataFolder,
    ...sealed,
    key: async () => 'một khóa khác hẳn',
    now: ctx.now,
  });

  expect(report).toEqual({ manifest: backup.manifest, migrated: [] });
  expect(again.manifest).toEqual(backup.manifest);
  expect(backup.manifest.tables.find(({ name }) => name === 'platform.account')?.rows).toBe(3);
  expect(backup.manifest.tables.map(({ name }) => name)).not.toContain('public.of_another_program');
  expect(backup.manifest.files.map(({ bytes, isWhole }) => [bytes, isWhole])).toContainEqual([3_000_000, true]);
  expect(await structure(owner)).toEqual(await structure(system.owner));
  expect(await readFile(path.join(dataFolder, 'secret'), 'utf8')).toBe('bí mật\n');
  expect((await stat(path.join(dataFolder, 'secret'))).mode & 0o777).toBe(0o600);
  expect(await readFile(path.join(dataFolder, 'backup-key'), 'utf8')).toBe('có sẵn');
  expect(await verifyAudit(owner.kysely)).toMatchObject({ ok: true, entries: 4 });
});

test('the backup is one encrypted file for its owner alone, and is never written over', async () => {
  const bytes = await readFile(file);

  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(bytes.includes('platform.account')).toBe(false);
  expect(bytes.byteLength).toBe(backup.bytes);
  await expect(backUp(system.owner, { file, dataFolder: source, ...sealed, now: ctx.now })).rejects.toMatchObject({
    refusal: { code: 'platform.backup.file-exists' },
  });
  expect((await readdir(scratch)).filter((name) => name.startsWith('bản.hlb'))).toEqual(['bản.hlb']);
});

test('ADM-02 a backup taken while acts are recorded holds them whole', async () => {
  const { owner, into } = await aTarget('đang ghi');
  const busy = path.join(scratch, 'đang ghi.hlb');
  let isDone = false;
  const writing = Array.from({ length: 4 }, async () => {
    while (!isDone)
      await ctx.transact(async (tx) => {
        await record(tx, ctx, 'test.begun', 'x', {});
        await record(tx, ctx, 'test.ended', 'x', {});
      });
  });

  await backUp(system.owner, { file: busy, dataFolder: source, ...sealed, now: ctx.now });
  isDone = true;
  await Promise.all(writing);
  await into({ file: busy });

  const kinds = await sql<{ begun: number; ended: number }>`
    select count(*) filter (where kind = 'test.begun')::int as begun, count(*) filter (where kind = 'test.ended')::int as ended
      from platform.event`.execute(owner.kysely);
  expect(kinds.rows[0]?.begun).toBe(kinds.rows[0]?.ended);
  expect((await verifyAudit(owner.kysely)).ok).toBe(true);
});

test('ADM-02 another key, a damaged byte and a file cut off are refused, and nothing is written', async () => {
  const { owner, dataFolder, into } = await aTarget('hỏng');
  const harmed = path.join(scratch, 'hỏng.hlb');
  const bytes = await readFile(file);
  const at = Math.floor(bytes.byteLength / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(harmed, bytes);
  const cut = path.join(scratch, 'cụt.hlb');
  await writeFile(cut, bytes.subarray(0, at - 100_000));

  await expect(into({ passphrase: 'không phải khóa ấy' })).rejects.toThrow('platform.backup.wrong-key');
  const damaged = await into({ file: harmed }).catch((error) => error.refusal);
  await expect(into({ file: cut })).rejects.toThrow('platform.backup.cut-off');

  expect(damaged.code).toBe('platform.backup.damaged');
  expect(damaged.facts.firstByte).toBeLessThanOrEqual(at);
  expect(damaged.facts.lastByte).toBeGreaterThanOrEqual(at);
  expect(await tables(owner)).toBe(0);
  await expect(stat(dataFolder)).rejects.toThrow('ENOENT');
});

test('ADM-02 a target that is not empty is refused and left as it is', async () => {
  const { owner, dataFolder, into } = await aTarget('đầy');
  await mkdir(path.join(dataFolder, 'files'), { recursive: true });
  await expect(into()).rejects.toThrow('platform.restore.folder-not-empty');
  await rm(dataFolder, { recursive: true });
  await sql`create table public.something (id integer)`.execute(owner.kysely);
  await expect(into()).rejects.toMatchObject({
    refusal: { code: 'platform.restore.database-not-empty', facts: { table: 'public.something' } },
  });

  expect(await tables(owner)).toBe(1);
  expect(await readdir(dataFolder)).toEqual([]);
});

/** The program's migrations, changed. */
async function otherMigrations(change: (folder: string) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-migrations-'));
  onTestFinished(async () => await rm(folder, { recursive: true }));
  await cp(MIGRATIONS, folder, { recursive: true });
  await change(folder);
  return folder;
}

test("ADM-02 a newer product's backup is refused by the step that is lacking, and one made otherwise by its name", async () => {
  const { owner, dataFolder, into } = await aTarget('mới hơn');
  const last = backup.manifest.migrations.at(-1)?.name ?? '';
  const older = await otherMigrations(async (folder) => await rm(path.join(folder, last)));
  const other = await otherMigrations(async (folder) => await writeFile(path.join(folder, last), 'select 1;'));

  await expect(into({ migrations: older })).rejects.toMatchObject({
    refusal: { code: 'platform.restore.newer-product', facts: { migration: last } },
  });
  await expect(into({ migrations: other })).rejects.toThrow('platform.migration.was-changed');

  expect(await tables(owner)).toBe(0);
  await expect(stat(dataFolder)).rejects.toThrow('ENOENT');
});

test('ADM-02 migrations newer than the backup run after it', async () => {
  const { owner, into } = await aTarget('cũ hơn');
  const name = '9001_platform__new.sql';
  const newer = await otherMigrations(async (folder) => {
    await writeFile(path.join(folder, name), 'alter table platform.account add column nickname text;');
  });

  const report = await into({ migrations: newer });

  const named = await sql<{ count: number }>`
    select count(*)::int as count from platform.account where nickname is null`.execute(owner.kysely);
  expect(report.migrated).toEqual([name]);
  expect(named.rows[0]?.count).toBe(3);
});

test('a restore that fails halfway leaves neither rows nor files', async () => {
  const { owner, dataFolder, into } = await aTarget('nửa chừng');

  await sql`alter table platform.account_grant drop constraint account_grant_account_id_fkey`.execute(
    system.owner.kysely,
  );
  await sql`insert into platform.account_grant (account_id, role, scope, valid_from)
    values (gen_random_uuid(), 'officer', 'system', '2024-01-01')`.execute(system.owner.kysely);
  const orphaned = path.join(scratch, 'mồ côi.hlb');
  await backUp(system.owner, { file: orphaned, dataFolder: source, ...sealed, now: ctx.now });

  await expect(into({ file: orphaned })).rejects.toThrow(/account_grant_account_id_fkey/);

  expect(await tables(owner)).toBe(0);
  expect(await readdir(dataFolder)).toEqual([]);
});

test('a stored file that rotted is backed up as it is, and told', async () => {
  const rotten = path.join(scratch, 'mục');
  await mkdir(rotten);
  const store = folderStore(path.join(rotten, 'files'));
  const name = await store.put(Buffer.from('lành'));
  await writeFile(path.join(rotten, 'files', name.slice(0, 2), name), 'mục');

  const report = await backUp(system.owner, {
    file: path.join(scratch, 'mục.hlb'),
    dataFolder: rotten,
    ...sealed,
    now: ctx.now,
  });

  expect(report.manifest.files).toMatchObject([{ name, isWhole: false, bytes: 5 }]);
});

test('PDP-10 real data are not restored into an installation marked as a demonstration; nothing is written', async () => {
  const { owner, dataFolder, into } = await aTarget('trình diễn');
  await mkdir(dataFolder);

  const attempt = into({ isDemo: true });

  await expect(attempt).rejects.toMatchObject({ refusal: { code: 'platform.restore.real-data' } });
  expect(backup.manifest.isDemo).toBe(false);
  expect(await tables(owner)).toBe(0);
  expect(await readdir(dataFolder)).toEqual([]);
});

test('PDP-10 a demonstration goes into a demonstration, until it holds an organisation that is not synthetic', async () => {
  const demo = await testSystem();
  const at = testCtx(demo);
  await at.transact(async (tx) => await setSetting(tx, at, 'demo', { state: 'loaded' }));
  const backed = path.join(scratch, 'mẫu.hlb');
  const { manifest } = await backUp(demo.owner, { file: backed, dataFolder: source, ...sealed, now: at.now });
  const { into } = await aTarget('từ mẫu');

  expect(manifest.isDemo).toBe(true);
  expect((await into({ file: backed, isDemo: true })).manifest.isDemo).toBe(true);

  await sql`insert into register.organisation (id, alliance_id, kind, name, search_text, exact_text, status, is_demo, version,
      code_missing_reason, created_at, created_by, updated_at, updated_by)
    select gen_random_uuid(), id, 'cooperative', 'HTX Thật', '', '', 'operating', false, 1, 'chưa cấp', now(), '', now(), ''
      from organisations.alliance limit 1`.execute(demo.owner.kysely);
  const mixed = path.join(scratch, 'lẫn.hlb');
  const after = await backUp(demo.owner, { file: mixed, dataFolder: source, ...sealed, now: at.now });
  expect(after.manifest.isDemo).toBe(false);
});
