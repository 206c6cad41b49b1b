import type { IsoDate } from '#kernel/time.ts';
import type { AllianceId, ClusterId } from '#organisations/public.ts';
import {
  clusterOffices,
  getCluster,
  headGaps,
  holdsOn,
  isTakenBack,
  listAlliances,
  listPositions,
  mayConfigure,
  mayKeepTerms,
  membershipsOf,
  orderByCount,
  requireSeeing,
  termsOf,
} from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { registerCounts } from '#register/public.ts';
import { mayOfCluster } from './permissions.ts';

/** The two orders of the units of a cluster: from north to south, and by how many cooperatives the register counts. */
export type MemberOrder = 'bac-nam' | 'so-htx';

/** A cluster as it stood on a day, with every membership and term there ever was. */
export async function clusterView(ctx: Ctx, code: string, on: IsoDate, order: MemberOrder) {
  requireSeeing(ctx);
  const cluster = await getCluster(ctx.read, code, on);
  const counts = await countsOn(ctx, cluster, on);
  const terms = await termsOf(ctx.read, cluster.id);
  const heads = terms.filter((term) => term.office === 'head' && !isTakenBack(term));
  const members =
    order === 'bac-nam' || counts === null
      ? cluster.members
      : orderByCount(cluster.members, (unit) => counts.get(unit) ?? null);
  const units = await listAlliances(ctx.read, on);
  return {
    on,
    today: ctx.today,
    order,
    code,
    name: cluster.name,
    shortName: cluster.shortName,
    members: members.map((unit) => ({ ...unit, count: counts?.get(unit.code) ?? null })),
    isCounted: counts !== null,
    offices: await clusterOffices(ctx.read, cluster.id, on),
    terms,
    gaps: headGaps(heads),
    hasHead: heads.some((term) => holdsOn(term, on)),
    memberships: await membershipsOf(ctx.read, { clusterId: cluster.id }),
    outside: units.filter((unit) => !cluster.members.some((member) => member.code === unit.code)),
    unitNames: Object.fromEntries(units.map((unit) => [unit.code, unit.shortName])),
    people: await peopleOf(ctx, cluster.members, on),
    may: {
      configure: mayConfigure(ctx.actor),
      keepTerms: mayKeepTerms(ctx.actor, code),
      seeHandover: mayOfCluster(ctx.actor, 'reorganisation.see-handover', code),
    },
  };
}

export type ClusterView = Awaited<ReturnType<typeof clusterView>>;

/** Who holds a post in a member unit on that day: those who may represent it. */
async function peopleOf(ctx: Ctx, members: readonly { id: AllianceId; shortName: string }[], on: IsoDate) {
  const people = [];
  for (const { id, shortName } of members)
    for (const { personId, fullName, title } of await listPositions(ctx.read, id, on))
      if (personId !== null) people.push({ personId, words: `${fullName} · ${title}, ${shortName}` });
  return people;
}

/** Counts stand beside what an office's own cluster declared; for others the order by count is not there. */
async function countsOn(
  ctx: Ctx,
  { id, members }: { readonly id: ClusterId; readonly members: readonly { id: AllianceId; code: string }[] },
  on: IsoDate,
): Promise<ReadonlyMap<string, number> | null> {
  const near = await sql<{ is: boolean }>`
    select (select platform.reaches_all()) or ${id}::uuid = any ((select platform.near_clusters())::uuid[]) as is`.execute(
    ctx.read,
  );
  if (!near.rows[0]?.is || members.length === 0) return null;
  const counts = await registerCounts(
    ctx.widened('cluster-counts').read,
    members.map((member) => member.id),
    { code: on, firstDay: on, lastDay: on },
  );
  return new Map(members.map((member) => [member.code, Number(counts.get(member.id)?.get('counted') ?? 0)]));
}
