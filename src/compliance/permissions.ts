import { action, alliancesFor, permits, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';

const ACTIONS = {
  /** The law is nobody's secret: everybody who has an office. */
  'compliance.read-rules': action('compliance.read-rules', {
    secretary: 'covered',
    leader: 'covered',
    officer: 'department',
    editor: 'covered',
    inspector: 'covered',
  }),
  /** Dated values bind every unit of the installation: the administrator of the system alone. */
  'compliance.change-rules': action('compliance.change-rules', {}),
  'compliance.read-organisations': action('compliance.read-organisations', {
    secretary: 'covered',
    inspector: 'covered',
    leader: 'covered',
    officer: 'department',
  }),
  /** Management bodies, assets and what rules ask besides. */
  'compliance.keep-entries': action('compliance.keep-entries', { officer: 'own' }),
} as const;

type ComplianceAction = keyof typeof ACTIONS;

/** Refuses whoever may do this nowhere. */
export function requireCompliance(ctx: Pick<Ctx, 'actor'>, what: ComplianceAction): void {
  requireSomewhere(ctx, ACTIONS[what]);
}

/** Refuses unless the actor may do this in that alliance. */
export function requireComplianceOf(ctx: Pick<Ctx, 'actor'>, what: ComplianceAction, allianceCode: string): void {
  requireGrant(ctx, ACTIONS[what], `alliance:${allianceCode}`);
}

/** For showing a button; the command asks again. */
export function mayChangeRules(actor: Actor): boolean {
  return permits(actor, ACTIONS['compliance.change-rules'], 'system');
}

export function mayOf(actor: Actor, what: ComplianceAction, allianceCode: string): boolean {
  return permits(actor, ACTIONS[what], `alliance:${allianceCode}`);
}

/** The codes of the alliances whose organisations the actor may look at, or `all`; refuses when there is none. */
export function alliancesToRead(ctx: Pick<Ctx, 'actor'>): 'all' | readonly string[] {
  requireCompliance(ctx, 'compliance.read-organisations');
  return alliancesFor(ctx.actor, ACTIONS['compliance.read-organisations']);
}
