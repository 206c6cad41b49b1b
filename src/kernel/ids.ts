import { v5, v7 } from 'uuid';

declare const name: unique symbol;
/** An opaque identifier. `Id<'register.organisation'>` does not pass for a period's. */
export type Id<Table extends string> = string & { readonly [name]: Table };

const NAMESPACE = '5f0c2c0e-3f0b-5a36-9a54-6b0f6c3d1a10';

/** A new UUIDv7 of the moment `at`; ids made later sort later. */
export function newId<Table extends string>(at: Date): Id<Table> {
  return v7({ msecs: at.getTime() }) as Id<Table>;
}

/** The same id on every installation for the same reference row, e.g. `places.unit:19000@2025-07-01`. */
export function referenceId<Table extends string>(words: string): Id<Table> {
  return v5(words, NAMESPACE) as Id<Table>;
}
