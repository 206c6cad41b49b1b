import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { text } from './messages.vi.ts';

/** `break-glass`: everybody signs in through the OpenID provider, and here administrators alone, seen by all of them. */
export type LocalSignIn = 'everybody' | 'break-glass';

const TOLD_HOURS = 24;
const HOUR_MS = 3_600_000;

/** Refuses whoever is no administrator today, once their password or passkey has fitted; records that one came in. */
export async function passLocally(
  tx: Tx,
  whose: Ctx,
  local: LocalSignIn,
  account: { readonly id: Id<'platform.account'>; readonly login: string },
): Promise<void> {
  if (local === 'everybody') return;
  const grants = await sql`select from platform.account_grant
    where account_id = ${account.id} and role = 'admin' and valid_from <= ${whose.today}
      and (valid_until is null or valid_until > ${whose.today})`.execute(tx);
  if (grants.rows.length === 0) throw new Refused({ code: 'platform.openid.only', facts: {} });
  await record(tx, whose, 'platform.break-glass-used', account.id, { login: account.login });
}

/** What every administrator is told for a day after somebody signed in locally. */
export async function breakGlassAlerts({ read, now }: Ctx): Promise<readonly string[]> {
  const since = new Date(now.getTime() - TOLD_HOURS * HOUR_MS);
  const used = await sql<{ login: string; at: Date }>`
    select facts ->> 'login' as login, max(created_at) as at from platform.event
    where kind = 'platform.break-glass-used' and created_at > ${since} group by 1 order by 2 desc`.execute(read);
  return used.rows.map(({ login, at }) => text.openId.breakGlass(login, formatMoment(at)));
}
