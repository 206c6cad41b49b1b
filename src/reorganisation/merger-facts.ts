import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { IsoDate } from '#kernel/time.ts';
import { addDays } from '#kernel/time.ts';
import type { Alliance, Cluster } from '#organisations/public.ts';
import {
  clusterOf,
  findAlliance,
  findAllianceEver,
  getCluster,
  isTakenBack,
  termsOf,
  versionsOf,
} from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { listDataCalls } from '#reporting/public.ts';
import { listVersions } from '#review/public.ts';
import { grantsAt } from './grants.ts';
import type { MergerCounts, MergerPlan } from './merger-model.ts';
import type { MergerFacts, OpenCall } from './merger-rules.ts';

/** The alliances of a plan as named on the day before, those that end first told apart. */
export async function unitsOf(db: ReadDb, plan: Pick<MergerPlan, 'sources' | 'effectiveOn'>) {
  const before = addDays(plan.effectiveOn, -1);
  const units: Alliance[] = [];
  for (const code of plan.sources) {
    const unit = await findAlliance(db, code, before);
    if (unit) units.push(unit);
  }
  return units;
}

/** The clusters in which the alliances are on the day before. */
async function clustersOf(db: ReadDb, units: readonly Alliance[], on: IsoDate): Promise<readonly Cluster[]> {
  const codes = new Set<string>();
  for (const { id } of units) {
    const code = await clusterOf(db, id, on);
    if (code !== undefined) codes.add(code);
  }
  return await Promise.all([...codes].sort().map(async (code) => await getCluster(db, code, on)));
}

/** What the rules go by. */
export async function mergerFacts(db: ReadDb, ctx: Pick<Ctx, 'today'>, plan: MergerPlan): Promise<MergerFacts> {
  const { effectiveOn: on, sources } = plan;
  const units = await unitsOf(db, plan);
  const unknown: string[] = [];
  const renamedLater: string[] = [];
  for (const code of sources) {
    const unit = units.find((each) => each.code === code);
    if (!unit || !(await findAlliance(db, code, on))) unknown.push(code);
    else if ((await versionsOf(db, unit.id)).some((version) => version.validFrom > on && !isTakenBack(version)))
      renamedLater.push(unit.shortName);
  }
  const clusters = await clustersOf(db, units, addDays(on, -1));
  return {
    today: ctx.today,
    unknown,
    isSuccessorCodeKnown: (await findAllianceEver(db, plan.successor, on)) !== undefined,
    renamedLater,
    openCalls: await openCallsOf(db, ctx, clusters),
  };
}

async function openCallsOf(
  db: ReadDb,
  ctx: Pick<Ctx, 'today'>,
  clusters: readonly Cluster[],
): Promise<readonly OpenCall[]> {
  const open: OpenCall[] = [];
  for (const { code, shortName } of clusters)
    for (const { state, period } of await listDataCalls(db, code, ctx.today))
      if (state !== 'locked') open.push({ words: `${period.code} (${shortName})`, lastDay: period.lastDay });
  return open;
}

interface Owned {
  readonly organisations: number;
  readonly funds: number;
  readonly submissions: number;
}

/** How much a plan moves and what stays where it is. */
export async function mergerCounts(db: ReadDb, ctx: Pick<Ctx, 'today'>, plan: MergerPlan): Promise<MergerCounts> {
  const on = plan.effectiveOn;
  const all = await unitsOf(db, plan);
  const clusters = await clustersOf(db, all, addDays(on, -1));
  const ending = all.filter(({ code }) => plan.isNew || code !== plan.successor);
  const units = [];
  for (const { id, code, name } of all) {
    const owned = await sql<Owned>`
      select (select count(*)::int from register.organisation where alliance_id = ${id} and deleted_at is null) as organisations,
             (select count(*)::int from register.credit_fund where alliance_id = ${id} and deleted_at is null) as funds,
             (select count(*)::int from reporting.submission where alliance_id = ${id} and submitted_at is not null) as submissions`.execute(
      db,
    );
    const { organisations = 0, funds = 0, submissions = 0 } = owned.rows[0] ?? {};
    const rights = (await grantsAt(db, [`alliance:${code}`], ctx.today)).length;
    let terms = 0;
    for (const cluster of clusters)
      terms += (await termsOf(db, cluster.id)).filter(
        (term) => term.unitCode === code && !isTakenBack(term) && (term.validUntil === null || term.validUntil > on),
      ).length;
    units.push({
      code,
      name,
      ends: ending.some((unit) => unit.code === code),
      organisations,
      funds,
      rights,
      terms,
      submissions,
    });
  }
  return {
    units,
    clusters: await Promise.all(
      clusters.map(async (cluster, place) => await sizesOf(db, ctx, cluster, ending, plan.isNew && place === 0)),
    ),
    calls: plan.kind === 'merge' ? (await openCallsOf(db, ctx, clusters)).map(({ words }) => words) : [],
  };
}

async function sizesOf(
  db: ReadDb,
  ctx: Pick<Ctx, 'today'>,
  cluster: Cluster,
  ending: readonly Alliance[],
  takesNew: boolean,
): Promise<MergerCounts['clusters'][number]> {
  const gone = cluster.members.filter(({ code }) => ending.some((unit) => unit.code === code)).length;
  const comes = takesNew ? 1 : 0;
  let locks = 0;
  for (const { period } of await listDataCalls(db, cluster.code, ctx.today))
    locks += (await listVersions(db, cluster.code, period.code)).length;
  return {
    name: cluster.shortName,
    before: cluster.members.length,
    after: cluster.members.length - gone + comes,
    locks,
  };
}

/** The name of what the proposer saw: the plan and how much it moves. */
export function seenHash(plan: MergerPlan, counts: MergerCounts): string {
  return createHash('sha256').update(canonicalJson({ plan, counts })).digest('hex');
}
