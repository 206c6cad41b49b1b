import { expect, test } from 'vitest';
import type { Actor, Grant, Role } from '#platform/ctx.ts';
import { mayForUnit, type ReportingAction, requireToSee } from './permissions.ts';

const OWN = 'alliance:LMHTX-NA';
const OTHER = 'alliance:LMHTX-TH';
const CLUSTER = 'cluster:CUM-BTB';

function anActor(role: Role, scope: Grant['scope']): Actor {
  const grant: Grant = scope === CLUSTER ? { role, scope, covers: [OWN, OTHER] } : { role, scope };
  return { accountId: null, name: 'Người thử', grants: [grant] };
}

/** Who may do what for Nghệ An, by hand: o own unit, c the cluster above it; what is not listed is denied. */
const EXPECTED: Readonly<Record<ReportingAction, readonly string[]>> = {
  'reporting.see': [
    'secretary c',
    'leader o',
    'leader c',
    'officer o',
    'officer c',
    'editor o',
    'editor c',
    'inspector o',
    'inspector c',
    'secretary o',
  ],
  'reporting.move-call': ['secretary o'],
  'reporting.enter-values': ['officer o', 'leader o'],
  'reporting.ask-approval': ['officer o', 'leader o'],
  'reporting.submit-unit': ['leader o'],
  'reporting.return-cells': ['secretary o', 'secretary c'],
  'reporting.pass-unit': ['secretary o', 'secretary c'],
  'reporting.dismiss-finding': ['officer o', 'leader o', 'secretary o', 'secretary c'],
  'reporting.sign-reconciliation': ['officer o', 'leader o'],
};

const ROLES: readonly Role[] = ['secretary', 'leader', 'officer', 'editor', 'inspector'];
const PLACES = { o: OWN, c: CLUSTER, x: OTHER } as const;

test.each(
  (Object.keys(EXPECTED) as ReportingAction[]).flatMap((action) =>
    ROLES.flatMap((role) => (['o', 'c', 'x'] as const).map((place) => ({ action, role, place }))),
  ),
)('RPT-04 $action by $role at $place', ({ action, role, place }) => {
  const expected = EXPECTED[action].includes(`${role} ${place}`);

  expect(mayForUnit(anActor(role, PLACES[place]), action, 'LMHTX-NA')).toBe(expected);
});

test('whoever has no office sees nothing, an administrator may all', () => {
  const nobody: Actor = { accountId: null, name: 'Khách', grants: [] };

  expect(() => requireToSee({ actor: nobody })).toThrow('platform.access.denied');
  expect(mayForUnit(anActor('admin', 'system'), 'reporting.submit-unit', 'LMHTX-NA')).toBe(true);
});
