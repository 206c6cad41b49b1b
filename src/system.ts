import path from 'node:path';
import { newId } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import { dayInVietnam } from '#kernel/time.ts';
import { reachedBy } from '#organisations/public.ts';
import { allianceOfDepartment, isOfficeRole } from '#platform/access/roles.ts';
import type { Actor, Ctx, Grant, Scope } from '#platform/ctx.ts';
import type { Database, Tx, WholeDb } from '#platform/db/db.server.ts';
import { migrate } from '#platform/db/migrate.server.ts';
import type { Databases } from '#platform/db/open.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import type { Reach, Told } from '#platform/db/reach.server.ts';
import { toldOf } from '#platform/db/reach.server.ts';
import { transact } from '#platform/db/transact.server.ts';
import type { FileStore } from '#platform/files/store.server.ts';
import { folderStore } from '#platform/files/store.server.ts';
import { traced } from '#platform/trace/trace.server.ts';
import { REFERENCE_DATA } from './reference.ts';

/** What scopes lead to is asked anew after this long. */
const BELIEVED_MS = 60_000;
const REACHES_KEPT_MAX = 2_000;

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

/** Takes a backup of what an upgrade is about to change; answers how to note it once the upgrade is through. */
export type BeforeUpgrade = (owner: Database, now: Date) => Promise<(ctx: Ctx) => Promise<void>>;

/** Opens the database, migrates it, brings reference data up to date. */
export async function openSystem(
  settings: SystemSettings,
  now: Date,
  beforeUpgrade: BeforeUpgrade = async () => async () => {},
): Promise<System> {
  const databases = await openDatabases(settings);
  try {
    const note = await beforeUpgrade(databases.owner, now);
    await migrate(databases.owner);
    await loadReferenceData(databases.owner, now);
    const system = systemOn(databases, folderStore(path.join(settings.dataFolder, 'files')));
    await note(system.ctx(systemActor('Nâng cấp'), now));
    return system;
  } catch (error) {
    await databases.close();
    throw error;
  }
}

/** All reference data in one transaction; each loader passes over what is already there. */
export async function loadReferenceData(owner: Database, now: Date): Promise<void> {
  await transact(owner.kysely, async (tx: Tx) => {
    for (const load of REFERENCE_DATA) await load(tx, now);
  });
}

export function systemOn(databases: Pick<Databases, 'app' | 'close'>, files: FileStore): System {
  const within = makeWithin(databases.app);
  return {
    app: databases.app,
    files,
    ctx: (actor, now) => makeCtx(within, files, actor, now),
    close: () => databases.close(),
  };
}

type Within = (reach: Reach) => WholeDb;

/** The database for each reach. What the scopes lead to is believed for a minute, as the door believes its places. */
function makeWithin(app: Database): Within {
  const known = new Map<string, { readonly told: Told; readonly untilMs: number }>();
  const dbs = new Map<string, WholeDb>();

  async function told(reach: Reach, key: string): Promise<Told> {
    const seen = known.get(key);
    if (seen && seen.untilMs > performance.now()) return seen.told;
    const found = toldOf(reach, await reachedBy(app.kysely, reach.scopes, reach.on));
    if (known.size >= REACHES_KEPT_MAX) known.clear();
    known.set(key, { told: found, untilMs: performance.now() + BELIEVED_MS });
    return found;
  }

  return (reach) => {
    const key = JSON.stringify(reach);
    const db = dbs.get(key) ?? app.within(reach.kind === 'office' ? () => told(reach, key) : constant(toldOf(reach)));
    if (dbs.size >= REACHES_KEPT_MAX) dbs.clear();
    dbs.set(key, db);
    return db;
  };
}

function constant<T>(value: T): () => T {
  return () => value;
}

function makeCtx(within: Within, files: FileStore, actor: Actor, now: Date, isWidened = false): Ctx {
  const today = dayInVietnam(now);
  const db = within(reachOf(actor, today, isWidened));
  return {
    actor,
    now,
    today,
    read: db,
    files,
    newId: () => newId(now),
    transact: (work) => traced('transaction', {}, () => transact(db, work)),
    widened: () => makeCtx(within, files, actor, now, true),
  };
}

function reachOf({ accountId, name, grants: all }: Actor, on: IsoDate, isWidened: boolean): Reach {
  const grants = all.filter(reachesRows);
  const isAll = isWidened || grants.some((grant) => grant.scope === 'system');
  const scopes = isAll ? [] : grants.flatMap(scopesOf);
  const kind = isAll ? 'all' : grants.length > 0 ? 'office' : 'public';
  return { kind, accountId, name, scopes: [...new Set(scopes)].sort(), on };
}

/** Roles without screens reach nothing; and signing a cluster's paper for its head touches no row of the cluster. */
function reachesRows({ role, scope, delegated }: Grant): boolean {
  return isOfficeRole(role) && !(delegated && scope.startsWith('cluster:'));
}

/** Who works in a department reaches the rows of its alliance; what they may do with them is asked above. */
function scopesOf({ scope, covers = [] }: Grant): readonly Scope[] {
  const alliance = allianceOfDepartment(scope);
  return alliance ? [scope, alliance] : [scope, ...covers];
}
