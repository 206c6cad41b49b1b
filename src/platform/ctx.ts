import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import type { FileStore } from '#platform/files/store.server.ts';

export type Role = 'admin' | 'secretary' | 'leader' | 'officer' | 'editor' | 'inspector';
/** `system`, `cluster:CUM-BTB` or `alliance:LMHTX-NA`. */
export type Scope = 'system' | `cluster:${string}` | `alliance:${string}`;
export interface Grant {
  readonly role: Role;
  readonly scope: Scope;
  /** The scopes that lie below it today: the alliances of a cluster. Filled at the door. */
  readonly covers?: readonly Scope[];
}

/** Who acts. `accountId` is null for the command line and for jobs, which act as `name`. */
export interface Actor {
  readonly accountId: Id<'platform.account'> | null;
  readonly name: string;
  readonly grants: readonly Grant[];
}

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
}
