import { sql } from '#platform/db/db.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';

/** A process for crash tests: writes one row after another to the data folder named and prints each number once it is committed. */
const [dataFolder = '', programs] = process.argv.slice(2);
const { owner } = await openDatabases({ dataFolder, databaseUrl: undefined, embedded: programs ? { programs } : {} });
await sql`create table if not exists public.written (number integer primary key)`.execute(owner.kysely);
const last = await sql<{ number: number | null }>`select max(number) as number from public.written`.execute(
  owner.kysely,
);
for (let number = (last.rows[0]?.number ?? 0) + 1; ; number += 1) {
  await sql`insert into public.written (number) values (${number})`.execute(owner.kysely);
  process.stdout.write(`${number}\n`);
}
