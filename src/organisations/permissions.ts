import { action, permits, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';

const ACTIONS = {
  'organisations.see': action('organisations.see', {
    secretary: 'covered',
    leader: 'covered',
    officer: 'covered',
    editor: 'covered',
    inspector: 'covered',
  }),
  'organisations.configure': action('organisations.configure', {}),
  'organisations.appoint': action('organisations.appoint', {}),
  'organisations.keep-terms': action('organisations.keep-terms', { secretary: 'own' }),
} as const;

/** Every office looks up how clusters and alliances stand on a day. */
export function requireSeeing(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, ACTIONS['organisations.see']);
}

/** Clusters, alliances and who holds which post are set by the administrator of the system. */
export function requireOrganisations(
  ctx: Pick<Ctx, 'actor'>,
  what: 'organisations.configure' | 'organisations.appoint',
): void {
  requireGrant(ctx, ACTIONS[what], 'system');
}

/** The secretary of a cluster keeps the terms of its head and deputy units. */
export function requireTerms(ctx: Pick<Ctx, 'actor'>, clusterCode: string): void {
  requireGrant(ctx, ACTIONS['organisations.keep-terms'], `cluster:${clusterCode}`);
}

/** For showing a form; the command asks again. */
export function mayConfigure(actor: Actor): boolean {
  return permits(actor, ACTIONS['organisations.configure'], 'system');
}

export function mayKeepTerms(actor: Actor, clusterCode: string): boolean {
  return permits(actor, ACTIONS['organisations.keep-terms'], `cluster:${clusterCode}`);
}
