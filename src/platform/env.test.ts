import path from 'node:path';
import { expect, test } from 'vitest';
import { clockOf, refuseSetClockOnRealData } from './clock.server.ts';
import { readEnvironment, settingsInForce } from './env.server.ts';
import { refusals } from './messages.vi.ts';

test('an empty environment means port 3000 on this machine, the embedded database and the demonstration data', () => {
  const environment = readEnvironment({ PORT: '', HOPLUC_DEMO: ' ' });

  expect(environment).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: undefined, demo: true });
  expect(environment.dataFolder).toBe(path.join(path.resolve(import.meta.dirname, '../..'), 'var'));
});

test('each variable is read in its accepted form', () => {
  const environment = readEnvironment({
    PORT: '0',
    HOST: '::1',
    HOPLUC_DATA: 'dữ liệu',
    DATABASE_URL: 'postgresql://a:b@localhost/hopluc',
    HOPLUC_DEMO: '0',
    PUBLIC_URL: 'https://hopluc.example.vn/',
    HOPLUC_NOW: '2024-07-05T14:59:00+07:00',
    SMTP_URL: 'smtp://127.0.0.1:1025',
    S3_URL: 'https://s3.example.vn/hopluc',
    OIDC_ISSUER: 'https://sso.example.vn/tinh',
    OIDC_CLIENT_ID: 'hopluc',
    OIDC_CLIENT_SECRET: 'khóa',
    OIDC_LABEL: 'Tài khoản tỉnh',
    OIDC_ONLY: '1',
    NODE_ENV: 'production',
  });

  expect(environment).toEqual({
    port: 0,
    host: '::1',
    dataFolder: path.resolve('dữ liệu'),
    databaseUrl: 'postgresql://a:b@localhost/hopluc',
    demo: false,
    publicUrl: 'https://hopluc.example.vn',
    now: new Date('2024-07-05T07:59:00Z'),
    smtpUrl: 'smtp://127.0.0.1:1025',
    s3Url: 'https://s3.example.vn/hopluc',
    backupKey: undefined,
    backupFolder: path.join(path.resolve('dữ liệu'), 'backups'),
    metricsToken: undefined,
    openId: {
      issuer: 'https://sso.example.vn/tinh',
      clientId: 'hopluc',
      clientSecret: 'khóa',
      label: 'Tài khoản tỉnh',
      isOnly: true,
    },
    isProduction: true,
    logLevel: 'warn',
  });
});

test.each([
  { name: 'PORT', value: '65536' },
  { name: 'PORT', value: '3000a' },
  { name: 'HOST', value: 'a b' },
  { name: 'DATABASE_URL', value: 'mysql://x' },
  { name: 'DATABASE_URL', value: 'not a url' },
  { name: 'HOPLUC_DEMO', value: 'yes' },
  { name: 'PUBLIC_URL', value: 'https://hopluc.example.vn/deep' },
  { name: 'PUBLIC_URL', value: 'ftp://hopluc.example.vn' },
  { name: 'HOPLUC_NOW', value: '2024-07-05T14:59:00' },
  { name: 'HOPLUC_NOW', value: '2024-07-05' },
  { name: 'SMTP_URL', value: 'http://mail' },
  { name: 'HOPLUC_METRICS_TOKEN', value: 'too short' },
  { name: 'HOPLUC_BACKUPS', value: 'a\0b' },
  { name: 'S3_URL', value: 'file:///etc' },
  { name: 'OIDC_ISSUER', value: 'http://sso.example.vn' },
  { name: 'OIDC_ISSUER', value: 'https://ten:mat-khau@sso.example.vn' },
  { name: 'OIDC_ISSUER', value: 'https://sso.example.vn/?tinh=38' },
  { name: 'OIDC_ONLY', value: 'yes' },
])('$name=$value stops the start with its name', ({ name, value }) => {
  const read = () => readEnvironment({ [name]: value });

  expect(read).toThrow(expect.objectContaining({ refusal: { code: 'platform.environment.invalid', facts: { name } } }));
  expect(refusals['platform.environment.invalid']({ name })).toMatch(
    new RegExp(`^Biến môi trường ${name} .*hợp lệ: .{5,}`),
  );
});

test('a set clock starts at its moment and runs on', async () => {
  const clock = clockOf({ now: new Date('2024-07-05T07:59:00Z') });

  const first = clock().getTime();
  await new Promise((resolve) => setTimeout(resolve, 30));
  const second = clock().getTime();

  expect(first).toBeGreaterThanOrEqual(Date.parse('2024-07-05T07:59:00Z'));
  expect(second - first).toBeGreaterThanOrEqual(25);
  expect(second - first).toBeLessThan(5000);
});

test('a set clock is refused in production unless the data are demonstration data', () => {
  const now = new Date('2024-07-05T07:59:00Z');

  expect(() => refuseSetClockOnRealData({ now, isProduction: true }, false)).toThrow(
    'platform.environment.frozen-clock-on-real-data',
  );
  expect(() => refuseSetClockOnRealData({ now, isProduction: true }, true)).not.toThrow();
  expect(() => refuseSetClockOnRealData({ now, isProduction: false }, false)).not.toThrow();
  expect(() => refuseSetClockOnRealData({ now: undefined, isProduction: true }, false)).not.toThrow();
});

test('what the operator declared counts, not what the start script sets for speed', () => {
  expect(readEnvironment({ NODE_ENV: 'production', HOPLUC_DECLARED_NODE_ENV: '' }).isProduction).toBe(false);
  expect(readEnvironment({ NODE_ENV: 'production', HOPLUC_DECLARED_NODE_ENV: 'production' }).isProduction).toBe(true);
});

test('backups go where they are told to, or nowhere; the names of settings are told, never their values', () => {
  const given = { HOPLUC_BACKUPS: 'off', HOPLUC_BACKUP_KEY: 'một câu rất bí mật', PORT: ' ', HOME: '/root' };

  expect(readEnvironment({ HOPLUC_BACKUPS: '/mnt/sao lưu' }).backupFolder).toBe('/mnt/sao lưu');
  expect(readEnvironment(given).backupFolder).toBeNull();
  expect(settingsInForce(given)).toEqual(['HOPLUC_BACKUP_KEY', 'HOPLUC_BACKUPS']);
});

test('IAM-06 a provider without our name there, or nothing but a provider that is none, stops the start', () => {
  const issuer = { OIDC_ISSUER: 'http://127.0.0.1:9000' };
  const missing = (name: string) =>
    expect.objectContaining({ refusal: { code: 'platform.environment.invalid', facts: { name } } });

  expect(() => readEnvironment(issuer)).toThrow(missing('OIDC_CLIENT_ID'));
  expect(() => readEnvironment({ OIDC_ONLY: '1' })).toThrow(missing('OIDC_ISSUER'));
  expect(readEnvironment({ ...issuer, OIDC_CLIENT_ID: 'hopluc' }).openId).toMatchObject({ isOnly: false });
  expect(readEnvironment({}).openId).toBeUndefined();
});
