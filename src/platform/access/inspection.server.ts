import type { Refusal } from '#kernel/refusal.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';

/** Whoever inspects is seen to inspect: their pages bear their name, and which pages they saw is recorded. */
export function isInspector(actor: Actor): boolean {
  return actor.grants.some((grant) => grant.role === 'inspector');
}

/** Keeps in the record of acts which office page an inspector looked at; the path without what was searched for. */
export async function noteVisit(ctx: Ctx, path: string): Promise<void> {
  await ctx.transact(async (tx) => await record(tx, ctx, 'platform.office-page-visited', plain(path), {}));
}

/** Keeps in the record of acts that a person tried what they may not do. */
export async function noteRefused(ctx: Ctx, path: string, { facts }: Refusal): Promise<void> {
  const { action = null, scope = null } = facts;
  await ctx.transact(async (tx) => await record(tx, ctx, 'platform.act-refused', plain(path), { action, scope }));
}

/** As much of an address as the record can keep, whatever was typed into it. */
function plain(path: string): string {
  return path.replaceAll('\0', '').slice(0, 300).toWellFormed();
}
