import { isoDate } from '#kernel/time.ts';
import { registryDeadline } from '../calendar.ts';
import { auditDuty, checkLimit, delegatesMinimum, governanceType, isDeadlinePast } from '../limits.ts';
import type { AssetKind, RuleBook, SizeClass, Watched } from '../model.ts';
import { revocationWarnings } from '../revocation.ts';
import { findRule, ruleContent } from '../rule-book.ts';
import { outdatedWhy } from '../rules.ts';

/** One value at, just below or just above the edge of a dated rule, with what the law makes of it. */
export interface Edge {
  /** `key@first day` of the dated row. */
  readonly rule: string;
  readonly cite: string;
  readonly says: string;
  readonly run: (book: RuleBook) => unknown;
  readonly is: unknown;
}

const NEW = '2024-07-01';
const OLD = '2013-07-01';
const L23 = '17/2023/QH15';
const L12 = '23/2012/QH13';

/** Figures beside a number, and whether each keeps to it; asked on the first day of the row. */
function limit(
  key: string,
  from: string,
  cite: string,
  cases: readonly (readonly [string, boolean])[],
): readonly Edge[] {
  return cases.map(([figure, is]) => ({
    rule: `${key}@${from}`,
    cite,
    says: figure,
    run: (book) => checkLimit(book, key, figure, isoDate(from))?.isMet,
    is,
  }));
}

const atLeast = (n: number) =>
  [
    [`${n - 1}`, false],
    [`${n}`, true],
    [`${n + 1}`, true],
  ] as const;
const atMost = (n: number) =>
  [
    [`${n - 1}`, true],
    [`${n}`, true],
    [`${n + 1}`, false],
  ] as const;
/** Shares have fractions: a hundredth beside the edge. */
const shareAtMost = (n: number) =>
  [
    [`${n - 1}.99`, true],
    [`${n}`, true],
    [`${n}.01`, false],
  ] as const;
const shareBelow = (n: number) =>
  [
    [`${n - 1}.99`, true],
    [`${n}`, false],
    [`${n}.01`, false],
  ] as const;
const shareAtLeast = (n: number) =>
  [
    [`${n - 1}.99`, false],
    [`${n}`, true],
    [`${n}.01`, true],
  ] as const;

const MEMBERS = [
  ...limit('members.minimum.cooperative', OLD, L12, atLeast(7)),
  ...limit('members.minimum.cooperative', NEW, `${L23} Đ.4.7`, atLeast(5)),
  ...limit('members.minimum.cooperative-union', OLD, L12, atLeast(4)),
  ...limit('members.minimum.cooperative-union', NEW, `${L23} Đ.4.8`, atLeast(3)),
  ...limit('members.minimum.cooperative-group', NEW, `${L23} Đ.4.21`, atLeast(2)),
  ...limit('members.foreign-below', NEW, `${L23} Đ.30.7`, shareBelow(35)),
];

const CAPITAL = [
  ...limit('capital.member-max.cooperative', OLD, L12, shareAtMost(20)),
  ...limit('capital.member-max.cooperative', NEW, `${L23} Đ.74.1`, shareAtMost(30)),
  ...limit('capital.member-max.cooperative-union', OLD, L12, shareAtMost(30)),
  ...limit('capital.member-max.cooperative-union', NEW, `${L23} Đ.74.1`, shareAtMost(40)),
  ...limit('capital.associates-max.cooperative', NEW, `${L23} Đ.74.2`, shareAtMost(30)),
  ...limit('capital.associates-max.cooperative-union', NEW, `${L23} Đ.74.2`, shareAtMost(40)),
  ...limit('capital.foreign-max', NEW, `${L23} Đ.74.3`, shareAtMost(30)),
];

const BODIES = [
  ...limit('governance.union-full-from', NEW, `${L23} Đ.56.3`, atLeast(10)),
  ...limit('board.members-min', NEW, `${L23} Đ.65`, atLeast(3)),
  ...limit('board.members-max', NEW, `${L23} Đ.65`, atMost(15)),
  ...limit('board.foreign-below', NEW, `${L23} Đ.65.1`, shareBelow(35)),
  ...limit('board.term-years', NEW, `${L23} Đ.65`, atMost(5)),
  ...limit('director.term-years', NEW, `${L23} Đ.68, 71`, atMost(5)),
  ...limit('control.term-years', NEW, `${L23} Đ.69, 72`, atMost(5)),
  ...limit('control.members-min', NEW, `${L23} Đ.69`, atLeast(1)),
  ...limit('control.members-max', NEW, `${L23} Đ.69`, atMost(7)),
  ...limit('meeting.notice-days', NEW, `${L23} Đ.57–61`, atLeast(3)),
  ...limit('meeting.quorum-first', NEW, `${L23} Đ.57–61`, shareAtLeast(50)),
  ...limit('meeting.quorum-second', NEW, `${L23} Đ.57–61`, shareAtLeast(33)),
  ...limit('meeting.delegates-from', OLD, L12, atLeast(100)),
  ...limit('meeting.delegates-from', NEW, `${L23} Đ.58`, atLeast(50)),
  ...limit('vote.special', NEW, `${L23} Đ.61.2`, shareAtLeast(65)),
  ...limit('vote.ordinary', NEW, `${L23} Đ.61.3`, [
    ['49.99', false],
    ['50', false],
    ['50.01', true],
  ]),
  ...limit('audit.union-from', NEW, `${L23} Đ.106`, atLeast(10)),
];

/** Members, and the fewest delegates: null without a ratio, undefined when such a meeting is not allowed. */
const DELEGATES = (
  [
    [49, undefined],
    [50, null],
    [51, 26],
    [99, 50],
    [100, 50],
    [101, 31],
    [300, 90],
    [301, 61],
    [1000, 200],
    [1001, 200],
    [5000, 200],
  ] as const
).map(
  ([members, is]): Edge => ({
    rule: `meeting.delegates-minimum@${NEW}`,
    cite: `${L23} Đ.58`,
    says: `${members} thành viên`,
    run: (book) => {
      const found = delegatesMinimum(book, members, isoDate(NEW));
      return found?.isAllowed ? found.minimum : undefined;
    },
    is,
  }),
);

const CLASSES = (['micro', 'small', 'medium', 'large'] as const).flatMap((size: SizeClass): readonly Edge[] => [
  {
    rule: `governance.simplified-sizes@${NEW}`,
    cite: `${L23} Đ.56.2`,
    says: size,
    run: (book) => governanceType(book, { kind: 'cooperative', size, members: 20 }, isoDate(NEW)).answer,
    is: size === 'micro' ? 'either' : 'full',
  },
  {
    rule: `audit.sizes@${NEW}`,
    cite: `${L23} Đ.106`,
    says: size,
    run: (book) => auditDuty(book, { kind: 'cooperative', size, members: 20 }, isoDate(NEW)).answer,
    is: size === 'large',
  },
]);

const TRANSITION = (
  [
    ['transition.charter', NEW, '2026-01-01', ['2025-12-31', '2026-01-01', '2026-01-02']],
    ['transition.group-registration', NEW, '2026-01-01', ['2025-12-31', '2026-01-01', '2026-01-02']],
    ['transition.internal-credit', '2023-06-20', '2023-09-01', ['2023-08-31', '2023-09-01', '2023-09-02']],
    ['transition.enterprises', '2023-09-01', '2025-09-01', ['2025-08-31', '2025-09-01', '2025-09-02']],
  ] as const
).flatMap(([key, from, , days]) =>
  days.map(
    (day, at): Edge => ({
      rule: `${key}@${from}`,
      cite: `${L23} Đ.115`,
      says: day,
      run: (book) => {
        const rule = findRule(book, key, isoDate(day));
        return rule && isDeadlinePast(rule, isoDate(day));
      },
      is: at === 2,
    }),
  ),
);

const watched = (says: Partial<Watched>): Watched => ({
  kind: 'cooperative',
  status: 'operating',
  statusSince: null,
  members: [{ on: isoDate('2020-01-01'), official: 20, of: '' }],
  facts: [],
  ...says,
});
const since = isoDate('2025-01-15');
const SAMPLES = {
  b: watched({ status: 'ceased', statusSince: since }),
  d1: watched({ members: [{ on: since, official: 4, of: '' }] }),
  d2: watched({ facts: [{ kind: 'foreign-members', knownOn: since, amount: '7' }] }),
  dd: watched({ facts: [{ kind: 'largest-share', knownOn: since, amount: '31' }] }),
  e: watched({ facts: [{ kind: 'general-meeting', knownOn: since, amount: null }] }),
} as const;

const REVOCATION = (
  [
    ['b', 'Đ.103.1b', ['2026-01-14', '2026-01-15', '2026-01-16'], ['near', 'near', 'reached']],
    ['d1', 'Đ.103.1d', ['2026-01-14', '2026-01-15', '2026-01-16'], ['near', 'reached', 'reached']],
    ['d2', 'Đ.103.1d', ['2025-07-14', '2025-07-15', '2025-07-16'], ['near', 'reached', 'reached']],
    ['dd', 'Đ.103.1đ', ['2026-01-14', '2026-01-15', '2026-01-16'], ['near', 'reached', 'reached']],
    ['e', 'Đ.103.1e', ['2026-07-14', '2026-07-15', '2026-07-16'], ['near', 'reached', 'reached']],
  ] as const
).flatMap(([ground, article, days, levels]) =>
  days.map(
    (day, at): Edge => ({
      rule: `revocation.${ground}@${NEW}`,
      cite: `${L23} ${article}`,
      says: day,
      run: (book) =>
        revocationWarnings(book, SAMPLES[ground], isoDate(day)).find((each) => each.ground === ground)?.level,
      is: levels[at],
    }),
  ),
);

const MEETING_2012 = (['2024-06-14', '2024-06-15', '2024-06-16'] as const).map(
  (day, at): Edge => ({
    rule: `revocation.e@${OLD}`,
    cite: L12,
    says: day,
    run: (book) => {
      const facts = [{ kind: 'general-meeting', knownOn: isoDate('2022-12-15'), amount: null }] as const;
      return revocationWarnings(book, watched({ facts }), isoDate(day))[0]?.level;
    },
    is: at === 0 ? undefined : 'reached',
  }),
);

/** Grounds that no data can compute have no number; nothing is warned of. */
const NOT_COMPUTED = (['a', 'g'] as const).map(
  (ground): Edge => ({
    rule: `revocation.${ground}@${NEW}`,
    cite: `${L23} Đ.103.1${ground}`,
    says: 'không có số',
    run: (book) => ruleContent(findRule(book, `revocation.${ground}`, isoDate(NEW)) as never, 'months').months,
    is: null,
  }),
);
const NOT_WATCHED: readonly Edge[] = [
  {
    rule: `revocation.c@${NEW}`,
    cite: `${L23} Đ.103.1c`,
    says: 'chỉ ghi số tháng',
    run: (book) => ruleContent(findRule(book, 'revocation.c', isoDate(NEW)) as never, 'months').months,
    is: 12,
  },
];

const LIVES: readonly (readonly [AssetKind, number | null])[] = [
  ['machine', 15],
  ['irrigation', 15],
  ['processing', null],
  ['vehicle', 10],
  ['storage', null],
  ['building', null],
  ['computer', 8],
  ['other', null],
];
const ASSETS = LIVES.flatMap(([kind, years]) =>
  ([-1, 0, 1] as const).map(
    (beside): Edge => ({
      rule: `asset.life.${kind}@2013-06-10`,
      cite: '45/2013/TT-BTC',
      says: `${(years ?? 10) + beside} năm tuổi`,
      run: (book) =>
        outdatedWhy(book, { kind, state: 'good', madeYear: 2024 - (years ?? 10) - beside }, isoDate('2024-07-08')),
      is: years === null ? 'unknown' : beside > 0 ? 'age' : null,
    }),
  ),
);

/** The day after which a clock has run out, from a Monday with a holiday or the end of a month on its way. */
const CLOCKS = (
  [
    ['clock.establish', 'Đ.42.4', '2024-08-29', '2024-09-05'],
    ['clock.change.filing', 'Đ.47.1', '2024-08-29', '2024-09-08'],
    ['clock.change.registry', 'Đ.47.1', '2024-07-05', '2024-07-10'],
    ['clock.notice.filing', 'Đ.48', '2024-07-22', '2024-08-01'],
    ['clock.notice.registry', 'Đ.48', '2024-07-12', '2024-07-17'],
    ['clock.court.filing', 'Đ.47.2', '2024-12-25', '2025-01-04'],
    ['clock.court.registry', 'Đ.47.2', '2024-12-30', '2025-01-03'],
    ['clock.publication', 'Đ.49', '2024-07-01', '2024-07-31'],
    ['clock.branch.registry', 'Đ.55.1', '2025-04-29', '2025-05-07'],
    ['clock.branch.change', 'Đ.55.2', '2024-07-08', '2024-07-18'],
    ['clock.branch.abroad', 'Đ.55.3', '2025-01-31', '2025-03-02'],
    ['clock.location', 'Đ.55.4', '2024-07-08', '2024-07-18'],
    ['clock.enterprise', 'Đ.81.6', '2024-07-08', '2024-07-22'],
    ['clock.suspension', 'Đ.96.1', '2024-09-05', '2024-08-29'],
    ['clock.reorganisation', 'Đ.92–95', '2024-07-08', '2024-07-23'],
    ['clock.dissolution.resolution', 'Đ.98.3', '2024-07-08', '2024-07-17'],
    ['clock.dissolution.dossier', 'Đ.98.6', '2024-07-05', '2024-07-12'],
    ['clock.dissolution.registry', 'Đ.98.7', '2025-04-25', '2025-05-06'],
    ['clock.dissolution.silent', 'Đ.98.7', '2024-08-31', '2025-02-28'],
    ['clock.dissolution.forced', 'Đ.99', '2024-07-08', '2024-07-18'],
    ['clock.disclosure', 'Đ.14', '2024-07-08', '2024-07-15'],
    ['clock.representative', 'Đ.11', '2024-07-08', '2024-07-23'],
    ['capital.due', 'Đ.74.4', '2024-08-30', '2025-02-28'],
    ['capital.re-register', 'Đ.74.7', '2024-07-08', '2024-08-07'],
    ['board.meeting.cooperative', 'Đ.65', '2024-11-30', '2025-02-28'],
    ['board.meeting.cooperative-union', 'Đ.65', '2024-08-31', '2025-02-28'],
    ['meeting.annual', 'Đ.57.1', '2024-12-31', '2025-04-30'],
    ['meeting.simplified', 'Đ.59.1', '2024-07-31', '2024-10-31'],
    ['meeting.second-call', 'Đ.57–61', '2024-07-08', '2024-08-07'],
    ['meeting.third-call', 'Đ.57–61', '2024-07-08', '2024-07-28'],
    ['meeting.extraordinary', 'Đ.57–61', '2024-07-08', '2024-07-23'],
    ['audit.every', 'Đ.106', '2024-12-31', '2026-12-31'],
    ['audit.fund-every', 'Đ.106', '2024-12-31', '2025-12-31'],
  ] as const
).map(([key, article, from, is]) => clockEdge(key, NEW, `${L23} ${article}`, from, is));

function clockEdge(key: string, validFrom: string, cite: string, from: string, is: string): Edge {
  return {
    rule: `${key}@${validFrom}`,
    cite,
    says: `từ ${from}`,
    run: (book) => registryDeadline(book, key, isoDate(from))?.deadline,
    is,
  };
}

export const EDGES: readonly Edge[] = [
  ...MEMBERS,
  ...CAPITAL,
  ...BODIES,
  ...DELEGATES,
  ...CLASSES,
  ...TRANSITION,
  ...REVOCATION,
  ...MEETING_2012,
  ...NOT_COMPUTED,
  ...NOT_WATCHED,
  ...ASSETS,
  ...CLOCKS,
  clockEdge('capital.due', OLD, L12, '2023-08-31', '2024-02-29'),
];
