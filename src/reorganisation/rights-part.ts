import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import { addGrant, endOneGrant } from '#platform/auth/grants.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { grantsAt } from './grants.ts';

/** A right that a merger gave. */
export interface GivenRight {
  readonly accountId: Id<'platform.account'>;
  readonly role: string;
  readonly scope: string;
  readonly validFrom: IsoDate;
}

/**
 * Whoever has a right at one alliance gets the same at another from today on, and keeps what they have: so the people of
 * an alliance that ended go on reading what it declared, and work in the one that goes on (decision 0018).
 */
export async function giveTwins(tx: Tx, ctx: Ctx, fromCode: string, toCode: string): Promise<readonly GivenRight[]> {
  const held = await grantsAt(tx, [`alliance:${fromCode}`], ctx.today);
  const there = await grantsAt(tx, [`alliance:${toCode}`], ctx.today);
  const has = new Set(there.map(({ accountId, role, scope }) => `${accountId} ${role} ${scope}`));
  const given: GivenRight[] = [];
  for (const { accountId, role, scope: at } of held) {
    const scope = at.replace(fromCode, toCode);
    if (has.has(`${accountId} ${role} ${scope}`)) continue;
    has.add(`${accountId} ${role} ${scope}`);
    await addGrant(tx, accountId, { role, scope, from: ctx.today, until: null });
    await record(tx, ctx, 'platform.grant-given', accountId, { role, scope, validFrom: ctx.today });
    given.push({ accountId, role, scope, validFrom: ctx.today });
  }
  return given;
}

/** Takes back the rights that a merger gave, those that have not ended otherwise meanwhile. */
export async function endTwins(tx: Tx, ctx: Ctx, given: readonly GivenRight[]): Promise<void> {
  for (const right of given) {
    const held = await grantsAt(tx, [right.scope.replace(/^department:([^/]+)\/.*$/, 'alliance:$1')], ctx.today);
    const stands = held.some(
      (one) =>
        one.accountId === right.accountId &&
        one.role === right.role &&
        one.scope === right.scope &&
        one.validFrom === right.validFrom &&
        one.validUntil === null,
    );
    if (stands) await endOneGrant(tx, ctx, right.accountId, right, ctx.today);
  }
}
