import { expect, test } from 'vitest';
import { isMultiFactor } from './factor.ts';

test.each([
  { claims: { amr: ['mfa'] }, is: true },
  { claims: { amr: ['pwd', 'otp'] }, is: true },
  { claims: { amr: ['pin', 'hwk'] }, is: true },
  { claims: { acr: 'https://refeds.org/profile/mfa' }, is: true },
  { claims: { amr: ['pwd'] }, is: false },
  { claims: { amr: ['pwd', 'sms'] }, is: false },
  { claims: { amr: ['otp'] }, is: false },
  { claims: { amr: 'mfa' }, is: false },
  { claims: { acr: '1' }, is: false },
  { claims: {}, is: false },
])('IAM-02 $claims says more than one factor: $is', ({ claims, is }) => {
  expect(isMultiFactor(claims)).toBe(is);
});
