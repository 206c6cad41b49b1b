import { sql } from '#platform/db/db.server.ts';
import type { Kept } from '#platform/retention/kept.ts';

/** What the house holds of those who sign in. */
export const kept: readonly Kept[] = [
  {
    code: 'sign-in-attempts',
    isLedgered: false,
    async due(db, before) {
      const found = await sql<{ id: string }>`
        select id from platform.sign_in_attempt where attempted_at < ${before}`.execute(db);
      return found.rows.map(({ id }) => ({ id, organisationId: null }));
    },
    async remove(tx, ids) {
      await sql`delete from platform.sign_in_attempt where id = any(${ids}::uuid[])`.execute(tx);
      return { files: [] };
    },
  },
  {
    code: 'sessions',
    isLedgered: false,
    async due(db, before) {
      const found = await sql<{ id: string }>`
        select token_hash as id from platform.session where expires_at < ${before} or last_seen_at < ${before}`.execute(
        db,
      );
      return found.rows.map(({ id }) => ({ id, organisationId: null }));
    },
    async remove(tx, ids) {
      await sql`delete from platform.session where token_hash = any(${ids}::text[])`.execute(tx);
      return { files: [] };
    },
  },
  {
    code: 'closed-accounts',
    isLedgered: true,
    async due(db, before) {
      const found = await sql<{ id: string }>`
        select id from platform.account where closed_at < ${before} and login <> ${nameless()}`.execute(db);
      return found.rows.map(({ id }) => ({ id, organisationId: null }));
    },
    /** The account stays, so that acts keep their author; whose it was does not. */
    async remove(tx, ids) {
      await sql`update platform.account set login = ${nameless()}, display_name = 'Tài khoản đã khóa', password_hash = ''
        where id = any(${ids}::uuid[]) and closed_at is not null`.execute(tx);
      for (const table of ['session', 'totp_factor', 'passkey', 'recovery_code'])
        await sql`delete from ${sql.table(`platform.${table}`)} where account_id = any(${ids}::uuid[])`.execute(tx);
      return { files: [] };
    },
  },
];

function nameless() {
  return sql`'da-khoa-' || id`;
}
