import type { SnapshotBody } from '#review/public.ts';
import type { FigureRow } from './resolve.ts';
import { figureTable } from './resolve.ts';

export interface FigureBar extends FigureRow {
  readonly rank: number;
  readonly provinceCode: string;
  /** 0–100 of the longest bar; null: missing. */
  readonly length: number | null;
  readonly amount: number | null;
}

/** One indicator as bars in the fixed order, north to south. */
export function barsOf(snapshot: SnapshotBody, indicator: string): readonly FigureBar[] {
  const byUnit = snapshot.figures[indicator]?.current.byUnit ?? {};
  const amountOf = (code: string) => (byUnit[code] == null ? null : Number(byUnit[code]));
  const longest = Math.max(0, ...snapshot.units.map((unit) => amountOf(unit.code) ?? 0));
  return figureTable(snapshot, indicator, 'geography').rows.map((row) => {
    const unit = snapshot.units.find((one) => one.code === row.unitCode);
    const amount = amountOf(row.unitCode);
    return {
      ...row,
      rank: unit?.geographicRank ?? 1,
      provinceCode: unit?.provinceCode ?? '',
      amount,
      length: amount === null || longest === 0 ? null : Math.round((amount / longest) * 1000) / 10,
    };
  });
}
