import { sql } from '#platform/db/db.server.ts';
import type { Kept } from '#platform/retention/kept.ts';

/** The address of a person who took their agreement back goes at once. */
export const CONTACT = 'request-contact';

/** What the desk itself holds of people: their words, their names, the hashes of senders. */
export const kept: readonly Kept[] = [
  // Erased on demand, never by age: known so that a restored backup erases it again.
  {
    code: CONTACT,
    isLedgered: true,
    due: async () => [],
    async remove(tx, ids) {
      await sql`update rights.request set requester_name = '', contact = '' where id = any(${ids}::uuid[])`.execute(tx);
      return { files: [] };
    },
  },
  {
    code: 'request-senders',
    isLedgered: false,
    async due(db, before) {
      const found = await sql<{ id: string }>`
        select id from rights.request_attempt where attempted_at < ${before}`.execute(db);
      return found.rows.map(({ id }) => ({ id, organisationId: null }));
    },
    async remove(tx, ids) {
      await sql`delete from rights.request_attempt where id = any(${ids}::uuid[])`.execute(tx);
      return { files: [] };
    },
  },
  {
    code: 'request-words',
    isLedgered: true,
    async due(db, before) {
      const found = await sql<{ id: string; organisation_id: string | null }>`
        select id, organisation_id from rights.request where closed_at < ${before} and erased_at is null`.execute(db);
      return found.rows.map(({ id, organisation_id }) => ({ id, organisationId: organisation_id }));
    },
    async remove(tx, ids, { now, name }) {
      await sql`update rights.request set requester_name = '', contact = '', wish = '', erased_at = ${now}, erased_by = ${name}
        where id = any(${ids}::uuid[]) and erased_at is null`.execute(tx);
      await sql`update rights.request_act set note = '' where request_id = any(${ids}::uuid[])`.execute(tx);
      return { files: [] };
    },
  },
  {
    code: 'consent-names',
    isLedgered: true,
    async due(db, before) {
      const found = await sql<{ id: string; organisation_id: string }>`
        select id, organisation_id from rights.consent where withdrawn_at < ${before} and erased_at is null`.execute(
        db,
      );
      return found.rows.map(({ id, organisation_id }) => ({ id, organisationId: organisation_id }));
    },
    async remove(tx, ids, { now, name }) {
      await sql`update rights.consent set person_name = '', erased_at = ${now}, erased_by = ${name}
        where id = any(${ids}::uuid[]) and erased_at is null`.execute(tx);
      return { files: [] };
    },
  },
];
