import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterAll, inject } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { Actor, Ctx, Grant, Scope } from '#platform/ctx.ts';
import type { Database } from '#platform/db/db.server.ts';
import { openDatabase, sql } from '#platform/db/db.server.ts';
import { OWNER } from '#platform/db/embedded.server.ts';
import { toldOf } from '#platform/db/reach.server.ts';
import { folderStore } from '#platform/files/store.server.ts';
import type { System } from '../../system.ts';
import { systemOn } from '../../system.ts';

/** A system on a database of its own, cloned from the template; dropped after the test file. */
export interface TestSystem extends System {
  /** As the application's role that reaches every row: for looking at what was written. */
  readonly app: Database;
  /** As owner: for tests about the schema and for arranging what the application may not write. */
  readonly owner: Database;
  /** The alliances of each cluster, which the door adds to the grants of whoever signs in. */
  readonly covers: ReadonlyMap<Scope, readonly Scope[]>;
  /** For other processes, as `DATABASE_URL`. */
  readonly databaseUrl: string;
}

export async function testSystem(): Promise<TestSystem> {
  const socketFolder = inject('socketFolder');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await maintain(socketFolder, `create database ${database} template template_hopluc`);
  const app = openDatabase({ socketFolder, user: OWNER, database, asApplication: true });
  const owner = openDatabase({ socketFolder, user: OWNER, database, connectionsMax: 2 });
  const close = async () => {
    await app.close();
    await owner.close();
    await maintain(socketFolder, `drop database if exists ${database} with (force)`);
  };
  afterAll(close);
  const files = folderStore(path.join(inject('scratchFolder'), 'files', database));
  const databaseUrl = urlOf(socketFolder, database);
  const system = systemOn({ app, close }, files);
  const all = app.within(() => toldOf({ kind: 'all', accountId: null, name: 'Người thử' }));
  return { ...system, app: { ...app, kysely: all }, owner, covers: await coverage(owner), databaseUrl };
}

/** A database without anything in it; dropped after the test file. */
export async function emptyDatabase(): Promise<{ readonly owner: Database; readonly databaseUrl: string }> {
  const socketFolder = inject('socketFolder');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await maintain(socketFolder, `create database ${database} template template0`);
  const owner = openDatabase({ socketFolder, user: OWNER, database, connectionsMax: 2 });
  afterAll(async () => {
    await owner.close();
    await maintain(socketFolder, `drop database if exists ${database} with (force)`);
  });
  return { owner, databaseUrl: urlOf(socketFolder, database) };
}

function urlOf(socketFolder: string, database: string): string {
  return `postgres:///${database}?host=${encodeURIComponent(socketFolder)}&user=${OWNER}`;
}

async function coverage(owner: Database): Promise<ReadonlyMap<Scope, readonly Scope[]>> {
  const found = await sql<{ cluster: Scope; alliances: Scope[] }>`
    select 'cluster:' || cluster.code as cluster, array_agg('alliance:' || alliance.code) as alliances
    from organisations.cluster cluster
    join organisations.cluster_membership member on member.cluster_id = cluster.id
    join organisations.alliance alliance on alliance.id = member.alliance_id
    group by 1`.execute(owner.kysely);
  return new Map(found.rows.map((row) => [row.cluster, row.alliances]));
}

async function maintain(socketFolder: string, statement: string): Promise<void> {
  const maintenance = openDatabase({ socketFolder, user: OWNER, database: 'postgres', connectionsMax: 1 });
  try {
    await sql.raw(statement).execute(maintenance.kysely);
  } finally {
    await maintenance.close();
  }
}

/** A context of a person with these grants on that day at 09:00 in Việt Nam; 2024-06-24, a Monday, unless said otherwise. */
export function testCtx(
  system: System & Partial<Pick<TestSystem, 'covers'>>,
  how: { grants?: readonly Grant[]; today?: string; name?: string; accountId?: Id<'platform.account'> } = {},
): Ctx {
  const actor: Actor = {
    accountId: how.accountId ?? null,
    name: how.name ?? 'Người thử',
    grants: (how.grants ?? [{ role: 'admin', scope: 'system' }]).map((grant) => ({
      covers: system.covers?.get(grant.scope) ?? [],
      ...grant,
    })),
  };
  return system.ctx(actor, new Date(`${how.today ?? '2024-06-24'}T02:00:00Z`));
}
