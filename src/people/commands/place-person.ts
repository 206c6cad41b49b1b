import { giveGrant, movePerson } from '#platform/auth/account-acts.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { AccountId } from '../model.ts';
import { requireManaging } from '../permissions.ts';
import type { PersonaCode, PlaceWish } from '../personas.ts';
import { placeGrant } from '../placing.ts';

export interface Placement extends PlaceWish {
  readonly persona: PersonaCode;
  /** '' for today. */
  readonly from: string;
  /** '' for open. */
  readonly until: string;
  /** Whether every other right ends on the same day: somebody moves to other work. */
  readonly isMove: boolean;
}

/** Gives somebody the right of a template, besides the others or in their place. */
export async function placePerson(ctx: Ctx, accountId: AccountId, wish: Placement): Promise<void> {
  requireManaging(ctx);
  const { persona, from, until, isMove, ...place } = wish;
  const grant = await placeGrant(ctx, persona, place);
  if (isMove) await movePerson(ctx, accountId, { ...grant, from, until });
  else await giveGrant(ctx, accountId, { ...grant, from, until });
}
