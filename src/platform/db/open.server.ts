import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Database } from './db.server.ts';
import { openDatabase } from './db.server.ts';
import { attachOrStart, OWNER, stopServer } from './embedded.server.ts';

const DATABASE = 'hopluc';
/** Every process of ours on an embedded server holds this lock shared; whoever can take it alone is the last and stops the server. */
const IN_USE = 4_425_0001;

/** Both ways into the database: as owner, for migrations and reference data; as application, for everything else. */
export interface Databases {
  readonly owner: Database;
  readonly app: Database;
  close(): Promise<void>;
}

/** Opens the database named by `DATABASE_URL`, or the embedded server under the data folder, started when it is not running. */
export async function openDatabases(settings: {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
}): Promise<Databases> {
  return settings.databaseUrl
    ? openGiven(settings.databaseUrl)
    : await openEmbedded(path.join(settings.dataFolder, 'postgres'));
}

function openGiven(connectionString: string): Databases {
  const owner = openDatabase({ connectionString, connectionsMax: 2 });
  const app = openDatabase({ connectionString, asApplication: true });
  return { owner, app, close: async () => void (await Promise.all([owner.close(), app.close()])) };
}

async function openEmbedded(folder: string): Promise<Databases> {
  await mkdir(path.dirname(folder), { recursive: true, mode: 0o700 });
  const { socketFolder } = await attachOrStart(folder);
  await createDatabase(socketFolder);
  const owner = openDatabase({ socketFolder, user: OWNER, database: DATABASE, connectionsMax: 2 });
  const app = openDatabase({ socketFolder, user: OWNER, database: DATABASE, asApplication: true });
  const holder = await owner.pool.connect();
  holder.on('error', () => {});
  await holder.query('select pg_advisory_lock_shared($1)', [IN_USE]);
  return {
    owner,
    app,
    async close() {
      await app.close();
      const isLast = await holder
        .query<{ last: boolean }>('select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as last', [IN_USE])
        .then(
          (answer) => answer.rows[0]?.last ?? false,
          () => false,
        );
      holder.release(true);
      await owner.close();
      if (isLast) await stopServer(folder);
    },
  };
}

async function createDatabase(socketFolder: string): Promise<void> {
  const maintenance = openDatabase({ socketFolder, user: OWNER, database: 'postgres', connectionsMax: 1 });
  try {
    const found = await sql`select from pg_database where datname = ${DATABASE}`.execute(maintenance.kysely);
    if (found.rows.length === 0) await sql.raw(`create database ${DATABASE}`).execute(maintenance.kysely);
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505') throw error;
  } finally {
    await maintenance.close();
  }
}
