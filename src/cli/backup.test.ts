import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { stopServer } from '#platform/db/embedded.server.ts';
import { record } from '#platform/events/record.server.ts';
import { emptyDatabase, testCtx, testSystem } from '#platform/testing/system.ts';
import { hopluc } from './testing.ts';

const system = await testSystem();
const ctx = testCtx(system);
const folder = await mkdtemp(path.join(tmpdir(), 'hopluc sao lưu '));
const HOPLUC_DATA = path.join(folder, 'data');
const env = { DATABASE_URL: system.databaseUrl, HOPLUC_DATA, HOPLUC_DEMO: '0' };
const embedded = path.join(folder, 'mới');

beforeAll(async () => {
  for (let act = 0; act < 20; act += 1)
    await ctx.transact(async (tx) => await record(tx, ctx, 'test.acted', String(act), { act }));
});
afterAll(async () => {
  await stopServer(path.join(embedded, 'postgres'));
  await rm(folder, { recursive: true });
});

test('AUD-01 the shell proves the record of acts, and names the first broken entry', async () => {
  const whole = await hopluc(['verify', 'audit', '--json'], env, folder);
  const one = await sql<{ id: string; chain_no: number; position: number }>`
    select id, chain_no, position from platform.event where kind = 'test.acted' order by chain_no, position limit 1`.execute(
    system.owner.kysely,
  );
  const [entry] = one.rows;
  const harm = sql`alter table platform.event disable trigger user;`;
  await harm.execute(system.owner.kysely);
  await sql`update platform.event set created_by = 'Người khác' where id = ${entry?.id}`.execute(system.owner.kysely);
  const broken = await hopluc(['verify', 'audit', '--json'], env, folder);
  await sql`update platform.event set created_by = ${ctx.actor.name} where id = ${entry?.id}`.execute(
    system.owner.kysely,
  );
  const mended = await hopluc(['verify', 'audit'], env, folder);

  expect(whole.status).toBe(0);
  expect(JSON.parse(whole.out)).toMatchObject({ ok: true, entries: 20, broken: [] });
  expect(broken.status).toBe(2);
  expect(JSON.parse(broken.out).broken).toEqual([
    { chain: entry?.chain_no, position: entry?.position, id: entry?.id, why: 'changed' },
  ]);
  expect(broken.told).toContain(`mục ${entry?.id}`);
  expect(mended).toMatchObject({ status: 0, told: '' });
  expect(mended.out).toMatch(/^Nhật ký nguyên vẹn: 22 mục\./);
});

test('ADM-02 from the shell: a backup with a key of its own, restored into a fresh data folder, proven', async () => {
  await mkdir(HOPLUC_DATA, { recursive: true });
  await writeFile(path.join(HOPLUC_DATA, 'secret'), 'bí mật\n');

  const backup = await hopluc(['backup', 'bản.hlb', '--json'], env, folder);
  const withoutKey = await hopluc(['restore', 'bản.hlb'], { HOPLUC_DATA: embedded, HOPLUC_DEMO: '0' }, folder);
  const key = (await readFile(path.join(HOPLUC_DATA, 'backup-key'), 'utf8')).trim();
  const fresh = { HOPLUC_DATA: embedded, HOPLUC_BACKUP_KEY: key, HOPLUC_DEMO: '0' };
  const intoDemo = await hopluc(['restore', 'bản.hlb'], { ...fresh, HOPLUC_DEMO: '' }, folder);
  const restored = await hopluc(['restore', 'bản.hlb', '--json'], fresh, folder);
  const again = await hopluc(['restore', 'bản.hlb'], fresh, folder);
  const audit = await hopluc(['verify', 'audit', '--json'], fresh, folder);

  expect(backup.status).toBe(0);
  expect(backup.told).toContain('backup-key');
  expect([withoutKey.status, intoDemo.status, again.status]).toEqual([2, 2, 2]);
  expect(intoDemo.told).toContain('HOPLUC_DEMO=0');
  expect(restored.status).toBe(0);
  const drill = JSON.parse(restored.out);
  expect(drill.manifest).toEqual(JSON.parse(backup.out).manifest);
  expect(drill).toMatchObject({ migrated: [], locks: { ok: true }, audit: { ok: true } });
  expect(await readFile(path.join(embedded, 'secret'), 'utf8')).toBe('bí mật\n');
  expect(JSON.parse(audit.out)).toMatchObject({ ok: true, entries: drill.audit.entries + 1 });
});

test('what is not there is not backed up, and gets neither a database nor a key', async () => {
  const nowhere = path.join(folder, 'không có');
  const { databaseUrl } = await emptyDatabase();

  const embeddedOne = await hopluc(['backup', 'x.hlb'], { HOPLUC_DATA: nowhere }, folder);
  const given = await hopluc(['backup', 'x.hlb'], { HOPLUC_DATA: nowhere, DATABASE_URL: databaseUrl }, folder);

  expect([embeddedOne.status, given.status]).toEqual([2, 2]);
  expect(embeddedOne.told).toContain('Không có gì để sao lưu');
  expect((await readdir(folder)).filter((name) => name.startsWith('x.hlb') || name === 'không có')).toEqual([]);
});

test('a key that is too short is refused by its name', async () => {
  const ran = await hopluc(['backup', 'y.hlb'], { ...env, HOPLUC_BACKUP_KEY: 'ngắn' }, folder);

  expect(ran.status).toBe(2);
  expect(ran.told).toContain('HOPLUC_BACKUP_KEY');
});

test('ADM-02 a drill brings the newest backup back beside the running system, reports it, and leaves nothing behind', async () => {
  const backups = path.join(folder, 'bản đêm');
  await mkdir(backups);
  const key = { ...env, HOPLUC_BACKUPS: backups, HOPLUC_BACKUP_KEY: 'một câu bí mật' };
  const TMPDIR = await mkdtemp(path.join(folder, 'tạm '));
  await hopluc(['backup', path.join(backups, 'hopluc-20260315T183000Z.hlb')], key, folder);
  await writeFile(path.join(backups, 'hopluc-20260101T183000Z.hlb'), 'bản cũ, hỏng');

  const ran = await hopluc(['drill', '--report', 'biên bản', '--json'], { ...key, TMPDIR }, folder);

  const report = JSON.parse(ran.out);
  const text = await readFile(path.join(folder, 'biên bản.txt'), 'utf8');
  const noted = await sql<{ facts: { ok: boolean } }>`
    select facts from platform.event where kind = 'platform.restore-drilled'`.execute(system.owner.kysely);
  expect(ran.status).toBe(0);
  expect(report).toMatchObject({ ok: true, refused: null, locks: { ok: true }, audit: { ok: true } });
  expect(report.comparison.tables.length).toBeGreaterThan(40);
  expect(report.comparison.tables.every((table: { isSame: boolean }) => table.isSame)).toBe(true);
  expect(report.comparison.filesThatDiffer).toEqual([]);
  expect(JSON.parse(await readFile(path.join(folder, 'biên bản.json'), 'utf8')).ok).toBe(true);
  expect(text).toMatch(/Kết quả: +ĐẠT/);
  expect(text).toContain('platform.event');
  expect(noted.rows).toEqual([{ facts: expect.objectContaining({ ok: true }) }]);
  expect(await readdir(TMPDIR)).toEqual([]);
});

test('ADM-02 a drill of a damaged backup fails, says why, and that is in the record of the running system', async () => {
  const bad = path.join(folder, 'hỏng.hlb');
  await writeFile(bad, 'không phải bản sao lưu');
  const key = { ...env, HOPLUC_BACKUP_KEY: 'một câu bí mật', HOPLUC_BACKUPS: path.join(folder, 'trống') };

  const ran = await hopluc(['drill', '--backup', bad, '--report', 'hỏng'], key, folder);
  const none = await hopluc(['drill'], key, folder);

  const noted = await sql<{ value: { ok: boolean } }>`
    select value from platform.setting where key = 'backup.drill'`.execute(system.owner.kysely);
  expect(ran.status).toBe(2);
  expect(ran.out).toMatch(/KHÔNG ĐẠT[\s\S]*không phải bản sao lưu/);
  expect(noted.rows[0]?.value.ok).toBe(false);
  expect(none.status).toBe(2);
  expect(none.told).toContain('Chưa có bản sao lưu nào');
});
