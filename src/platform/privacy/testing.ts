import type { Id } from '#kernel/ids.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx, Grant } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import type { TestSystem } from '#platform/testing/system.ts';

/** A person with an account of their own, since limits and exports are by account. `at`: an ISO moment. */
export async function aPerson(
  system: TestSystem,
  name: string,
  grants: readonly Grant[],
  at = '2024-06-24T02:00:00Z',
): Promise<{ readonly accountId: Id<'platform.account'>; at(moment: string): Ctx; readonly ctx: Ctx }> {
  const accountId = newId<'platform.account'>(new Date(at));
  await sql`insert into platform.account (id, login, display_name, password_hash, created_at, created_by)
    values (${accountId}, ${`thu-${accountId}`}, ${name}, '', ${new Date(at)}, 'thử')`.execute(system.owner.kysely);
  const actor = {
    accountId,
    name,
    grants: grants.map((grant) => ({ covers: system.covers.get(grant.scope) ?? [], ...grant })),
  };
  return { accountId, at: (moment) => system.ctx(actor, new Date(moment)), ctx: system.ctx(actor, new Date(at)) };
}
