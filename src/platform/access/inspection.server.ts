import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
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

export interface OwnVisit {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly subject: string;
}

export const VISITS_SHOWN = 200;

/** What the record of acts holds of this very person, newest first: pages seen, acts refused, files taken out. */
export async function listOwnVisits(ctx: Ctx): Promise<readonly OwnVisit[]> {
  const { rows } = await sql<OwnVisit>`
    select id, created_at as at, kind, subject_id as subject from platform.event
     where account_id = ${ctx.actor.accountId} and (kind in ('platform.office-page-visited', 'platform.act-refused')
       or kind like 'inspection.%' or kind like '%-exported')
     order by created_at desc, id desc limit ${VISITS_SHOWN}`.execute(ctx.read);
  return rows;
}

/** The day from which on this person is an inspector no more; null: no day is written. */
export async function inspectorUntil(ctx: Ctx): Promise<IsoDate | null> {
  const { rows } = await sql<{ until: IsoDate | null }>`
    select case when bool_or(valid_until is null) then null else max(valid_until) end as until
      from platform.account_grant where account_id = ${ctx.actor.accountId} and role = 'inspector'
       and valid_from <= ${ctx.today} and (valid_until is null or valid_until > ${ctx.today})`.execute(ctx.read);
  return rows[0]?.until ?? null;
}

/** As much of an address as the record can keep, whatever was typed into it. */
function plain(path: string): string {
  return path.replaceAll('\0', '').slice(0, 300).toWellFormed();
}
