import { Refused } from '#kernel/refusal.ts';
import { scopeKindOf } from '#platform/access/roles.ts';
import type { Ctx, Role } from '#platform/ctx.ts';
import type { PersonaCode, PlaceWish } from './personas.ts';
import { grantOfPersona } from './personas.ts';
import { existsInRegister } from './queries.ts';
import { unitsOn } from './units.ts';

/** The right that a template gives at that place; refused at the field to mend when there is no such place. */
export async function placeGrant(
  ctx: Pick<Ctx, 'read' | 'today'>,
  persona: PersonaCode,
  wish: PlaceWish,
): Promise<{ readonly role: Role; readonly scope: string }> {
  const placed = grantOfPersona(persona, wish);
  if ('refusal' in placed) throw new Refused(placed.refusal);
  const kind = scopeKindOf(placed.scope);
  const id = placed.scope.slice(placed.scope.indexOf(':') + 1);
  if (kind === 'organisation' || kind === 'credit-fund') {
    if (!(await existsInRegister(ctx.read, kind, id)))
      throw new Refused({ code: 'people.place.code-missing', facts: { field: 'code' } });
  } else if (kind === 'cluster' || kind === 'alliance' || kind === 'department') {
    const { all } = await unitsOn(ctx);
    if (!all.some(({ scope }) => scope === wish.unit))
      throw new Refused({ code: 'people.place.unit-unfit', facts: { field: 'unit', kinds: [kind] } });
  }
  return placed;
}
