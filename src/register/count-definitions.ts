import { sql } from '#platform/db/db.server.ts';
import { CREDIT_FUNDS, ORGANISATIONS } from './fields.ts';

type Sql = ReturnType<typeof sql>;

/** Which rows a count takes, and what it adds up of them; a null amount counts the rows themselves. */
export interface CountDefinition {
  readonly of: 'organisation' | 'fund';
  readonly where: Sql;
  readonly amount: Sql | null;
}

const COUNTED = sql`kind = 'cooperative' and is_counted`;
const OPERATING = sql`kind = 'cooperative' and status = 'operating'`;
const FOUNDED_IN_PERIOD = sql`kind = 'cooperative' and is_founded_in_period`;
const OPEN_FUND = sql`status <> 'closed'`;
const REPORTING_FUND = sql`${OPEN_FUND} and loans_dong is not null and profit_dong is not null`;

function count(where: Sql): CountDefinition {
  return { of: 'organisation', where, amount: null };
}

function total(amount: Sql, where: Sql): CountDefinition {
  return { of: 'organisation', where, amount };
}

/**
 * Counts of the dictionary's `counted_by` that are not made from a field, a sector or a rating. An organisation's status
 * is the one at the end of the period's last day; shares of members and markets are taken over organisations that know
 * both numbers, so that part and whole speak of the same ones.
 */
const PLAIN: Readonly<Record<string, CountDefinition>> = {
  'established-in-period': count(FOUNDED_IN_PERIOD),
  'established-agricultural': count(sql`${FOUNDED_IN_PERIOD} and group_code = 'agricultural'`),
  counted: count(COUNTED),
  operating: count(OPERATING),
  stopped: count(sql`${COUNTED} and status <> 'operating'`),
  agricultural: count(sql`${COUNTED} and group_code = 'agricultural'`),
  'with-sector': count(sql`${COUNTED} and sector_code is not null`),
  unions: count(sql`kind = 'cooperative-union' and status in ('operating', 'suspended')`),
  'income-workers': total(
    sql`workers_regular`,
    sql`${COUNTED} and income_month_dong is not null and workers_regular is not null`,
  ),
  'income-total': total(
    sql`income_month_dong * workers_regular`,
    sql`${COUNTED} and income_month_dong is not null and workers_regular is not null`,
  ),
  'offtake-sold': total(
    sql`member_sales_dong`,
    sql`${COUNTED} and member_sales_dong is not null and member_output_dong is not null`,
  ),
  'offtake-output': total(
    sql`member_output_dong`,
    sql`${COUNTED} and member_sales_dong is not null and member_output_dong is not null`,
  ),
  served: total(sql`members_served`, sql`${COUNTED} and members_served is not null and members_total is not null`),
  'served-base': total(
    sql`members_total`,
    sql`${COUNTED} and members_served is not null and members_total is not null`,
  ),
  'having-offtake': count(sql`${OPERATING} and offtake_contracts >= 1`),
  'value-chain': count(sql`${OPERATING} and in_value_chain`),
  certified: count(sql`${OPERATING} and certificates <> ''`),
  'rating:good': count(sql`${OPERATING} and rating = 'good'`),
  'rating:fair': count(sql`${OPERATING} and rating = 'fair'`),
  'rating:average': count(sql`${OPERATING} and rating = 'average'`),
  'rating:weak': count(sql`${OPERATING} and rating = 'weak'`),
  'rating:none': count(sql`${OPERATING} and (rating is null or rating = 'not-rated')`),
  'rating:good-fair': count(sql`${OPERATING} and rating in ('good', 'fair')`),
  'rating:rated': count(sql`${OPERATING} and rating in ('good', 'fair', 'average', 'weak')`),
  'sector:none': count(sql`${COUNTED} and sector_code is null`),
  funds: { of: 'fund', where: OPEN_FUND, amount: null },
  'funds-reporting': { of: 'fund', where: REPORTING_FUND, amount: null },
  'funds-profitable': { of: 'fund', where: sql`${REPORTING_FUND} and profit_dong > 0`, amount: null },
};

function numbersOf(book: typeof ORGANISATIONS): readonly string[] {
  return book.report
    .filter((field) => field.type === 'integer' || field.type === 'bigint')
    .map((field) => field.column);
}

const FIELDS = numbersOf(ORGANISATIONS);
const FUND_FIELDS = numbersOf(CREDIT_FUNDS);

/** Every count there is, save one for each sector. */
export const COUNTS: ReadonlyMap<string, CountDefinition> = new Map([
  ...Object.entries(PLAIN),
  ...FIELDS.flatMap((field): [string, CountDefinition][] => [
    [`sum:${field}`, total(sql.ref(field), sql`${COUNTED} and ${sql.ref(field)} is not null`)],
    [`having:${field}`, count(sql`${COUNTED} and ${sql.ref(field)} is not null`)],
  ]),
  ...FUND_FIELDS.map((field): [string, CountDefinition] => [
    `funds-sum:${field}`,
    { of: 'fund', where: sql`${REPORTING_FUND} and ${sql.ref(field)} is not null`, amount: sql.ref(field) },
  ]),
]);

/** The count behind a key of the dictionary; undefined when there is none of that name. */
export function countDefinition(key: string): CountDefinition | undefined {
  const known = COUNTS.get(key);
  if (known || !key.startsWith('sector:')) return known;
  return count(sql`${COUNTED} and sector_code = ${key.slice('sector:'.length)}`);
}

/** The number a count comes to over the rows of a group; a sum over no row is null. */
export function resultSql(definition: CountDefinition) {
  const what = definition.amount ? sql`sum(${definition.amount})` : sql`count(*)`;
  return sql<string | null>`(${what} filter (where ${definition.where}))::text`;
}
