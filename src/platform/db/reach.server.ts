import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { IsoDate } from '#kernel/time.ts';

/** Which rows a connection may see and write: what row-level security in the database goes by (decision 0007). */
export interface Reach {
  /** `all`: every row. `office`: the rows of the scopes, and what is open. `public`: what is open. */
  readonly kind: 'all' | 'office' | 'public';
  readonly accountId: string | null;
  readonly name: string;
  /** `alliance:CODE` and `cluster:CODE` of the grants, with what lies below them. */
  readonly scopes: readonly string[];
  readonly on: IsoDate;
}

/** Ids behind the scopes: their own alliances and clusters, and all those of the clusters that they belong to. */
export interface ReachedIds {
  readonly ownAlliances: readonly string[];
  readonly nearAlliances: readonly string[];
  readonly ownClusters: readonly string[];
  readonly nearClusters: readonly string[];
}

/** What a connection is told: the seven settings that the policies read. */
export interface Told {
  readonly settings: readonly string[];
  readonly key: string;
}

const NO_IDS: ReachedIds = { ownAlliances: [], nearAlliances: [], ownClusters: [], nearClusters: [] };
const TELL = `select set_config('hopluc.reach', $1, false), set_config('hopluc.account', $2, false),
  set_config('hopluc.name', $3, false), set_config('hopluc.own_alliances', $4, false),
  set_config('hopluc.near_alliances', $5, false), set_config('hopluc.own_clusters', $6, false),
  set_config('hopluc.near_clusters', $7, false)`;

/** Whoever is not known: sees what is open to all. */
export const TOLD_NOTHING: Told = toldOf({ kind: 'public', accountId: null, name: '' }, NO_IDS);

export function toldOf(reach: Pick<Reach, 'kind' | 'accountId' | 'name'>, ids: ReachedIds = NO_IDS): Told {
  const lists = [ids.ownAlliances, ids.nearAlliances, ids.ownClusters, ids.nearClusters];
  const settings = [reach.kind, reach.accountId ?? '', reach.name, ...lists.map((list) => `{${list.join(',')}}`)];
  return { settings, key: JSON.stringify(settings) };
}

/** What each connection was told last, whoever told it. */
const lastTold = new WeakMap<object, string>();

/**
 * The pool as one reach sees it: a connection that is handed out is told first whose reach it serves, unless that is what
 * it was told last. So no statement ever runs under what another request left behind.
 */
export function toldPool(pool: PostgresPool, told: () => Told | Promise<Told>): PostgresPool {
  return {
    options: pool.options,
    async connect() {
      const { settings, key } = await told();
      const client = await pool.connect();
      if (lastTold.get(client) === key) return client;
      try {
        lastTold.delete(client);
        await tell(client, settings);
        lastTold.set(client, key);
        return client;
      } catch (error) {
        client.release();
        throw error;
      }
    },
    end: async () => await pool.end(),
  };
}

async function tell(client: PostgresPoolClient, settings: readonly string[]): Promise<void> {
  await client.query(TELL, settings);
}
