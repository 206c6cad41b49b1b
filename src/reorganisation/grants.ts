import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Role } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';

/** One right of one person that holds on a day. */
export interface HeldGrant {
  readonly accountId: Id<'platform.account'>;
  readonly name: string;
  readonly role: Role;
  readonly scope: string;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
  /** How many other rights the person has on that day. */
  readonly others: number;
}

/** Rights at these scopes that hold on a day, of accounts that are not closed. Departments lie within their alliance. */
export async function grantsAt(db: ReadDb, scopes: readonly string[], on: IsoDate): Promise<readonly HeldGrant[]> {
  const found = await sql<HeldGrant>`
    with held as (
      select * from platform.account_grant where valid_from <= ${on} and (valid_until is null or valid_until > ${on}))
    select held.account_id as "accountId", account.display_name as name, held.role, held.scope,
           held.valid_from as "validFrom", held.valid_until as "validUntil",
           (select count(*)::int from held other where other.account_id = held.account_id
             and (other.role, other.scope) <> (held.role, held.scope)) as others
      from held join platform.account account on account.id = held.account_id and account.closed_at is null
     where case when held.scope like 'department:%'
             then 'alliance:' || substring(held.scope from '^department:([^/]+)/') else held.scope end = any(${scopes}::text[])
     order by account.display_name, held.account_id, held.role, held.scope`.execute(db);
  return found.rows;
}

/** As a form posts it: who, which role, which scope, since when. */
export function grantKey({ accountId, role, scope, validFrom }: HeldGrant): string {
  return [accountId, role, scope, validFrom].join('|');
}
