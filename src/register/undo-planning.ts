import type { Book } from './fields.ts';
import { hasReport, isOfPeriod, withoutReport } from './fields.ts';
import type { Facts, FieldChange } from './model.ts';

/** An entry of the history, as much of it as an undo needs. */
export interface HistoryEntry {
  readonly id: string;
  readonly subjectId: string;
  readonly importId: string | null;
  readonly periodCode: string | null;
  readonly source: 'workbook' | 'manual' | 'undo';
  readonly isCreation: boolean;
  readonly fields: Readonly<Record<string, FieldChange>>;
  readonly undoesId: string | null;
  readonly sequence: number;
}

/** What taking back one change comes to. */
export interface UndonePlan {
  /** The whole record goes: the change had brought it in and nobody has touched it since. */
  readonly isDeletion: boolean;
  readonly facts: Facts;
  /** Whether the acts of the change fall with it. */
  readonly takesBackLife: boolean;
  /** Fields left as they are, because they were changed or verified since. */
  readonly kept: readonly string[];
}

const LIFE = ['status', 'statusSince', 'establishedOn', 'establishedPrecision'];
/** Fields that only make sense together, and are taken back together or not at all. */
const TOGETHER: readonly (readonly string[])[] = [
  LIFE,
  ['code', 'codeMissingReason'],
  ['communeText', 'districtText', 'communeId'],
];

/**
 * What becomes of a record when one change is taken back: each of its values returns to what it was, unless a later
 * change that still stands named it, or a person has verified it since. `history` is all that happened to the record.
 */
export function planUndo(
  book: Book,
  change: HistoryEntry,
  history: readonly HistoryEntry[],
  record: { readonly facts: Facts; readonly verified: ReadonlySet<string> },
): UndonePlan {
  const mine = standingFields(change, history);
  const later = history
    .filter((entry) => entry.sequence > change.sequence && entry.source !== 'undo')
    .map((entry) => ({ entry, fields: standingFields(entry, history) }));
  const isTouched = (field: string) =>
    record.verified.has(field) ||
    later.some(
      ({ entry, fields }) =>
        fields.includes(field) && (!isOfPeriod(book, field) || entry.periodCode === change.periodCode),
    );

  if (change.isCreation) {
    const touched = [...new Set([...later.flatMap(({ fields }) => fields), ...record.verified])];
    const isFree = touched.length === 0 && mine.length > 0;
    return { isDeletion: isFree, facts: record.facts, takesBackLife: isFree, kept: touched };
  }
  const kept = mine.filter((field) => groupOf(field).some(isTouched));
  const back = mine.filter((field) => !kept.includes(field));
  const facts = {
    ...record.facts,
    ...Object.fromEntries(back.map((field) => [field, change.fields[field]?.[0] ?? null])),
  };
  return { isDeletion: false, facts: lawful(book, facts), takesBackLife: !LIFE.some(isTouched), kept };
}

/** The fields of a change that no undo has taken back yet. */
export function standingFields(change: HistoryEntry, history: readonly HistoryEntry[]): readonly string[] {
  const undone = history.filter((entry) => entry.undoesId === change.id).flatMap((entry) => Object.keys(entry.fields));
  return Object.keys(change.fields).filter((field) => !undone.includes(field));
}

function groupOf(field: string): readonly string[] {
  return TOGETHER.find((group) => group.includes(field)) ?? [field];
}

/** Only a report has a basis, and every report has one. */
function lawful(book: Book, facts: Facts): Facts {
  if (!('basis' in facts)) return facts;
  return hasReport(book, facts) ? { ...facts, basis: facts.basis ?? 'actual' } : withoutReport(book, facts);
}
