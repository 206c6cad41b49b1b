import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { departmentsOf, membershipsOf, successionsOf, versionsOf } from './history.ts';
import type { Alliance } from './model.ts';
import { mayConfigure, requireSeeing } from './permissions.ts';
import { findAlliance, findAllianceEver, lifeOf, listPositions, positionsEver } from './queries.ts';
import { holdsOn } from './rules.ts';

/** The alliance of that code, whenever it was; refused when there never was one. For forms about it. */
export async function getAllianceEver(ctx: Pick<Ctx, 'read' | 'today'>, code: string): Promise<Alliance> {
  const found = await findAllianceEver(ctx.read, code, ctx.today);
  if (!found) throw new Refused({ code: 'organisations.alliance.unknown', facts: { code, on: ctx.today } });
  return found;
}

/** One alliance as it stood on a day, with everything recorded of its past. */
export async function allianceView(ctx: Ctx, code: string, on: IsoDate) {
  requireSeeing(ctx);
  const then = await findAlliance(ctx.read, code, on);
  const alliance = then ?? (await findAllianceEver(ctx.read, code, on));
  if (!alliance) throw new Refused({ code: 'organisations.alliance.unknown', facts: { code, on } });
  const [versions, departments, memberships] = [
    await versionsOf(ctx.read, alliance.id),
    await departmentsOf(ctx.read, alliance.id),
    await membershipsOf(ctx.read, { allianceId: alliance.id }),
  ];
  return {
    alliance,
    wasThen: then !== undefined,
    parentBody: (versions.find((version) => holdsOn(version, on)) ?? versions[0])?.parentBody ?? '',
    ...(await lifeOf(ctx.read, alliance.id)),
    versions,
    memberships,
    cluster: memberships.find((one) => holdsOn(one, on)) ?? null,
    posts: await listPositions(ctx.read, alliance.id, on),
    positions: await positionsEver(ctx.read, alliance.id),
    departments: departments.filter((one) => holdsOn(one, on)),
    successions: await successionsOf(ctx.read, alliance.id),
    mayConfigure: mayConfigure(ctx.actor),
    on,
    today: ctx.today,
  };
}

export type AllianceView = Awaited<ReturnType<typeof allianceView>>;
