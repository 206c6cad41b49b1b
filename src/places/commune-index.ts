import { clean, toneKey } from '#kernel/text-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { endedCommunes } from './ended-communes.ts';
import type { Unit } from './model.ts';
import { communesOfProvince, districtsOf } from './queries.ts';

export interface CommuneMatch {
  readonly status: 'found' | 'ambiguous' | 'unknown';
  readonly unit: Unit | null;
  /** Several of one name, or the nearest in spelling when none has it; at most five. */
  readonly candidates: readonly Unit[];
}

/** The communes of one province on one day, found by the words officers write. */
export interface CommuneIndex {
  find(communeText: string, districtText: string): CommuneMatch;
  byCode(code: string): Unit | undefined;
  /** `Huyện Lệ Thủy` for a commune of the time of districts; '' since. */
  districtName(unit: Unit): string;
  /** Whether what somebody wrote names the district in which the commune lies. */
  isInDistrict(unit: Unit, districtText: string): boolean;
  readonly communes: readonly Unit[];
}

export const KIND_WORDS =
  /^(xã|phường|thị trấn|đặc khu|tx\.?|tt\.?|p\.|x\.|huyện|quận|thị xã|thành phố|tp\.?|h\.|q\.)\s*/u;

export async function communeIndex(db: ReadDb, provinceCode: string, on: IsoDate): Promise<CommuneIndex> {
  const [communes, districts, variants] = [
    await communesOfProvince(db, provinceCode, on),
    await districtsOf(db, provinceCode, on),
    await variantsOf(db),
  ];
  const nameOf = new Map(districts.map((unit) => [unit.code, unit.fullName]));
  return indexOf(communes, (unit) => nameOf.get(unit.parentCode ?? '') ?? '', variants);
}

/** A commune that had ended by a day, with the name of the district it last lay in and what it is under the borders of that day. */
export interface EndedCommune {
  readonly unit: Unit;
  readonly districtName: string;
  readonly became: readonly Unit[];
}

export interface EndedIndex extends CommuneIndex {
  became(unit: Unit): readonly Unit[];
}

/** The communes that had ended by a day in what is the province then, by the words officers still write. */
export async function endedCommuneIndex(db: ReadDb, provinceCode: string, on: IsoDate): Promise<EndedIndex> {
  const ended = await endedCommunes(db, provinceCode, on);
  const byId = new Map(ended.map((each) => [each.unit.id, each]));
  const index = indexOf(
    ended.map((each) => each.unit),
    (unit) => byId.get(unit.id)?.districtName ?? '',
    await variantsOf(db),
  );
  return { ...index, became: (unit) => byId.get(unit.id)?.became ?? [] };
}

type Variants = readonly { readonly unit_code: string; readonly other_spelling: string }[];

async function variantsOf(db: ReadDb): Promise<Variants> {
  return await db.selectFrom('places.name_variant').select(['unit_code', 'other_spelling']).execute();
}

/** Pure: the index over given lists; a name matches with or without its kind, whatever the place of the tone mark. */
function indexOf(communes: readonly Unit[], districtName: (unit: Unit) => string, variants: Variants): CommuneIndex {
  const byCode = new Map(communes.map((unit) => [unit.code, unit]));
  const byKey = new Map<string, Unit[]>();
  const learn = (text: string, unit: Unit) => {
    const key = bareKey(text);
    const known = byKey.get(key) ?? [];
    if (!known.includes(unit)) byKey.set(key, [...known, unit]);
  };
  for (const unit of communes) learn(unit.fullName, unit);
  for (const variant of variants) {
    const unit = byCode.get(variant.unit_code);
    if (unit) learn(variant.other_spelling, unit);
  }
  return {
    communes,
    byCode: (code) => byCode.get(code),
    districtName,
    isInDistrict: (unit, text) => bareKey(text) !== '' && bareKey(districtName(unit)) === bareKey(text),
    find: (communeText, districtText) => {
      const named = byKey.get(bareKey(communeText)) ?? [];
      if (named.length === 0) return { status: 'unknown', unit: null, candidates: nearest(communes, communeText) };
      return choose(narrow(named, communeText, districtText, districtName));
    },
  };
}

function choose(candidates: readonly Unit[]): CommuneMatch {
  const [only, another] = candidates;
  if (only && !another) return { status: 'found', unit: only, candidates };
  return { status: 'ambiguous', unit: null, candidates: candidates.slice(0, 5) };
}

/** Of several communes of one name: those of the district named, then those of the kind named. */
function narrow(
  named: readonly Unit[],
  communeText: string,
  districtText: string,
  districtName: (unit: Unit) => string,
) {
  const districtKey = bareKey(districtText);
  const inDistrict = districtKey ? named.filter((unit) => bareKey(districtName(unit)) === districtKey) : [];
  const left = inDistrict.length > 0 ? inDistrict : named;
  if (left.length < 2) return left;
  const ofKind = left.filter((unit) => toneKey(unit.fullName) === toneKey(communeText));
  return ofKind.length > 0 ? ofKind : left;
}

/** `Xã Đức Ninh`, `đức ninh` and `x. Đức  Ninh` have one key. */
function bareKey(text: string): string {
  return toneKey(clean(text).toLowerCase().replace(KIND_WORDS, ''));
}

function nearest(communes: readonly Unit[], text: string): readonly Unit[] {
  const wanted = bareKey(text);
  if (!wanted) return [];
  return communes
    .map((unit) => ({ unit, distance: editDistance(bareKey(unit.fullName), wanted) }))
    .filter((one) => one.distance <= Math.max(1, Math.floor(wanted.length / 4)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 5)
    .map((one) => one.unit);
}

/** Levenshtein distance of two short words. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
