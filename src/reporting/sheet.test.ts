import { describe, expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { fold } from './fold.ts';
import type { ConsolidatedUnit, Consolidation, Figure, Indicator } from './model.ts';
import { type Doubts, sheetOf } from './sheet.ts';
import { anIndicator, aRatio } from './testing.ts';

const CALM: Doubts = { findings: [], reconciliations: new Map() };
const UNITS = ['A', 'B'] as const;

function aUnit(code: string): ConsolidatedUnit {
  return {
    code,
    name: code,
    shortName: code,
    provinceName: code,
    provinceCode: '38',
    geographicRank: 1,
    state: 'submitted',
    isSubmitted: true,
    submittedAt: null,
    submittedBy: null,
    receipt: null,
  };
}

type Row = Readonly<Record<string, readonly (string | null)[]>>;

function aConsolidation(
  indicators: readonly Indicator[],
  rows: { current: Row; lastYear?: Row; counted?: Row },
): Consolidation {
  const amounts = (row: Row = {}) =>
    new Map(
      Object.entries(row).map(([code, list]) => [
        code,
        new Map(UNITS.map((unit, place) => [unit, list[place] ?? null])),
      ]),
    );
  return {
    clusterCode: 'CUM-BTB',
    clusterName: 'Cụm',
    period: { code: '2024-H1', kind: 'half-year', firstDay: isoDate('2023-12-15'), lastDay: isoDate('2024-06-14') },
    dataCallId: '' as Consolidation['dataCallId'],
    state: 'open',
    units: UNITS.map(aUnit),
    figures: indicators.map(
      (indicator): Figure => ({
        indicator,
        current: fold(indicator, UNITS, amounts(rows.current)),
        lastYear: fold(indicator, UNITS, amounts(rows.lastYear)),
        plan: fold(indicator, UNITS, new Map()),
        counted: indicator.countedBy === null ? null : fold(indicator, UNITS, amounts(rows.counted)),
        basis: {},
      }),
    ),
  };
}

const total = anIndicator({ countedBy: 'counted' });

function theRow(consolidation: Consolidation, doubts = CALM, place = 0) {
  const row = sheetOf(consolidation, doubts, 'B01', false).groups.flatMap((group) => group.rows)[place];
  if (!row) throw new Error('no row');
  return row;
}

describe('change against the same period', () => {
  test('RPT-06 a sum changes by its difference, with its sign', () => {
    const rows = { current: { 'HTX.SO': ['1331', '903'] }, lastYear: { 'HTX.SO': ['1300', '871'] } };

    expect(theRow(aConsolidation([total], rows)).changeText).toBe('+63');
    expect(theRow(aConsolidation([total], { current: rows.lastYear, lastYear: rows.current })).changeText).toBe('−63');
    expect(theRow(aConsolidation([total], { current: rows.current, lastYear: rows.current })).changeText).toBe('0');
  });

  test('RPT-06 totals over different units are not compared', () => {
    const rows = { current: { 'HTX.SO': ['1331', null] }, lastYear: { 'HTX.SO': ['1300', '871'] } };

    const row = theRow(aConsolidation([total], rows));

    expect(row).toMatchObject({ changeText: null, have: 1, of: 2 });
    expect(row.total.text).toBe('1.331');
  });

  test('RPT-06 a rate changes by points', () => {
    const parts = [anIndicator({ code: 'X.TU' }), anIndicator({ code: 'X.MAU' }), aRatio()];
    const current = { 'X.TU': ['7', '3'], 'X.MAU': ['10', '10'] };
    const lastYear = { 'X.TU': ['7', '2'], 'X.MAU': ['10', '10'] };

    expect(theRow(aConsolidation(parts, { current, lastYear }), CALM, 2).changeText).toBe('+5,0 đpt');
  });
});

describe('disagreements', () => {
  const rows = { current: { 'HTX.SO': ['103', '90'] }, counted: { 'HTX.SO': ['71', '90'] } };
  const signed = {
    indicatorCode: 'HTX.SO',
    declared: '103',
    counted: '71',
    reasons: [],
    signedAt: new Date('2024-06-18T02:00:00Z'),
    signedBy: 'Người thử',
  };

  test('REG-10 a cell whose count differs is marked with the count until it is signed', () => {
    const consolidation = aConsolidation([total], rows);
    const explained = { findings: [], reconciliations: new Map([['A HTX.SO', signed]]) };

    expect(theRow(consolidation).cells.map((cell) => cell.countedText)).toEqual(['71', null]);
    expect(theRow(consolidation, explained).cells.map((cell) => cell.countedText)).toEqual([null, null]);
  });

  test('RPT-06 only the rows that disagree are left when asked', () => {
    const other = anIndicator({ code: 'HTX.HD', rowNo: 6 });
    const consolidation = aConsolidation([total, other], {
      ...rows,
      current: { ...rows.current, 'HTX.HD': ['1', '1'] },
    });

    const sheet = sheetOf(consolidation, CALM, 'B01', true);

    expect(sheet.groups.flatMap((group) => group.rows).map((row) => row.indicator.code)).toEqual(['HTX.SO']);
    expect(sheet.differences).toBe(1);
  });
});

test('QTD-02 a rate without its lower part is not computed, one without its parts is missing', () => {
  const parts = [anIndicator({ code: 'X.TU' }), anIndicator({ code: 'X.MAU' }), aRatio()];
  const consolidation = aConsolidation(parts, { current: { 'X.TU': ['0', null], 'X.MAU': ['0', null] } });

  const row = theRow(consolidation, CALM, 2);

  expect(row.cells.map((cell) => [cell.amount, cell.isNotComputed])).toEqual([
    [null, true],
    [null, false],
  ]);
});
