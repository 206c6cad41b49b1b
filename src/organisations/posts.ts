import type { Refusal } from '#kernel/refusal.ts';
import { compareNames } from '#kernel/text-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Position } from './model.ts';
import type { Span } from './rules.ts';
import { holdsOn, isTakenBack, overlaps } from './rules.ts';

/**
 * The posts of an alliance on a day in protocol order, out of everything ever recorded. A post whose holder has gone is
 * there without a name (`khuyết`), never with the last holder's; it is there no longer once a vacancy of it has ended.
 */
export function postsOn(all: readonly Position[], on: IsoDate): readonly Position[] {
  const begun = all.filter((one) => one.validFrom <= on && !isTakenBack(one));
  return [...Map.groupBy(begun, ({ title }) => title).values()]
    .flatMap((post) => standingOrVacant(post, on))
    .sort(order);
}

function standingOrVacant(post: readonly Position[], on: IsoDate): readonly Position[] {
  const standing = post.filter((one) => holdsOn(one, on));
  const held = standing.filter(({ fullName }) => fullName !== '');
  if (held.length > 0) return held;
  const [vacancy] = standing;
  if (vacancy) return [vacancy];
  const last = post.reduce((a, b) => ((b.validUntil ?? '') > (a.validUntil ?? '') ? b : a));
  return last.personId === null ? [] : [vacated(last)];
}

/** The post as nobody holds it, since the day its last holder left. */
function vacated(last: Position): Position {
  const since = last.validUntil ?? last.validFrom;
  return {
    ...last,
    personId: null,
    capacity: 'holder',
    honorific: '',
    fullName: '',
    validFrom: since,
    validUntil: null,
  };
}

function order(a: Position, b: Position): number {
  return (
    a.protocolRank - b.protocolRank ||
    Number(a.fullName === '') - Number(b.fullName === '') ||
    compareNames(a.fullName, b.fullName)
  );
}

/** Why a second person may not be entered for a single seat without the word of whoever enters it. */
export function secondHolderRefusal(
  ask: Span & {
    readonly title: string;
    readonly isSingleSeat: boolean;
    readonly isVacancy: boolean;
    readonly confirmsSecondHolder: boolean;
  },
  others: readonly Position[],
): Refusal | undefined {
  if (!ask.isSingleSeat || ask.isVacancy || ask.confirmsSecondHolder) return undefined;
  const other = others.find((one) => one.title === ask.title && one.fullName !== '' && overlaps(one, ask));
  if (!other) return undefined;
  return {
    code: 'organisations.position.second-holder',
    facts: { title: ask.title, holder: other.fullName, from: other.validFrom, until: other.validUntil },
  };
}
