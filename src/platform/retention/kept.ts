import type { ReadDb, Tx } from '#platform/db/db.server.ts';

/** One row that is due by its age. */
export interface DueRow {
  readonly id: string;
  /** The organisation whose holds keep it, where it is about one. */
  readonly organisationId: string | null;
}

/** What a row leaves behind outside the database. */
export interface Removed {
  /** SHA-256 of files that nothing refers to any more. */
  readonly files: readonly string[];
}

/** Data of a slice that are kept for a time and then go; for how long says the dated rule of the same code. */
export interface Kept {
  readonly code: string;
  /** What happened before this moment and is still there. */
  due(db: ReadDb, before: Date): Promise<readonly DueRow[]>;
  /** Removes these rows, or the personal words in them. A row that is gone already is passed over. */
  remove(tx: Tx, ids: readonly string[], by: { readonly now: Date; readonly name: string }): Promise<Removed>;
  /** It may have to go before its time, or a younger backup holds it: each removal is written into the ledger. */
  readonly isLedgered: boolean;
}

const known = new Map<string, Kept>();

/** Makes a slice's kept data known to this process. Called by `src/kept.ts`. */
export function registerKept(kept: readonly Kept[]): void {
  for (const each of kept) known.set(each.code, each);
}

/** Everything that is kept for a time, in the order in which it was made known. */
export function everyKept(): readonly Kept[] {
  return [...known.values()];
}
