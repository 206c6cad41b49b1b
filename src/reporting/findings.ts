import { type Decimal, parseDecimal } from '#kernel/decimal.ts';
import type { AllianceId } from '#organisations/public.ts';
import { type ReadDb, sql } from '#platform/db/db.server.ts';
import { type ClusterFacts, clusterFacts, newestValues, type UnitValue } from './consolidate.ts';
import type { Finding, GapShare, Reconciliation } from './model.ts';
import { previousPeriod } from './periods.ts';
import { validateValues } from './validation.ts';

/** What people said of findings and gaps, by submission. */
export interface Remarks {
  /** Note by finding key. */
  readonly notes: ReadonlyMap<string, string>;
  /** By `unit code` and indicator code, joined with a space. */
  readonly reconciliations: ReadonlyMap<string, Reconciliation>;
}

export interface FindingFacts {
  readonly previous: readonly UnitValue[];
  readonly narratives: ReadonlyMap<AllianceId, readonly string[]>;
  readonly remarks: Remarks;
}

/**
 * Everything that validation says of the units of a cluster for a period, worst first, with the notes people left. Also
 * of figures that are not sent yet: whoever shows them asks who may see them.
 */
export async function findingsOf(db: ReadDb, clusterCode: string, periodCode: string): Promise<readonly Finding[]> {
  const facts = await clusterFacts(db, clusterCode, periodCode);
  return findingsFrom(facts, await findingFacts(db, facts));
}

export async function findingFacts(db: ReadDb, facts: ClusterFacts): Promise<FindingFacts> {
  const periodCode = facts.call.period.code;
  return {
    previous: await newestValues(db, facts.members, previousPeriod(periodCode)),
    narratives: await narrativesOf(db, facts, periodCode),
    remarks: await remarksOf(db, facts),
  };
}

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** Pure: from the facts to the findings. */
export function findingsFrom(facts: ClusterFacts, more: FindingFacts): readonly Finding[] {
  const current = amountsByUnit(facts.values);
  const previous = amountsByUnit(more.previous);
  const findings = facts.members.flatMap((member) => {
    const values = current.get(member.code);
    if (!values) return [];
    return validateValues({
      unitCode: member.code,
      indicators: facts.indicators,
      values,
      counted: facts.counts.get(member.id) ?? null,
      previous: previous.get(member.code) ?? null,
      narrative: more.narratives.get(member.id) ?? [],
      peers: [...current].filter(([code]) => code !== member.code).map(([, amounts]) => amounts),
    });
  });
  return findings
    .map((finding) => ({ ...finding, note: more.remarks.notes.get(finding.key) ?? null }))
    .toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

export function amountsByUnit(values: readonly UnitValue[]): ReadonlyMap<string, ReadonlyMap<string, Decimal>> {
  const units = new Map<string, Map<string, Decimal>>();
  for (const value of values) {
    if (value.aspect !== 'current') continue;
    const amounts = units.get(value.unitCode) ?? new Map<string, Decimal>();
    units.set(value.unitCode, amounts.set(value.indicatorCode, value.amount));
  }
  return units;
}

async function narrativesOf(
  db: ReadDb,
  facts: ClusterFacts,
  periodCode: string,
): Promise<ReadonlyMap<AllianceId, readonly string[]>> {
  const ids = facts.members.map((member) => member.id);
  const { rows } = await sql<{ alliance_id: AllianceId; body: string }>`
    select distinct on (alliance_id, section_code) alliance_id, body from reporting.narrative
     where period_code = ${periodCode} and alliance_id = any (${ids}::uuid[])
     order by alliance_id, section_code, version desc`.execute(db);
  const told = rows.filter((row) => row.body !== '');
  return new Map([...Map.groupBy(told, (row) => row.alliance_id)].map(([id, own]) => [id, own.map((row) => row.body)]));
}

/** The notes and signatures that people left on a cluster's figures. */
export async function remarksOf(db: ReadDb, facts: ClusterFacts): Promise<Remarks> {
  const notes = await db
    .selectFrom('reporting.finding_note as note')
    .innerJoin('reporting.submission as submission', 'submission.id', 'note.submission_id')
    .where('submission.data_call_id', '=', facts.call.id)
    .select(['note.finding_key', 'note.note'])
    .execute();
  const signed = await db
    .selectFrom('reporting.reconciliation as signed')
    .innerJoin('reporting.submission as submission', 'submission.id', 'signed.submission_id')
    .where('submission.data_call_id', '=', facts.call.id)
    .select([
      'submission.alliance_id',
      'signed.indicator_code as indicatorCode',
      'signed.declared',
      'signed.counted',
      'signed.reasons',
      'signed.signed_at as signedAt',
      'signed.signed_by as signedBy',
    ])
    .execute();
  const codes = new Map(facts.members.map((member) => [member.id, member.code]));
  return {
    notes: new Map(notes.map((row) => [row.finding_key, row.note])),
    reconciliations: new Map(
      signed.map(({ alliance_id, ...row }) => [
        `${codes.get(alliance_id)} ${row.indicatorCode}`,
        {
          ...row,
          declared: parseDecimal(row.declared) ?? row.declared,
          counted: parseDecimal(row.counted) ?? row.counted,
          reasons: row.reasons as readonly GapShare[],
        },
      ]),
    ),
  };
}
