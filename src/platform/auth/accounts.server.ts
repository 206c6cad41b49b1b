import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';
import { action, requireGrant } from '#platform/access/permissions.ts';
import type { Ctx, Role, Scope } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { roleNames } from './messages.vi.ts';
import { hashPassword, passwordRefusal } from './passwords.server.ts';
import { plainLogin } from './sign-in.server.ts';

export const manageAccounts = action('platform.manage-accounts', {});
const LOGIN = /^[a-z0-9][a-z0-9._@-]{2,59}$/;
const SCOPE = /^(system|cluster:[\w-]+|alliance:[\w-]+)$/;
/** Without signs that are mistaken for one another. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

export interface NewAccount {
  readonly login: string;
  readonly role: string;
  readonly scope: string;
  /** A random one is made when left out. */
  readonly password?: string;
  /** The role's name when left out. */
  readonly displayName?: string;
  readonly isDemo?: boolean;
  /** The day from which on the grant is over; open when left out. */
  readonly until?: string;
}

export interface AddedAccount {
  readonly accountId: Id<'platform.account'>;
  readonly login: string;
  readonly password: string;
}

/** Adds a person with one grant from today on. Refuses a login that is taken, an unknown role, scope or day, a weak password. */
export async function addUser(ctx: Ctx, wanted: NewAccount): Promise<AddedAccount> {
  requireGrant(ctx, manageAccounts, 'system');
  const login = plainLogin(wanted.login);
  if (!LOGIN.test(login)) throw new Refused({ code: 'platform.account.login-invalid', facts: { field: 'login' } });
  const { role, scope } = grantOf(wanted);
  const until = untilOf(wanted.until, ctx.today);
  const password = wanted.password ?? randomPassword();
  refuseIf(await passwordRefusal(password, login));
  const passwordHash = await hashPassword(password);
  const accountId = ctx.newId<'platform.account'>();
  await ctx.transact(async (tx) => {
    await sql`insert into platform.account (id, login, display_name, password_hash, is_demo, created_at, created_by)
      values (${accountId}, ${login}, ${wanted.displayName ?? roleNames[role]}, ${passwordHash}, ${wanted.isDemo ?? false},
        ${ctx.now}, ${ctx.actor.name})`.execute(tx);
    await sql`insert into platform.account_grant (account_id, role, scope, valid_from, valid_until)
      values (${accountId}, ${role}, ${scope}, ${ctx.today}, ${until})`.execute(tx);
    await record(tx, ctx, 'platform.account-added', accountId, { login, role, scope, ...(until ? { until } : {}) });
  });
  return { accountId, login, password };
}

function grantOf(wanted: NewAccount): { role: Role; scope: Scope } {
  if (!Object.hasOwn(roleNames, wanted.role))
    throw new Refused({ code: 'platform.account.role-unknown', facts: { field: 'role', role: wanted.role } });
  if (!SCOPE.test(wanted.scope))
    throw new Refused({ code: 'platform.account.scope-unknown', facts: { field: 'scope', scope: wanted.scope } });
  return { role: wanted.role as Role, scope: wanted.scope as Scope };
}

function untilOf(text: string | undefined, today: IsoDate): IsoDate | null {
  if (text === undefined) return null;
  const until = parseIsoDate(text);
  if (!until || until <= today)
    throw new Refused({ code: 'platform.account.until-invalid', facts: { field: 'until', until: text } });
  return until;
}

/** Sixteen signs in four groups: 80 bits, and one can read it out over the telephone. */
export function randomPassword(): string {
  const signs = Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return signs.replaceAll(/(.{4})(?=.)/g, '$1-');
}
