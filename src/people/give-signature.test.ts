import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { addUser } from '#platform/auth/accounts.server.ts';
import type { NewDelegation } from '#platform/delegation/delegate.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { anOpenCall, aSubmittedUnit, CLUSTER, cooperatives, PERIOD } from '#reporting/testing.ts';
import { buildReview } from '#review/build.ts';
import { giveSignature } from './commands/give-signature.ts';
import { giversFor } from './givers.ts';

const system = await testSystem();
const admin = testCtx(system);
const SCOPE = `cluster:${CLUSTER}` as const;

test('IAM-03 the report of the cluster is signed KT. by the deputy of another alliance, on those days alone', async () => {
  const head = await addUser(admin, { login: 'truong', role: 'leader', scope: SCOPE });
  const deputy = await addUser(admin, { login: 'pho', role: 'leader', scope: 'alliance:LMHTX-QB' });
  const outside = await addUser(admin, { login: 'ngoai', role: 'leader', scope: 'alliance:LMHTX-KHAC' });
  await anOpenCall(admin);
  await aSubmittedUnit(admin, 'LMHTX-NA', cooperatives('903'));
  const asHead = testCtx(system, { grants: [{ role: 'leader', scope: SCOPE }], accountId: head.accountId });
  const wanted: NewDelegation = {
    fromAccountId: head.accountId,
    toAccountId: deputy.accountId,
    kind: 'KT',
    scope: SCOPE,
    acts: ['review.sign-report'],
    firstDay: isoDate('2024-06-24'),
    lastDay: isoDate('2024-06-28'),
    fromTitle: 'Cụm trưởng',
    toTitle: 'Cụm phó',
    signerName: 'Người ký thay',
    ground: 'Phân công của Cụm',
  };
  const secretary = (today: string) => testCtx(system, { grants: [{ role: 'secretary', scope: SCOPE }], today });
  const signatureOn = async (day: string) => (await buildReview(secretary(day), CLUSTER, PERIOD)).snapshot.signature;

  const id = await giveSignature(asHead, wanted);

  expect(await signatureOn('2024-06-23')).toBeUndefined();
  expect(await signatureOn('2024-06-28')).toEqual({
    authority: ['KT. CỤM TRƯỞNG', 'CỤM PHÓ'],
    name: 'Người ký thay',
    delegation: id,
  });
  expect(await signatureOn('2024-06-29')).toBeUndefined();
  await expect(giveSignature(asHead, { ...wanted, toAccountId: outside.accountId })).rejects.toThrow(
    'platform.delegation.delegate-outside',
  );
});

test('IAM-03 a leader gives their own signature away, an administrator any leader’s, nobody else one', async () => {
  const who = await addUser(admin, { login: 'ai-do', role: 'leader', scope: 'alliance:LMHTX-HT' });
  const as = (role: 'leader' | 'officer') =>
    testCtx(system, { grants: [{ role, scope: 'alliance:LMHTX-HT' }], accountId: who.accountId });

  expect((await giversFor(as('leader'))).map(({ scope }) => scope)).toEqual(['alliance:LMHTX-HT']);
  expect((await giversFor(admin)).some(({ accountId }) => accountId === who.accountId)).toBe(true);
  expect(await giversFor(as('officer'))).toEqual([]);
});
