import type { PersonId } from '#organisations/public.ts';
import { appointClusterOffice, fillPosition } from '#organisations/public.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import { announce, conferenceArticle, identifySite, listNews, publishArticle } from '#portal/public.ts';
import { approveUnit, findUnitCall, openDataCall, passUnit, signReconciliation } from '#reporting/public.ts';
import { latestSnapshot, listVersions, lockReview } from '#review/public.ts';
import { importWorkbooks } from '#workbooks/public.ts';
import type { System } from '../system.ts';
import { ANNOUNCEMENTS, CONFERENCE, OFFICE_HOLDERS, OTHER_NEWS, SITE, TERM } from './conference.ts';
import { PROFILES } from './profiles.ts';
import { DEMO_CLUSTER, DEMO_PERIOD, DEMO_SEED, demoWorkbooks } from './workbooks.ts';

export interface DemoProgress {
  readonly step: string;
  readonly done: number;
  readonly of: number;
}

const WORDS = {
  units: (unit: string) => `sổ bộ và biểu của ${unit}`,
  lock: 'khóa số liệu, lập báo cáo',
  news: 'đăng tin',
  secretary: 'Tổ giúp việc Cụm (mẫu)',
  officer: (unit: string) => `Cán bộ tổng hợp ${unit} (mẫu)`,
  editor: 'Ban biên tập (mẫu)',
} as const;

/** Six workbooks, the lock, the news. */
export const DEMO_STEPS = 8;

/** This unit's gap between declared and counted unions stays open, for whoever wants to see one and sign it. */
const UNSIGNED_UNIT = 'LMHTX-QT';

/** When the acts of the demonstration happened, in the summer of 2024. */
const MOMENTS = {
  opened: new Date('2024-05-20T01:30:00Z'),
  imported: new Date('2024-06-18T02:40:00Z'),
  submitted: new Date('2024-06-19T09:12:00Z'),
  passed: new Date('2024-06-21T03:00:00Z'),
  locked: new Date('2024-06-28T08:30:00Z'),
} as const;

/**
 * Loads the demonstration cluster as people would have: workbooks through the importer, submission, lock, article.
 * Each step looks first whether it was done, so that a load that was cut short goes on where it stopped.
 */
export async function loadDemo(
  system: System,
  _now: Date,
  report: (progress: DemoProgress) => void = () => {},
): Promise<void> {
  const ctxOf = (name: string, at: Date): Ctx => system.ctx(demoActor(name), at);
  const secretary = ctxOf(WORDS.secretary, MOMENTS.opened);
  await prepareCluster(secretary);
  let done = 0;
  for await (const book of demoWorkbooks(secretary.read, DEMO_SEED)) {
    report({ step: WORDS.units(book.unitCode), done, of: DEMO_STEPS });
    await importUnit(ctxOf, book);
    done += 1;
  }
  report({ step: WORDS.lock, done, of: DEMO_STEPS });
  if ((await listVersions(secretary.read, DEMO_CLUSTER, DEMO_PERIOD)).length === 0)
    await lockReview(ctxOf(WORDS.secretary, MOMENTS.locked), DEMO_CLUSTER, DEMO_PERIOD);
  report({ step: WORDS.news, done: done + 1, of: DEMO_STEPS });
  await publishNews(ctxOf(WORDS.editor, CONFERENCE.publishedAt));
}

function demoActor(name: string): Actor {
  return { accountId: null, name, grants: [{ role: 'admin', scope: 'system' }] };
}

/** The call with the deadlines of 2024, and the two office-holders whom the news page names. */
async function prepareCluster(ctx: Ctx): Promise<void> {
  if (await findUnitCall(ctx.read, OFFICE_HOLDERS[0].allianceCode, DEMO_PERIOD)) return;
  for (const holder of OFFICE_HOLDERS) {
    const personId = await fillPosition(ctx, {
      allianceCode: holder.allianceCode,
      title: 'Chủ tịch',
      person: { id: null, fullName: holder.fullName, honorific: 'đồng chí', source: 'Tin hội nghị ngày 05/7/2024' },
      protocolRank: 1,
      isSingleSeat: true,
      ...TERM,
      confirmsSecondHolder: true,
    });
    await appoint(ctx, holder, personId);
  }
  await openDataCall(ctx, {
    clusterCode: DEMO_CLUSTER,
    periodCode: DEMO_PERIOD,
    submitByOn: CONFERENCE.submitByOn,
    lockByOn: CONFERENCE.lockByOn,
    conferenceOn: CONFERENCE.on,
  });
}

async function appoint(ctx: Ctx, holder: (typeof OFFICE_HOLDERS)[number], personId: PersonId | null): Promise<void> {
  const { office, allianceCode } = holder;
  await appointClusterOffice(ctx, { clusterCode: DEMO_CLUSTER, office, allianceCode, personId, ...TERM });
}

type CtxOf = (name: string, at: Date) => Ctx;

async function importUnit(
  ctxOf: CtxOf,
  book: { readonly unitCode: string; readonly fileName: string; readonly bytes: Uint8Array },
): Promise<void> {
  const officer = WORDS.officer(book.unitCode);
  const before = await stateOf(ctxOf, book.unitCode);
  if (before === 'passed' || before === 'locked') return;
  const [outcome] = (
    await importWorkbooks(ctxOf(officer, MOMENTS.imported), [{ name: book.fileName, bytes: book.bytes }], {
      dryRun: false,
    })
  ).files;
  if (!outcome?.accepted)
    throw new Error(`the demonstration workbook ${book.fileName} was refused: ${JSON.stringify(outcome?.messages)}`);
  const unit = { unitCode: book.unitCode, periodCode: DEMO_PERIOD };
  const isSent = (await stateOf(ctxOf, book.unitCode)) === 'submitted';
  if (!isSent && book.unitCode !== UNSIGNED_UNIT) await signUnions(ctxOf(officer, MOMENTS.imported), book.unitCode);
  if (!isSent) await approveUnit(ctxOf(officer, MOMENTS.submitted), { ...unit, missingReason: '', missingByOn: null });
  await passUnit(ctxOf(WORDS.secretary, MOMENTS.passed), { ...unit, formCode: '' });
}

/** The register of the demonstration holds no unions; the unit says so for what it declares. */
async function signUnions(ctx: Ctx, unitCode: string): Promise<void> {
  const unions = PROFILES.find((profile) => profile.unitCode === unitCode)?.unions ?? 0;
  await signReconciliation(ctx, {
    unitCode,
    periodCode: DEMO_PERIOD,
    indicatorCode: 'LH.SO',
    reasons: [{ reason: 'record-missing', amountText: `-${unions}` }],
  });
}

async function stateOf(ctxOf: CtxOf, unitCode: string): Promise<string | undefined> {
  const { read } = ctxOf(WORDS.secretary, MOMENTS.submitted);
  return (await findUnitCall(read, unitCode, DEMO_PERIOD))?.submission.state;
}

/** The article of the conference from the lock, short news around it, announcements, who answers for the portal. */
async function publishNews(ctx: Ctx): Promise<void> {
  if ((await listNews(ctx.read, { limit: 1 })).cards.length > 0) return;
  await identifySite(ctx, SITE);
  for (const announcement of ANNOUNCEMENTS) await announce(ctx, { ...announcement, isDemo: true, validUntil: null });
  for (const news of OTHER_NEWS) {
    const blocks = news.paragraphs.map((text) => ({ kind: 'paragraph', text }) as const);
    const draft = { ...news, section: 'Tin hợp tác xã', sourceLine: 'Dữ liệu mẫu', penName: 'Ban biên tập', blocks };
    await publishArticle(ctx, { draft, snapshotId: null, publishedAt: news.publishedAt, isDemo: true });
  }
  const [lock] = await listVersions(ctx.read, DEMO_CLUSTER, DEMO_PERIOD);
  const file = await latestSnapshot(ctx.read, DEMO_CLUSTER, DEMO_PERIOD);
  if (!lock || !file) throw new Error('the demonstration has no locked review to write about');
  await publishArticle(ctx, {
    draft: conferenceArticle(file.snapshot, CONFERENCE),
    snapshotId: lock.id,
    publishedAt: CONFERENCE.publishedAt,
    isDemo: true,
  });
}
