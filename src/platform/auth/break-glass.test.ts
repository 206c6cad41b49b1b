import { beforeAll, expect, test } from 'vitest';
import { NOBODY } from '#platform/door.server.ts';
import type { TestSystem } from '#platform/testing/system.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { addUser } from './accounts.server.ts';
import { breakGlassAlerts } from './break-glass.server.ts';
import { signIn } from './sign-in.server.ts';

const PASSWORD = 'gánh lúa qua cầu chiều';
const NINE = new Date('2024-06-24T02:00:00Z');
let system: TestSystem;

beforeAll(async () => {
  system = await testSystem();
  const add = async (login: string, role: string, scope: string) =>
    await addUser(testCtx(system), { login, role, scope, password: PASSWORD });
  await add('nguoi-truc', 'admin', 'system');
  await add('can-bo', 'officer', 'alliance:LMHTX-NA');
});

async function comesIn(login: string, password: string): Promise<unknown> {
  const attempt = { login, password, address: '203.0.113.9', userAgent: 'thử' };
  return await signIn(system.ctx(NOBODY, NINE), attempt, 'khóa thử', 'break-glass').then(
    () => 'opened',
    (error) => error.refusal?.code ?? error,
  );
}

async function toldAfter(hours: number): Promise<readonly string[]> {
  const admin = testCtx(system);
  return await breakGlassAlerts({ ...admin, now: new Date(NINE.getTime() + hours * 3_600_000) });
}

test('IAM-06 while everybody comes through the provider an administrator comes in locally, and all of them are told for a day', async () => {
  expect(await toldAfter(0.1)).toEqual([]);

  expect(await comesIn('nguoi-truc', PASSWORD)).toBe('opened');

  expect(await toldAfter(23)).toEqual([expect.stringContaining('“nguoi-truc” đã đăng nhập tại chỗ lúc')]);
  expect(await toldAfter(25)).toEqual([]);
});

test('IAM-06 nobody else comes in locally then, and a wrong password says no more than before', async () => {
  expect(await comesIn('can-bo', PASSWORD)).toBe('platform.openid.only');
  expect(await comesIn('can-bo', 'một câu khác hẳn')).toBe('platform.sign-in.wrong');
});
