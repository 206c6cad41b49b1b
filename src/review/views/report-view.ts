import { present } from '#kernel/assert.ts';
import type { Decimal } from '#kernel/decimal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import type { FormCode } from '#reporting/public.ts';
import { FORM_CODES, FORMS, formatCell, getDataCall } from '#reporting/public.ts';
import { openRestatement, reportSignature, reviewFacts, reviewOf } from '../build.ts';
import type { PublishedLineage } from '../lineage.ts';
import { lineageOf, trimmedLineage } from '../lineage.ts';
import type { SnapshotBody, SnapshotFile } from '../model.ts';
import { PAPERS } from '../paper-names.ts';
import { mayFollow, mayReview, requireToSeeReviews } from '../permissions.ts';
import type { LockedReview, Restatement } from '../queries.ts';
import { clusterThatCalled, listPapers, snapshotById, versionOf } from '../queries.ts';
import { lockRefusals } from '../rules.ts';
import { periodName } from '../text/context.ts';
import type { FigureRow } from './figure-rows.ts';
import { figureRows } from './figure-rows.ts';
import type { PeriodProposal } from './period-proposal.ts';
import { periodProposal } from './period-proposal.ts';

/** What the address of the page asks for. */
export interface ReportQuery {
  readonly periodCode: string;
  /** A locked version; null: the newest lock, or the draft while none stands. */
  readonly version: number | null;
  /** The form whose figures are shown; null: the overview. */
  readonly formCode: string | null;
  /** The figure whose chain is open, `HTX.SO/LMHTX-NA`; null for none. */
  readonly open: string | null;
}

export interface PaperCard {
  readonly name: string;
  /** Null: made anew at each download. */
  readonly byteSize: number | null;
  readonly sha256: string | null;
}

export interface ReportView {
  readonly clusterName: string;
  readonly periodCode: string;
  readonly periodName: string;
  readonly cutOff: string;
  readonly hash: string;
  readonly version: number;
  readonly isDemo: boolean;
  /** Null: a draft. */
  readonly lock: LockedReview | null;
  readonly versions: readonly LockedReview[];
  /** Why the period is being corrected now; null when it is not. */
  readonly correcting: Restatement | null;
  readonly papers: readonly PaperCard[];
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly isSubmitted: boolean;
    readonly at: Date | null;
    readonly by: string | null;
  }[];
  /** Figures whose total lacks a unit. */
  readonly partialCount: number;
  readonly figureCount: number;
  /** Sentences on why it cannot be locked now; empty when it can. */
  readonly blockedBy: readonly string[];
  /** `lock` and `restate`: to propose it; the other person is offered the proposal. */
  readonly may: { readonly edit: boolean; readonly lock: boolean; readonly restate: boolean };
  readonly fourEyes: PeriodProposal;
  readonly forms: readonly { readonly code: string; readonly title: string; readonly shortTitle: string }[];
  /** Null: the overview. */
  readonly formCode: FormCode | null;
  readonly rows: readonly FigureRow[];
  readonly columns: readonly string[];
  readonly lineage: ShownLineage | null;
}

/** A chain with its numbers as tables show them, without a unit; null: not counted, no gap. */
export interface ShownLineage extends PublishedLineage {
  readonly cells: { readonly declared: string; readonly counted: string | null; readonly gap: string | null };
}

/** The review of a period as its page shows it: the lock that is asked for, or the draft. */
export async function reportView(ctx: Ctx, query: ReportQuery): Promise<ReportView> {
  requireToSeeReviews(ctx);
  const { periodCode, version } = query;
  const clusterCode = await clusterThatCalled(ctx.read, periodCode);
  const call = await getDataCall(ctx.read, clusterCode, periodCode);
  const { lock, versions } = await versionOf(ctx.read, clusterCode, periodCode, version);
  const restatement = await openRestatement(ctx.read, call.id, versions[0]);
  const shown = version === null && restatement ? undefined : lock;
  const { file, blockedBy } = shown ? await lockedFile(ctx, shown) : await draftFile(ctx, clusterCode, periodCode);
  const formCode = query.formCode === null ? null : (FORM_CODES.find((code) => code === query.formCode) ?? 'B01');
  return {
    ...faceOf(file),
    lock: shown ?? null,
    versions,
    correcting: restatement ?? null,
    papers: shown
      ? await listPapers(ctx.read, shown.id)
      : Object.values(PAPERS).map((name) => ({ name, byteSize: null, sha256: null })),
    blockedBy,
    may: {
      edit: mayReview(ctx.actor, 'review.edit-section', clusterCode),
      lock: mayReview(ctx.actor, 'review.propose-lock', clusterCode),
      restate: mayReview(ctx.actor, 'review.propose-restatement', clusterCode) && call.state === 'locked',
    },
    fourEyes: await periodProposal(ctx, { clusterCode, periodCode, isLocked: call.state === 'locked', file }),
    forms: FORM_CODES.map((code) => ({ code, ...FORMS[code] })),
    formCode,
    rows: formCode === null ? [] : figureRows(file.snapshot, formCode),
    lineage: query.open ? await shownLineage(ctx, `${query.open}@${query.periodCode}`, clusterCode) : null,
  };
}

async function shownLineage(ctx: Ctx, name: string, clusterCode: string): Promise<ShownLineage> {
  const whole = await lineageOf(ctx.widened('cluster-counts').read, name, clusterCode);
  const lineage = mayFollow(ctx.actor, whole.figure.ref.unit) ? whole : trimmedLineage(whole);
  const { indicator, amount, counted, gap } = lineage.figure;
  const cell = (value: Decimal | null) => (value === null ? null : formatCell(indicator, value));
  return { ...lineage, cells: { declared: formatCell(indicator, amount), counted: cell(counted), gap: cell(gap) } };
}

interface ShownFile {
  readonly file: SnapshotFile;
  readonly blockedBy: readonly string[];
}

async function lockedFile(ctx: Ctx, lock: LockedReview): Promise<ShownFile> {
  const file = await snapshotById(ctx.read, lock.id);
  return { file: present(file, 'a lock has its snapshot'), blockedBy: [] };
}

async function draftFile(ctx: Ctx, clusterCode: string, periodCode: string): Promise<ShownFile> {
  const facts = await reviewFacts(ctx.widened('cluster-counts').read, clusterCode, periodCode);
  const signature = await reportSignature(ctx.widened('unit-people').read, ctx.now, clusterCode);
  const file = reviewOf(facts, { madeAt: ctx.now, madeBy: ctx.actor.name, isLocked: false, signature });
  return { file, blockedBy: lockRefusals(facts, file.snapshot).map(sayRefusal) };
}

function faceOf({ hash, snapshot }: SnapshotFile) {
  const figures = Object.values(snapshot.figures);
  return {
    clusterName: snapshot.cluster.shortName,
    periodCode: snapshot.period.code,
    periodName: nameOfPeriod(snapshot),
    cutOff: snapshot.period.lastDay,
    hash,
    version: snapshot.version,
    isDemo: snapshot.isDemo,
    units: snapshot.units.map((unit) => ({
      code: unit.code,
      name: unit.provinceName,
      isSubmitted: unit.submitted,
      at: unit.submittedAt === null ? null : new Date(unit.submittedAt),
      by: unit.submittedBy,
    })),
    partialCount: figures.filter(({ current }) => current.coverage.have < current.coverage.of).length,
    figureCount: figures.length,
    columns: snapshot.units.map((unit) => unit.shortName),
  };
}

export function nameOfPeriod({ period }: Pick<SnapshotBody, 'period'>): string {
  return periodName(period.code, period.kind) ?? period.code;
}
