import { beforeAll, expect, test } from 'vitest';
import type { TestSystem } from '#platform/testing/system.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { isOurChallenge, makeChallenge, spendChallenge } from './challenge.server.ts';
import { seal, unseal } from './keys.server.ts';

const NINE = new Date('2024-06-24T02:00:00Z');
const later = (minutes: number) => new Date(NINE.getTime() + minutes * 60_000);
let system: TestSystem;

beforeAll(async () => {
  system = await testSystem();
});

test('a challenge serves ten minutes, for its own purpose, on its own installation', () => {
  const challenge = makeChallenge('khóa', 'prove:a', NINE).toString('base64url');
  const longer = Buffer.concat([Buffer.from(challenge, 'base64url'), Buffer.from([0])]).toString('base64url');

  expect(isOurChallenge('khóa', 'prove:a', later(10), challenge)).toBe(true);
  expect(isOurChallenge('khóa', 'prove:a', later(10.1), challenge)).toBe(false);
  expect(isOurChallenge('khóa', 'prove:a', later(-1), challenge)).toBe(false);
  expect(isOurChallenge('khóa', 'prove:b', NINE, challenge)).toBe(false);
  expect(isOurChallenge('khóa', 'sign-in', NINE, challenge)).toBe(false);
  expect(isOurChallenge('khóa khác', 'prove:a', NINE, challenge)).toBe(false);
  for (const forged of ['', 'x', longer]) expect(isOurChallenge('khóa', 'prove:a', NINE, forged)).toBe(false);
});

test('a challenge is answered once', async () => {
  const ctx = testCtx(system);
  const spend = async () => await ctx.transact(async (tx) => await spendChallenge(tx, ctx.now, 'một-lần'));

  await spend();

  await expect(spend()).rejects.toMatchObject({ refusal: { code: 'platform.passkey.refused' } });
});

test('what is sealed opens for its purpose and owner only, and not when it was changed', () => {
  const sealed = seal('khóa', 'thử', 'chủ', 'bí mật');
  const changed = Buffer.from(sealed, 'base64url');
  changed[14] = (changed[14] ?? 0) ^ 1;

  expect(unseal('khóa', 'thử', 'chủ', sealed)).toBe('bí mật');
  expect(seal('khóa', 'thử', 'chủ', 'bí mật')).not.toBe(sealed);
  expect(() => unseal('khóa', 'thử', 'người khác', sealed)).toThrow();
  expect(() => unseal('khóa', 'việc khác', 'chủ', sealed)).toThrow();
  expect(() => unseal('khóa khác', 'thử', 'chủ', sealed)).toThrow();
  expect(() => unseal('khóa', 'thử', 'chủ', changed.toString('base64url'))).toThrow();
});
