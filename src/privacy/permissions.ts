import { action, alliancesFor, permits, requireGrant, requireSomewhere } from '#platform/access/permissions.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';

/** The map, the assessment and who read: for administrators and inspectors. */
const seeMap = action('privacy.see-map', { inspector: 'covered' });
/** Who read of one representative: for those who answer that person. */
const seeReads = action('privacy.see-reads', { leader: 'own', officer: 'own', inspector: 'covered' });
/** What one took out oneself: for those who may take something out. */
const fetchOwn = action('privacy.fetch-own-exports', { leader: 'own', officer: 'own' });
const issue = action('privacy.issue-assessment', {});

export function requireMapReader(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, seeMap);
}

/** The alliances of whose people the actor may see who read, as the inspector of a scope; `all` for the whole system. */
export function alliancesOverseen(ctx: Pick<Ctx, 'actor'>): 'all' | readonly string[] {
  requireSomewhere(ctx, seeMap);
  return alliancesFor(ctx.actor, seeMap);
}

export function maySeeReads(actor: Actor, allianceCode: string): boolean {
  return permits(actor, seeReads, `alliance:${allianceCode}`);
}

export function requireExporter(ctx: Pick<Ctx, 'actor'>): void {
  requireSomewhere(ctx, fetchOwn);
}

/** An assessment binds the whole installation. */
export function requireAssessor(ctx: Pick<Ctx, 'actor'>): void {
  requireGrant(ctx, issue, 'system');
}

export function mayIssue(actor: Actor): boolean {
  return permits(actor, issue, 'system');
}
