import { Refused } from '#kernel/refusal.ts';
import { clusterOf, findAlliance, listClusters } from '#organisations/public.ts';
import { allianceOfDepartment } from '#platform/access/roles.ts';
import type { Ctx } from '#platform/ctx.ts';
import { requireToSee } from './permissions.ts';
import { listDataCalls } from './queries.ts';

/** The cluster that a person works for: their own, their alliance's, or the first for whoever works for the system. */
export async function clusterFor(ctx: Ctx): Promise<string> {
  requireToSee(ctx);
  for (const grant of ctx.actor.grants) {
    const scope = allianceOfDepartment(grant.scope) ?? grant.scope;
    if (scope.startsWith('cluster:')) return scope.slice('cluster:'.length);
    if (!scope.startsWith('alliance:')) continue;
    const alliance = await findAlliance(ctx.read, scope.slice('alliance:'.length), ctx.today);
    const code = alliance && (await clusterOf(ctx.read, alliance.id, ctx.today));
    if (code) return code;
  }
  const [first] = await listClusters(ctx.read);
  if (!first) throw new Refused({ code: 'organisations.cluster.unknown', facts: { code: '' } });
  return first.code;
}

/** The period being worked on: the newest call that is not locked, else the newest of all; undefined: there is none. */
export async function periodAtWork(ctx: Ctx, clusterCode: string): Promise<string | undefined> {
  const calls = await listDataCalls(ctx.read, clusterCode, ctx.today);
  return (calls.find((call) => call.state !== 'locked') ?? calls[0])?.period.code;
}
