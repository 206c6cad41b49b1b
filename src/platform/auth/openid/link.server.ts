import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { OpenIdSettings } from '#platform/env.server.ts';
import { record } from '#platform/events/record.server.ts';
import { requireAccounts } from '../permissions.ts';
import { plainLogin } from '../sign-in.server.ts';
import { plainEmail } from './provider.server.ts';

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/;
const SUBJECT_LENGTH_MAX = 255;

/** By the provider's own id of the person, or by the address that it must have verified. */
export interface WantedLink {
  readonly login: string;
  readonly subject?: string;
  readonly email?: string;
}

/**
 * Lets a person of the provider sign in as an account: at once by `subject`, at their first sign-in by `email`.
 * Refuses when no provider is set up, an unknown or closed account, and whatever is linked already.
 */
export async function linkIdentity(ctx: Ctx, provider: OpenIdSettings | undefined, wanted: WantedLink): Promise<void> {
  requireAccounts(ctx);
  const { issuer } = required(provider);
  const { subject, email } = readLink(wanted);
  await ctx.transact(async (tx) => {
    const { accountId, login } = await openAccount(tx, wanted.login, ctx.now);
    const linked = await sql`select from platform.external_identity
      where account_id = ${accountId} and issuer = ${issuer}`.execute(tx);
    if (linked.rows.length > 0) throw new Refused({ code: 'platform.identity.already-linked', facts: {} });
    const facts = { login, issuer, how: subject ? 'subject' : 'email' };
    if (subject) {
      await sql`insert into platform.external_identity (issuer, subject, account_id, created_at, created_by)
        values (${issuer}, ${subject}, ${accountId}, ${ctx.now}, ${ctx.actor.name})`.execute(tx);
      await record(tx, ctx, 'platform.identity-linked', accountId, facts);
    } else {
      await sql`insert into platform.awaited_identity (issuer, email, account_id, created_at, created_by)
        values (${issuer}, ${email}, ${accountId}, ${ctx.now}, ${ctx.actor.name})`.execute(tx);
      await record(tx, ctx, 'platform.identity-awaited', accountId, facts);
    }
  });
}

/** Takes back every link of the account, also one that is only awaited, and ends the sessions that came through one. */
export async function unlinkIdentity(ctx: Ctx, wanted: Pick<WantedLink, 'login'>): Promise<number> {
  requireAccounts(ctx);
  return await ctx.transact(async (tx) => {
    const { accountId, login } = await findAccount(tx, wanted.login, ctx.now);
    const links = await sql`delete from platform.external_identity where account_id = ${accountId}`.execute(tx);
    const awaited = await sql`delete from platform.awaited_identity where account_id = ${accountId}`.execute(tx);
    await sql`delete from platform.session where account_id = ${accountId} and method = 'oidc'`.execute(tx);
    const count = Number((links.numAffectedRows ?? 0n) + (awaited.numAffectedRows ?? 0n));
    if (count > 0) await record(tx, ctx, 'platform.identity-unlinked', accountId, { login, count });
    return count;
  });
}

function required(provider: OpenIdSettings | undefined): OpenIdSettings {
  if (!provider) throw new Refused({ code: 'platform.openid.not-set-up', facts: {} });
  return provider;
}

function readLink({ subject, email }: WantedLink): { subject: string | undefined; email: string | undefined } {
  if ((subject === undefined) === (email === undefined))
    throw new Refused({ code: 'platform.identity.one-way-only', facts: {} });
  const address = email === undefined ? undefined : plainEmail(email);
  if (address !== undefined && !EMAIL.test(address))
    throw new Refused({ code: 'platform.identity.email-invalid', facts: { field: 'email' } });
  if (subject !== undefined && (subject.trim() === '' || subject.length > SUBJECT_LENGTH_MAX))
    throw new Refused({ code: 'platform.identity.subject-invalid', facts: { field: 'subject' } });
  return { subject, email: address };
}

interface Found {
  readonly accountId: Id<'platform.account'>;
  readonly login: string;
  readonly isClosed: boolean;
}

async function findAccount(db: ReadDb, typedLogin: string, now: Date): Promise<Found> {
  const login = plainLogin(typedLogin);
  const found = await sql<Found>`
    select id as "accountId", login, coalesce(closed_at <= ${now}, false) as "isClosed"
    from platform.account where login = ${login}`.execute(db);
  const account = found.rows[0];
  if (!account) throw new Refused({ code: 'platform.account.login-unknown', facts: { login } });
  return account;
}

async function openAccount(db: ReadDb, login: string, now: Date): Promise<Found> {
  const account = await findAccount(db, login, now);
  if (account.isClosed)
    throw new Refused({ code: 'platform.identity.account-closed', facts: { login: account.login } });
  return account;
}
