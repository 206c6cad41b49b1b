import type { Ctx, Scope } from '#platform/ctx.ts';
import { leadersOf } from '#platform/delegation/queries.server.ts';
import { mayManage } from './permissions.ts';

/** A leader at a unit, whose signature the actor may give away: their own, or for an administrator anybody's. */
export interface Giver {
  readonly accountId: string;
  readonly name: string;
  readonly scope: Scope;
}

export async function giversFor(ctx: Pick<Ctx, 'widened' | 'actor' | 'today'>): Promise<readonly Giver[]> {
  const { accountId, name, grants } = ctx.actor;
  if (mayManage(ctx.actor)) {
    const leaders = await leadersOf(ctx, ctx.today);
    return leaders.map(({ id, name: leader, login, scope }) => ({
      accountId: id,
      name: `${leader} (${login})`,
      scope,
    }));
  }
  if (!accountId) return [];
  return grants
    .filter((grant) => grant.role === 'leader' && !grant.delegated)
    .map(({ scope }) => ({ accountId, name, scope }));
}
