import { readDay } from '#kernel/day-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import { addDays, parseIsoDate } from '#kernel/time.ts';
import type { Borders, Grouping } from './model.ts';

/** A comparison as its address says it. */
export interface ComparisonAddress {
  readonly measure: string;
  readonly first: IsoDate;
  readonly second: IsoDate;
  readonly borders: Borders;
  /** Null: provinces in the rows; else the communes of that province. */
  readonly provinceCode: string | null;
  /** Names of fields whose words are no day. */
  readonly wrong: readonly ('tu' | 'den')[];
}

const BORDER_WORDS = { cu: 'first', moi: 'second', rieng: 'own' } as const;
const A_YEAR = 365;

/** What an address says wrongly falls back: the second day to today, the first to a year before it. */
export function readComparisonAddress(params: URLSearchParams, today: IsoDate): ComparisonAddress {
  const day = (name: 'tu' | 'den') => {
    const typed = (params.get(name) ?? '').trim();
    const read = readDay(typed);
    return { day: read.ok ? read.day : undefined, isWrong: typed !== '' && !read.ok };
  };
  const [from, until] = [day('tu'), day('den')];
  const second = until.day ?? today;
  const borders = params.get('gioi') ?? '';
  const province = params.get('tinh') ?? '';
  return {
    measure: (params.get('dem') ?? 'counted').slice(0, 80),
    first: from.day ?? addDays(second, -A_YEAR),
    second,
    borders:
      borders in BORDER_WORDS
        ? BORDER_WORDS[borders as keyof typeof BORDER_WORDS]
        : (parseIsoDate(borders) ?? 'second'),
    provinceCode: /^\d{2}$/.test(province) ? province : null,
    wrong: [...(from.isWrong ? (['tu'] as const) : []), ...(until.isWrong ? (['den'] as const) : [])],
  };
}

export function bordersWord(borders: Borders): string {
  return Object.entries(BORDER_WORDS).find(([, value]) => value === borders)?.[0] ?? borders;
}

export function writeComparisonAddress({ measure, first, second, borders, provinceCode }: ComparisonAddress): string {
  const params = new URLSearchParams({ dem: measure, tu: first, den: second, gioi: bordersWord(borders) });
  if (provinceCode !== null) params.set('tinh', provinceCode);
  return `?${params}`;
}

/** Records behind one figure: the measure on a day, in a group of the borders of another day. */
export interface BehindAddress {
  readonly measure: string;
  readonly on: IsoDate;
  readonly bordersOn: IsoDate;
  readonly grouping: Grouping;
  readonly group: string;
}

export function readBehindAddress(params: URLSearchParams): BehindAddress | undefined {
  const [on, bordersOn] = [parseIsoDate(params.get('ngay') ?? ''), parseIsoDate(params.get('gioi') ?? '')];
  const by = (['province', 'district', 'commune'] as const).find((each) => each === params.get('theo'));
  const [measure, group] = [params.get('dem'), params.get('nhom')];
  if (!on || !bordersOn || !by || !measure || !group) return undefined;
  const province = params.get('tinh') ?? '';
  return {
    measure: measure.slice(0, 80),
    on,
    bordersOn,
    grouping: { by, provinceCode: /^\d{2}$/.test(province) ? province : null },
    group: group.slice(0, 60),
  };
}

export function writeBehindAddress({ measure, on, bordersOn, grouping, group }: BehindAddress): string {
  const params = new URLSearchParams({ dem: measure, ngay: on, gioi: bordersOn, theo: grouping.by, nhom: group });
  if (grouping.provinceCode !== null) params.set('tinh', grouping.provinceCode);
  return `/van-phong/so-bo/dia-gioi/to-chuc?${params}`;
}
