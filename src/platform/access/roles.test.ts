import { expect, test } from 'vitest';
import { allianceOfDepartment, isKnownGrant, scopeKindOf } from './roles.ts';

const ID = '018f3c2e-0000-7000-8000-000000000001';

test.each([
  ['admin', 'system'],
  ['secretary', 'cluster:CUM-BTB'],
  ['leader', 'alliance:LMHTX-NA'],
  ['officer', 'department:LMHTX-NA/tong-hop'],
  ['inspector', 'system'],
  ['fund-officer', 'fund:QUY-NA'],
  ['fund-approver', 'fund:QUY-NA'],
  ['council-member', 'alliance:LMHTX-NA'],
  ['cooperative', `organisation:${ID}`],
  ['credit-fund', `credit-fund:${ID}`],
])('IAM-01 %s means something at %s', (role, scope) => {
  expect(isKnownGrant(role, scope)).toBe(true);
});

test.each([
  ['secretary', 'alliance:LMHTX-NA'],
  ['admin', 'cluster:CUM-BTB'],
  ['officer', 'system'],
  ['leader', 'department:LMHTX-NA/tong-hop'],
  ['fund-officer', 'alliance:LMHTX-NA'],
  ['cooperative', 'organisation:LMHTX-NA'],
  ['cooperative', `credit-fund:${ID}`],
  ['boss', 'system'],
  ['toString', 'system'],
  ['officer', 'alliance:'],
  ['officer', "alliance:x'; --"],
])('IAM-01 %s at %s is unknown and gives nothing', (role, scope) => {
  expect(isKnownGrant(role, scope)).toBe(false);
});

test('a department belongs to one alliance and to nothing above it', () => {
  expect(scopeKindOf('department:LMHTX-NA/tong-hop')).toBe('department');
  expect(allianceOfDepartment('department:LMHTX-NA/tong-hop')).toBe('alliance:LMHTX-NA');
  expect(allianceOfDepartment('cluster:CUM-BTB')).toBeUndefined();
});
