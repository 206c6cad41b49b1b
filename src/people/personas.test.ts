import { expect, test } from 'vitest';
import { isKnownGrant } from '#platform/access/roles.ts';
import { personaDuties, personaNames } from './messages.vi.ts';
import { grantOfPersona, PERSONA_CODES, PERSONAS } from './personas.ts';

const ID = '018f3c2e-0000-7000-8000-000000000001';
const NOWHERE = { unit: '', department: '', code: '' };

test('IAM-01 every template gives a pair that means something, at each kind of unit it names', () => {
  const scopes = {
    system: 'system',
    cluster: 'cluster:C',
    alliance: 'alliance:A',
    department: 'department:A/tong-hop',
    fund: 'fund:F',
    organisation: `organisation:${ID}`,
    'credit-fund': `credit-fund:${ID}`,
  };
  for (const code of PERSONA_CODES) {
    const { role, kinds } = PERSONAS[code];
    for (const kind of kinds) expect([code, isKnownGrant(role, scopes[kind])]).toEqual([code, true]);
    expect(personaNames[code].length * personaDuties[code].length).toBeGreaterThan(0);
  }
});

test.each([
  ['officer', { ...NOWHERE, unit: 'alliance:LMHTX-NA' }, 'officer alliance:LMHTX-NA'],
  [
    'department-officer',
    { ...NOWHERE, unit: 'alliance:LMHTX-NA', department: 'van-phong' },
    'officer department:LMHTX-NA/van-phong',
  ],
  ['fund-approver', { ...NOWHERE, code: ' QUY-NA ' }, 'fund-approver fund:QUY-NA'],
  ['cooperative', { ...NOWHERE, code: ID }, `cooperative organisation:${ID}`],
  ['admin', { ...NOWHERE, unit: 'alliance:LMHTX-NA' }, 'admin system'],
] as const)('IAM-01 the template %s gives its role at its place', (persona, wish, given) => {
  const placed = grantOfPersona(persona, wish);

  expect('role' in placed && `${placed.role} ${placed.scope}`).toBe(given);
});

test.each([
  ['secretary', { ...NOWHERE, unit: 'alliance:LMHTX-NA' }, 'unit-unfit'],
  ['officer', { ...NOWHERE, unit: 'system' }, 'unit-unfit'],
  ['department-officer', { ...NOWHERE, unit: 'cluster:CUM-BTB', department: 'van-phong' }, 'alliance-needed'],
  ['department-officer', { ...NOWHERE, unit: 'alliance:LMHTX-NA' }, 'department-missing'],
  ['fund-officer', NOWHERE, 'code-missing'],
  ['cooperative', { ...NOWHERE, code: 'HTX-1' }, 'code-missing'],
] as const)('IAM-01 the template %s is refused at the field to mend', (persona, wish, reason) => {
  const placed = grantOfPersona(persona, wish);

  expect('refusal' in placed && placed.refusal.code).toBe(`people.place.${reason}`);
});
