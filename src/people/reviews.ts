import type { IsoDate } from '#kernel/time.ts';
import { ruleValue } from '#legal/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { text } from './messages.vi.ts';
import type { SignedReview, Unit } from './model.ts';
import { mayReview, unitsToSee } from './permissions.ts';
import type { Quarter } from './quarters.ts';
import { dueOn, quarterBefore, quarterOf } from './quarters.ts';
import { signedReviews } from './review-queries.ts';
import { unitsOn } from './units.ts';

export type ReviewState = 'signed' | 'due' | 'overdue' | 'missed';

export interface ReviewRow {
  readonly unit: Unit;
  readonly quarter: Quarter;
  readonly dueOn: IsoDate;
  readonly state: ReviewState;
  readonly signed: SignedReview | null;
  /** Whether this person is the one who signs. */
  readonly isOwn: boolean;
}

const QUARTERS_SHOWN = 4;

/** The units that the actor sees, with this quarter's review and those of the quarters before. */
export async function reviewsInReach(ctx: Ctx): Promise<readonly ReviewRow[]> {
  const reach = unitsToSee(ctx);
  const { all } = await unitsOn(ctx);
  const units = reach === 'all' ? all : all.filter(({ scope }) => reach.includes(scope));
  const signed = await signedReviews(
    ctx.widened('unit-people').read,
    units.map(({ scope }) => scope),
  );
  const days = await daysOf(ctx);
  const present = quarterOf(ctx.today);
  return lastQuarters(present).flatMap((quarter) =>
    units.flatMap((unit) => {
      const own = signed.find((each) => each.scope === unit.scope && each.quarter === quarter.code) ?? null;
      const due = dueOn(quarter, days);
      const isPresent = quarter.code === present.code;
      // A quarter before the first review of a unit says nothing about it.
      const hasBegun = signed.some((each) => each.scope === unit.scope && each.quarter <= quarter.code);
      if (!isPresent && !hasBegun) return [];
      const open = isPresent ? (ctx.today > due ? 'overdue' : 'due') : 'missed';
      const state: ReviewState = own ? 'signed' : open;
      return [{ unit, quarter, dueOn: due, state, signed: own, isOwn: mayReview(ctx.actor, unit.scope) }];
    }),
  );
}

/** For the office home of a leader: which of their units' reviews are late; undefined when none is, or they lead none. */
export async function reviewReminder(ctx: Ctx): Promise<string | undefined> {
  const own = ctx.actor.grants.filter((grant) => grant.role === 'leader' && !grant.delegated).map(({ scope }) => scope);
  if (own.length === 0) return undefined;
  const quarter = quarterOf(ctx.today);
  const due = dueOn(quarter, await daysOf(ctx));
  if (ctx.today <= due) return undefined;
  const signed = await signedReviews(ctx.widened('unit-people').read, own);
  const late = own.filter((scope) => !signed.some((each) => each.scope === scope && each.quarter === quarter.code));
  if (late.length === 0) return undefined;
  const { nameOf } = await unitsOn(ctx);
  return text.review.reminder(quarter, late.map(nameOf).join('; '), formatDate(due));
}

/** How many days into a quarter its review is due: a dated setting of the office. */
async function daysOf(ctx: Pick<Ctx, 'read' | 'today'>): Promise<number> {
  return Number((await ruleValue(ctx.read, 'access.review-due-days', ctx.today)).value);
}

function lastQuarters(present: Quarter): readonly Quarter[] {
  const quarters = [present];
  for (let at = present; quarters.length < QUARTERS_SHOWN; ) {
    at = quarterBefore(at);
    quarters.push(at);
  }
  return quarters;
}
