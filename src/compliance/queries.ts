import { listDatedRules } from '#legal/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { Asset, Entry, KnownFact, Manager, OrganisationId, RuleBook } from './model.ts';

/** Every dated value of every day. */
export async function readRuleBook(db: ReadDb): Promise<RuleBook> {
  return await listDatedRules(db);
}

/** Those who hold or held office, by body, the newest term first; with names. */
export async function listManagers(
  db: ReadDb,
  organisationId: OrganisationId,
): Promise<readonly (Manager & { readonly fullName: string })[]> {
  const { rows } = await sql<Manager & { fullName: string }>`
    select id, role, full_name as "fullName", term_from as "termFrom", term_until as "termUntil", qualification, training, version
      from compliance.manager where organisation_id = ${organisationId} and removed_at is null
     order by array_position(array['board-chair', 'board-member', 'director', 'deputy-director', 'control-head',
       'control-member', 'controller', 'chief-accountant', 'accountant'], role), term_from desc, id`.execute(db);
  return rows;
}

export async function listAssets(db: ReadDb, organisationId: OrganisationId): Promise<readonly Asset[]> {
  const { rows } = await sql<Asset>`
    select id, kind, title, made_year as "madeYear", origin, value_dong as "valueDong", state, needs, version
      from compliance.asset where organisation_id = ${organisationId} and removed_at is null
     order by kind, made_year nulls last, title, id`.execute(db);
  return rows;
}

/** Newest day first. */
export async function listFacts(db: ReadDb, organisationId: OrganisationId): Promise<readonly KnownFact[]> {
  const { rows } = await sql<KnownFact>`
    select id, kind, known_on as "knownOn", trim_scale(amount)::text as amount, source, created_by as "createdBy"
      from compliance.fact where organisation_id = ${organisationId} and removed_at is null
     order by known_on desc, kind, id`.execute(db);
  return rows;
}

const ENTRIES_MAX = 200;

/** The history of managers, assets or facts, newest first. */
export async function listEntries(
  db: ReadDb,
  organisationId: OrganisationId,
  subject: Entry['subject'],
): Promise<readonly Entry[]> {
  const { rows } = await sql<Entry>`
    select act, subject, fields, reason, recorded_at as "recordedAt", recorded_by as "recordedBy"
      from compliance.change where organisation_id = ${organisationId} and subject = ${subject}
     order by sequence desc limit ${ENTRIES_MAX}`.execute(db);
  return rows;
}
