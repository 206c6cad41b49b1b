import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';

/**
 * Keeps in the record of acts that somebody came with a right that means nothing (a role at a scope where there is no such
 * role) and was given nothing for it; once a day for each, however many pages are asked for and however many processes run.
 */
export async function noteUnknownGrant(
  ctx: Ctx,
  person: { readonly accountId: Id<'platform.account'>; readonly name: string },
  grant: { readonly role: string; readonly scope: string },
): Promise<void> {
  await ctx.transact(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`grant-unknown ${person.accountId}`}, 0))`.execute(tx);
    const known = await sql`select from platform.event
      where kind = 'platform.grant-unknown' and subject_id = ${person.accountId}
        and facts ->> 'role' = ${grant.role} and facts ->> 'scope' = ${grant.scope}
        and created_at >= ${ctx.today}::timestamp at time zone 'Asia/Ho_Chi_Minh' limit 1`.execute(tx);
    if (known.rows.length > 0) return;
    const asPerson = { ...ctx, actor: { ...ctx.actor, ...person, grants: [] } };
    await record(tx, asPerson, 'platform.grant-unknown', person.accountId, { ...grant });
  });
}
