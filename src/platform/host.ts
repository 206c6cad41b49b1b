import type { Actor, Ctx } from '#platform/ctx.ts';
import type { Database } from '#platform/db/db.server.ts';

/** What the web needs of the running system; the composition root's `System` has it. */
export interface Host {
  readonly app: Database;
  ctx(actor: Actor, now: Date): Ctx;
}
