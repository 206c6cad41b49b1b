import { sql } from 'kysely';
import { Refused } from '#kernel/refusal.ts';
import { endOneGrant } from '#platform/auth/grants.server.ts';
import type { Ctx, Scope } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { grantKey } from '../grant-key.ts';
import type { Decision } from '../model.ts';
import { requireReviewing } from '../permissions.ts';
import { quarterOf } from '../quarters.ts';
import { grantsAt } from '../review-queries.ts';
import { unitsOn } from '../units.ts';

export interface ReviewToSign {
  readonly unit: Scope;
  readonly quarter: string;
  /** By `grantKey`: every right that stands at the unit, each decided on. */
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly note: string;
}

/**
 * The leader of a unit signs that they looked through everybody's rights in this quarter; those that shall end are over at
 * once. Refuses another quarter than the present one, a right nobody decided on, and a list that changed since it was shown.
 */
export async function signReview(ctx: Ctx, { unit, quarter, decisions, note }: ReviewToSign): Promise<void> {
  requireReviewing(ctx, unit);
  const { all } = await unitsOn(ctx);
  if (!all.some(({ scope }) => scope === unit)) throw new Refused({ code: 'people.review.not-found', facts: {} });
  if (quarter !== quarterOf(ctx.today).code) throw new Refused({ code: 'people.review.other-quarter', facts: {} });
  const id = ctx.newId<'people.access_review'>();
  await ctx.widened('unit-people').transact(async (tx) => {
    await sql`insert into people.access_review (id, scope, quarter, note, signed_at, signed_by, account_id)
      values (${id}, ${unit}, ${quarter}, ${note.trim()}, ${ctx.now}, ${ctx.actor.name}, ${ctx.actor.accountId})`.execute(
      tx,
    );
    const grants = await grantsAt(tx, unit, ctx);
    const keys = new Set(grants.map(grantKey));
    const undecided = grants.filter((grant) => !decisions.has(grantKey(grant)));
    if ([...decisions.keys()].some((key) => !keys.has(key)))
      throw new Refused({ code: 'people.review.changed', facts: {} });
    if (undecided.length > 0)
      throw new Refused({
        code: 'people.review.undecided',
        facts: { people: [...new Set(undecided.map(({ person }) => person))] },
      });
    const rows = grants.map((grant) => ({ ...grant, decision: decisions.get(grantKey(grant)) ?? 'keep' }));
    await sql`insert into people.reviewed_grant (review_id, account_id, person, role, scope, valid_from, decision)
      select ${id}, row."accountId", row.person, row.role, row.scope, row."validFrom", row.decision
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row ("accountId" uuid, person text, role text, scope text, "validFrom" date, decision text)`.execute(tx);
    const ending = rows.filter(({ decision }) => decision === 'end');
    for (const grant of ending) await endOneGrant(tx, ctx, grant.accountId, grant, ctx.today);
    const facts = { unit, quarter, kept: rows.length - ending.length, ended: ending.length };
    await record(tx, ctx, 'people.access-reviewed', id, facts);
  });
}
