import { sql } from 'kysely';
import { Refused } from '#kernel/refusal.ts';
import { fold } from '#kernel/text-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx, Scope } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { AccountId, HeldGrant, Person, PersonDetails, PersonState } from './model.ts';
import { unitsToSee } from './permissions.ts';

export interface PeopleFilter {
  /** Part of a name, with or without marks, or of a login. */
  readonly question: string;
  /** '' for every one. */
  readonly role: string;
  readonly scope: string;
  readonly state: PersonState | '';
}

/** Where a page begins: after or before a login, both excluded; null: at the beginning. */
export interface PeopleCursor {
  readonly after: string | null;
  readonly before: string | null;
}

export interface PeoplePage {
  readonly people: readonly Person[];
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
}

export const PAGE_SIZE = 50;

type Reader = Pick<Ctx, 'widened' | 'actor' | 'now' | 'today'>;
type PersonRow = Omit<Person, 'state'> & { readonly state: PersonState };

/** Accounts and rights of others: every statement here narrows to the units that the actor sees. */
function wide(ctx: Pick<Ctx, 'widened'>): ReadDb {
  return ctx.widened('unit-people').read;
}

/** The people in the actor's reach who fit the filter, by login. */
export async function listPeople(ctx: Reader, filter: PeopleFilter, at: PeopleCursor): Promise<PeoplePage> {
  const fitting = fittingPeople(ctx, filter);
  const isBack = at.before !== null;
  const from = at.before ?? at.after;
  const beyond = from === null ? sql`true` : isBack ? sql`login < ${from}` : sql`login > ${from}`;
  const found = await sql<PersonRow>`select * from (${fitting}) person where ${beyond}
    order by login ${sql.raw(isBack ? 'desc' : 'asc')} limit ${PAGE_SIZE + 1}`.execute(wide(ctx));
  const counted = await sql<{ total: number }>`select count(*)::int as total from (${fitting}) person`.execute(
    wide(ctx),
  );
  const hasMore = found.rows.length > PAGE_SIZE;
  const rows = found.rows.slice(0, PAGE_SIZE);
  const people = isBack ? rows.toReversed() : rows;
  const [first, last] = [people.at(0)?.login ?? null, people.at(-1)?.login ?? null];
  return {
    people,
    total: counted.rows[0]?.total ?? 0,
    previous: isBack ? (hasMore ? first : null) : from === null ? null : first,
    next: isBack ? last : hasMore ? last : null,
  };
}

/** Everybody who fits, for the file. */
export async function allPeople(ctx: Reader, filter: PeopleFilter): Promise<readonly Person[]> {
  const found = await sql<PersonRow>`select * from (${fittingPeople(ctx, filter)}) person order by login`.execute(
    wide(ctx),
  );
  return found.rows;
}

/** One person with all that ever was; who is out of the actor's reach does not exist for them. */
export async function getPerson(ctx: Reader, id: string): Promise<PersonDetails> {
  const everybody = fittingPeople(ctx, { question: '', role: '', scope: '', state: '' });
  const found = await sql<Omit<PersonDetails, 'history'>>`
    select person.*, account.is_demo as "isDemo", account.created_at as "createdAt", account.created_by as "createdBy",
      account.closed_at as "closedAt", account.closed_by as "closedBy", account.close_reason as "closeReason",
      (select count(*)::int from platform.session s where s.account_id = account.id and s.expires_at > ${ctx.now}) as sessions,
      (select max(s.last_seen_at) from platform.session s where s.account_id = account.id) as "lastSeenAt"
    from (${everybody}) person join platform.account account on account.id = person.id where person.id::text = ${id}`.execute(
    wide(ctx),
  );
  const [row] = found.rows;
  if (!row) throw new Refused({ code: 'platform.account.not-found', facts: {} });
  return { ...row, history: await historyOf(wide(ctx), row.id) };
}

async function historyOf(db: ReadDb, accountId: AccountId): Promise<readonly HeldGrant[]> {
  const found = await sql<HeldGrant>`
    select role, scope, valid_from as "validFrom", valid_until as "validUntil" from platform.account_grant
    where account_id = ${accountId} order by valid_from desc, role, scope`.execute(db);
  return found.rows;
}

/** Marks off, small letters, đ as d: what `fold` does to the question. */
const FOLDED_NAME = sql`replace(regexp_replace(normalize(lower(account.display_name), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')`;

function fittingPeople(ctx: Reader, { question, role, scope, state }: PeopleFilter) {
  const { now, today } = ctx;
  const wanted = `%${fold(question).replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql`
    select * from (
      select account.id, account.login, account.display_name as name, ${stateOf(now, today)} as state,
        coalesce((select jsonb_agg(jsonb_build_object('role', held.role, 'scope', held.scope, 'validFrom', held.valid_from,
            'validUntil', held.valid_until) order by held.valid_from, held.role, held.scope)
          from platform.account_grant held where held.account_id = account.id and held.valid_until is distinct from held.valid_from
            and (held.valid_until is null or held.valid_until > ${today})), '[]') as grants
      from platform.account account
      where (${question} = '' or account.login like ${wanted} or ${FOLDED_NAME} like ${wanted})
        and ${within(unitsToSee(ctx))}
        and exists (select from (select) always left join platform.account_grant held on held.account_id = account.id
          where (${role} = '' or held.role = ${role}) and (${scope} = '' or ${unitHolds([scope as Scope])}))
    ) person where ${state} = '' or state = ${state}`;
}

function stateOf(now: Date, today: IsoDate) {
  const held = (when: ReturnType<typeof sql>) =>
    sql`exists (select from platform.account_grant held where held.account_id = account.id and ${when})`;
  return sql`case when account.closed_at <= ${now} then 'closed' when account.closed_at is not null then 'leaving'
    when ${held(sql`held.valid_from <= ${today} and (held.valid_until is null or held.valid_until > ${today})`)} then 'active'
    when ${held(sql`held.valid_from > ${today} and held.valid_until is distinct from held.valid_from`)} then 'upcoming'
    else 'idle' end`;
}

/** Everybody, or those who have or had a right in one of the units. */
function within(units: 'all' | readonly Scope[]) {
  if (units === 'all') return sql`true`;
  return sql`exists (select from platform.account_grant held where held.account_id = account.id and ${unitHolds(units)})`;
}

/** Whether the right lies at one of the units or at a department of theirs. */
export function unitHolds(units: readonly Scope[]) {
  return sql`(held.scope = any(${units}::text[])
    or 'alliance:' || substring(held.scope from '^department:([^/]+)/') = any(${units}::text[]))`;
}

/** Whether there is such an organisation or people's credit fund. */
export async function existsInRegister(db: ReadDb, kind: 'organisation' | 'credit-fund', id: string): Promise<boolean> {
  const table = kind === 'organisation' ? sql`register.organisation` : sql`register.credit_fund`;
  const found = await sql`select from ${table} where id::text = ${id}`.execute(db);
  return found.rows.length > 0;
}
