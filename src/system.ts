import path from 'node:path';
import { newId } from '#kernel/ids.ts';
import { dayInVietnam } from '#kernel/time.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import type { Database, Tx } from '#platform/db/db.server.ts';
import { migrate } from '#platform/db/migrate.server.ts';
import type { Databases } from '#platform/db/open.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { transact } from '#platform/db/transact.server.ts';
import type { FileStore } from '#platform/files/store.server.ts';
import { folderStore } from '#platform/files/store.server.ts';
import { REFERENCE_DATA } from './reference.ts';

/** Everything a process of ours holds open: the database as application, the files, the clock. */
export interface System {
  readonly app: Database;
  readonly files: FileStore;
  /** A context for this actor at this moment. */
  ctx(actor: Actor, now: Date): Ctx;
  close(): Promise<void>;
}

export interface SystemSettings {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
}

/** The command line and jobs act under this name with every right. */
export function systemActor(name: string): Actor {
  return { accountId: null, name, grants: [{ role: 'admin', scope: 'system' }] };
}

/** Opens the database, migrates it, brings reference data up to date. */
export async function openSystem(settings: SystemSettings, now: Date): Promise<System> {
  const databases = await openDatabases(settings);
  try {
    await migrate(databases.owner);
    await loadReferenceData(databases.owner, now);
  } catch (error) {
    await databases.close();
    throw error;
  }
  return systemOn(databases, folderStore(path.join(settings.dataFolder, 'files')));
}

/** All reference data in one transaction; each loader passes over what is already there. */
export async function loadReferenceData(owner: Database, now: Date): Promise<void> {
  await transact(owner, async (tx: Tx) => {
    for (const load of REFERENCE_DATA) await load(tx, now);
  });
}

export function systemOn(databases: Pick<Databases, 'app' | 'close'>, files: FileStore): System {
  return {
    app: databases.app,
    files,
    ctx: (actor, now) => makeCtx(databases.app, files, actor, now),
    close: () => databases.close(),
  };
}

function makeCtx(app: Database, files: FileStore, actor: Actor, now: Date): Ctx {
  return {
    actor,
    now,
    today: dayInVietnam(now),
    read: app.kysely,
    files,
    newId: () => newId(now),
    transact: (work) => transact(app, work),
  };
}
