import type { Decimal } from '#kernel/decimal.ts';
import type { Alliance, AllianceId } from '#organisations/public.ts';
import { getCluster } from '#organisations/public.ts';
import { type ReadDb, sql } from '#platform/db/db.server.ts';
import { registerCounts } from '#register/public.ts';
import { fold, type UnitAmounts } from './fold.ts';
import type {
  ConsolidatedUnit,
  Consolidation,
  DataCall,
  Figure,
  Indicator,
  Spread,
  Submission,
  ValueAspect,
  ValueBasis,
} from './model.ts';
import { isSubmitted } from './moves.ts';
import { callNotFound, decimalOf, findDataCall, findPeriod, listIndicators, submissionsOf } from './queries.ts';

/** The newest value of one cell, as short as a whole cluster is read. */
export interface UnitValue {
  readonly unitCode: string;
  readonly indicatorCode: string;
  readonly aspect: ValueAspect;
  readonly amount: Decimal;
  readonly basis: ValueBasis;
}

/** Everything a consolidation is made of, as read in one go. */
export interface ClusterFacts {
  readonly clusterName: string;
  readonly call: DataCall;
  readonly members: readonly Alliance[];
  readonly indicators: readonly Indicator[];
  readonly submissions: ReadonlyMap<AllianceId, Omit<Submission, 'unitCode'>>;
  readonly values: readonly UnitValue[];
  readonly counts: ReadonlyMap<AllianceId, ReadonlyMap<string, Decimal | null>>;
}

/**
 * The cluster's figures for a period: sums, ratios of sums, and which units they cover. Only units that have sent their
 * submission count; every other one is missing. Refused when the cluster has no call for the period.
 */
export async function consolidate(db: ReadDb, clusterCode: string, periodCode: string): Promise<Consolidation> {
  return consolidationOf(await clusterFacts(db, clusterCode, periodCode));
}

export async function clusterFacts(db: ReadDb, clusterCode: string, periodCode: string): Promise<ClusterFacts> {
  const period = await findPeriod(db, periodCode);
  if (!period) throw callNotFound(clusterCode, periodCode);
  const cluster = await getCluster(db, clusterCode, period.lastDay);
  const ids = cluster.members.map((member) => member.id);
  const call = await findDataCall(db, cluster, periodCode);
  if (!call) throw callNotFound(clusterCode, periodCode);
  const submissions = await submissionsOf(db, call.id);
  const indicators = await listIndicators(db, period.lastDay);
  const values = await newestValues(db, cluster.members, periodCode);
  const counts = await registerCounts(db, ids, period);
  return { clusterName: cluster.name, call, members: cluster.members, indicators, submissions, values, counts };
}

/** Pure: from the facts to the consolidation. */
export function consolidationOf(facts: ClusterFacts): Consolidation {
  const units = facts.members.map((member) => unitOf(member, facts.submissions.get(member.id)));
  const sent = new Set(units.filter((unit) => unit.isSubmitted).map((unit) => unit.code));
  const values = facts.values.filter((value) => sent.has(value.unitCode));
  const codes = units.map((unit) => unit.code);
  const aspects = {
    current: amountsOf(values, 'current'),
    lastYear: amountsOf(values, 'last-year'),
    plan: amountsOf(values, 'plan'),
  };
  const counted = countedAmounts(facts);
  const basis = basisByIndicator(values);
  return {
    clusterCode: facts.call.clusterCode,
    clusterName: facts.clusterName,
    period: facts.call.period,
    dataCallId: facts.call.id,
    state: facts.call.state,
    units,
    figures: facts.indicators.map(
      (indicator): Figure => ({
        indicator,
        current: fold(indicator, codes, aspects.current),
        lastYear: fold(indicator, codes, aspects.lastYear),
        plan: fold(indicator, codes, aspects.plan),
        counted: countedSpread(indicator, codes, counted),
        basis: basis.get(indicator.code) ?? {},
      }),
    ),
  };
}

function unitOf(member: Alliance, submission: Omit<Submission, 'unitCode'> | undefined): ConsolidatedUnit {
  const state = submission?.state ?? 'not-opened';
  return {
    code: member.code,
    name: member.name,
    shortName: member.shortName,
    provinceName: member.provinceName,
    provinceCode: member.provinceCode,
    geographicRank: member.geographicRank,
    state,
    isSubmitted: isSubmitted(state),
    submittedAt: submission?.submittedAt ?? null,
    submittedBy: submission?.submittedBy ?? null,
    receipt: submission?.receipt ?? null,
  };
}

function amountsOf(values: readonly UnitValue[], aspect: ValueAspect): UnitAmounts {
  const amounts = new Map<string, Map<string, Decimal>>();
  for (const value of values) {
    if (value.aspect !== aspect) continue;
    const row = amounts.get(value.indicatorCode) ?? new Map<string, Decimal>();
    amounts.set(value.indicatorCode, row.set(value.unitCode, value.amount));
  }
  return amounts;
}

function countedAmounts(facts: ClusterFacts): UnitAmounts {
  const amounts = new Map<string, Map<string, Decimal | null>>();
  for (const { code, countedBy } of facts.indicators) {
    if (countedBy === null) continue;
    const row = facts.members.map(
      (member) => [member.code, facts.counts.get(member.id)?.get(countedBy) ?? null] as const,
    );
    amounts.set(code, new Map(row));
  }
  return amounts;
}

function countedSpread(indicator: Indicator, codes: readonly string[], counted: UnitAmounts): Spread | null {
  return indicator.countedBy === null ? null : fold(indicator, codes, counted);
}

function basisByIndicator(values: readonly UnitValue[]): ReadonlyMap<string, Record<string, ValueBasis>> {
  const found = new Map<string, Record<string, ValueBasis>>();
  for (const value of values) {
    if (value.aspect !== 'current') continue;
    const row = found.get(value.indicatorCode) ?? {};
    row[value.unitCode] = value.basis;
    found.set(value.indicatorCode, row);
  }
  return found;
}

/** The newest value of every cell of every member, in one statement that PostgreSQL packs into one text. */
export async function newestValues(
  db: ReadDb,
  members: readonly Alliance[],
  periodCode: string,
): Promise<readonly UnitValue[]> {
  const ids = members.map((member) => member.id);
  const codes = new Map<string, string>(members.map((member) => [member.id, member.code]));
  const { rows } = await sql<{ alliance_id: string; cells: [string, ValueAspect, string, ValueBasis][] }>`
    select alliance_id, json_agg(json_build_array(indicator_code, aspect, amount::text, basis)) as cells from (
      select distinct on (alliance_id, indicator_code, aspect) alliance_id, indicator_code, aspect, amount, basis
        from reporting.value_entry
       where period_code = ${periodCode} and alliance_id = any (${ids}::uuid[])
       order by alliance_id, indicator_code, aspect, sequence desc) as newest
     where amount is not null group by alliance_id`.execute(db);
  return rows.flatMap(({ alliance_id, cells }) =>
    cells.map(([indicatorCode, aspect, amount, basis]) => ({
      unitCode: codes.get(alliance_id) ?? '',
      indicatorCode,
      aspect,
      amount: decimalOf(amount),
      basis,
    })),
  );
}
