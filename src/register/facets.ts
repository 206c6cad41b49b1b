import type { Freshness, ListFilter, Missing } from './listing-model.ts';

/** Organisations that agree in everything a facet asks about, and how many they are. */
export interface Combination {
  readonly alliance: string;
  readonly kind: string;
  readonly status: string;
  readonly sector: string;
  readonly rating: string;
  readonly freshness: Freshness;
  readonly isNew: boolean;
  readonly missing: readonly Missing[];
  readonly organisations: number;
}

export type FacetName = 'alliances' | 'kinds' | 'statuses' | 'sectors' | 'ratings' | 'freshness' | 'missing' | 'isNew';

/** How many there are of each value, under all other facets as they are chosen. */
export type FacetCounts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

const VALUES_OF: Readonly<Record<FacetName, (one: Combination) => readonly string[]>> = {
  alliances: (one) => [one.alliance],
  kinds: (one) => [one.kind],
  statuses: (one) => [one.status],
  sectors: (one) => [one.sector],
  ratings: (one) => [one.rating],
  freshness: (one) => [one.freshness],
  missing: (one) => one.missing,
  isNew: (one) => (one.isNew ? ['yes'] : []),
};

const FACETS = Object.keys(VALUES_OF) as readonly FacetName[];

type Chosen = Pick<ListFilter, Exclude<FacetName, 'isNew'> | 'isNew'>;

/** The values chosen of each facet; none chosen: the facet asks nothing. */
export function chosenOf(filter: Chosen): Readonly<Record<FacetName, readonly string[]>> {
  return { ...filter, isNew: filter.isNew ? ['yes'] : [] };
}

/** Counts every facet over the combinations, and how many organisations satisfy all facets together. */
export function countFacets(
  combinations: readonly Combination[],
  filter: Chosen,
): { readonly facets: FacetCounts; readonly matching: number } {
  const chosen = chosenOf(filter);
  const satisfies = (one: Combination, facet: FacetName) =>
    chosen[facet].length === 0 || VALUES_OF[facet](one).some((value) => chosen[facet].includes(value));
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Record<
    FacetName,
    Map<string, number>
  >;
  let matching = 0;
  for (const one of combinations) {
    const broken = FACETS.filter((facet) => !satisfies(one, facet));
    if (broken.length === 0) matching += one.organisations;
    for (const facet of broken.length === 0 ? FACETS : broken.length === 1 ? broken : []) {
      const counts = facets[facet];
      for (const value of VALUES_OF[facet](one)) counts.set(value, (counts.get(value) ?? 0) + one.organisations);
    }
  }
  return { facets, matching };
}
