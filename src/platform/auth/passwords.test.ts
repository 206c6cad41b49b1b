import { expect, test } from 'vitest';
import { hashPassword, passwordFits, passwordRefusal } from './passwords.server.ts';

test('IAM-02 a password is kept as Argon2id with the cost that OWASP asks for', async () => {
  const hashed = await hashPassword('một câu của riêng tôi');

  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwordFits(hashed, 'một câu của riêng tôi')).toBe(true);
  expect(await passwordFits(hashed, 'một câu của riêng tôi'.normalize('NFD'))).toBe(true);
  expect(await passwordFits(hashed, 'một câu của riêng toi')).toBe(false);
});

test('no password fits an account that does not exist', async () => {
  expect(await passwordFits(null, 'không ai có mật khẩu này')).toBe(false);
});

test.each([
  { password: 'ngắn quá 11', code: 'platform.password.too-short' },
  { password: 'x'.repeat(201), code: 'platform.password.too-long' },
  { password: '123456789012', code: 'platform.password.too-common' },
  { password: '234567890123', code: 'platform.password.too-common' },
  { password: 'Matkhau12345678', code: 'platform.password.too-common' },
  { password: 'Hợp tác xã 2024', code: 'platform.password.too-common' },
  { password: 'aaaaaaaaaaaaaaaa', code: 'platform.password.too-common' },
  { password: 'Trustno1-2024!', code: 'platform.password.too-common' },
  { password: '2024 Chelsea 2025', code: 'platform.password.too-common' },
  { password: 'Mật-Khẩu-Mới 99999', code: 'platform.password.too-common' },
  { password: 'M@tkh4u-m0i 2024', code: 'platform.password.too-common' },
  { password: 'jennifer jennifer', code: 'platform.password.too-common' },
  { password: 'BASKETBALL1234', code: 'platform.password.too-common' },
  { password: 'Qwertyuiop[12]', code: 'platform.password.too-common' },
  { password: 'Can-Bo-NA rất bí mật', code: 'platform.password.contains-login' },
])('IAM-02 refuses $password offline: $code', async ({ password, code }) => {
  expect(await passwordRefusal(password, 'can-bo-na')).toMatchObject({ code, facts: { field: 'password' } });
});

test('V6.2.8 a password is compared whole: with anything behind it, it does not fit', async () => {
  const long = 'gánh lúa '.repeat(22).slice(0, 200);
  const hashed = await hashPassword(long);

  expect(await passwordFits(hashed, long)).toBe(true);
  expect(await passwordFits(hashed, `${long}x`)).toBe(false);
});

test('a sentence of one’s own passes', async () => {
  expect(await passwordRefusal('gánh lúa qua cầu chiều', 'can-bo-na')).toBeUndefined();
});
