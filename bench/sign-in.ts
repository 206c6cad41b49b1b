import { addUser } from '#platform/auth/accounts.server.ts';
import { hashPassword, passwordFits } from '#platform/auth/passwords.server.ts';
import { signIn } from '#platform/auth/sign-in.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { NOBODY } from '#platform/door.server.ts';
import type { System } from '../src/system.ts';
import { inTurns, report } from './measure.ts';

const PASSWORD = 'gánh lúa qua cầu chiều';

/** A whole sign-in: limits, account, Argon2id, session, entry in the record. Floor: Argon2id alone on the same hash. */
export async function benchSignIn(system: System, ctx: Ctx): Promise<void> {
  const { login } = await addUser(ctx, {
    login: 'bench',
    role: 'officer',
    scope: 'alliance:LMHTX-NA',
    password: PASSWORD,
  });
  const hash = await hashPassword(PASSWORD);
  const attempt = { login, password: PASSWORD, address: '192.0.2.1', userAgent: 'bench' };
  const measured = await inTurns(
    30,
    async () => await signIn(system.ctx(NOBODY, ctx.now), attempt, 'bench'),
    async () => await passwordFits(hash, PASSWORD),
  );
  const ratio = measured.ours / measured.floor;
  report({ name: 'sign-in', figure: 'median', value: measured.ours, unit: 'ms', ratio, aim: '≤ 300 ms' });
  report({
    name: 'sign-in',
    figure: 'p95',
    value: measured.p95,
    unit: 'ms',
    ratio: measured.p95 / measured.floor,
    aim: '',
  });
}
