import { action, alliancesFor, permits, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';

/** One action per command. Officers and leaders work on their own unit only. */
export const ACTIONS = {
  'workbooks.see-imports': action('workbooks.see-imports', {
    officer: 'own',
    leader: 'own',
    secretary: 'covered',
    inspector: 'covered',
  }),
  'workbooks.write-template': action('workbooks.write-template', {
    officer: 'own',
    leader: 'own',
    secretary: 'covered',
  }),
  /** The file as it came, with the names and telephones in it. */
  'workbooks.read-file': action('workbooks.read-file', { officer: 'own', leader: 'own', inspector: 'covered' }),
  'workbooks.import': action('workbooks.import', { officer: 'own', leader: 'own' }),
  'workbooks.undo-import': action('workbooks.undo-import', { officer: 'own', leader: 'own' }),
  // Of a large import: any other person of the unit who could undo a small one.
  'workbooks.propose-undo': action('workbooks.propose-undo', { officer: 'own', leader: 'own' }),
  'workbooks.approve-undo': action('workbooks.approve-undo', { officer: 'own', leader: 'own' }),
} as const;

export type WorkbooksAction = keyof typeof ACTIONS;

/** Refuses unless the actor may do this for that alliance. */
export function requireForUnit(ctx: Pick<Ctx, 'actor'>, what: WorkbooksAction, unitCode: string): void {
  requireGrant(ctx, ACTIONS[what], `alliance:${unitCode}`);
}

/** For showing or greying a button; the command asks again. */
export function mayForUnit(actor: Actor, what: WorkbooksAction, unitCode: string): boolean {
  return permits(actor, ACTIONS[what], `alliance:${unitCode}`);
}

/** The codes of the alliances where the actor may do this, or `all`. */
export function unitsFor(actor: Actor, what: WorkbooksAction): 'all' | readonly string[] {
  return alliancesFor(actor, ACTIONS[what]);
}

/** Refuses whoever may import for no unit at all; the unit is asked about once the file says it. */
export function requireToImport(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, ACTIONS['workbooks.import']);
}

/** Refuses whoever may see no import at all; lists are then narrowed by `unitsFor`. */
export function requireToSee(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, ACTIONS['workbooks.see-imports']);
}
