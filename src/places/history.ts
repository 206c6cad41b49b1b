import type { ReadDb } from '#platform/db/db.server.ts';
import type { Unit, UnitChange, UnitId } from './model.ts';
import { changesFrom, changesInto } from './queries.ts';

/** A unit is never more than a handful of changes away from either end of the list. */
const STEPS_MAX = 12;

/** Everything that led to a unit, newest first: what it was made of, what that was made of, to the beginning of the list. */
export async function originsOf(db: ReadDb, unit: Unit): Promise<readonly UnitChange[]> {
  return (
    await follow(
      unit,
      async (ids) => await changesInto(db, ids),
      (change) => change.oldUnit,
    )
  ).toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1));
}

/** Everything that became of a unit, oldest first. */
export async function fatesOf(db: ReadDb, unit: Unit): Promise<readonly UnitChange[]> {
  return await follow(
    unit,
    async (ids) => await changesFrom(db, ids),
    (change) => change.newUnit,
  );
}

async function follow(
  unit: Unit,
  ask: (ids: readonly UnitId[]) => Promise<readonly UnitChange[]>,
  onward: (change: UnitChange) => Unit | null,
): Promise<readonly UnitChange[]> {
  const seen = new Set<UnitId>([unit.id]);
  const found: UnitChange[] = [];
  let frontier: readonly UnitId[] = [unit.id];
  for (let step = 0; frontier.length > 0 && step < STEPS_MAX; step += 1) {
    const changes = (await ask(frontier)).filter((change) => change.oldUnit?.id !== change.newUnit?.id);
    found.push(...changes.filter((change) => !found.some((other) => other.id === change.id)));
    frontier = [...new Set(changes.flatMap((change) => onward(change)?.id ?? []))].filter((id) => !seen.has(id));
    for (const id of frontier) seen.add(id);
  }
  return found;
}
