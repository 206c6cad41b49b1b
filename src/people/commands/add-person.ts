import type { AddedAccount } from '#platform/auth/accounts.server.ts';
import { addUser } from '#platform/auth/accounts.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { requireManaging } from '../permissions.ts';
import type { PersonaCode, PlaceWish } from '../personas.ts';
import { placeGrant } from '../placing.ts';

export interface NewPerson extends PlaceWish {
  readonly login: string;
  readonly name: string;
  readonly persona: PersonaCode;
  /** '' for today. */
  readonly from: string;
  /** '' for open. */
  readonly until: string;
}

/** Joiner: an account with the right of a template; the random password is answered once. */
export async function addPerson(
  ctx: Ctx,
  { login, name, persona, from, until, ...place }: NewPerson,
): Promise<AddedAccount> {
  requireManaging(ctx);
  const grant = await placeGrant(ctx, persona, place);
  return await addUser(ctx, { login, displayName: name.trim(), ...grant, from, until });
}
