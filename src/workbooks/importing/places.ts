import type { IsoDate } from '#kernel/time.ts';
import type { CommuneIndex, EndedIndex, Unit, UnitId } from '#places/public.ts';
import { communeIndex, endedCommuneIndex } from '#places/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { Finder } from './finder.ts';

/** What is needed to recognise a commune in a file of that day. */
export interface PlaceBooks {
  /** Communes as of the cut-off. */
  readonly current: CommuneIndex;
  /** Communes that had ended by then and lie in what is now the province. */
  readonly ended: EndedIndex;
  /** Whether the cut-off lies in the time of districts. */
  readonly hasDistricts: boolean;
}

/** Loads the communes of a province as of the cut-off, and those that had ended by then. */
export async function loadPlaceBooks(db: ReadDb, provinceCode: string, cutOff: IsoDate): Promise<PlaceBooks> {
  const current = await communeIndex(db, provinceCode, cutOff);
  return {
    current,
    ended: await endedCommuneIndex(db, provinceCode, cutOff),
    hasDistricts: current.communes.some((unit) => current.districtName(unit) !== ''),
  };
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
  const meant = endedMeant(written, books, byName.unit);
  if (meant) return sayEnded(meant, books.ended, at, finder);
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
  const { unit } = books.ended.find(written.commune, written.district);
  if (unit) return sayEnded(unit, books.ended, at, finder);
  const candidates = byName.candidates.map((each) => withDistrict(each, books.current));
  finder.say(at.sheet, at.commune, 'workbooks.place.unknown', { text: written.commune, candidates });
  return null;
}

/**
 * Since districts ended, a commune written with its district is an old one, though a new one elsewhere may bear its name
 * or its code: codes and names were given again. Undefined where the old one went into the one found.
 */
function endedMeant(written: WrittenPlace, books: PlaceBooks, found: Unit | null): Unit | undefined {
  if (books.hasDistricts || written.district === '') return undefined;
  const { unit } = books.ended.find(written.commune, written.district);
  if (!unit || !books.ended.isInDistrict(unit, written.district)) return undefined;
  return books.ended.became(unit).some((each) => each.id === found?.id) ? undefined : unit;
}

function sayEndedDistrict(written: WrittenPlace, books: PlaceBooks, at: PlaceCells, finder: Finder): void {
  if (books.hasDistricts || written.district === '') return;
  finder.say(at.sheet, at.commune, 'workbooks.place.district-ended', { district: written.district, communes: [] });
}

function sayEnded(unit: Unit, ended: EndedIndex, at: PlaceCells, finder: Finder): null {
  const facts = {
    text: withDistrict(unit, ended),
    communes: ended.became(unit).map((one) => one.fullName),
    endedOn: unit.validUntil,
  };
  finder.say(at.sheet, at.commune, 'workbooks.place.commune-ended', facts);
  return null;
}

function withDistrict(unit: Unit, index: CommuneIndex): string {
  const district = index.districtName(unit);
  return district === '' ? unit.fullName : `${unit.fullName} (${district})`;
}
