import type { IsoDate } from '#kernel/time.ts';
import { isoDate } from '#kernel/time.ts';
import type { CommuneIndex, Unit, UnitId } from '#places/public.ts';
import { changesFrom, communeIndex, listProvinces } from '#places/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { Finder } from './finder.ts';

/** The last day on which there were districts. */
const LAST_DAY_OF_DISTRICTS = isoDate('2025-06-30');

/** What is needed to recognise a commune in a file of that day. */
export interface PlaceBooks {
  /** Communes as of the cut-off. */
  readonly current: CommuneIndex;
  /** Communes of the time of districts that now lie in the province; empty before districts ended. */
  readonly ended: readonly CommuneIndex[];
  /** Full names of the present communes that an ended one went into, by its id. */
  readonly successors: ReadonlyMap<UnitId, readonly Unit[]>;
}

/** Loads the communes of a province as of the cut-off, and after 30/06/2025 those that went into them. */
export async function loadPlaceBooks(db: ReadDb, provinceCode: string, cutOff: IsoDate): Promise<PlaceBooks> {
  const current = await communeIndex(db, provinceCode, cutOff);
  if (cutOff <= LAST_DAY_OF_DISTRICTS) return { current, ended: [], successors: new Map() };
  const provinces = await listProvinces(db, LAST_DAY_OF_DISTRICTS);
  const became = await changesFrom(
    db,
    provinces.map((province) => province.id),
  );
  const codes = new Set([
    provinceCode,
    ...became.flatMap(({ oldUnit, newUnit }) => (oldUnit && newUnit?.code === provinceCode ? [oldUnit.code] : [])),
  ]);
  const known = new Set(provinces.map((province) => province.code));
  const ended: CommuneIndex[] = [];
  for (const code of codes) if (known.has(code)) ended.push(await communeIndex(db, code, LAST_DAY_OF_DISTRICTS));
  const changes = await changesFrom(
    db,
    ended.flatMap((index) => index.communes.map((unit) => unit.id)),
  );
  const successors = new Map<UnitId, Unit[]>();
  for (const { oldUnit, newUnit } of changes) {
    if (oldUnit && newUnit) successors.set(oldUnit.id, [...(successors.get(oldUnit.id) ?? []), newUnit]);
  }
  return { current, ended, successors };
}

export interface WrittenPlace {
  readonly commune: string;
  readonly district: string;
  /** Five digits; undefined when none is given. */
  readonly code: string | undefined;
}

export interface PlaceCells {
  readonly sheet: string;
  readonly commune: string;
  readonly code: string;
}

/** The commune that is meant, or null after saying what is unclear; the words are kept as written either way. */
export function recognisePlace(
  written: WrittenPlace,
  books: PlaceBooks,
  at: PlaceCells,
  finder: Finder,
): UnitId | null {
  const byName = books.current.find(written.commune, written.district);
  if (written.code !== undefined) {
    const byCode = books.current.byCode(written.code);
    if (byCode) {
      if (byName.candidates.every((unit) => unit.id !== byCode.id) || byName.status === 'unknown') {
        const facts = { code: written.code, named: byCode.fullName, text: written.commune };
        finder.say(at.sheet, at.code, 'workbooks.place.code-disagrees', facts);
      }
      return byCode.id;
    }
    finder.say(at.sheet, at.code, 'workbooks.place.code-unknown', { code: written.code });
  }
  if (byName.status === 'found' && byName.unit) {
    sayEndedDistrict(written, books, at, finder);
    return byName.unit.id;
  }
  if (byName.status === 'ambiguous') {
    const candidates = byName.candidates.map((unit) => withDistrict(unit, books.current));
    finder.say(at.sheet, at.commune, 'workbooks.place.ambiguous', { text: written.commune, candidates });
    return null;
  }
  sayUnknown(written, books, byName.candidates, at, finder);
  return null;
}

function sayEndedDistrict(written: WrittenPlace, books: PlaceBooks, at: PlaceCells, finder: Finder): void {
  if (books.ended.length === 0 || written.district === '') return;
  finder.say(at.sheet, at.commune, 'workbooks.place.district-ended', { district: written.district, communes: [] });
}

/** Not a commune of the cut-off: an ended one with what it became, or a misspelling with what is nearest. */
function sayUnknown(
  written: WrittenPlace,
  books: PlaceBooks,
  nearest: readonly Unit[],
  at: PlaceCells,
  finder: Finder,
): void {
  for (const index of books.ended) {
    const { unit } = index.find(written.commune, written.district);
    const became = unit ? (books.successors.get(unit.id) ?? []) : [];
    if (!unit) continue;
    const facts = { text: withDistrict(unit, index), communes: became.map((one) => one.fullName) };
    finder.say(at.sheet, at.commune, 'workbooks.place.commune-ended', facts);
    return;
  }
  const candidates = nearest.map((unit) => withDistrict(unit, books.current));
  finder.say(at.sheet, at.commune, 'workbooks.place.unknown', { text: written.commune, candidates });
}

function withDistrict(unit: Unit, index: CommuneIndex): string {
  const district = index.districtName(unit);
  return district === '' ? unit.fullName : `${unit.fullName} (${district})`;
}
