import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  { args: ['migrate', '--nope'], told: 'Không có tùy chọn --nope.' },
  { args: ['user', 'add', '--login', 'x'], told: 'Thiếu tùy chọn bắt buộc --role' },
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

test('a template is written whole, and a unit or period that is none is refused with nothing written', async () => {
  const args = (unit: string, period: string, out: string) => [
    'template',
    'half-year',
    '--unit',
    unit,
    '--period',
    period,
    '--out',
    out,
  ];

  const good = await hopluc([...args('LMHTX-NA', '2024-H1', 'ra ngoài/NA.xlsx'), '--json'], env, folder);
  const noUnit = await hopluc(args('LMHTX-XX', '2024-H1', 'x.xlsx'), env, folder);
  const noPeriod = await hopluc(args('LMHTX-NA', '2024-13', 'x.xlsx'), env, folder);
  const otherKind = await hopluc(args('LMHTX-NA', '2024-Q2', 'x.xlsx'), env, folder);

  expect(good.status).toBe(0);
  expect(JSON.parse(good.out)).toEqual({
    file: 'ra ngoài/NA.xlsx',
    unit: 'LMHTX-NA',
    period: '2024-H1',
    prefill: false,
  });
  expect((await readFile(path.join(folder, 'ra ngoài/NA.xlsx'))).subarray(0, 2).toString()).toBe('PK');
  expect([noUnit.status, noPeriod.status, otherKind.status]).toEqual([2, 2, 64]);
  expect((await readdir(folder)).filter((name) => name.startsWith('x.xlsx'))).toEqual([]);
});

test('a draft of a review is written, verified as a draft, and a changed copy is named', async () => {
  await hopluc(['template', 'half-year', '--unit', 'LMHTX-TH', '--period', '2024-H1', '--out', 'TH.xlsx'], env, folder);
  const wanted = ['review', '--cluster', 'CUM-BTB', '--period', '2024-H1', '--out', 'kq'];

  const draft = await hopluc([...wanted, '--json'], env, folder);
  const lock = await hopluc([...wanted, '--lock'], env, folder);
  const verified = await hopluc(['verify', 'kq/snapshot.json', '--json'], env, folder);
  const text = await readFile(path.join(folder, 'kq/snapshot.json'), 'utf8');
  await writeFile(path.join(folder, 'kq/khác.json'), text.replace('Bắc Trung Bộ', 'Nam Trung Bộ'));
  const changed = await hopluc(['verify', 'kq/khác.json', '--json'], env, folder);

  const report = JSON.parse(draft.out);
  expect(report).toMatchObject({ cluster: 'CUM-BTB', period: '2024-H1', locked: false });
  expect(report.units).toHaveLength(6);
  expect(report.figures['HTX.SO']).toMatchObject({ total: null, unit: 'HTX', coverage: { have: 0, of: 6 } });
  expect(report.files).toEqual(['bao-cao.docx', 'bao-cao.pdf', 'bieu-tong-hop.xlsx', 'snapshot.json']);
  expect(lock.status).toBe(2);
  expect(lock.told).toMatch(/chưa đơn vị nào/);
  expect(JSON.parse(verified.out)).toMatchObject({ ok: true, state: 'draft', computed: report.snapshot });
  expect(changed.status).toBe(2);
  expect(JSON.parse(changed.out)).toMatchObject({ ok: false, state: 'differs' });
});

test('a figure tells where it comes from; a name that is none and a file that is not there are told apart', async () => {
  await hopluc(['template', 'half-year', '--unit', 'LMHTX-TH', '--period', '2024-H1', '--out', 'TH.xlsx'], env, folder);

  const lineage = await hopluc(['lineage', 'HTX.SO/LMHTX-NA@2024-H1', '--json'], env, folder);
  const noFigure = await hopluc(['lineage', 'HTX'], env, folder);
  const noFile = await hopluc(['verify', 'không có.json'], env, folder);

  expect(JSON.parse(lineage.out)).toMatchObject({ figure: 'HTX.SO/LMHTX-NA@2024-H1', amount: null });
  expect(noFigure.status).toBe(2);
  expect(noFile.status).toBe(1);
  expect(noFile.told).toMatch(/^không có\.json: không có tệp/);
});
