import { newId } from '#kernel/ids.ts';
import type { Ctx, Grant } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import type { TestSystem } from './system.ts';
import { testCtx } from './system.ts';

/** A person with an account of their own, who cannot sign in; the same day and moment as `testCtx` unless said otherwise. */
export async function testPerson(
  system: TestSystem,
  how: { name: string; grants: readonly Grant[]; today?: string },
): Promise<Ctx> {
  const ctx = testCtx(system, how);
  const accountId = newId<'platform.account'>(ctx.now);
  await sql`insert into platform.account (id, login, display_name, password_hash, created_at, created_by)
    values (${accountId}, ${`p-${accountId}`}, ${how.name}, '-', ${ctx.now}, 'test')`.execute(system.owner.kysely);
  return system.ctx({ ...ctx.actor, accountId }, ctx.now);
}

/** The same person so many hours later, or with other grants. */
export function later(
  system: TestSystem,
  person: Ctx,
  hours: number,
  grants: readonly Grant[] = person.actor.grants,
): Ctx {
  return system.ctx({ ...person.actor, grants }, new Date(person.now.getTime() + hours * 3_600_000));
}
