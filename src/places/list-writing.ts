import { sql } from 'kysely';
import type { Fraction } from '#kernel/fraction.ts';
import { fractionOf } from '#kernel/fraction.ts';
import { referenceId } from '#kernel/ids.ts';
import { fold } from '#kernel/text-vi.ts';
import { isoDate } from '#kernel/time.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { orNull } from '#platform/files/seed.server.ts';
import type { ListedChange, ListedUnit } from './editions.ts';
import type { Equivalence } from './equivalences.ts';
import { equivalencesOf } from './equivalences.ts';
import type { ListFile, PlaceFiles, Row } from './list-files.ts';
import type { UnitId } from './model.ts';
import type { Sizes } from './steps.ts';

/** The setting that says which list is loaded. */
export const LIST_SETTING = 'places.list';

/** How many rows go in one statement, so that its text stays small. */
const ROWS_A_STATEMENT = 10_000;

export async function knownUids(db: ReadDb): Promise<readonly string[]> {
  const known = await db.selectFrom('places.unit').select('uid').execute();
  return known.map(({ uid }) => uid);
}

/** Takes a checked list: versions are added or changed by uid, everything that is derived is made anew. */
export async function writePlaces(tx: Tx, files: PlaceFiles): Promise<void> {
  await writeUnits(tx, files.units.rows);
  await writeChanges(tx, files.changes.rows);
  await sql`delete from places.name_variant`.execute(tx);
  await sql`insert into places.name_variant (unit_code, other_spelling, seen_in)
    select distinct on (code, other_spelling) code, other_spelling, "where"
      from jsonb_to_recordset(${JSON.stringify(files.variants.rows)}::jsonb)
        as row(code text, other_spelling text, "where" text)`.execute(tx);
  await writeMeasures(tx, files);
  const { editions, equivalences } = equivalencesOf(listedUnits(files), listedChanges(files), sizesOf(files));
  await sql`delete from places.edition`.execute(tx);
  const dated = editions.map(({ validFrom, validUntil, ...counts }) => ({
    valid_from: validFrom,
    valid_until: validUntil,
    ...counts,
  }));
  await sql`insert into places.edition select * from jsonb_populate_recordset(null::places.edition, ${JSON.stringify(dated)}::jsonb)`.execute(
    tx,
  );
  for (let at = 0; at < equivalences.length; at += ROWS_A_STATEMENT)
    await writeEquivalences(tx, equivalences.slice(at, at + ROWS_A_STATEMENT));
}

function idOf(uid: string): UnitId;
function idOf(uid: string | null): UnitId | null;
function idOf(uid: string | null): UnitId | null {
  return uid === null ? null : referenceId(`places.unit:${uid}`);
}

/** Earlier versions first: where one now ends, another may begin. */
async function writeUnits(tx: Tx, rows: readonly Row[]): Promise<void> {
  const units = rows
    .toSorted((a, b) => ((a.valid_from ?? '') < (b.valid_from ?? '') ? -1 : 1))
    .map((row) => ({
      ...row,
      id: idOf(row.uid ?? ''),
      search_key: fold(row.name ?? ''),
      parent_code: orNull(row.parent_code),
      start_basis: row.start_basis ?? '',
      valid_until: orNull(row.valid_to),
    }));
  await sql`insert into places.unit
    select * from jsonb_populate_recordset(null::places.unit, ${JSON.stringify(units)}::jsonb)
    on conflict (id) do update set valid_until = excluded.valid_until, full_name = excluded.full_name,
      name = excluded.name, search_key = excluded.search_key, kind = excluded.kind, parent_code = excluded.parent_code,
      province_code = excluded.province_code, start_basis = excluded.start_basis`.execute(tx);
}

async function writeChanges(tx: Tx, rows: readonly Row[]): Promise<void> {
  const changes = rows.map((row) => ({
    id: row.change_id,
    effective_on: row.effective_date,
    level: row.level,
    old_unit_id: idOf(orNull(row.old_uid)),
    new_unit_id: idOf(orNull(row.new_uid)),
    change_type: row.change_type,
    share: row.share,
    resolution: row.resolution ?? '',
    basis: row.basis ?? '',
    note: row.note ?? '',
  }));
  await sql`delete from places.unit_change`.execute(tx);
  await sql`insert into places.unit_change
    select * from jsonb_populate_recordset(null::places.unit_change, ${JSON.stringify(changes)}::jsonb)`.execute(tx);
}

async function writeMeasures(tx: Tx, files: PlaceFiles): Promise<void> {
  const measures = [...measured(files)].map(([uid, row]) => ({
    unit_id: idOf(uid),
    area_km2: orNull(row.area_km2),
    population: orNull(row.population),
  }));
  await sql`delete from places.unit_measure`.execute(tx);
  await sql`insert into places.unit_measure
    select * from jsonb_populate_recordset(null::places.unit_measure, ${JSON.stringify(measures)}::jsonb)`.execute(tx);
}

async function writeEquivalences(tx: Tx, equivalences: readonly Equivalence[]): Promise<void> {
  const rows = equivalences.map((each) => [
    idOf(each.uid),
    each.sinceOn,
    each.editionOn,
    idOf(each.targetUid),
    each.provinceCode,
    each.basis,
    each.weighedBy,
    each.isEstimate,
    String(each.share.numerator),
    String(each.share.denominator),
  ]);
  const column = (at: number) => rows.map((row) => row[at] ?? null);
  await sql`insert into places.equivalence
    (unit_id, since_on, edition_on, target_id, province_code, basis, weighed_by, is_estimate, numerator, denominator)
    select * from unnest(${column(0)}::uuid[], ${column(1)}::date[], ${column(2)}::date[], ${column(3)}::uuid[], ${column(4)}::text[],
      ${column(5)}::text[], ${column(6)}::text[], ${column(7)}::boolean[], ${column(8)}::numeric[], ${column(9)}::numeric[])`.execute(
    tx,
  );
}

export function listedUnits({ units }: Pick<PlaceFiles, 'units'>): readonly ListedUnit[] {
  return units.rows.map((row) => ({
    uid: row.uid ?? '',
    level: Number(row.level) as ListedUnit['level'],
    code: row.code ?? '',
    fullName: row.full_name ?? '',
    parentCode: orNull(row.parent_code),
    provinceCode: row.province_code ?? '',
    validFrom: isoDate(row.valid_from ?? ''),
    validUntil: row.valid_to ? isoDate(row.valid_to) : null,
  }));
}

export function listedChanges({ changes }: Pick<PlaceFiles, 'changes'>): readonly ListedChange[] {
  return changes.rows.map((row) => ({
    id: row.change_id ?? '',
    effectiveOn: isoDate(row.effective_date ?? ''),
    oldUid: orNull(row.old_uid),
    newUid: orNull(row.new_uid),
    share: row.share ?? '',
  }));
}

/** The sizes of the communes that stand now, by uid; codes alone say nothing of the day. */
function measured(files: PlaceFiles): ReadonlyMap<string, Row> {
  const standing = new Map(
    files.units.rows.filter((row) => row.level === '3' && !row.valid_to).map((row) => [row.code, row.uid ?? '']),
  );
  return new Map(
    files.sizes.rows.flatMap((row): [string, Row][] => {
      const uid = standing.get(row.code ?? '');
      return uid ? [[uid, row]] : [];
    }),
  );
}

export function sizesOf(files: PlaceFiles): Sizes {
  const sizes = measured(files);
  const by = (column: string) => numbers([...sizes].map(([uid, row]) => [uid, row[column] ?? '']));
  return {
    population: by('population'),
    area: by('area_km2'),
    recorded: numbers(files.parts.rows.map((row: ListFile['rows'][number]) => [row.change_id ?? '', row.weight ?? ''])),
  };
}

function numbers(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, Fraction> {
  return new Map(
    pairs.flatMap(([key, text]): [string, Fraction][] => {
      const size = fractionOf(text);
      return size ? [[key, size]] : [];
    }),
  );
}
