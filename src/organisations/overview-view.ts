import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { mayConfigure, requireSeeing } from './permissions.ts';
import { clusterOffices, clustersOn, getCluster, listAlliances } from './queries.ts';

/** Clusters with their size and head, alliances with their cluster, as of a day. */
export async function overviewView(ctx: Ctx, on: IsoDate) {
  requireSeeing(ctx);
  const named = await clustersOn(ctx.read, on);
  const alliances = await listAlliances(ctx.read, on);
  const shortNames = new Map(alliances.map(({ code, shortName }) => [code, shortName]));
  const clusterOfUnit = new Map<string, string>();
  const clusters = [];
  for (const cluster of named) {
    const head = (await clusterOffices(ctx.read, cluster.id, on)).find(({ office }) => office === 'head');
    const { members } = await getCluster(ctx.read, cluster.code, on);
    for (const { code } of members) clusterOfUnit.set(code, cluster.shortName);
    const headUnit = head ? (shortNames.get(head.unitCode) ?? head.unitCode) : null;
    clusters.push({ ...cluster, members: members.length, headUnit });
  }
  return {
    on,
    today: ctx.today,
    clusters,
    alliances: alliances.map((alliance) => ({ ...alliance, clusterName: clusterOfUnit.get(alliance.code) ?? null })),
    mayConfigure: mayConfigure(ctx.actor),
  };
}

export type OverviewView = Awaited<ReturnType<typeof overviewView>>;
