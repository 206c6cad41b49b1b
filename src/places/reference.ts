import { sql } from 'kysely';
import { Refused } from '#kernel/refusal.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { listProblems } from './list-check.ts';
import type { PlaceFiles } from './list-files.ts';
import { fingerprintOf, readPlaceFiles, shippedFolder } from './list-files.ts';
import { knownUids, LIST_SETTING, writePlaces } from './list-writing.ts';

/** Which list an installation has: the one that ships with the product, or one that was loaded by hand. */
interface LoadedList {
  readonly fingerprint: string;
  readonly newest: string;
}

/**
 * Administrative units, their changes and what each is in every edition, from `seed/places`. A list loaded by hand stays
 * until the product ships one that knows of later days.
 */
export async function loadPlaces(tx: Tx, now: Date): Promise<void> {
  const { files } = await readPlaceFiles(shippedFolder());
  const fingerprint = fingerprintOf(files);
  const found = await sql<{
    value: LoadedList;
  }>`select value from platform.setting where key = ${LIST_SETTING}`.execute(tx);
  const here = found.rows[0]?.value;
  if (here?.fingerprint === fingerprint || (here && here.newest > newestDay(files))) return;
  const problems = listProblems(files, await knownUids(tx));
  if (problems.length > 0) throw new Refused({ code: 'places.list.invalid', facts: { problems } });
  await writePlaces(tx, files);
  const value = JSON.stringify({ fingerprint, newest: newestDay(files) });
  await sql`insert into platform.setting (key, value, updated_at, updated_by) values (${LIST_SETTING}, ${value}::jsonb, ${now}, 'reference')
    on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(
    tx,
  );
}

/** The last day on which a list says that something begins. */
export function newestDay(files: PlaceFiles): string {
  return (
    files.units.rows
      .map((row) => row.valid_from ?? '')
      .toSorted()
      .at(-1) ?? ''
  );
}
