import { sql } from '#platform/db/db.server.ts';
import type { OrderColumn } from './keyset.ts';
import type { ListFilter } from './listing-model.ts';
import type { SearchWords } from './search-words.ts';
import { sameDayYearBefore } from './statuses.ts';

type Sql = ReturnType<typeof sql>;

/** The words searched for, each with others that will do in its place. */
export type Alternatives = readonly (readonly string[])[];

/** Organisations with their report of the period. */
export function sourceSql(filter: ListFilter): Sql {
  return sql`register.organisation organisation
    left join register.period_report report
      on report.organisation_id = organisation.id and report.period_code = ${filter.periodCode}`;
}

/** What holds whatever facets are chosen: where one may look, and the words searched for. */
export function baseSql(filter: ListFilter, words: Alternatives): Sql {
  return allOf([
    sql`organisation.deleted_at is null`,
    sql`organisation.alliance_id = any(${filter.within}::uuid[])`,
    ...(filter.communeId === null ? [] : [sql`organisation.commune_id = ${filter.communeId}`]),
    ...words.map((alternatives) =>
      anyOf(alternatives.map((word) => sql`organisation.search_text like ${`% ${word}%`}`)),
    ),
  ]);
}

/** The columns that facets count; each of the text type, so that one group is one combination. */
export function combinationSql(filter: ListFilter): Sql {
  return sql`organisation.alliance_id as alliance, organisation.kind, organisation.status,
    ${SECTOR} as sector, ${RATING} as rating, ${freshnessSql(filter)} as freshness, ${isNewSql(filter)} as "isNew",
    ${missingSql()} as missing`;
}

const SECTOR = sql`coalesce(organisation.sector_code, 'none')`;
const RATING = sql`coalesce(nullif(report.rating, 'not-rated'), 'none')`;
const MISSING: readonly (readonly [string, Sql])[] = [
  ['code', sql`organisation.code is null`],
  ['sector', sql`organisation.sector_code is null`],
  ['members', sql`report.members_total is null`],
  ['revenue', sql`report.revenue_dong is null`],
];

function freshnessSql(filter: ListFilter): Sql {
  const yearAgo = sameDayYearBefore(filter.today);
  return sql`case when organisation.confirmed_on is null then 'never'
    when organisation.confirmed_on > ${yearAgo} then 'in-12-months'
    when organisation.confirmed_on > ${sameDayYearBefore(yearAgo)} then 'over-12-months'
    else 'over-24-months' end`;
}

function isNewSql(filter: ListFilter): Sql {
  return sql`coalesce(organisation.established_on > ${sameDayYearBefore(filter.today)}
    and organisation.established_on <= ${filter.today}, false)`;
}

function missingSql(): Sql {
  return sql`array_remove(array[${sql.join(
    MISSING.map(([name, condition]) => sql`case when ${condition} then ${sql.lit(name)} end`),
  )}], null)`;
}

/** The facets chosen, as conditions on the rows of a page. */
export function facetsSql(filter: ListFilter): Sql {
  const among = (column: Sql, values: readonly string[]) =>
    values.length === 0 ? [] : [sql`${column} = any(${values})`];
  const missing = MISSING.filter(([name]) => filter.missing.includes(name)).map(([, condition]) => condition);
  return allOf([
    sql`true`,
    ...among(sql`organisation.alliance_id::text`, filter.alliances),
    ...among(sql`organisation.kind`, filter.kinds),
    ...among(sql`organisation.status`, filter.statuses),
    ...among(SECTOR, filter.sectors),
    ...among(RATING, filter.ratings),
    ...among(freshnessSql(filter), filter.freshness),
    ...(missing.length === 0 ? [] : [anyOf(missing)]),
    ...(filter.isNew ? [isNewSql(filter)] : []),
  ]);
}

/**
 * 0: the very words, tones and all; 1: the words whatever their tones; 2: words that begin so, tones and all; 3: the rest.
 * So `ma` finds `ma` before `mã`, and both before `mai`.
 */
function rankSql(words: SearchWords): Sql {
  const every = (column: Sql, texts: readonly string[], end: string) =>
    allOf(texts.map((text) => sql`${column} || ' ' like ${`% ${text}${end}%`}`));
  const [exact, folded] = [sql`organisation.exact_text`, sql`organisation.search_text`];
  return sql`case when ${every(exact, words.exact, ' ')} then 0
    when ${every(folded, words.folded, ' ')} then 1
    when ${every(exact, words.exact, '')} then 2 else 3 end`;
}

/** The order of a list; what is not known stands last either way. */
export function orderOf(filter: ListFilter, words: SearchWords | undefined): readonly OrderColumn[] {
  const { direction } = filter;
  const name = sql`organisation.name collate "vi-x-icu"`;
  const byName = (way: 'asc' | 'desc'): readonly OrderColumn[] => [
    { expression: name, direction: way },
    { expression: ID, direction: way },
  ];
  const last = direction === 'asc';
  const first = (expression: Sql): readonly OrderColumn[] => [
    { expression, direction },
    { expression: ID, direction },
  ];
  switch (filter.sort) {
    case 'relevance':
      return words ? [{ expression: rankSql(words), direction: 'asc' }, ...byName('asc')] : byName('asc');
    case 'members':
      return first(sql`coalesce(report.members_total, ${sql.lit(last ? 2147483647 : -1)})`);
    case 'revenue':
      return first(
        sql`coalesce(report.revenue_dong, ${sql.lit(last ? '9223372036854775807' : '-9223372036854775808')}::bigint)`,
      );
    case 'confirmed':
      return first(sql`coalesce(organisation.confirmed_on, ${sql.lit(last ? '9999-12-31' : '0001-01-01')}::date)`);
    case 'name':
      return byName(direction);
  }
}

const ID = sql`organisation.id`;

function allOf(conditions: readonly Sql[]): Sql {
  return sql`(${sql.join(conditions, sql` and `)})`;
}

function anyOf(conditions: readonly Sql[]): Sql {
  return sql`(${sql.join(conditions, sql` or `)})`;
}
