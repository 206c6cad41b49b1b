import { readSeed } from '#platform/files/seed.server.ts';
import type { Random } from './random.ts';

interface Weighted {
  readonly item: string;
  readonly weight: number;
}

/** Word lists from which synthetic names are put together; no list holds a person's or a cooperative's whole name. */
export interface NameLists {
  readonly families: Readonly<Record<string, readonly Weighted[]>>;
  readonly middles: { readonly men: readonly Weighted[]; readonly women: readonly Weighted[] };
  readonly given: { readonly men: readonly Weighted[]; readonly women: readonly Weighted[] };
  readonly patterns: Readonly<Record<string, readonly Weighted[]>>;
  readonly words: readonly string[];
  readonly products: Readonly<Record<string, readonly string[]>>;
}

export async function readNameLists(): Promise<NameLists> {
  const [families, middles, given, patterns, words, products] = await Promise.all(
    ['names-family', 'names-middle', 'names-given', 'coop-naming-patterns', 'coop-words', 'products'].map(
      async (name) => (await readSeed(`names/${name}.csv`)).rows,
    ),
  );
  const number = (text: string | undefined) => Number(text || '0');
  const gendered = (rows: typeof middles, gender: string, key: string, weight: string) =>
    (rows ?? [])
      .filter((row) => row.gender === gender || row.gender === 'U')
      .map((row) => ({ item: row[key] ?? '', weight: number(row[weight]) }))
      .filter((one) => one.weight > 0);
  const provinces = ['38', '40', '42', '44', '45', '46'];
  return {
    families: Object.fromEntries(
      provinces.map((code) => [
        code,
        (families ?? []).map((row) => ({ item: row.family_name ?? '', weight: number(row[`weight_${code}`]) })),
      ]),
    ),
    middles: {
      men: gendered(middles, 'M', 'middle_name', 'weight_born_before_1985'),
      women: gendered(middles, 'F', 'middle_name', 'weight_born_before_1985'),
    },
    given: {
      men: gendered(given, 'M', 'given_name', 'sample_count'),
      women: gendered(given, 'F', 'given_name', 'sample_count'),
    },
    patterns: Object.fromEntries(
      [...Map.groupBy(patterns ?? [], (row) => row.sector_code ?? '')].map(([sector, rows]) => [
        sector,
        rows.map((row) => ({ item: row.pattern ?? '', weight: number(row.weight) })),
      ]),
    ),
    words: (words ?? []).map((row) => row.word ?? ''),
    products: Object.fromEntries(
      [...Map.groupBy(products ?? [], (row) => row.province_code_2024 ?? '')].map(([province, rows]) => [
        province,
        rows.map((row) => (row.product ?? '').toLowerCase().split(' ').slice(0, 2).join(' ')),
      ]),
    ),
  };
}

/** A synthetic full name: family, middle and given name drawn apart. */
export function personName(lists: NameLists, provinceCode: string, random: Random): string {
  const isWoman = random.chance(0.18);
  const middles = isWoman ? lists.middles.women : lists.middles.men;
  const given = isWoman ? lists.given.women : lists.given.men;
  return [random.weighted(lists.families[provinceCode] ?? []), random.weighted(middles), random.weighted(given)].join(
    ' ',
  );
}

/** A synthetic name of a cooperative that none of `taken` bears in this commune. */
export function cooperativeName(
  lists: NameLists,
  where: { readonly sectorCode: string; readonly provinceCode: string; readonly communeName: string },
  taken: Set<string>,
  random: Random,
): string {
  const patterns = lists.patterns[where.sectorCode] ?? lists.patterns.khac ?? [];
  for (let tries = 0; ; tries += 1) {
    const filled = random
      .weighted(patterns)
      .replaceAll('{commune}', where.communeName)
      .replaceAll('{village}', random.pick(lists.words))
      .replaceAll('{word}', random.pick(lists.words))
      .replaceAll('{product}', random.pick(lists.products[where.provinceCode] ?? ['nông sản']))
      .replaceAll('{ordinal_cardinal}', random.pick(['I', 'II', '1', '2', '3']));
    const name = tries < 6 ? filled : `${filled} ${random.pick(lists.words)}`;
    const key = `${name}|${where.communeName}`.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}
