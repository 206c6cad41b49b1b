import { divide, multiply } from '#kernel/decimal.ts';
import { addDays, addMonths, type IsoDate, isoDate } from '#kernel/time.ts';
import type { DatedRule } from '#legal/public.ts';
import { capitalCeilingKey, checkLimit } from './limits.ts';
import type { FactKind, Ground, RuleBook, UsedFigure, Warning, Watched } from './model.ts';
import { changeDays, findRule, ruleContent } from './rule-book.ts';

/**
 * Grounds of revocation that the data of an organisation come near to, or reach, on a day: early warnings with the figures
 * and rules they rest on, never a change of state. What is not known warns of nothing.
 * @law 17/2023/QH15 Đ.103.1
 */
export function revocationWarnings(book: RuleBook, watched: Watched, on: IsoDate): readonly Warning[] {
  if (watched.kind === 'cooperative-group' || ENDED.has(watched.status)) return [];
  return [
    stopped(book, watched, on),
    belowMinimum(book, watched, on),
    tooForeign(book, watched, on),
    overCapital(book, watched, on),
    withoutMeeting(book, watched, on),
  ].flatMap((warning) => (warning ? [warning] : []));
}

const ENDED: ReadonlySet<string> = new Set(['dissolving', 'dissolved', 'merged']);

/** Stopped for longer than so many months; a suspension that was told to the registry is none. @law 17/2023/QH15 Đ.103.1b */
function stopped(book: RuleBook, { status, statusSince, facts }: Watched, on: IsoDate): Warning | undefined {
  const told = newest(facts, 'stopped', on)?.knownOn;
  const since = status === 'ceased' ? (told ?? statusSince) : status === 'operating' ? told : undefined;
  if (!since || since > on) return undefined;
  const used = [{ name: 'stopped', value: since, of: since }] as const;
  return warningOf(book, 'b', { since, on, used, rules: [], isMoreThan: true });
}

/** Fewer official members than the minimum, without a break. @law 17/2023/QH15 Đ.103.1d */
function belowMinimum(book: RuleBook, { kind, members }: Watched, on: IsoDate): Warning | undefined {
  const key = `members.minimum.${kind}`;
  const points = members.map(({ on: day, official, of }) => ({ on: day, value: String(official), of }));
  const run = runUntil(points, on, changeDays(book, key), (value, day) => broken(book, key, value, day));
  if (!run) return undefined;
  const used = [{ name: 'membersOfficial', value: run.last.value, of: run.last.of }] as const;
  return warningOf(book, 'd1', { since: run.since, on, used, rules: ruleOf(book, key, on) });
}

/** Foreign members at or above their share of official members. @law 17/2023/QH15 Đ.30.7, 103.1d */
function tooForeign(book: RuleBook, { facts, members }: Watched, on: IsoDate): Warning | undefined {
  const key = 'members.foreign-below';
  const points = pointsOf(facts, 'foreign-members').flatMap((point) => {
    const official = members.filter((each) => each.on <= point.on).at(-1) ?? members[0];
    const share = official ? divide(point.value, String(official.official)) : undefined;
    return share === undefined ? [] : [{ ...point, value: multiply(share, '100'), persons: point.value }];
  });
  const run = runUntil(points, on, changeDays(book, key), (value, day) => broken(book, key, value, day));
  if (!run) return undefined;
  const used = [{ name: 'foreign-members', value: run.last.persons, of: run.last.of }] as const;
  return warningOf(book, 'd2', { since: run.since, on, used, rules: ruleOf(book, key, on) });
}

const SHARES = [
  ['largest-share', 'member'],
  ['associates-share', 'associates'],
  ['foreign-share', 'foreign'],
] as const;

/** A share of charter capital above its ceiling; of several the one that has lasted longest. @law 17/2023/QH15 Đ.74, 103.1đ */
function overCapital(book: RuleBook, { kind, facts }: Watched, on: IsoDate): Warning | undefined {
  const runs = SHARES.flatMap(([fact, whose]) => {
    const key = capitalCeilingKey(kind, whose);
    if (!key) return [];
    const run = runUntil(pointsOf(facts, fact), on, changeDays(book, key), (value, day) =>
      broken(book, key, value, day),
    );
    return run ? [{ ...run, fact, key }] : [];
  });
  const [longest] = runs.toSorted((a, b) => (a.since < b.since ? -1 : 1));
  if (!longest) return undefined;
  const used = runs.map(({ fact, last }) => ({ name: fact, value: last.value, of: last.of }));
  const rules = runs.flatMap(({ key }) => ruleOf(book, key, on));
  return warningOf(book, 'dd', { since: longest.since, on, used, rules });
}

/**
 * No annual general meeting: near once the months after the financial year (taken as the calendar year) are over without one
 * in it, reached so many months after the last.
 * @law 17/2023/QH15 Đ.57.1, 103.1e
 */
function withoutMeeting(book: RuleBook, { facts }: Watched, on: IsoDate): Warning | undefined {
  const last = newest(facts, 'general-meeting', on)?.knownOn;
  if (!last) return undefined;
  const used = [{ name: 'general-meeting', value: last, of: last }] as const;
  const warning = warningOf(book, 'e', { since: last, on, used, rules: ruleOf(book, 'meeting.annual', on) });
  if (warning?.level === 'reached') return warning;
  const annual = findRule(book, 'meeting.annual', on);
  if (!annual) return undefined;
  const year = on.slice(0, 4);
  const dueOn = addMonths(isoDate(`${Number(year) - 1}-12-31`), ruleContent(annual, 'clock').n);
  return on > dueOn && last < `${year}-01-01` ? warning : undefined;
}

interface Point {
  readonly on: IsoDate;
  readonly value: string;
  readonly of: string;
}

/**
 * Since when a figure has broken its rule without a break until `on`, each day by the rule of that day; undefined when it
 * does not on `on`. A figure holds until the next one is known.
 */
function runUntil<Each extends Point>(
  points: readonly Each[],
  on: IsoDate,
  changes: readonly IsoDate[],
  isBroken: (value: string, day: IsoDate) => boolean,
): { readonly since: IsoDate; readonly last: Each } | undefined {
  const known = points.filter((point) => point.on <= on).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last || !isBroken(last.value, on)) return undefined;
  const days = new Set([...known.map((point) => point.on), ...changes.filter((day) => day > first.on && day <= on)]);
  let since: IsoDate | undefined;
  for (const day of [...days].toSorted().toReversed()) {
    const then = known.filter((point) => point.on <= day).at(-1);
    if (!then || !isBroken(then.value, day)) break;
    since = day;
  }
  return since === undefined ? undefined : { since, last };
}

function broken(book: RuleBook, key: string, value: string, day: IsoDate): boolean {
  return checkLimit(book, key, value, day)?.isMet === false;
}

function warningOf(
  book: RuleBook,
  ground: Ground,
  how: {
    readonly since: IsoDate;
    readonly on: IsoDate;
    readonly used: readonly UsedFigure[];
    readonly rules: readonly DatedRule[];
    readonly isMoreThan?: boolean;
  },
): Warning | undefined {
  const rule = findRule(book, `revocation.${ground}`, how.on);
  const months = rule ? ruleContent(rule, 'months').months : null;
  if (!rule || months === null) return undefined;
  const full = addMonths(how.since, months);
  const reachedOn = how.isMoreThan ? addDays(full, 1) : full;
  const level = how.on >= reachedOn ? 'reached' : 'near';
  return { ground, level, since: how.since, reachedOn, used: how.used, rules: [rule, ...how.rules] };
}

function ruleOf(book: RuleBook, key: string, on: IsoDate): readonly DatedRule[] {
  const rule = findRule(book, key, on);
  return rule ? [rule] : [];
}

function pointsOf(facts: Watched['facts'], kind: FactKind): readonly Point[] {
  return facts.flatMap((fact) =>
    fact.kind === kind && fact.amount !== null ? [{ on: fact.knownOn, value: fact.amount, of: fact.knownOn }] : [],
  );
}

/** The newest fact of a kind that was so by that day. */
function newest(facts: Watched['facts'], kind: FactKind, on: IsoDate): Watched['facts'][number] | undefined {
  return facts
    .filter((fact) => fact.kind === kind && fact.knownOn <= on)
    .toSorted((a, b) => (a.knownOn < b.knownOn ? -1 : 1))
    .at(-1);
}
