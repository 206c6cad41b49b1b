import type { Id } from '#kernel/ids.ts';
import { clean } from '#kernel/text-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ListFilter, SortKey } from './listing-model.ts';

/** The list as its address says it: what is asked, how it is shown. Whatever an address says wrongly is passed over. */
export interface ListAddress {
  readonly question: string;
  /** Codes of alliances. */
  readonly alliances: readonly string[];
  readonly kinds: readonly string[];
  readonly statuses: readonly string[];
  readonly sectors: readonly string[];
  readonly ratings: readonly string[];
  readonly freshness: readonly string[];
  readonly missing: readonly string[];
  readonly isNew: boolean;
  readonly communeId: string | null;
  /** Null: the newest period that anybody reports for. */
  readonly periodCode: string | null;
  readonly sort: SortKey;
  readonly direction: 'asc' | 'desc';
  readonly after: string | null;
  readonly before: string | null;
  /** Null: the usual ones. */
  readonly columns: readonly string[] | null;
  readonly isRoomy: boolean;
}

/** Words of the address for facets with several values. */
const FACET_WORDS = {
  alliances: 'lien-minh',
  kinds: 'loai',
  statuses: 'tinh-trang',
  sectors: 'linh-vuc',
  ratings: 'xep-loai',
  freshness: 'xac-nhan',
  missing: 'thieu',
} as const;

type ListFacet = keyof typeof FACET_WORDS;

const SORT_WORDS: Readonly<Record<string, SortKey>> = {
  ten: 'name',
  'thanh-vien': 'members',
  'doanh-thu': 'revenue',
  'xac-nhan': 'confirmed',
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function facetWord(facet: ListFacet): string {
  return FACET_WORDS[facet];
}

export function sortWord(sort: SortKey): string | undefined {
  return Object.entries(SORT_WORDS).find(([, key]) => key === sort)?.[0];
}

export function readListAddress(params: URLSearchParams): ListAddress {
  const chosen = (facet: ListFacet) => [...new Set(params.getAll(FACET_WORDS[facet]).filter(Boolean))];
  const commune = params.get('xa');
  const columns = params.getAll('cot').filter(Boolean);
  return {
    alliances: chosen('alliances'),
    kinds: chosen('kinds'),
    statuses: chosen('statuses'),
    sectors: chosen('sectors'),
    ratings: chosen('ratings'),
    freshness: chosen('freshness'),
    missing: chosen('missing'),
    question: clean(params.get('tim') ?? ''),
    isNew: params.get('moi') === '1',
    communeId: commune && UUID.test(commune) ? commune : null,
    periodCode: params.get('ky') || null,
    sort: SORT_WORDS[params.get('sap') ?? ''] ?? 'relevance',
    direction: params.get('chieu') === 'giam' ? 'desc' : 'asc',
    after: params.get('sau') || null,
    before: params.get('truoc') || null,
    columns: columns.length > 0 ? columns : null,
    isRoomy: params.get('dong') === 'thua',
  };
}

/** The search part of an address, `?…`, or '' when it asks nothing. */
export function writeListAddress(address: ListAddress): string {
  const params = new URLSearchParams(listFields(address));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Name and value of everything that the address says, for links and for hidden fields of a form. */
export function listFields(address: ListAddress): [string, string][] {
  const facets = Object.entries(FACET_WORDS).flatMap(([facet, word]) =>
    address[facet as ListFacet].map((value): [string, string] => [word, value]),
  );
  const said: [string, string | null][] = [
    ['tim', address.question],
    ...facets,
    ['moi', address.isNew ? '1' : null],
    ['xa', address.communeId],
    ['ky', address.periodCode],
    ['sap', sortWord(address.sort) ?? null],
    ['chieu', address.direction === 'desc' ? 'giam' : null],
    ...(address.columns ?? []).map((column): [string, string] => ['cot', column]),
    ['dong', address.isRoomy ? 'thua' : null],
    ['sau', address.after],
    ['truoc', address.before],
  ];
  return said.filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== '');
}

/** The first page of the same list. */
export function firstPage(address: ListAddress): ListAddress {
  return { ...address, after: null, before: null };
}

/** The same list with one value of a facet chosen, or no longer. */
export function toggled(address: ListAddress, facet: ListFacet, value: string): ListAddress {
  const chosen = address[facet];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...firstPage(address), [facet]: next };
}

/** Everything that narrows the list is let go; how it is shown stays. */
export function withoutFacets(address: ListAddress): ListAddress {
  return {
    ...firstPage(address),
    alliances: [],
    kinds: [],
    statuses: [],
    sectors: [],
    ratings: [],
    freshness: [],
    missing: [],
    isNew: false,
    communeId: null,
  };
}

/** Sorted by that column; a second time the other way round. Numbers and days begin with the largest. */
export function sortedBy(address: ListAddress, sort: SortKey): ListAddress {
  const first = sort === 'name' ? 'asc' : 'desc';
  const isAgain = address.sort === sort && address.direction === first;
  const other = first === 'asc' ? 'desc' : 'asc';
  return { ...firstPage(address), sort, direction: isAgain ? other : first };
}

type AllianceId = Id<'organisations.alliance'>;

/** The question to the register that the address stands for. */
export function filterOf(
  address: ListAddress,
  terms: {
    readonly within: readonly AllianceId[];
    /** By code. */
    readonly allianceIds: ReadonlyMap<string, AllianceId>;
    readonly periodCode: string;
    readonly today: IsoDate;
    readonly size: number;
  },
): ListFilter {
  const { columns: _, isRoomy: __, ...asked } = address;
  return {
    ...asked,
    within: terms.within,
    alliances: address.alliances.flatMap((code) => terms.allianceIds.get(code) ?? []),
    communeId: address.communeId as Id<'places.unit'> | null,
    periodCode: terms.periodCode,
    today: terms.today,
    size: terms.size,
  };
}
