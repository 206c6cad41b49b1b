import type { IsoDate } from '#kernel/time.ts';
import { dayInVietnam } from '#kernel/time.ts';
import { listRuleValues } from '#legal/public.ts';
import { clusterOffices, getCluster } from '#organisations/public.ts';
import { listProvinces } from '#places/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { delegationFor } from '#platform/delegation/queries.server.ts';
import { signatureBlock } from '#platform/delegation/signature-block.ts';
import { holdsDemoRows } from '#register/public.ts';
import type { Consolidation, DataCall, DataCallId, Finding } from '#reporting/public.ts';
import { consolidateWithFindings, getDataCall } from '#reporting/public.ts';
import { newestImports } from '#workbooks/public.ts';
import { definitionOf, figureOf, unitOf } from './from-consolidation.ts';
import type { SnapshotBody, SnapshotFile, SnapshotSection } from './model.ts';
import { SNAPSHOT_FORMAT } from './model.ts';
import type { EditedSection, LockedReview, Restatement } from './queries.ts';
import { editedSections, latestLock, restatementsOf } from './queries.ts';
import { snapshotFileOf } from './snapshot.ts';
import { OUTLINE } from './template/outline.ts';
import { plainText, renderText } from './text/render.ts';

/** Everything a review is made of, read in one go. */
export interface ReviewFacts {
  readonly call: DataCall;
  readonly consolidation: Consolidation;
  readonly findings: readonly Finding[];
  readonly sections: ReadonlyMap<string, EditedSection>;
  readonly latest: LockedReview | undefined;
  /** Why the last lock was opened again; undefined while nothing is being corrected. */
  readonly restatement: Restatement | undefined;
  /** What does not come from the figures: cluster, places, offices, rules. */
  readonly frame: Pick<SnapshotBody, 'cluster' | 'geography' | 'offices' | 'rules' | 'isDemo'>;
  readonly workbooks: ReadonlyMap<string, NonNullable<SnapshotBody['units'][number]['workbook']>>;
}

/** Who makes it, when, and whether it is to be locked. */
export interface Making {
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly isLocked: boolean;
  /** Who signs in place of the head on that day: `reportSignature`. */
  readonly signature?: SnapshotBody['signature'] | undefined;
}

/** The review as it stands now: a draft that no lock protects. */
export async function buildReview(
  ctx: Pick<Ctx, 'widened' | 'now' | 'actor'>,
  clusterCode: string,
  periodCode: string,
): Promise<SnapshotFile> {
  const facts = await reviewFacts(ctx.widened('cluster-counts').read, clusterCode, periodCode);
  const signature = await reportSignature(ctx.widened('unit-people').read, ctx.now, clusterCode);
  return reviewOf(facts, { madeAt: ctx.now, madeBy: ctx.actor.name, isLocked: false, signature });
}

/**
 * The words above and below the signature of a cluster's report that is made today; undefined: the head signs. `db` reaches
 * every row: the two who sign may work for units outside the reach of whoever makes the report.
 */
export async function reportSignature(db: ReadDb, now: Date, clusterCode: string): Promise<SnapshotBody['signature']> {
  const on = dayInVietnam(now);
  const delegation = await delegationFor(db, 'review.sign-report', `cluster:${clusterCode}`, on);
  if (!delegation) return undefined;
  const { authority, name } = signatureBlock(
    on,
    { title: delegation.fromTitle, name: delegation.fromName },
    delegation,
  );
  return { authority, name, delegation: delegation.id };
}

/** Refused when the cluster has no call for the period. */
export async function reviewFacts(db: ReadDb, clusterCode: string, periodCode: string): Promise<ReviewFacts> {
  const call = await getDataCall(db, clusterCode, periodCode);
  const { consolidation, findings } = await consolidateWithFindings(db, clusterCode, periodCode);
  const latest = await latestLock(db, clusterCode, periodCode);
  return {
    call,
    consolidation,
    findings,
    sections: await editedSections(db, call.id),
    latest,
    restatement: await openRestatement(db, call.id, latest),
    ...(await frameOf(db, clusterCode, call.period.lastDay, periodCode)),
  };
}

/** Why the newest lock was opened again; undefined while nothing is being corrected. */
export async function openRestatement(
  db: ReadDb,
  callId: DataCallId,
  latest: LockedReview | undefined,
): Promise<Restatement | undefined> {
  const [newest] = await restatementsOf(db, callId);
  return newest && newest.version > (latest?.version ?? 0) ? newest : undefined;
}

async function frameOf(
  db: ReadDb,
  clusterCode: string,
  cutOff: IsoDate,
  periodCode: string,
): Promise<Pick<ReviewFacts, 'frame' | 'workbooks'>> {
  const cluster = await getCluster(db, clusterCode, cutOff);
  const codes = new Set(cluster.members.map((member) => member.provinceCode));
  const provinces = (await listProvinces(db, cutOff)).filter((province) => codes.has(province.code));
  const offices = await clusterOffices(db, cluster.id, cutOff);
  const imports = await newestImports(db, periodCode);
  const named = cluster.members.flatMap((member) => {
    const workbook = imports.get(member.id);
    return workbook ? [[member.code, workbook] as const] : [];
  });
  return {
    workbooks: new Map(named),
    frame: {
      cluster: { code: cluster.code, name: cluster.name, shortName: cluster.shortName },
      geography: { asOf: cutOff, provinces: provinces.map(({ uid, fullName }) => ({ uid, name: fullName })) },
      offices: offices.map(({ office, unitCode, honorific, fullName, title }) => ({
        office,
        unitCode,
        honorific,
        fullName,
        title,
      })),
      rules: (await listRuleValues(db, cutOff)).map(({ key, value, citation, verified }) => ({
        key,
        value,
        citation,
        verified,
      })),
      isDemo: await holdsDemoRows(
        db,
        cluster.members.map((member) => member.id),
      ),
    },
  };
}

/** Pure: from the facts to the snapshot, its text rendered against its own figures. */
export function reviewOf(facts: ReviewFacts, making: Making): SnapshotFile {
  const { consolidation, call, latest, restatement } = facts;
  const { kind, firstDay, lastDay } = consolidation.period;
  const body: SnapshotBody = {
    format: SNAPSHOT_FORMAT,
    ...facts.frame,
    ...(making.signature ? { signature: making.signature } : {}),
    period: { code: consolidation.period.code, kind, firstDay, lastDay },
    version: (latest?.version ?? 0) + 1,
    isLocked: making.isLocked,
    madeAt: making.madeAt.toISOString(),
    madeBy: making.madeBy,
    conferenceOn: call.conferenceOn,
    units: consolidation.units.map((unit) => unitOf(unit, facts.workbooks.get(unit.code) ?? null)),
    definitions: consolidation.figures.map(({ indicator }) => definitionOf(indicator)),
    figures: Object.fromEntries(consolidation.figures.map((figure) => [figure.indicator.code, figureOf(figure)])),
    text: [],
    restates: latest && restatement ? { version: latest.version, hash: latest.hash, reason: restatement.reason } : null,
    notes: facts.findings.flatMap((finding) =>
      finding.note === null ? [] : [{ unitCode: finding.unitCode, finding: finding.text, note: finding.note }],
    ),
  };
  return snapshotFileOf({ ...body, text: sectionsOf(body, facts.sections) });
}

/** The sections of the outline, as edited where somebody has, rendered against these figures. */
export function sectionsOf(
  body: SnapshotBody,
  edited: ReadonlyMap<string, Pick<EditedSection, 'body'>>,
): readonly SnapshotSection[] {
  return OUTLINE.map((section) => {
    const source = edited.get(section.code)?.body ?? section.body;
    return {
      code: section.code,
      title: section.part === 'frame' ? '' : section.title,
      body: source,
      rendered: plainText(renderText(source, body)),
    };
  });
}
