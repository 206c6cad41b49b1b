import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { findSetting, setSetting } from '#platform/settings.server.ts';
import { listProblems } from '../list-check.ts';
import { FILE_NAMES, fingerprintOf, readPlaceFiles } from '../list-files.ts';
import { knownUids, LIST_SETTING, writePlaces } from '../list-writing.ts';
import { requireLoading } from '../permissions.ts';
import { newestDay } from '../reference.ts';

export interface LoadedPlaces {
  readonly units: number;
  readonly added: number;
  readonly changes: number;
  readonly newest: string;
  /** It is the list that is here already: nothing was written. */
  readonly isKnown: boolean;
}

/** Takes a newer list of units from a folder in whole, or refuses it with everything that is wrong with it. */
export async function loadList(ctx: Ctx, folder: string): Promise<LoadedPlaces> {
  requireLoading(ctx);
  const { files, unreadable } = await readPlaceFiles(folder);
  if (unreadable.length > 0)
    throw new Refused({
      code: 'places.list.unreadable',
      facts: { files: unreadable, expected: Object.values(FILE_NAMES) },
    });
  return await ctx.transact(async (tx) => {
    const known = await knownUids(tx);
    const problems = listProblems(files, known);
    if (problems.length > 0) throw new Refused({ code: 'places.list.invalid', facts: { problems } });
    const fingerprint = fingerprintOf(files);
    const here = await findSetting<{ fingerprint: string }>(tx, LIST_SETTING);
    const newest = newestDay(files);
    const loaded = {
      units: files.units.rows.length,
      added: files.units.rows.length - known.length,
      changes: files.changes.rows.length,
      newest,
    };
    if (here?.fingerprint === fingerprint) return { ...loaded, isKnown: true };
    await writePlaces(tx, files);
    await setSetting(tx, ctx, LIST_SETTING, { fingerprint, newest });
    await record(tx, ctx, 'places.list-loaded', 'places.list', { fingerprint, ...loaded });
    return { ...loaded, isKnown: false };
  });
}
