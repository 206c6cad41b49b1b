import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { Combination } from './facets.ts';
import { countFacets } from './facets.ts';
import type { Cursor } from './keyset.ts';
import { beyond, formatCursor, orderBy, parseCursor } from './keyset.ts';
import type { Alternatives } from './list-sql.ts';
import { baseSql, combinationSql, facetsSql, orderOf, sourceSql } from './list-sql.ts';
import type { ListedOrganisation, ListFilter, ListPage } from './listing-model.ts';
import type { SearchWords } from './search-words.ts';
import { isOneTypoAway, searchWords } from './search-words.ts';

const NO_FACETS = {
  alliances: [],
  kinds: [],
  statuses: [],
  sectors: [],
  ratings: [],
  freshness: [],
  missing: [],
  isNew: false,
};
/** Shorter words have too many neighbours to guess which was meant. */
const TYPO_LENGTH_MIN = 3;
const ALTERNATIVES_MAX = 6;

/**
 * One page of the register with the counts of its facets: two statements. Tones need not be typed; where they are, what
 * has them stands first. Where nothing at all has the words, one letter amiss in each is forgiven.
 */
export async function listOrganisations(db: ReadDb, filter: ListFilter): Promise<ListPage> {
  const words = searchWords(filter.question);
  const asTyped = words?.folded.map((word) => [word]) ?? [];
  const page = await readPage(db, filter, words, asTyped);
  if (page.found > 0 || !words) return page;
  const near = await nearWords(db, filter, words);
  if (!near) return page;
  const forgiven = await readPage(db, filter, words, near);
  const typed = words.folded.join(' ');
  return { ...forgiven, forgiven: { typed, found: near.map((alternatives) => alternatives.join('/')).join(' ') } };
}

async function readPage(
  db: ReadDb,
  filter: ListFilter,
  words: SearchWords | undefined,
  wanted: Alternatives,
): Promise<ListPage> {
  const [rows, combinations] = await Promise.all([
    rowsOf(db, filter, words, wanted),
    combinationsOf(db, filter, wanted),
  ]);
  const { facets, matching } = countFacets(combinations, filter);
  const whole = countFacets(combinations, NO_FACETS);
  return { ...rows, facets, total: matching, unfiltered: whole.facets, found: whole.matching, forgiven: null };
}

type Rows = Pick<ListPage, 'rows' | 'next' | 'previous'>;

async function rowsOf(
  db: ReadDb,
  filter: ListFilter,
  words: SearchWords | undefined,
  wanted: Alternatives,
): Promise<Rows> {
  const order = orderOf(filter, words);
  const cursor = parseCursor(filter.before ?? filter.after ?? '', order.length);
  const backwards = filter.before !== null && cursor !== undefined;
  const found = await sql<ListedOrganisation & { cursor: Cursor }>`
    select organisation.id, organisation.alliance_id as "allianceId", organisation.name, organisation.kind, organisation.code,
           organisation.commune_text as "communeText", organisation.district_text as "districtText",
           organisation.sector_code as "sectorCode", organisation.status, organisation.status_since as "statusSince",
           organisation.established_on as "establishedOn", organisation.established_precision as "establishedPrecision",
           organisation.confirmed_on as "confirmedOn", organisation.representative_name as "representativeName",
           organisation.work_phone as "workPhone", report.members_total as "membersTotal",
           report.workers_regular as "workersRegular", report.charter_capital_dong as "charterCapitalDong",
           report.revenue_dong as "revenueDong", report.profit_dong as "profitDong", report.rating,
           array[${sql.join(order.map(({ expression }) => sql`(${expression})::text`))}] as cursor
      from ${sourceSql(filter)}
     where ${baseSql(filter, wanted)} and ${facetsSql(filter)} and ${cursor ? beyond(order, cursor, backwards) : sql`true`}
     order by ${orderBy(order, backwards)}
     limit ${filter.size + 1}`.execute(db);
  return pageOf(found.rows, filter.size, { backwards, isFirst: cursor === undefined });
}

/** One row more than the page was read, to know whether there is more. */
function pageOf(
  read: readonly (ListedOrganisation & { readonly cursor: Cursor })[],
  size: number,
  { backwards, isFirst }: { backwards: boolean; isFirst: boolean },
): Rows {
  const hasMore = read.length > size;
  const page = backwards ? read.slice(0, size).reverse() : read.slice(0, size);
  const [first, last] = [page[0], page.at(-1)];
  const hasNext = backwards ? !isFirst : hasMore;
  const hasPrevious = backwards ? hasMore : !isFirst;
  return {
    rows: page.map(({ cursor: _, ...row }) => row),
    next: hasNext && last ? formatCursor(last.cursor) : null,
    previous: hasPrevious && first ? formatCursor(first.cursor) : null,
  };
}

async function combinationsOf(db: ReadDb, filter: ListFilter, wanted: Alternatives): Promise<readonly Combination[]> {
  const found = await sql<Combination>`
    select ${combinationSql(filter)}, count(*)::int as organisations
      from ${sourceSql(filter)}
     where ${baseSql(filter, wanted)}
     group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(db);
  return found.rows;
}

/** For each word that no name begins with, those of the register one letter away; undefined when there is none. */
async function nearWords(db: ReadDb, filter: ListFilter, words: SearchWords): Promise<Alternatives | undefined> {
  const found = await sql<{ word: string }>`
    select distinct word
      from register.organisation organisation, unnest(string_to_array(ltrim(organisation.search_text), ' ')) as word
     where ${baseSql(filter, [])}`.execute(db);
  const vocabulary = found.rows.map((row) => row.word);
  const alternatives = words.folded.map((word) => {
    if (word.length < TYPO_LENGTH_MIN || vocabulary.some((known) => known.startsWith(word))) return [word];
    return vocabulary.filter((known) => isOneTypoAway(known, word)).slice(0, ALTERNATIVES_MAX);
  });
  const isHelped = alternatives.some((those, place) => those[0] !== words.folded[place]);
  return isHelped && alternatives.every((those) => those.length > 0) ? alternatives : undefined;
}
