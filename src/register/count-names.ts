import { COUNTS, countDefinition } from './count-definitions.ts';
import { fieldLabels } from './messages.vi.ts';
import { countLabel } from './messages-pages.vi.ts';
import type { Sector } from './organisation-card.ts';

/** A count in words. */
export function countName(countedBy: string, sectors: readonly Pick<Sector, 'code' | 'name'>[]): string {
  const field = (column: string) => column.replaceAll(/_[a-z]/g, (joint) => joint.slice(1).toUpperCase());
  return countLabel(countedBy, (word) =>
    (sectors.find((sector) => sector.code === word)?.name ?? fieldLabels[field(word)] ?? word).toLocaleLowerCase('vi'),
  );
}

/** A count that may be asked by name; `adds`: a figure of the records is added up, not the records themselves. */
export interface NamedCount {
  readonly key: string;
  readonly label: string;
  readonly of: 'organisation' | 'fund';
  readonly adds: boolean;
  readonly isMoney: boolean;
}

const MONEY = /_dong$|^income-total$|^offtake-/;

/** Every count there is, with one for each sector. */
export function namedCounts(sectors: readonly Sector[]): readonly NamedCount[] {
  const keys = [...COUNTS.keys(), ...sectors.map((sector) => `sector:${sector.code}`)];
  return [...new Set(keys)].flatMap((key) => {
    const definition = countDefinition(key);
    if (!definition) return [];
    const adds = definition.amount !== null;
    return [{ key, label: countName(key, sectors), of: definition.of, adds, isMoney: adds && MONEY.test(key) }];
  });
}
