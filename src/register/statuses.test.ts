import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time.ts';
import { addDays, isoDate } from '#kernel/time.ts';
import { fold } from './ledger.ts';
import { planLife } from './life.ts';
import type { ActKind, OrganisationStatus } from './model.ts';
import { ACT_KINDS } from './model.ts';
import {
  actsBetween,
  allowedActs,
  EARLIEST_DAY,
  isBeforeFounding,
  isNewlyEstablished,
  statusAfter,
  transitionRefusal,
} from './statuses.ts';

const STATUSES: readonly OrganisationStatus[] = [
  'operating',
  'suspended',
  'ceased',
  'dissolving',
  'dissolved',
  'merged',
];
const ACTS = ACT_KINDS.filter((kind) => kind !== 'change');
const statusOn = (acts: Parameters<typeof fold>[0], on: IsoDate) => fold(acts, { on })?.status;
const anyStatus = fc.constantFrom(...STATUSES);
const anyDay = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays(isoDate('2016-01-01'), count));

function act(name: ActKind, effectiveOn: string, sequence = 1) {
  return {
    id: `${name} ${effectiveOn}`,
    act: name,
    effectiveOn: isoDate(effectiveOn),
    isDayStated: true,
    changeId: `${sequence}`,
    sequence,
    values: {},
  };
}

test('REG-03 every step not listed is refused with those that are', () => {
  const lawful = STATUSES.flatMap((from) =>
    ACTS.filter((to) => !transitionRefusal(from, to)).map((to) => `${from}: ${to}`),
  );

  expect(lawful).toEqual([
    'operating: suspend',
    'operating: cease',
    'operating: begin-dissolution',
    'operating: revoke',
    'operating: merge',
    'operating: consolidate',
    'operating: split',
    'operating: separate',
    'operating: convert',
    'suspended: resume',
    'suspended: cease',
    'suspended: begin-dissolution',
    'suspended: revoke',
    'suspended: merge',
    'suspended: consolidate',
    'suspended: split',
    'suspended: separate',
    'ceased: resume',
    'ceased: begin-dissolution',
    'ceased: revoke',
    'ceased: merge',
    'ceased: consolidate',
    'ceased: split',
    'dissolving: resume',
    'dissolving: dissolve',
  ]);
  expect(transitionRefusal('operating', 'dissolve')).toEqual({
    code: 'register.status.transition-not-allowed',
    facts: { from: 'operating', act: 'dissolve', allowed: allowedActs('operating') },
  });
});

test('REG-03 the way between two statuses is lawful at each step, and there is none out of an end', () => {
  fc.assert(
    fc.property(anyStatus, anyStatus, (from, to) => {
      const way = actsBetween(from, to);

      const isEnd = allowedActs(from).length === 0 && from !== to;
      expect(way === undefined).toBe(
        isEnd || (to === 'merged' && from === 'dissolved') || (isEnd && way === undefined),
      );
      let at = from;
      for (const step of way ?? []) {
        expect(transitionRefusal(at, step)).toBeUndefined();
        at = statusAfter(step) ?? at;
      }
      expect(way === undefined || at === to).toBe(true);
    }),
  );
});

test.each([
  { on: '2009-12-31', status: undefined },
  { on: '2010-01-01', status: 'operating' },
  { on: '2023-02-28', status: 'operating' },
  { on: '2023-03-01', status: 'suspended' },
  { on: '2024-01-15', status: 'operating' },
])('the status on $on is $status', ({ on, status }) => {
  const acts = [act('resume', '2024-01-15', 3), act('establish', '2010-01-01'), act('suspend', '2023-03-01', 2)];

  expect(statusOn(acts, isoDate(on))).toBe(status);
});

test('of two acts of one day the later recorded stands, and a founding stands before them', () => {
  const acts = [act('establish', '2020-01-01', 9), act('suspend', '2020-01-01', 1), act('resume', '2020-01-01', 2)];

  expect(statusOn(acts, isoDate('2020-01-01'))).toBe('operating');
  expect(statusOn(acts.slice(0, 2), isoDate('2020-01-01'))).toBe('suspended');
});

test('the status of a day does not depend on acts of later days', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...ACTS), anyDay)), anyDay, (pairs, day) => {
      const acts = pairs.map(([name, on], index) => act(name, on, index));

      expect(statusOn(acts, day)).toBe(
        statusOn(
          acts.filter((one) => one.effectiveOn <= day),
          day,
        ),
      );
    }),
  );
});

const cutOff = isoDate('2024-06-14');
const says = (status: OrganisationStatus, statusSince: string | null, establishedOn: string | null = '2010-01-01') => ({
  status,
  statusSince,
  establishedOn,
});

test('a status without a day holds from the cut-off, and says so', () => {
  expect(planLife([], says('suspended', null), cutOff)).toEqual({
    add: [
      { act: 'establish', effectiveOn: '2010-01-01', isDayStated: true },
      { act: 'suspend', effectiveOn: cutOff, isDayStated: false },
    ],
    takeBack: [],
  });
});

test('a founding that is not known is taken for the earliest day, and says so', () => {
  expect(planLife([], says('operating', null, null), cutOff)).toMatchObject({
    add: [{ act: 'establish', effectiveOn: EARLIEST_DAY, isDayStated: false }],
  });
});

test('a corrected day of a status moves the act, and does not stand beside the old one', () => {
  const acts = [act('establish', '2010-01-01'), act('cease', '2023-05-01', 2)];

  expect(planLife(acts, says('ceased', '2022-05-01'), cutOff)).toEqual({
    add: [{ act: 'cease', effectiveOn: '2022-05-01', isDayStated: true, correctsId: 'cease 2023-05-01' }],
    takeBack: ['cease 2023-05-01'],
  });
});

test('the day of founding written beside "operating" does not unmake a suspension that has been', () => {
  const acts = [act('establish', '2010-01-01'), act('suspend', '2023-05-01', 2)];

  expect(planLife(acts, says('operating', '2010-01-01'), cutOff)).toEqual({
    add: [{ act: 'resume', effectiveOn: cutOff, isDayStated: false }],
    takeBack: [],
  });
});

test('REG-03 a workbook cannot bring a dissolved organisation back: refused with the steps allowed', () => {
  const acts = [act('establish', '2010-01-01'), act('dissolve', '2023-05-01', 2)];

  expect(planLife(acts, says('operating', null), cutOff)).toEqual({
    code: 'register.status.change-not-allowed',
    facts: { from: 'dissolved', to: 'operating', allowed: [] },
  });
});

test.each([
  { establishedOn: '2023-06-15', isNew: true, why: 'a day less than twelve months' },
  { establishedOn: '2023-06-14', isNew: false, why: 'twelve months' },
  { establishedOn: '2024-06-14', isNew: true, why: 'today' },
  { establishedOn: '2024-06-15', isNew: false, why: 'not yet founded' },
])(
  'REG-03 "newly established" is derived: founded $establishedOn ($why) on 14/06/2024 is $isNew',
  ({ establishedOn, isNew }) => {
    expect(isNewlyEstablished(isoDate(establishedOn), cutOff)).toBe(isNew);
  },
);

test('the year before 29 February begins on the 28th', () => {
  expect(isNewlyEstablished(isoDate('2023-03-01'), isoDate('2024-02-29'))).toBe(true);
  expect(isNewlyEstablished(isoDate('2023-02-28'), isoDate('2024-02-29'))).toBe(false);
});

test('a day within the founding year or month is not before a founding of that precision', () => {
  expect(isBeforeFounding(isoDate('2015-02-01'), isoDate('2015-06-01'), 'year')).toBe(false);
  expect(isBeforeFounding(isoDate('2015-02-01'), isoDate('2015-06-01'), 'month')).toBe(true);
});
