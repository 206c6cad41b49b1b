import type { IsoDate } from '#kernel/time.ts';
import {
  clusterOffices,
  clustersOn,
  departmentsOf,
  getCluster,
  holdsOn,
  listAlliances,
  listPositions,
} from '#organisations/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';

/**
 * The public organisation chart as of a day: clusters with their head and deputy units, alliances with their posts in
 * protocol order and the contacts of their offices. Out of the dated rows alone, so that any past day comes out again.
 */
export async function structureOn(db: ReadDb, on: IsoDate) {
  const clusters = [];
  for (const { id, code, name } of await clustersOn(db, on)) {
    const { members } = await getCluster(db, code, on);
    const unitNames = new Map(members.map((unit) => [unit.code, unit.name]));
    const offices = (await clusterOffices(db, id, on)).map((one) => ({
      ...one,
      unitName: unitNames.get(one.unitCode) ?? one.unitCode,
    }));
    clusters.push({ code, name, members: members.length, offices });
  }
  const alliances = [];
  for (const { id, code, name, address, phone, email } of await listAlliances(db, on)) {
    const posts = await listPositions(db, id, on);
    const departments = (await departmentsOf(db, id)).filter((one) => holdsOn(one, on));
    alliances.push({ code, name, address, phone, email, posts, departments });
  }
  return { clusters, alliances };
}

export type Structure = Awaited<ReturnType<typeof structureOn>>;
