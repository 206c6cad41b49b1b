import { z } from 'zod';
import type { ListedAct } from '#platform/access/four-eyes.ts';
import { listedAct } from '#platform/access/four-eyes.ts';
import { text } from './messages.pages.vi.ts';
import { ACTIONS } from './permissions.ts';
import { hrefs } from './views/hrefs.ts';

const Period = z.object({ clusterCode: z.string(), periodCode: z.string() });
const Restating = Period.extend({ reason: z.string() });

export type PeriodAct = ListedAct<z.output<typeof Period>>;

/** Locking a review: the secretary of the cluster proposes, its leader approves. */
export const LOCK: PeriodAct = listedAct({
  name: 'review.lock',
  label: text.fourEyes.lock,
  payload: Period,
  proposing: ACTIONS['review.propose-lock'],
  approving: ACTIONS['review.approve-lock'],
  carriedOutAs: 'secretary',
  href: ({ periodCode }) => hrefs.report(periodCode),
});

/** Opening a locked review for a correction, likewise. */
export const RESTATE: ListedAct<z.output<typeof Restating>> = listedAct({
  name: 'review.restate',
  label: text.fourEyes.restate,
  payload: Restating,
  proposing: ACTIONS['review.propose-restatement'],
  approving: ACTIONS['review.approve-restatement'],
  carriedOutAs: 'secretary',
  href: ({ periodCode }) => hrefs.report(periodCode),
});

/** What a proposal about a period is about. */
export function subjectOf(clusterCode: string, periodCode: string): string {
  return `${clusterCode}/${periodCode}`;
}
