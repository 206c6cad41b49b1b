import { Refused } from '#kernel/refusal.ts';
import { action, alliancesFor, permits, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';

export const ACTIONS = {
  'register.read-organisations': action('register.read-organisations', {
    secretary: 'covered',
    inspector: 'covered',
    leader: 'covered',
    officer: 'department',
  }),
  /** Names of representatives and their telephones: for those who work with them. */
  'register.read-personal': action('register.read-personal', { leader: 'own', officer: 'own' }),
  /** Taking them out in a list needs two such people (IAM-04). */
  'register.propose-personal-export': action('register.propose-personal-export', { leader: 'own', officer: 'own' }),
  'register.approve-personal-export': action('register.approve-personal-export', { leader: 'own', officer: 'own' }),
  'register.change-organisation': action('register.change-organisation', { officer: 'own' }),
  'register.record-status-act': action('register.record-status-act', { officer: 'own' }),
  'register.verify-field': action('register.verify-field', { officer: 'own', leader: 'own' }),
  'register.decide-conflict': action('register.decide-conflict', { officer: 'own', leader: 'own' }),
  /** Files and remarks beside the record. */
  'register.keep-papers': action('register.keep-papers', { officer: 'own', leader: 'own' }),
  'register.read-funds': action('register.read-funds', {
    secretary: 'covered',
    inspector: 'covered',
    leader: 'covered',
    officer: 'department',
  }),
} as const;

type RegisterAction = keyof typeof ACTIONS;

/** Refuses unless the actor may do this in that alliance. */
export function requireRegister(ctx: Pick<Ctx, 'actor'>, what: RegisterAction, allianceCode: string): void {
  requireGrant(ctx, ACTIONS[what], `alliance:${allianceCode}`);
}

export function mayInRegister(actor: Actor, what: RegisterAction, allianceCode: string): boolean {
  return permits(actor, ACTIONS[what], `alliance:${allianceCode}`);
}

/** Whether the actor may see who represents the organisations of that alliance, with telephones. */
export function mayReadPersons(actor: Actor, allianceCode: string): boolean {
  return mayInRegister(actor, 'register.read-personal', allianceCode);
}

/** Refuses unless the actor may do this in some alliance; what is read is then narrowed. */
export function requireRegisterSomewhere(ctx: Pick<Ctx, 'actor'>, what: RegisterAction): void {
  requireSomewhere(ctx, ACTIONS[what]);
}

/** The alliances whose part of the register the actor may do this with; refuses when there is none at all. */
export function alliancesInReach(ctx: Pick<Ctx, 'actor'>, what: RegisterAction): 'all' | readonly string[] {
  requireSomewhere(ctx, ACTIONS[what]);
  return alliancesFor(ctx.actor, ACTIONS[what]);
}

/** Who may not know of an organisation is told that there is none. */
export function requireVisible(actor: Actor, allianceCode: string): void {
  if (mayInRegister(actor, 'register.read-organisations', allianceCode)) return;
  throw new Refused({ code: 'register.organisation.not-found', facts: {} });
}

/**
 * Named figures of a people's credit fund are for the officers and leaders of its own alliance alone (QTD-04): not for the
 * cluster, not for an administrator of the system, who both see sums over at least five funds.
 */
export function mayReadFundFigures(actor: Actor, allianceCode: string): boolean {
  return actor.grants.some(
    (grant) =>
      !grant.delegated &&
      (grant.role === 'officer' || grant.role === 'leader') &&
      grant.scope === `alliance:${allianceCode}`,
  );
}
