import { action, alliancesFor, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Ctx } from '#platform/ctx.ts';

const ACTIONS = {
  'rights.record-consents': action('rights.record-consents', { officer: 'own', leader: 'own' }),
  'rights.handle-requests': action('rights.handle-requests', { officer: 'own', leader: 'own' }),
  'rights.hold-data': action('rights.hold-data', { officer: 'own', leader: 'own' }),
  'rights.handle-incidents': action('rights.handle-incidents', { officer: 'own', leader: 'own' }),
  'rights.run-retention': action('rights.run-retention', {}),
} as const;
export type RightsAction = keyof typeof ACTIONS;

/**
 * Personal words stay within the alliance they were sent to: the cluster's people see none of them.
 * Without an alliance it is the administrator's.
 */
export function requireRights(ctx: Pick<Ctx, 'actor'>, what: RightsAction, allianceCode: string | null): void {
  requireGrant(ctx, ACTIONS[what], allianceCode === null ? 'system' : `alliance:${allianceCode}`);
}

/** The codes of the alliances where the actor may do this, or `all`; refuses when there is none at all. */
export function alliancesWhere(ctx: Pick<Ctx, 'actor'>, what: RightsAction): 'all' | readonly string[] {
  requireSomewhere(ctx, ACTIONS[what]);
  const codes = alliancesFor(ctx.actor, ACTIONS[what]);
  if (codes !== 'all' && codes.length === 0) requireGrant(ctx, ACTIONS[what], 'system');
  return codes;
}
