import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDate } from '#kernel/time.ts';
import { actsPossible, fold, foldAsKnown, ledgerRefusal } from './ledger.ts';
import type { ActKind, LedgerAct } from './model.ts';
import { ACT_KINDS } from './model.ts';

let made = 0;

function act(kind: ActKind, effectiveOn: string, says: Partial<LedgerAct> = {}): LedgerAct {
  made += 1;
  return {
    id: `${made}`,
    act: kind,
    effectiveOn: isoDate(effectiveOn),
    isDayStated: true,
    changeId: `c${made}`,
    sequence: made,
    values: {},
    recordedAt: new Date('2024-01-01T03:00:00Z'),
    undoneAt: null,
    ...says,
  };
}

const founding = act('establish', '2010-01-01', {
  values: { kind: 'cooperative', name: 'HTX A', sector_code: 'nong-nghiep' },
});

test.each([
  ['suspend', 'suspended'],
  ['cease', 'ceased'],
  ['begin-dissolution', 'dissolving'],
  ['revoke', 'dissolving'],
  ['merge', 'merged'],
  ['consolidate', 'merged'],
  ['split', 'merged'],
  ['convert', 'merged'],
  ['separate', 'operating'],
  ['change', 'operating'],
] as const)(
  'REG-03 after %s on 01/03/2023 an operating organisation is %s, and operating the day before',
  (kind, status) => {
    const acts = [founding, act(kind, '2023-03-01')];

    expect(fold(acts, { on: isoDate('2023-02-28') })?.status).toBe('operating');
    expect(fold(acts, { on: isoDate('2023-03-01') })?.status).toBe(status);
  },
);

test('REG-03 a revoked certificate leads into dissolution at once: only its restoration or the end may follow', () => {
  const acts = [founding, act('revoke', '2023-03-01')];

  expect(actsPossible(acts, isoDate('2023-03-02'))).toEqual(['restore', 'dissolve']);
  expect(ledgerRefusal(acts, [...acts, act('resume', '2023-04-01')])).toEqual({
    code: 'register.status.transition-not-allowed',
    facts: { from: 'dissolving', act: 'resume', allowed: ['restore', 'dissolve'] },
  });
});

test('a value holds from its act on until another names it; what an act does not name stays', () => {
  const acts = [
    founding,
    act('change', '2022-01-01', { values: { sector_code: 'thuy-san' } }),
    act('change', '2023-01-01', { values: { name: 'HTX B' } }),
    act('change', '2024-01-01', { values: { sector_code: null } }),
  ];
  const on = (day: string) => fold(acts, { on: isoDate(day) })?.values;

  expect([on('2009-12-31'), on('2021-12-31')]).toEqual([undefined, founding.values]);
  expect(on('2023-01-01')).toEqual({ kind: 'cooperative', name: 'HTX B', sector_code: 'thuy-san' });
  expect(on('2024-01-01')?.sector_code).toBeNull();
});

test('REG-03 an act before the founding is refused', () => {
  expect(ledgerRefusal([founding], [founding, act('suspend', '2009-12-31')])).toEqual({
    code: 'register.status.not-yet-established',
    facts: { effectiveOn: '2009-12-31', establishedOn: '2010-01-01' },
  });
});

test('what was unlawful before does not stand in the way of a mend elsewhere', () => {
  const odd = [founding, act('resume', '2015-01-01')];

  expect(ledgerRefusal(odd, [...odd, act('suspend', '2020-01-01')])).toBeUndefined();
  expect(ledgerRefusal(odd, [...odd, act('resume', '2020-01-01')])).toMatchObject({
    code: 'register.status.transition-not-allowed',
  });
});

const day = fc.nat(400).map((count) => addDays(isoDate('2023-01-01'), count));
const moment = fc.nat(400).map((count) => new Date(Date.UTC(2023, 0, 1 + count, 5)));
const anyLedger = fc
  .array(
    fc.tuple(
      fc.constantFrom(...ACT_KINDS.filter((kind) => kind !== 'establish')),
      day,
      moment,
      fc.option(moment, { nil: null }),
    ),
    {
      maxLength: 15,
    },
  )
  .map((steps) => [
    founding,
    ...steps.map(([kind, on, recordedAt, undoneAt]) =>
      act(kind, on, { recordedAt, undoneAt, values: { name: `${on}` } }),
    ),
  ]);

test('where an organisation stood at (E, K) does not depend on what was recorded or taken back after K', () => {
  fc.assert(
    fc.property(anyLedger, day, day, (acts, on, knownOn) => {
      const end = new Date(`${addDays(knownOn, 1)}T00:00:00+07:00`);
      const asThen = acts
        .filter((one) => one.recordedAt < end)
        .map((one) => (one.undoneAt !== null && one.undoneAt >= end ? { ...one, undoneAt: null } : one));

      expect(foldAsKnown(acts, { on, knownOn })).toEqual(foldAsKnown(asThen, { on, knownOn }));
    }),
  );
});

test('back-dating in any order of recording comes to the same as recording in the order of effect', () => {
  const onDaysOfTheirOwn = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...ACT_KINDS.filter((kind) => kind !== 'establish')), day), {
      selector: ([, on]) => on,
      maxLength: 10,
    })
    .chain((steps) => fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length })));

  fc.assert(
    fc.property(onDaysOfTheirOwn, day, ([steps, shuffled], on) => {
      const inOrder = [...steps].sort(([, a], [, b]) => (a < b ? -1 : 1));
      const told = (of: typeof steps) => [
        founding,
        ...of.map(([kind, when]) => act(kind, when, { values: { name: when } })),
      ];

      expect(fold(told(shuffled), { on })).toEqual(fold(told(inOrder), { on }));
    }),
  );
});

test('whatever may be recorded for a day leaves every later act lawful', () => {
  fc.assert(
    fc.property(anyLedger, day, (acts, on) => {
      for (const kind of actsPossible(acts, on)) expect(ledgerRefusal(acts, [...acts, act(kind, on)])).toBeUndefined();
    }),
  );
});
