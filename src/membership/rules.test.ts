import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import type { Application, ApplicationMove, ApplicationState } from './model.ts';
import { allowedMoves, dueRefusal, gapsOf, memberMoveRefusal, moveRefusal, stateAfter } from './rules.ts';

const MOVES: readonly ApplicationMove[] = ['return', 'accept', 'submit', 'approve', 'admit', 'refuse', 'withdraw'];
const TODAY = isoDate('2024-06-24');
const item = (code: string) => ({ code, words: `Mục ${code}`, citation: 'x', verified: false });
const checklist = ['a', 'b', 'c'].map(item);
const input = { effectiveOn: isoDate('2024-06-20'), paperNo: '12/QĐ', note: 'vì' };

function dossier(state: ApplicationState, present: readonly string[] = ['a', 'b', 'c']) {
  return { state, present, checklist, appliedOn: isoDate('2024-06-01'), steps: [] } satisfies Partial<Application>;
}

describe('a dossier', () => {
  test.each([
    ['received', ['return', 'accept', 'withdraw']],
    ['returned', ['accept', 'withdraw']],
    ['complete', ['submit', 'withdraw']],
    ['submitted', ['approve', 'refuse', 'withdraw']],
    ['approved', ['admit']],
    ['admitted', []],
    ['refused', []],
    ['withdrawn', []],
  ] as const)('REG-12 from %s only the listed steps are taken, every other is refused with them', (state, allowed) => {
    expect(allowedMoves(state)).toEqual(allowed);
    for (const move of MOVES.filter((one) => !(allowed as readonly string[]).includes(one)))
      expect(moveRefusal(dossier(state), move, input, TODAY)).toMatchObject({
        code: 'membership.application.move-not-allowed',
        facts: { state, move, allowed },
      });
  });

  test('REG-12 a dossier is returned at most once on any lawful way', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MOVES), { maxLength: 12 }), (wanted) => {
        let state: ApplicationState = 'received';
        let returned = 0;
        for (const move of wanted) {
          if (!allowedMoves(state).includes(move)) continue;
          if (move === 'return') returned += 1;
          state = stateAfter(state, move);
        }
        expect(returned).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('REG-12 with an item missing it is not complete, and the refusal names every gap', () => {
    expect(gapsOf(checklist, ['b']).map(({ code }) => code)).toEqual(['a', 'c']);
    expect(moveRefusal(dossier('received', ['b']), 'accept', input, TODAY)).toMatchObject({
      code: 'membership.application.items-missing',
      facts: { gaps: ['Mục a', 'Mục c'] },
    });
    expect(moveRefusal(dossier('received', ['b']), 'return', input, TODAY)).toBeUndefined();
    expect(moveRefusal(dossier('received'), 'return', input, TODAY)?.code).toBe(
      'membership.application.nothing-missing',
    );
  });

  test.each([
    [{ effectiveOn: isoDate('2024-06-25') }, 'effectiveOn', 'membership.step.in-future'],
    [{ effectiveOn: isoDate('2024-05-31') }, 'effectiveOn', 'membership.step.too-early'],
    [{ paperNo: '' }, 'paperNo', 'membership.step.without-paper'],
    [{ note: '' }, 'note', 'membership.step.without-reason'],
  ])('REG-12 a refusal by the Board with %o is not written down', (wrong, field, code) => {
    expect(moveRefusal(dossier('submitted'), 'refuse', { ...input, ...wrong }, TODAY)).toMatchObject({
      code,
      facts: { field },
    });
    expect(moveRefusal(dossier('submitted'), 'refuse', input, TODAY)).toBeUndefined();
  });
});

test('REG-12 a member who left takes no further step; one suspended may be resumed', () => {
  const member = { state: 'suspended', validFrom: isoDate('2024-01-10'), lastOn: isoDate('2024-06-01') } as const;

  expect(memberMoveRefusal(member, 'resume', input, TODAY)).toBeUndefined();
  expect(memberMoveRefusal(member, 'suspend', input, TODAY)).toMatchObject({ facts: { allowed: ['resume', 'leave'] } });
  expect(memberMoveRefusal({ ...member, state: 'left' }, 'resume', input, TODAY)).toMatchObject({
    code: 'membership.member.move-not-allowed',
    facts: { allowed: [] },
  });
});

test.each([
  [2022, true],
  [2023, false],
  [2025, false],
  [2026, true],
])('REG-12 dues of %i for a member since 2023: refused is %s', (year, isRefused) => {
  const member = { validFrom: isoDate('2023-03-01'), validUntil: null };

  expect(dueRefusal({ year, paidOn: TODAY }, member, TODAY) !== undefined).toBe(isRefused);
});
