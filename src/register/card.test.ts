import { describe, expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { figureRows } from './figure-rows.ts';
import { freshnessOf } from './freshness.ts';
import { HISTORY_PAGE, historyHref, historyPage, readHistoryFilter } from './history-filter.ts';
import { partsOf, unsplitMembers } from './member-parts.ts';
import { printSheet } from './print-sheet.ts';
import type { DatedEntry } from './subjects.ts';

describe('figures of the periods side by side', () => {
  const periods = [
    { periodCode: '2024-H1', facts: { membersTotal: 110, revenueDong: '2000000000', rating: 'good' } },
    { periodCode: '2023-H1', facts: { membersTotal: 100, revenueDong: null, rating: 'fair' } },
    { periodCode: '2023-H2', facts: { membersTotal: 120, revenueDong: '1600000000', rating: null } },
  ];
  const [members, revenue, rating] = figureRows(['membersTotal', 'revenueDong', 'rating'], periods);

  test('the change is that of the last period against the one before, with its per cent', () => {
    expect(members).toMatchObject({ values: [100, 120, 110], change: { difference: '-10' } });
    expect(Number(members?.change?.percent)).toBeCloseTo(-8.333, 2);
    expect(revenue?.change).toEqual({ difference: '400000000', percent: '25' });
  });

  test('a missing figure is a gap, never a 0; words have no change and no line', () => {
    expect(revenue?.values[0]).toBeNull();
    expect(revenue?.trend).toEqual([
      { at: 1, height: 0 },
      { at: 2, height: 1 },
    ]);
    expect(rating).toMatchObject({ change: null, trend: [] });
  });

  test('from a loss the change is measured against its size, from 0 there is no per cent', () => {
    const profit = (before: string, now: string) =>
      figureRows(
        ['profitDong'],
        [
          { periodCode: '2023-H2', facts: { profitDong: before } },
          { periodCode: '2024-H1', facts: { profitDong: now } },
        ],
      )[0]?.change;

    expect(profit('-100', '50')).toEqual({ difference: '150', percent: '150' });
    expect(profit('0', '50')).toEqual({ difference: '50', percent: null });
  });
});

test.each([
  [null, 'never'],
  ['2023-07-09', 'in-12-months'],
  ['2023-07-08', 'over-12-months'],
  ['2022-07-09', 'over-12-months'],
  ['2022-07-08', 'over-24-months'],
] as const)('a record confirmed on %s is %s on 8 July 2024', (day, freshness) => {
  expect(freshnessOf(day === null ? null : isoDate(day), isoDate('2024-07-08'))).toBe(freshness);
});

describe('history', () => {
  const entry = (id: number, says: Partial<DatedEntry>): DatedEntry =>
    ({ id: String(id), source: 'workbook', periodCode: null, fields: { name: ['a', 'b'] }, ...says }) as DatedEntry;
  const all = [
    entry(0, { source: 'manual', fields: { note: ['', 'x'], name: ['a', 'c'] } }),
    ...Array.from({ length: 23 }, (_, at) => entry(at + 1, { periodCode: '2024-H1' })),
  ];
  const asked = (address: string) => historyPage(all, readHistoryFilter(new URLSearchParams(address)));

  test('X-02 is narrowed by field, way and period; of a field asked for only its own change is shown', () => {
    expect(asked('truong=note')).toMatchObject({ total: 1, entries: [{ fields: { note: ['', 'x'] } }] });
    expect(Object.keys(asked('truong=note').entries[0]?.fields ?? {})).toEqual(['note']);
    expect(asked('tu=manual').total).toBe(1);
    expect(asked('ky=2024-H1').total).toBe(23);
    expect(asked('ky=2023-H1')).toMatchObject({ total: 0, pages: 1, entries: [] });
  });

  test('comes in pages; a page too far is the last one, and its address keeps the question', () => {
    expect(asked('ky=2024-H1')).toMatchObject({ pages: 3, filter: { page: 1 } });
    expect(asked('').entries).toHaveLength(HISTORY_PAGE);
    expect(asked('ky=2024-H1&trang=99')).toMatchObject({ filter: { page: 3 } });
    expect(asked('ky=2024-H1&trang=99').entries).toHaveLength(3);
    expect(historyHref(asked('ky=2024-H1').filter, 2)).toBe('?the=nhat-ky&ky=2024-H1&trang=2');
  });
});

describe('members by category', () => {
  const facts = {
    membersTotal: 80,
    membersOfficial: 50,
    membersAssociate: 20,
    membersWomen: 30,
    membersMinority: null,
  };

  test('REG-04 each category is shown with its share of the whole; what is not known stays unknown', () => {
    const { total, parts } = partsOf(facts, 'membersTotal');

    expect(total).toBe(80);
    expect(parts.find(({ field }) => field === 'membersWomen')).toMatchObject({ count: 30, share: '0.375' });
    expect(parts.find(({ field }) => field === 'membersMinority')).toMatchObject({ count: null, share: null });
    expect(unsplitMembers(facts)).toBe(10);
  });

  test('REG-04 without any category, or with more named than there are, no rest is made up', () => {
    expect(unsplitMembers({ membersTotal: 80 })).toBeNull();
    expect(unsplitMembers({ ...facts, membersOfficial: 70 })).toBeNull();
  });
});

describe('the printed sheet', () => {
  const card = (facts: Record<string, string | null>) =>
    ({ card: { head: { id: 'x' }, facts, reports: [] }, alliance: { code: 'LMHTX-QB' } }) as unknown as Parameters<
      typeof printSheet
    >[0];
  const known = { name: 'HTX A', workPhone: '0232 000 0001', representativeName: 'Người đại diện', note: 'riêng' };

  test('holds nothing of a person, not even for whoever may see it', () => {
    expect(printSheet(card(known)).facts).toEqual({ name: 'HTX A' });
  });

  test('has one fingerprint as long as it says the same', () => {
    const first = printSheet(card(known)).sha256;

    expect(printSheet(card({ ...known, workPhone: 'khác' })).sha256).toBe(first);
    expect(printSheet(card({ ...known, name: 'HTX B' })).sha256).not.toBe(first);
  });
});
