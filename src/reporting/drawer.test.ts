import { beforeAll, describe, expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import type { Grant } from '#platform/ctx.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { boardOf, readBoard } from './board.ts';
import { passUnit } from './commands/pass-unit.ts';
import { returnCells } from './commands/return-cells.ts';
import { drawerOf, parseOpenForm } from './drawer.ts';
import { formState } from './form-states.ts';
import { anOpenCall, aSubmittedUnit, CLUSTER, PERIOD, recordedValues, valuesOf } from './testing.ts';

const system = await testSystem();
const ctx = testCtx(system);
const UNIT = 'LMHTX-NA';
const covers = ['alliance:LMHTX-NA', 'alliance:LMHTX-TH'] as const;
const PEOPLE: Readonly<Record<string, Grant>> = {
  officer: { role: 'officer', scope: `alliance:${UNIT}` },
  leader: { role: 'leader', scope: `alliance:${UNIT}` },
  stranger: { role: 'officer', scope: 'alliance:LMHTX-TH' },
  secretary: { role: 'secretary', scope: `cluster:${CLUSTER}`, covers },
  inspector: { role: 'inspector', scope: `cluster:${CLUSTER}`, covers },
};

async function boardOn(today: string) {
  const facts = await readBoard(ctx.read, CLUSTER, PERIOD);
  return { facts, board: boardOf(facts, isoDate(today)) };
}

async function drawerFor(person: string, form: 'B03' | 'B01' = 'B03') {
  const { facts, board } = await boardOn('2024-06-24');
  const { actor } = testCtx(system, { grants: [PEOPLE[person] as Grant] });
  const drawer = drawerOf(facts, board.units, { unitCode: UNIT, form }, actor);
  if (!drawer) throw new Error('no drawer');
  return drawer;
}

function allowed(acts: object): readonly string[] {
  return Object.entries(acts)
    .filter(([, may]) => may)
    .map(([name]) => name);
}

beforeAll(async () => {
  await anOpenCall(ctx);
});

describe('the board', () => {
  test('RPT-04 before anything is sent: entering, not opened, and overdue after the deadline', async () => {
    await recordedValues(ctx, UNIT, valuesOf({ 'TM.VB': '3' }));

    const open = (await boardOn('2024-06-19')).board;
    const late = (await boardOn('2024-06-24')).board;

    const states = (board: typeof open) =>
      board.units.find((unit) => unit.code === UNIT)?.cells.map((cell) => cell.state);
    expect(states(open)).toEqual([...Array(4).fill('not-opened'), 'entering', ...Array(4).fill('not-opened')]);
    expect(states(late)).toEqual([...Array(4).fill('overdue'), 'entering', ...Array(4).fill('overdue')]);
    expect(late.units.map((unit) => unit.daysLeft)).toEqual(Array(6).fill(-3));
    expect(late).toMatchObject({ state: 'closed', daysToLock: 4 });
  });

  test('RPT-05 a returned row shows on its form only; a form that passed alone shows as passed until it changes', async () => {
    await aSubmittedUnit(ctx, UNIT);
    await passUnit(ctx, { unitCode: UNIT, periodCode: PERIOD, formCode: 'B01' });
    await returnCells(ctx, {
      unitCode: UNIT,
      periodCode: PERIOD,
      cells: [{ indicatorCode: 'DT.TV', comment: 'Xem lại' }],
    });

    const { board } = await boardOn('2024-06-24');

    const cells = board.units.find((unit) => unit.code === UNIT)?.cells ?? [];
    expect(cells.map((cell) => cell.state)).toEqual(['passed', 'submitted', 'returned', ...Array(6).fill('submitted')]);
    expect(cells[2]?.returned).toBe(1);
    expect(board.tally.get('passed')).toBe(1);
  });
});

describe('the drawer', () => {
  test.each([
    ['officer', ['answer', 'dismiss']],
    ['leader', ['answer', 'approve', 'dismiss']],
    ['secretary', ['dismiss']],
    ['inspector', []],
    ['stranger', []],
  ])('RPT-04 with cells returned, the %s may: %j', async (person, acts) => {
    expect(allowed((await drawerFor(person)).acts)).toEqual(acts);
  });

  test('RPT-05 it tells what is asked, by name; a stranger sees that it was sent, not what', async () => {
    const own = await drawerFor('officer');
    const strange = await drawerFor('stranger');

    expect(own.asked).toMatchObject([
      { name: 'Doanh thu bán sản phẩm của thành viên', comment: 'Xem lại', typed: '40.000', unit: 'triệu đồng' },
    ]);
    expect(own.events[0]).toMatchObject({ act: 'return', note: 'Doanh thu bán sản phẩm của thành viên' });
    expect(strange).toMatchObject({ isVisible: false, asked: [], findings: [], events: [] });
  });

  test('an address that names no form opens nothing', () => {
    expect(parseOpenForm('LMHTX-NA.B03')).toEqual({ unitCode: 'LMHTX-NA', form: 'B03' });
    for (const text of [null, '', 'LMHTX-NA', 'LMHTX-NA.B10', '.B03']) expect(parseOpenForm(text)).toBeNull();
  });
});

test('a submission that awaits its leader shows so on every form', () => {
  const facts = {
    form: 'B02',
    submission: { state: 'awaiting-approval', roundNo: 0 },
    events: [],
    returned: [],
    changedAt: undefined,
    submitByOn: isoDate('2024-06-19'),
    today: isoDate('2024-06-24'),
  } as const;

  expect(formState(facts)).toBe('awaiting-approval');
  expect(formState({ ...facts, submission: { state: 'locked', roundNo: 1 } })).toBe('passed');
});
