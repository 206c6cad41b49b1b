import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';
import { isKnownGrant, isRole, scopeKindOf } from '#platform/access/roles.ts';
import type { Ctx, Role, Scope } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { roleNames } from './messages.vi.ts';
import { hashPassword, passwordRefusal } from './passwords.server.ts';
import { requireAccounts } from './permissions.ts';
import { plainLogin } from './sign-in.server.ts';

const LOGIN = /^[a-z0-9][a-z0-9._@-]{2,59}$/;
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
  /** The first day of the grant; today when left out, never in the past. */
  readonly from?: string;
  /** The day from which on the grant is over; open when left out. */
  readonly until?: string;
}

export interface AddedAccount {
  readonly accountId: Id<'platform.account'>;
  readonly login: string;
  readonly password: string;
}

/**
 * Adds a person with one grant from today or a later day on. Refuses a login that is taken, an unknown role, scope or day,
 * a role at a scope where it means nothing, a weak password.
 */
export async function addUser(ctx: Ctx, wanted: NewAccount): Promise<AddedAccount> {
  requireAccounts(ctx);
  const login = plainLogin(wanted.login);
  if (!LOGIN.test(login)) throw new Refused({ code: 'platform.account.login-invalid', facts: { field: 'login' } });
  const { role, scope } = grantOf(wanted);
  const from = fromOf(wanted.from, ctx.today);
  const until = untilOf(wanted.until, from);
  const password = wanted.password ?? randomPassword();
  refuseIf(await passwordRefusal(password, login));
  const passwordHash = await hashPassword(password);
  const accountId = ctx.newId<'platform.account'>();
  await ctx.transact(async (tx) => {
    await sql`insert into platform.account (id, login, display_name, password_hash, is_demo, created_at, created_by)
      values (${accountId}, ${login}, ${wanted.displayName ?? roleNames[role]}, ${passwordHash}, ${wanted.isDemo ?? false},
        ${ctx.now}, ${ctx.actor.name})`.execute(tx);
    await sql`insert into platform.account_grant (account_id, role, scope, valid_from, valid_until)
      values (${accountId}, ${role}, ${scope}, ${from}, ${until})`.execute(tx);
    const dates = { ...(from > ctx.today ? { from } : {}), ...(until ? { until } : {}) };
    await record(tx, ctx, 'platform.account-added', accountId, { login, role, scope, ...dates });
  });
  return { accountId, login, password };
}

/** The pair of role and scope; refused when either is unknown, or the role means nothing at such a scope. */
export function grantOf({ role, scope }: { readonly role: string; readonly scope: string }): {
  readonly role: Role;
  readonly scope: Scope;
} {
  if (!isRole(role)) throw new Refused({ code: 'platform.account.role-unknown', facts: { field: 'role', role } });
  if (!scopeKindOf(scope))
    throw new Refused({ code: 'platform.account.scope-unknown', facts: { field: 'scope', scope } });
  if (!isKnownGrant(role, scope))
    throw new Refused({ code: 'platform.account.scope-unfit', facts: { field: 'scope', role, scope } });
  return { role, scope: scope as Scope };
}

/** The first day of a right: today when left out; refused when it is no day or has gone by. */
export function fromOf(text: string | undefined, today: IsoDate): IsoDate {
  if (!text) return today;
  const from = parseIsoDate(text);
  if (!from || from < today) throw new Refused({ code: 'platform.account.day-past', facts: { field: 'from' } });
  return from;
}

/** The day from which on a right is over; null when left out. Later than the first day. */
export function untilOf(text: string | undefined, from: IsoDate): IsoDate | null {
  if (!text) return null;
  const until = parseIsoDate(text);
  if (!until || until <= from)
    throw new Refused({ code: 'platform.account.until-invalid', facts: { field: 'until', until: text } });
  return until;
}

/** Sixteen signs in four groups: 80 bits, and one can read it out over the telephone. */
export function randomPassword(): string {
  const signs = Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return signs.replaceAll(/(.{4})(?=.)/g, '$1-');
}
