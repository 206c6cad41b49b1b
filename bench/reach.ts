import { findAlliance } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { listOrganisations } from '#register/public.ts';
import { aFilter } from '#register/testing.ts';
import type { System } from '../src/system.ts';
import { inTurns, report } from './measure.ts';

const UNIT = 'LMHTX-TH';

/**
 * What row-level security adds to a page of the register, with facets, for an officer of the largest alliance, and for
 * two people who take turns on the same connections. Floor: the same statements by the owner, whom no policy holds.
 */
export async function benchReach(system: System, ctx: Ctx, dataFolder: string): Promise<void> {
  const alliance = await findAlliance(ctx.read, UNIT, ctx.today);
  const within = alliance ? [alliance.id] : [];
  const databases = await openDatabases({ dataFolder, databaseUrl: undefined });
  const officer = (accountId: string): Ctx =>
    system.ctx(
      { accountId: accountId as never, name: accountId, grants: [{ role: 'officer', scope: `alliance:${UNIT}` }] },
      ctx.now,
    );
  const people = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'].map(officer);
  const list = async (db: Ctx['read']) =>
    await listOrganisations(db, aFilter(within, { sort: 'name', today: ctx.today, size: 50 }));
  let turn = 0;
  try {
    const floor = async () => await list(databases.owner.kysely);
    const one = await inTurns(150, async () => await list(people[0]?.read ?? ctx.read), floor);
    const two = await inTurns(150, async () => await list(people[turn++ % 2]?.read ?? ctx.read), floor);
    for (const [figure, measured] of [
      ['list page, one person, median', one],
      ['list page, two persons in turns, median', two],
    ] as const)
      report({
        name: 'reach',
        figure,
        value: measured.ours,
        unit: 'ms',
        ratio: measured.ours / measured.floor,
        aim: '≤ 1.1 × floor',
      });
  } finally {
    await databases.close();
  }
}
