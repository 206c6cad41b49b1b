import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { WholeDb } from '#platform/db/db.server.ts';
import { toldOf, toldPool } from '#platform/db/reach.server.ts';
import type { System } from '../src/system.ts';

const ALL = toldOf({ kind: 'all', accountId: null, name: 'bench' });

/** The database with every row, as jobs see it. */
export function everything(system: System): WholeDb {
  return system.app.within(() => ALL);
}

/** One bare statement of a floor, on a connection that reaches every row. */
export async function bare<Row extends QueryResultRow>(system: System, query: QueryConfig): Promise<QueryResult<Row>> {
  const client = (await toldPool(system.app.pool, () => ALL).connect()) as unknown as PoolClient;
  try {
    return await client.query<Row>(query);
  } finally {
    client.release();
  }
}
