import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { testSystem } from '#platform/testing/system.ts';
import { hopluc } from './testing.ts';

const system = await testSystem();
const folder = await mkdtemp(path.join(tmpdir(), 'hopluc lệnh '));
const env = { DATABASE_URL: system.databaseUrl, HOPLUC_DATA: path.join(folder, 'data') };
afterAll(async () => await rm(folder, { recursive: true }));

test('an up-to-date database has nothing to migrate, as a sentence and as JSON', async () => {
  const sentence = await hopluc(['migrate'], env, folder);
  const json = await hopluc(['migrate', '--dry-run', '--json'], env, folder);

  expect(sentence).toEqual({ status: 0, out: 'Cơ sở dữ liệu đã ở phiên bản mới nhất.\n', told: '' });
  expect(json.status).toBe(0);
  expect(JSON.parse(json.out)).toEqual({ applied: [], pending: [] });
});

test('a user that was added can be found with their grant; the login cannot be taken twice', async () => {
  const args = ['user', 'add', '--login', 'thu.ky', '--role', 'secretary', '--scope', 'cluster:CUM-BTB'];

  const first = await hopluc(args, env, folder);
  const second = await hopluc([...args, '--json'], env, folder);

  const kept = await sql<{ login: string; role: string; scope: string }>`
    select a.login, g.role, g.scope from platform.account a join platform.account_grant g on g.account_id = a.id`.execute(
    system.app.kysely,
  );
  expect(first.status).toBe(0);
  expect(first.out).toMatch(/^Đã thêm tài khoản thu\.ky\.\nMật khẩu: \S{16,}\n$/);
  expect(kept.rows).toEqual([{ login: 'thu.ky', role: 'secretary', scope: 'cluster:CUM-BTB' }]);
  expect(second.status).toBe(2);
  expect(JSON.parse(second.out).refused.code).toBe('platform.account.login-taken');
  expect(second.told).toMatch(/đã có người dùng/);
});

test.each([
  { args: ['nope'], told: 'Không có lệnh "nope".' },
  { args: ['migrate', '--nope'], told: 'Không có tuỳ chọn --nope.' },
  { args: ['user', 'add', '--login', 'x'], told: 'Thiếu tuỳ chọn bắt buộc --role' },
  { args: ['--lang', 'en', 'nope'], told: 'There is no command "nope".' },
  { args: ['--lang', 'fr', 'migrate'], told: 'Giá trị của --lang' },
])('wrong usage ends with 64 and says so: $args', async ({ args, told }) => {
  const ran = await hopluc(args, env, folder);

  expect(ran.status).toBe(64);
  expect(ran.told).toContain(told);
  expect(ran.out).toBe('');
});

test('a variable that does not parse is refused with its name, before anything is opened', async () => {
  const ran = await hopluc(['migrate'], { ...env, PORT: 'abc' }, folder);

  expect(ran).toMatchObject({ status: 2, out: '' });
  expect(ran.told).toContain('PORT');
});

test('a database that cannot be reached is a refusal that names it, not a stack', async () => {
  const ran = await hopluc(['migrate'], { ...env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, folder);

  expect(ran.status).toBe(2);
  expect(ran.told).toMatch(/^Không kết nối được cơ sở dữ liệu 127\.0\.0\.1:1\/none: /);
});

test('every command has help in both languages', async () => {
  const [vietnamese, english] = await Promise.all([
    hopluc(['--help'], env, folder),
    hopluc(['--help', '--lang', 'en'], env, folder),
  ]);

  expect(vietnamese.out).toMatch(/Cách dùng: hopluc[\s\S]*nâng cấp cơ sở dữ liệu/);
  expect(english.out).toMatch(/Usage: hopluc[\s\S]*bring the database up to date/);
});
