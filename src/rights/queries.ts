import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Holidays } from '#kernel/working-days.ts';
import type { RuleValue } from '#legal/public.ts';
import { ruleValue } from '#legal/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type {
  ActOfRequest,
  AllianceId,
  Consent,
  ConsentText,
  DataRequest,
  Hold,
  RequestKind,
  RetentionRule,
  Term,
} from './model.ts';
import type { Terms, TermsSource } from './request-rules.ts';

/** Of which alliances; `all` also means what is of none. */
export type Within = 'all' | readonly string[];

/** The alliance that an organisation of the register belongs to, and what both are called; refused when there is none. */
export async function placeOfOrganisation(db: ReadDb, organisationId: string) {
  const found = await db
    .selectFrom('register.organisation as organisation')
    .innerJoin('organisations.alliance as alliance', 'alliance.id', 'organisation.alliance_id')
    .where(sql<boolean>`organisation.id::text = ${organisationId} and organisation.deleted_at is null`)
    .select([
      'organisation.id',
      'organisation.name',
      'organisation.representative_name as representativeName',
      'alliance.id as allianceId',
      'alliance.code as allianceCode',
    ])
    .executeTakeFirst();
  if (!found) throw new Refused({ code: 'rights.organisation.unknown', facts: {} });
  return found;
}

/** Organisations whose name holds these words, of these alliances: for choosing one. */
export async function findOrganisations(db: ReadDb, words: string, within: Within, most: number) {
  const plain = words.normalize('NFC').trim();
  if (plain === '') return [];
  const found = await sql<{ id: string; name: string; place: string }>`
    select organisation.id, organisation.name, organisation.commune_text as place
      from register.organisation organisation join organisations.alliance alliance on alliance.id = organisation.alliance_id
     where organisation.deleted_at is null and organisation.name ilike ${`%${plain.replaceAll(/[\\%_]/g, '\\$&')}%`}
       and ${within === 'all' ? sql`true` : sql`alliance.code = any(${within}::text[])`}
     order by organisation.name collate "vi-x-icu" limit ${most}`.execute(db);
  return found.rows;
}

/** The texts that a person may be asked to agree to on that day, by purpose. */
export async function consentTexts(db: ReadDb, on: IsoDate): Promise<readonly ConsentText[]> {
  return await db
    .selectFrom('rights.consent_text')
    .where('valid_from', '<=', on)
    .where((row) => row.or([row('valid_until', 'is', null), row('valid_until', '>', on)]))
    .select([
      'id',
      'purpose',
      'version',
      'title',
      'what',
      'why',
      'who',
      'how_long as howLong',
      'your_rights as yourRights',
      'withdrawing',
      'if_refused as ifRefused',
    ])
    .orderBy('purpose')
    .execute();
}

/** What people of this organisation agreed to, newest first, withdrawn ones too. */
export async function consentsOf(db: ReadDb, organisationId: string): Promise<readonly Consent[]> {
  const rows = await db
    .selectFrom('rights.consent as consent')
    .innerJoin('rights.consent_text as text', 'text.id', 'consent.text_id')
    .where('consent.organisation_id', '=', organisationId)
    .select([
      'consent.id',
      'consent.purpose',
      'text.version',
      'text.title',
      'consent.person_role as personRole',
      'consent.person_name as personName',
      'consent.given_on as givenOn',
      'consent.channel',
      'consent.given_by as givenBy',
      'consent.withdrawn_on as withdrawnOn',
      'consent.withdrawn_by as withdrawnBy',
    ])
    .orderBy('consent.given_at', 'desc')
    .orderBy('consent.id')
    .execute();
  return rows as readonly Consent[];
}

/** Holds in force, of one organisation or of all. */
export async function holdsInForce(db: ReadDb, organisationId: string | null): Promise<readonly Hold[]> {
  const all = db.selectFrom('rights.hold').where('lifted_at', 'is', null);
  const some = organisationId === null ? all : all.where('organisation_id', '=', organisationId);
  const rows = await some
    .select(['id', 'organisation_id as organisationId', 'kind', 'reason', 'ground'])
    .orderBy('placed_at')
    .execute();
  return rows as readonly Hold[];
}

/** Requests of these alliances: open ones first, the oldest of them on top; then closed ones, newest first. */
export async function listRequests(db: ReadDb, within: Within, most: number): Promise<readonly DataRequest[]> {
  return await requestsWhere(db, within === 'all' ? sql`true` : sql`alliance.code = any(${within}::text[])`, most);
}

export async function findRequest(db: ReadDb, code: string): Promise<DataRequest | undefined> {
  const [found] = await requestsWhere(db, sql`request.code = ${code}`, 1);
  return found;
}

/** The request of that receipt; refused when there is none. */
export async function getRequest(db: ReadDb, code: string): Promise<DataRequest> {
  const found = await findRequest(db, code);
  if (!found) throw new Refused({ code: 'rights.request.not-found', facts: {} });
  return found;
}

async function requestsWhere(db: ReadDb, where: ReturnType<typeof sql>, most: number): Promise<readonly DataRequest[]> {
  const found = await sql<
    Omit<DataRequest, 'acts'> & { acts: (Omit<ActOfRequest, 'actedAt'> & { actedAt: string })[] }
  >`
    select request.id, request.code, request.kind, request.alliance_id as "allianceId", alliance.code as "allianceCode",
           request.organisation_id as "organisationId", request.wish, request.requester_name as "requesterName",
           request.contact, request.received_at as "receivedAt", request.closed_at as "closedAt", request.outcome,
           request.erased_at as "erasedAt",
           coalesce((select jsonb_agg(jsonb_build_object('act', act, 'note', note, 'ground', ground,
                       'actedAt', acted_at, 'actedBy', acted_by) order by sequence)
                       from rights.request_act where request_id = request.id), '[]') as acts
      from rights.request request left join organisations.alliance alliance on alliance.id = request.alliance_id
     where ${where} order by case when request.closed_at is null then request.received_at end nulls last,
              request.received_at desc, request.id limit ${most}`.execute(db);
  return found.rows.map((row) => ({
    ...row,
    acts: row.acts.map((act) => ({ ...act, actedAt: new Date(act.actedAt) })),
  }));
}

const Days = z.int().min(0);

/** The terms for a request of that kind which came in on that day. */
export async function termsOf(db: ReadDb, kind: RequestKind, on: IsoDate): Promise<Terms & TermsSource> {
  const [answer, execute, extend] = await Promise.all([
    ruleValue(db, 'rights.answer', on),
    ruleValue(db, `rights.execute.${kind}`, on),
    ruleValue(db, 'rights.extend', on),
  ]);
  const term = (rule: RuleValue): Term => ({ days: Days.parse(rule.value), isWorking: rule.unit === 'ngày làm việc' });
  return {
    answer: term(answer),
    execute: term(execute),
    extendDays: Days.parse(extend.value),
    citation: execute.citation,
    isVerified: answer.verified && execute.verified && extend.verified,
  };
}

/** Within how many working days a request of that day is answered. */
export async function answerTerm(db: ReadDb, on: IsoDate): Promise<number> {
  return Days.parse((await ruleValue(db, 'rights.answer', on)).value);
}

/** Days off besides weekends, as the office's calendar of that day lists them. */
export async function holidaysOn(db: ReadDb, on: IsoDate): Promise<Holidays> {
  return new Set(z.array(z.string()).parse((await ruleValue(db, 'calendar.holidays', on)).value));
}

/** How long what is kept, as the rules stand on that day. */
export async function retentionRules(db: ReadDb, on: IsoDate): Promise<readonly RetentionRule[]> {
  const rows = await db
    .selectFrom('rights.retention_rule')
    .where('valid_from', '<=', on)
    .where((row) => row.or([row('valid_until', 'is', null), row('valid_until', '>', on)]))
    .select([
      'code',
      'what',
      'after_what as afterWhat',
      'keep',
      'keep_unit as keepUnit',
      'ground',
      'certainty',
      'verified',
    ])
    .execute();
  return rows as readonly RetentionRule[];
}

export interface Certificate {
  readonly number: string;
  readonly sheet: unknown;
  readonly sha256: string;
  readonly ranAt: Date;
  readonly ranBy: string;
}

/** Certificates of deletion, newest first. */
export async function listCertificates(db: ReadDb, most: number): Promise<readonly Certificate[]> {
  return await certificates(db).orderBy('ran_at', 'desc').orderBy('number', 'desc').limit(most).execute();
}

export async function getCertificate(db: ReadDb, number: string): Promise<Certificate> {
  const found = await certificates(db).where('number', '=', number).executeTakeFirst();
  if (!found) throw new Refused({ code: 'rights.certificate.not-found', facts: { number } });
  return found;
}

function certificates(db: ReadDb) {
  return db
    .selectFrom('rights.retention_run')
    .select(['number', 'sheet', 'sha256', 'ran_at as ranAt', 'ran_by as ranBy']);
}

export interface LedgerLine {
  readonly code: string;
  readonly subjectId: string;
}

/** Everything that was erased by name, in order: what a restored backup has to erase again. */
export async function ledger(db: ReadDb): Promise<readonly LedgerLine[]> {
  return await db
    .selectFrom('rights.deletion')
    .select(['code', 'subject_id as subjectId'])
    .orderBy('deleted_at')
    .orderBy('id')
    .execute();
}

/** The id of an alliance by its code; null for none. */
export async function allianceIdOf(db: ReadDb, code: string | null): Promise<AllianceId | null> {
  if (code === null) return null;
  const found = await db.selectFrom('organisations.alliance').where('code', '=', code).select('id').executeTakeFirst();
  if (!found) throw new Refused({ code: 'organisations.alliance.unknown', facts: { code } });
  return found.id;
}
