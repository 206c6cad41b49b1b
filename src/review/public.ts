export { canonicalJson } from '#kernel/canonical-json.ts';
export { buildReview } from './build.ts';
export { editSection } from './commands/edit-section.ts';
export { lockReview } from './commands/lock-review.ts';
export { restateReview } from './commands/restate-review.ts';
export type { PublishedLineage } from './lineage.ts';
export { lineageJson, lineageOf } from './lineage.ts';
export type { Check, CheckFix } from './lint/check.ts';
export { libraryOn, lintText } from './lint/lint.ts';
export { sayCheck, sayFix } from './messages.checks.vi.ts';
export { sayDifference, sayVerify } from './messages.verify.vi.ts';
export type { Inline, SnapshotBody, SnapshotFile } from './model.ts';
export type { ReviewFile } from './produce.ts';
export { producePapers, reviewFiles } from './produce.ts';
export type { LockedReview, SnapshotId } from './queries.ts';
export {
  latestLock,
  latestSnapshot,
  listLockedReviews,
  listVersions,
  lockByHash,
  lockById,
  snapshotById,
} from './queries.ts';
export { changedSentences } from './text/changes.ts';
export type { RenderedText } from './text/render.ts';
export { plainText, renderText } from './text/render.ts';
export type { VerifyReport } from './verify/verify-file.ts';
export { verifyFile } from './verify/verify-file.ts';
