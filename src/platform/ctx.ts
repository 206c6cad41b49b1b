import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import type { FileStore } from '#platform/files/store.server.ts';

export type Role =
  | 'admin'
  | 'secretary'
  | 'leader'
  | 'officer'
  | 'editor'
  | 'inspector'
  | 'fund-officer'
  | 'fund-approver'
  | 'council-member'
  | 'cooperative'
  | 'credit-fund';
/** `system`, `cluster:CUM-BTB`, `alliance:LMHTX-NA`, `department:LMHTX-NA/tong-hop`; which role goes with which: `access/roles.ts`. */
export type Scope =
  | 'system'
  | `cluster:${string}`
  | `alliance:${string}`
  | `department:${string}`
  | `fund:${string}`
  | `organisation:${string}`
  | `credit-fund:${string}`;
export interface Grant {
  readonly role: Role;
  readonly scope: Scope;
  /** The scopes that lie below it today: the alliances of a cluster. Filled at the door. */
  readonly covers?: readonly Scope[];
  /** Set on a right that another person has delegated: it reaches the acts named there and nothing else. */
  readonly delegated?: DelegatedRight;
}

/** For whom, on what authority and for which acts somebody acts. */
export interface DelegatedRight {
  readonly delegationId: string;
  /** `KT`, `TL`, `TUQ` or `Q`. */
  readonly kind: string;
  /** Name of the account that delegated. */
  readonly of: string;
  /** Names of actions, as `reporting.submit-unit`. */
  readonly acts: readonly string[];
}

/** Who acts. `accountId` is null for the command line and for jobs, which act as `name`. */
export interface Actor {
  readonly accountId: Id<'platform.account'> | null;
  readonly name: string;
  readonly grants: readonly Grant[];
}

/**
 * Why a command or page reads or writes rows beyond the actor's own reach. Decision 0007 argues each; the list may only
 * grow with it.
 */
export type WiderFor =
  /** Who asks is not known yet: sessions, accounts, limits of attempts. */
  | 'sign-in'
  /** Counts over every alliance's register stand beside what the cluster's alliances declared. */
  | 'cluster-counts'
  /** What was locked and published is read by everybody. */
  | 'published-figures'
  /** Names and places of cooperatives are public. */
  | 'public-register'
  /** A code is given once in the country. */
  | 'same-code-elsewhere'
  /** Who holds which right in a unit, narrowed to the units of who asks; whose signature was given to whom. */
  | 'unit-people'
  /** The record of acts, narrowed to the people of the reader's scope. */
  | 'record-of-acts'
  /** Anybody may ask for their data, and whoever holds the receipt follows. */
  | 'data-request'
  /** Whoever holds the receipt of a dossier for joining an alliance follows it. */
  | 'membership-receipt'
  /** The keys of expired exports are destroyed, whoever made them. */
  | 'expired-exports';

/** Who, when, and the power to read and write. Made once at the door, passed on, never fetched from the air. */
export interface Ctx {
  readonly actor: Actor;
  readonly now: Date;
  /** The day in Việt Nam at `now`. */
  readonly today: IsoDate;
  readonly read: ReadDb;
  readonly files: FileStore;
  newId<Table extends string>(): Id<Table>;
  /** One command, one transaction; retried at most three times on a serialisation failure or deadlock. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same actor and moment, reaching every row. Rights are asked for as before. */
  widened(why: WiderFor): Ctx;
}
