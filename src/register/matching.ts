import { isKnown } from './fields.ts';
import type { Facts, FactValue } from './model.ts';
import { foldedWords, nameKey } from './search-words.ts';

/** A row that comes in: its hidden id, if it had one, and what it says. */
export interface Incoming {
  readonly id: string | null;
  readonly rowNo: number;
  readonly facts: Facts;
}

/** A record as the register knows it. */
export interface Known {
  readonly id: string;
  readonly facts: Facts;
  /** Fields a person has confirmed; a difference there does not make it another record. */
  readonly verified: ReadonlySet<string>;
}

/**
 * Which known record stands behind each row: by hidden id, else by code, else by name and commune, each record once.
 * Where several rows or records share a key, only those that agree in everything are paired; the rest is left for a
 * person to decide and comes in as new.
 */
export function matchRows<Record extends Known>(
  rows: readonly Incoming[],
  known: readonly Record[],
): ReadonlyMap<Incoming, Record> {
  const matches = new Map<Incoming, Record>();
  const free = new Set(known);
  const pair = (row: Incoming, record: Record) => {
    matches.set(row, record);
    free.delete(record);
  };
  const byId = new Map(known.map((record) => [record.id, record]));
  for (const row of rows) {
    const record = row.id === null ? undefined : byId.get(row.id);
    if (record && free.has(record)) pair(row, record);
  }
  for (const keyOf of [codeKey, communeIdKey, communeTextKey]) {
    if (free.size === 0) break;
    const candidates = Map.groupBy(free, (record) => keyOf(record.facts));
    const waiting = rows.filter((row) => !matches.has(row));
    for (const [key, group] of Map.groupBy(waiting, (row) => keyOf(row.facts))) {
      if (key !== undefined) pairWithin(group, candidates.get(key) ?? [], pair);
    }
  }
  return matches;
}

function pairWithin<Record extends Known>(
  rows: readonly Incoming[],
  candidates: readonly Record[],
  pair: (row: Incoming, record: Record) => void,
): void {
  const left = new Set(candidates);
  const undecided = rows.filter((row) => {
    const same = [...left].find((record) => saysTheSame(row.facts, record));
    if (!same) return true;
    left.delete(same);
    pair(row, same);
    return false;
  });
  const [row, anotherRow] = undecided;
  const [record, anotherRecord] = left;
  const isClear = row && record && !anotherRow && !anotherRecord;
  if (isClear && mayBeOne(row.facts, record.facts)) pair(row, record);
}

function saysTheSame(facts: Facts, record: Known): boolean {
  return Object.entries(facts).every(([field, value]) => record.verified.has(field) || record.facts[field] === value);
}

/** Two codes that differ are two organisations, whatever their names. */
function mayBeOne(a: Facts, b: Facts): boolean {
  return !isKnown(a.code) || !isKnown(b.code) || a.code === b.code;
}

function codeKey(facts: Facts): string | undefined {
  return isKnown(facts.code) ? String(facts.code) : undefined;
}

function communeIdKey(facts: Facts): string | undefined {
  return isKnown(facts.communeId) ? `${nameKey(text(facts.name))}|${facts.communeId}` : undefined;
}

function communeTextKey(facts: Facts): string | undefined {
  return `${nameKey(text(facts.name))}|${nameKey(text(facts.communeText))}|${nameKey(text(facts.districtText))}`;
}

/** Why two records may be one: to be shown to a person, who decides. */
export interface ProbableDuplicate {
  readonly of: Facts;
  readonly field: 'code' | 'name';
  readonly why: 'same-code' | 'same-name-and-commune' | 'same-name-and-representative';
}

type Holder = Pick<Incoming, 'facts'>;

/** Finds records that may be the same organisation as others; built once over all of them. */
export function duplicateFinder(records: readonly Holder[]): (of: Holder) => ProbableDuplicate | undefined {
  // A number for each key and no list where it has one holder: a workbook may have a hundred thousand rows.
  const byKey = new Map<number, Holder | Holder[]>();
  for (const record of records) {
    for (const { key } of duplicateKeys(record.facts)) {
      const number = numberOf(key);
      const known = byKey.get(number);
      if (known === undefined) byKey.set(number, record);
      else if (Array.isArray(known)) known.push(record);
      else byKey.set(number, [known, record]);
    }
  }
  return (of) => {
    for (const { key, field, why } of duplicateKeys(of.facts)) {
      const known = byKey.get(numberOf(key));
      if (!Array.isArray(known)) continue;
      const other = known.find((record) => record !== of && duplicateKeys(record.facts).some((one) => one.key === key));
      if (other) return { of: other.facts, field, why };
    }
    return undefined;
  };
}

/** Fifty-two bits that two different texts seldom share; who finds two of one number compares the texts. */
function numberOf(text: string): number {
  let [high, low] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
  }
  return (high >>> 0) * 2 ** 20 + (low >>> 12);
}

function duplicateKeys(facts: Facts): readonly ({ readonly key: string } & Omit<ProbableDuplicate, 'of'>)[] {
  const name = foldedWords(text(facts.name)).join(' ');
  const commune = nameKey(text(facts.communeText));
  const representative = nameKey(text(facts.representativeName ?? null));
  return [
    ...(isKnown(facts.code) ? [{ key: `code|${facts.code}`, field: 'code' as const, why: 'same-code' as const }] : []),
    { key: `commune|${name}|${commune}`, field: 'name', why: 'same-name-and-commune' },
    ...(representative
      ? [
          {
            key: `person|${name}|${representative}`,
            field: 'name' as const,
            why: 'same-name-and-representative' as const,
          },
        ]
      : []),
  ];
}

function text(value: FactValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
