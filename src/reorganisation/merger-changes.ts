import type { MergerCounts } from './merger-model.ts';
import { mergerWords as words } from './messages.vi.ts';

const FIGURES = ['organisations', 'funds', 'rights', 'terms', 'submissions'] as const;

/** What a merger would move otherwise than its proposer saw, a line each. */
export function countsChanged(before: MergerCounts, now: MergerCounts): readonly string[] {
  const units = now.units.flatMap((unit) => {
    const then = before.units.find(({ code }) => code === unit.code);
    return FIGURES.filter((figure) => then?.[figure] !== unit[figure]).map((figure) =>
      words.changed(unit.name, words.figures[figure], then?.[figure] ?? 0, unit[figure]),
    );
  });
  return units.length > 0 ? units : [words.changedElse];
}
