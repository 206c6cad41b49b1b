import { getCluster } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import type { DataCall } from '#reporting/public.ts';
import { narrativeOf } from '#reporting/public.ts';
import { reviewFacts, reviewOf } from '../build.ts';
import type { Check } from '../lint/check.ts';
import { libraryOn, lintText } from '../lint/lint.ts';
import type { SnapshotBody } from '../model.ts';
import { mayReview, requireToSeeReviews } from '../permissions.ts';
import type { EditedSection } from '../queries.ts';
import { clusterThatCalled } from '../queries.ts';
import { alreadyLockedRefusal, lockRefusals } from '../rules.ts';
import type { OutlineSection } from '../template/outline.ts';
import { OUTLINE } from '../template/outline.ts';
import type { ChangedSentence } from '../text/changes.ts';
import { changedSentences } from '../text/changes.ts';
import type { PreviewParagraph } from '../text/preview.ts';
import { previewOf } from '../text/preview.ts';
import { renderText } from '../text/render.ts';
import { nameOfPeriod } from './report-view.ts';

export interface OutlineEntry {
  readonly code: string;
  readonly number: string;
  readonly title: string;
  readonly part: OutlineSection['part'];
  /** How many places ask for the author. */
  readonly openCount: number;
}

export interface Contribution {
  readonly unitName: string;
  readonly body: string;
}

export interface ComposerView {
  readonly periodCode: string;
  readonly periodName: string;
  readonly outline: readonly OutlineEntry[];
  readonly section: {
    readonly code: string;
    readonly number: string;
    readonly title: string;
    readonly body: string;
    /** 0: as in the template. */
    readonly version: number;
    readonly editedAt: Date | null;
    readonly editedBy: string | null;
  };
  readonly preview: readonly PreviewParagraph[];
  readonly checks: readonly Check[];
  /** Numbers of this section that follow the data. */
  readonly boundCount: number;
  readonly contributions: readonly Contribution[];
  /** Sentences of the whole report that read otherwise than when somebody last looked through them. */
  readonly changes: readonly (ChangedSentence & { readonly section: string; readonly title: string })[];
  readonly openCount: number;
  readonly typedCount: number;
  readonly silentUnits: readonly string[];
  readonly blockedBy: readonly string[];
  readonly isLocked: boolean;
  /** Why nothing can be written now, or undefined. */
  readonly readOnly: string | undefined;
}

/** One section of the report with its checks, and the state of the others. */
export async function composerView(ctx: Ctx, periodCode: string, sectionCode: string): Promise<ComposerView> {
  requireToSeeReviews(ctx);
  const clusterCode = await clusterThatCalled(ctx.read, periodCode);
  const facts = await reviewFacts(ctx.widened('cluster-counts').read, clusterCode, periodCode);
  const { snapshot } = reviewOf(facts, { madeAt: ctx.now, madeBy: ctx.actor.name, isLocked: false });
  const library = await libraryOn(ctx.read, snapshot);
  const linted = OUTLINE.map((section) => {
    const body = facts.sections.get(section.code)?.body ?? section.body;
    return { section, body, checks: lintText(body, snapshot, library) };
  });
  const [fallback] = linted.filter(({ section }) => section.part === 'results');
  const here = linted.find(({ section }) => section.code === sectionCode) ?? fallback;
  if (!here) throw new Error('the outline has a section of results');
  const locked = alreadyLockedRefusal(facts);
  const mayEdit = mayReview(ctx.actor, 'review.edit-section', clusterCode);
  const all = linted.flatMap(({ checks }) => checks);
  return {
    periodCode,
    periodName: nameOfPeriod(snapshot),
    outline: linted.map(({ section, checks }) => entryOf(section, checks)),
    section: sectionOf(here.section, here.body, facts.sections.get(here.section.code)),
    preview: previewOf(here.body, snapshot, here.checks),
    checks: here.checks,
    boundCount: boundCount(here.body, snapshot),
    contributions: await contributionsOf(ctx.widened('cluster-counts').read, facts.call, snapshot, here.section),
    changes: changesOf(snapshot, facts.sections),
    openCount: all.filter(isOpen).length,
    typedCount: all.filter((check) => check.code.startsWith('number.')).length,
    silentUnits: snapshot.units.filter((unit) => !unit.submitted).map((unit) => unit.provinceName),
    blockedBy: locked ? [] : lockRefusals(facts, snapshot).map(sayRefusal),
    isLocked: locked !== undefined,
    readOnly: locked ? sayRefusal(locked) : mayEdit ? undefined : sayRefusal(READ_ONLY),
  };
}

const READ_ONLY = { code: 'review.section.not-yours', facts: {} };

function isOpen(check: Check): boolean {
  return check.tone !== 'info';
}

function entryOf({ code, number, title, part }: OutlineSection, checks: readonly Check[]): OutlineEntry {
  return { code, number, title, part, openCount: checks.filter(isOpen).length };
}

function sectionOf(section: OutlineSection, body: string, edited: EditedSection | undefined): ComposerView['section'] {
  return {
    code: section.code,
    number: section.number,
    title: section.title,
    body,
    version: edited?.version ?? 0,
    editedAt: edited?.editedAt ?? null,
    editedBy: edited?.editedBy ?? null,
  };
}

function boundCount(body: string, snapshot: SnapshotBody): number {
  return renderText(body, snapshot)
    .paragraphs.flat()
    .filter((inline) => inline.kind === 'figure').length;
}

/** What the units that have sent their report wrote on this section, north to south. */
async function contributionsOf(
  db: ReadDb,
  call: DataCall,
  snapshot: SnapshotBody,
  section: OutlineSection,
): Promise<readonly Contribution[]> {
  if (section.contributionCode === null) return [];
  const sent = new Set(snapshot.units.filter((unit) => unit.submitted).map((unit) => unit.code));
  const cluster = await getCluster(db, call.clusterCode, call.period.lastDay);
  const contributions: Contribution[] = [];
  for (const unit of cluster.members) {
    if (!sent.has(unit.code)) continue;
    const body = (await narrativeOf(db, unit.id, call.period.code)).get(section.contributionCode);
    if (body) contributions.push({ unitName: unit.provinceName, body });
  }
  return contributions;
}

function changesOf(snapshot: SnapshotBody, sections: ReadonlyMap<string, EditedSection>): ComposerView['changes'] {
  return snapshot.text.flatMap((section) => {
    const before = sections.get(section.code);
    if (!before) return [];
    const title = OUTLINE.find((one) => one.code === section.code)?.title ?? section.code;
    return changedSentences(before.printed, section.rendered).map((change) => ({
      ...change,
      section: section.code,
      title,
    }));
  });
}
