import { expect, test } from 'vitest';
import { Refused } from '#kernel/refusal.ts';
import type { Actor, Grant } from '#platform/ctx.ts';
import { action, alliancesFor, clustersFor, onBehalf, permits, permitsSomewhere, requireGrant } from './permissions.ts';

const send = action('test.send', { officer: 'own', leader: 'own' });
const read = action('test.read', { secretary: 'covered', officer: 'own', inspector: 'covered' });
const configure = action('test.configure', {});

const cluster = { scope: 'cluster:CUM-BTB', covers: ['alliance:LMHTX-NA', 'alliance:LMHTX-HT'] } as const;
const PEOPLE = {
  admin: [{ role: 'admin', scope: 'system' }],
  clusterAdmin: [{ role: 'admin', ...cluster }],
  secretary: [{ role: 'secretary', ...cluster }],
  clusterLeader: [{ role: 'leader', ...cluster }],
  officer: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }],
  inspector: [{ role: 'inspector', scope: 'system' }],
  nobody: [],
} as const satisfies Record<string, readonly Grant[]>;

function actor(grants: readonly Grant[]): Actor {
  return { accountId: null, name: 'Người thử', grants };
}

test.each([
  { who: 'admin', what: send, na: true, other: true, cluster: true },
  { who: 'admin', what: configure, na: true, other: true, cluster: true },
  { who: 'clusterAdmin', what: configure, na: false, other: false, cluster: false },
  { who: 'secretary', what: send, na: false, other: false, cluster: false },
  { who: 'secretary', what: read, na: true, other: false, cluster: true },
  { who: 'clusterLeader', what: send, na: false, other: false, cluster: true },
  { who: 'officer', what: send, na: true, other: false, cluster: false },
  { who: 'officer', what: read, na: true, other: false, cluster: false },
  { who: 'inspector', what: read, na: true, other: true, cluster: true },
  { who: 'inspector', what: send, na: false, other: false, cluster: false },
  { who: 'nobody', what: read, na: false, other: false, cluster: false },
] as const)('IAM-01 $who × $what.name', ({ who, what, na, other, cluster: atCluster }) => {
  const person = actor(PEOPLE[who]);

  expect(permits(person, what, 'alliance:LMHTX-NA')).toBe(na);
  expect(permits(person, what, 'alliance:LMHTX-QT')).toBe(other);
  expect(permits(person, what, 'cluster:CUM-BTB')).toBe(atCluster);
  expect(permitsSomewhere(person, what)).toBe(na || other || atCluster);
});

test('IAM-01 a role that an action does not list is refused with the action and the scope', () => {
  const attempt = () => requireGrant({ actor: actor(PEOPLE.officer) }, configure, 'system');

  expect(attempt).toThrow(Refused);
  expect(attempt).toThrow(
    expect.objectContaining({
      refusal: { code: 'platform.access.denied', facts: { action: 'test.configure', scope: 'system' } },
    }),
  );
});

test('lists are narrowed to the alliances and clusters that a grant reaches', () => {
  expect(alliancesFor(actor(PEOPLE.secretary), read)).toEqual(['LMHTX-NA', 'LMHTX-HT']);
  expect(alliancesFor(actor(PEOPLE.officer), read)).toEqual(['LMHTX-NA']);
  expect(alliancesFor(actor(PEOPLE.inspector), read)).toBe('all');
  expect(alliancesFor(actor(PEOPLE.nobody), read)).toEqual([]);
  expect(clustersFor(actor(PEOPLE.secretary), read)).toEqual(['CUM-BTB']);
  expect(clustersFor(actor(PEOPLE.officer), read)).toEqual([]);
});

test('IAM-01 an officer of a department acts for the alliance only where an action says so', () => {
  const advise = action('test.advise', { officer: 'department' });
  const person = actor([{ role: 'officer', scope: 'department:LMHTX-NA/tong-hop' }]);

  expect(permits(person, advise, 'alliance:LMHTX-NA')).toBe(true);
  expect(alliancesFor(person, advise)).toEqual(['LMHTX-NA']);
  expect(permits(person, advise, 'alliance:LMHTX-HT')).toBe(false);
  expect(permits(person, read, 'alliance:LMHTX-NA')).toBe(false);
  expect(permits(person, send, 'alliance:LMHTX-NA')).toBe(false);
  expect(permitsSomewhere(person, send)).toBe(false);
});

test('IAM-03 a delegated right reaches the acts that were delegated, and says on whose behalf', () => {
  const delegated = { delegationId: 'd-1', kind: 'KT', of: 'Chủ tịch', acts: ['test.send'] };
  const deputy = actor([
    { role: 'officer', scope: 'alliance:LMHTX-HT' },
    { role: 'leader', scope: 'alliance:LMHTX-NA', delegated },
  ]);
  const sign = action('test.sign', { leader: 'own' });

  expect(permits(deputy, send, 'alliance:LMHTX-NA')).toBe(true);
  expect(permits(deputy, sign, 'alliance:LMHTX-NA')).toBe(false);
  expect(permitsSomewhere(deputy, sign)).toBe(false);
  expect(onBehalf(deputy, send, 'alliance:LMHTX-NA')).toEqual({ onBehalfOf: 'KT. Chủ tịch', delegation: 'd-1' });
  expect(onBehalf(deputy, send, 'alliance:LMHTX-HT')).toEqual({});
});

test('IAM-01 a delegated right never makes an administrator', () => {
  const delegated = { delegationId: 'd-2', kind: 'TL', of: 'Quản trị', acts: ['test.send'] };

  expect(permits(actor([{ role: 'admin', scope: 'system', delegated }]), configure, 'system')).toBe(false);
});
