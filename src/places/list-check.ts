import { parseIsoDate } from '#kernel/time.ts';
import type { PlaceFiles, Row } from './list-files.ts';

/** Something that is wrong with a list: where, and what. The row is that of the file, the head being 1. */
export interface ListProblem {
  readonly file: string;
  readonly row: number | null;
  readonly code:
    | 'column-missing'
    | 'no-rows'
    | 'value-missing'
    | 'not-a-day'
    | 'level-unknown'
    | 'uid-wrong'
    | 'uid-twice'
    | 'ends-before-it-begins'
    | 'versions-overlap'
    | 'parent-missing'
    | 'ends-without-change'
    | 'unit-unknown'
    | 'successor-not-there'
    | 'change-twice'
    | 'share-unknown'
    | 'not-a-number'
    | 'version-lost';
  readonly value: string;
}

const COLUMNS: Readonly<Record<'units' | 'changes' | 'variants' | 'sizes' | 'parts', readonly string[]>> = {
  units: [
    'uid',
    'level',
    'code',
    'full_name',
    'kind',
    'name',
    'parent_code',
    'province_code',
    'valid_from',
    'valid_to',
  ],
  changes: ['change_id', 'effective_date', 'level', 'old_uid', 'new_uid', 'change_type', 'share'],
  variants: ['code', 'other_spelling', 'where'],
  sizes: ['code', 'area_km2', 'population'],
  parts: ['change_id', 'weight'],
};

/** Everything that is wrong with a list, in the order of its rows. `known`: uids of the versions that are here already. */
export function listProblems(files: PlaceFiles, known: readonly string[]): readonly ListProblem[] {
  const missing = Object.entries(COLUMNS).flatMap(([which, columns]): readonly ListProblem[] => {
    const file = files[which as keyof typeof COLUMNS];
    const isLeftOut = file.rows.length === 0 && which !== 'units' && which !== 'changes';
    if (file.rows.length === 0) return isLeftOut ? [] : [{ file: file.name, row: null, code: 'no-rows', value: '' }];
    return columns
      .filter((column) => !file.columns.includes(column))
      .map((value) => ({ file: file.name, row: 1, code: 'column-missing', value }));
  });
  if (missing.length > 0) return missing;
  const single = files.units.rows.flatMap((row, at) => unitProblems(row).map((each) => ({ ...each, at })));
  const problems = single.map(({ at, ...each }) => ({ file: files.units.name, row: at + 2, ...each }));
  if (problems.length > 0) return problems;
  return [...betweenUnits(files), ...changeProblems(files), ...numberProblems(files), ...lostVersions(files, known)];
}

type Found = Pick<ListProblem, 'code' | 'value'>;

function unitProblems(row: Row): readonly Found[] {
  const empty = ['uid', 'code', 'full_name', 'kind', 'name', 'province_code', 'valid_from'].filter(
    (name) => !row[name],
  );
  if (empty.length > 0) return empty.map((value) => ({ code: 'value-missing' as const, value }));
  const [from, until] = [parseIsoDate(row.valid_from ?? ''), row.valid_to ? parseIsoDate(row.valid_to) : null];
  if (!from || until === undefined) return [{ code: 'not-a-day', value: (from ? row.valid_to : row.valid_from) ?? '' }];
  return [
    ...(['1', '2', '3'].includes(row.level ?? '') ? [] : [{ code: 'level-unknown' as const, value: row.level ?? '' }]),
    ...(row.uid === `${row.code}@${from}` ? [] : [{ code: 'uid-wrong' as const, value: row.uid ?? '' }]),
    ...(until !== null && until <= from ? [{ code: 'ends-before-it-begins' as const, value: row.uid ?? '' }] : []),
  ];
}

function betweenUnits(files: PlaceFiles): readonly ListProblem[] {
  const { rows, name } = files.units;
  const numbered = rows.map((row, at) => ({ row, line: at + 2 }));
  const byCode = Map.groupBy(numbered, ({ row }) => `${row.level} ${row.code}`);
  const changedOut = new Set(files.changes.rows.map((row) => `${row.old_uid} ${row.effective_date}`));
  const say = (line: number, code: ListProblem['code'], value = ''): ListProblem => ({
    file: name,
    row: line,
    code,
    value,
  });
  return numbered.flatMap(({ row, line }) => {
    const siblings = byCode.get(`${row.level} ${row.code}`) ?? [];
    const earlier = siblings.filter((other) => other.line < line);
    if (earlier.some((other) => other.row.uid === row.uid)) return [say(line, 'uid-twice', row.uid)];
    return [
      ...(earlier.some((other) => overlap(other.row, row)) ? [say(line, 'versions-overlap', row.uid)] : []),
      ...(hasParent(row, byCode) ? [] : [say(line, 'parent-missing', `${row.uid} (${row.parent_code})`)]),
      ...(row.valid_to && !changedOut.has(`${row.uid} ${row.valid_to}`)
        ? [say(line, 'ends-without-change', row.uid)]
        : []),
    ];
  });
}

const END = '9999-12-31';

function overlap(a: Row, b: Row): boolean {
  return (a.valid_from ?? '') < (b.valid_to || END) && (b.valid_from ?? '') < (a.valid_to || END);
}

/** Whether units of the level above, of that code, stand on every day on which this one stands. */
function hasParent(row: Row, byCode: ReadonlyMap<string, readonly { readonly row: Row }[]>): boolean {
  if (!row.parent_code) return row.level === '1';
  const parents = ['1', '2'].flatMap((level) => byCode.get(`${level} ${row.parent_code}`) ?? []);
  let covered = row.valid_from ?? '';
  for (const { row: parent } of parents.toSorted((a, b) =>
    (a.row.valid_from ?? '') < (b.row.valid_from ?? '') ? -1 : 1,
  ))
    if ((parent.valid_from ?? '') <= covered && (parent.valid_to || END) > covered) covered = parent.valid_to || END;
  return covered >= (row.valid_to || END);
}

function changeProblems(files: PlaceFiles): readonly ListProblem[] {
  const { rows, name } = files.changes;
  const units = new Map(files.units.rows.map((row) => [row.uid ?? '', row]));
  const firstRowOf = new Map(rows.map((row, at) => [row.change_id ?? '', at] as const).toReversed());
  return rows.flatMap((row, at) => {
    const isTwice = row.change_id !== '' && firstRowOf.get(row.change_id ?? '') !== at;
    const problems: readonly Found[] = [
      ...(isTwice ? [{ code: 'change-twice' as const, value: row.change_id ?? '' }] : []),
      ...changeWordProblems(row),
      ...changeUnitProblems(row, units),
    ];
    return problems.map((each) => ({ file: name, row: at + 2, ...each }));
  });
}

function changeWordProblems(row: Row): readonly Found[] {
  const { change_id: id = '', effective_date: day = '', share = '' } = row;
  return [
    ...(id === '' ? [{ code: 'value-missing' as const, value: 'change_id' }] : []),
    ...(parseIsoDate(day) ? [] : [{ code: 'not-a-day' as const, value: day }]),
    ...(['full', 'part', 'remainder'].includes(share) ? [] : [{ code: 'share-unknown' as const, value: share }]),
  ];
}

function changeUnitProblems(row: Row, units: ReadonlyMap<string, Row>): readonly Found[] {
  const { old_uid: oldUid = '', new_uid: newUid = '', effective_date: day = '' } = row;
  const unknown = [oldUid, newUid].filter((uid) => uid !== '' && !units.has(uid));
  const next = units.get(newUid);
  const isThere = !next || ((next.valid_from ?? '') <= day && (next.valid_to || END) > day);
  return [
    ...unknown.map((value) => ({ code: 'unit-unknown' as const, value })),
    ...(isThere ? [] : [{ code: 'successor-not-there' as const, value: newUid }]),
  ];
}

const NUMBER = /^\d+(\.\d+)?$/;

function numberProblems(files: PlaceFiles): readonly ListProblem[] {
  const of = (file: PlaceFiles['sizes'], columns: readonly string[], mayBeEmpty: boolean): readonly ListProblem[] =>
    file.rows.flatMap((row, at) =>
      columns
        .map((column) => row[column] ?? '')
        .filter((value) => !NUMBER.test(value) && !(mayBeEmpty && value === ''))
        .map((value) => ({ file: file.name, row: at + 2, code: 'not-a-number' as const, value })),
    );
  return [...of(files.sizes, ['area_km2', 'population'], true), ...of(files.parts, ['weight'], false)];
}

/** A version that is here may end otherwise in a newer list, but it may not vanish or begin on another day. */
function lostVersions(files: PlaceFiles, known: readonly string[]): readonly ListProblem[] {
  const given = new Set(files.units.rows.map((row) => row.uid ?? ''));
  return known
    .filter((uid) => !given.has(uid))
    .map((uid) => ({ file: files.units.name, row: null, code: 'version-lost', value: uid }));
}
