import { assert } from '#kernel/assert.ts';
import { readSeed } from '#platform/files/seed.server.ts';
import {
  maskingLabels,
  peopleLabels,
  purposeLabels,
  retentionLabels,
  sensitivityLabels,
  viewerLabels,
} from './messages.vi.ts';
import type { DataMap, MappedColumn, Masking, People, Purpose, Retention, Sensitivity, Viewer } from './model.ts';

/** The data map as it ships with the product: what a release stores, that release declares. */
export async function readDataMap(): Promise<DataMap> {
  const { rows, sha256 } = await readSeed('data-map.csv');
  for (const row of rows) {
    const [problem] = problemsOf(row);
    assert(problem === undefined, `the data map is whole: ${row.column}: ${problem}`);
  }
  return { columns: rows.map(columnOf), sha256 };
}

type Row = Readonly<Record<string, string>>;

/** What a row of the file lacks; empty: nothing. Every word is of a closed list, so that "other" is none. */
export function problemsOf(row: Row): readonly string[] {
  const viewers = (row.viewers ?? '').split(' ').filter(Boolean);
  return [
    ...(/^[a-z_]+\.[a-z_0-9]+\.[a-z_0-9]+$/.test(row.column ?? '') ? [] : ['its name is not schema.table.column']),
    ...(row.data ? [] : ['does not say what it holds']),
    ...known('people', row.people, peopleLabels),
    ...known('purpose', row.purpose, purposeLabels),
    ...(row.basis ? [] : ['has no basis']),
    ...(/^(S\d+|K|D)$/.test(row.certainty ?? '') ? [] : ['does not say how certain its basis is']),
    ...known('retention', row.retention, retentionLabels),
    ...(viewers.length > 0 ? [] : ['has no viewers']),
    ...viewers.flatMap((viewer) => known('viewer', viewer, viewerLabels)),
    ...known('sensitivity', row.sensitivity, sensitivityLabels),
    ...known('masking', row.masking, maskingLabels),
  ];
}

function known(what: string, word: string | undefined, labels: Readonly<Record<string, string>>): readonly string[] {
  return word !== undefined && word !== '' && Object.hasOwn(labels, word)
    ? []
    : [`has no ${what} of the list: “${word}”`];
}

function columnOf(row: Row): MappedColumn {
  return {
    column: row.column ?? '',
    data: row.data ?? '',
    people: row.people as People,
    purpose: row.purpose as Purpose,
    basis: row.basis ?? '',
    certainty: row.certainty ?? '',
    retention: row.retention as Retention,
    viewers: (row.viewers ?? '').split(' ') as Viewer[],
    sensitivity: row.sensitivity as Sensitivity,
    masking: row.masking as Masking,
  };
}

/** By table, in the order of the file. */
export function byTable(columns: readonly MappedColumn[]): ReadonlyMap<string, readonly MappedColumn[]> {
  return Map.groupBy(columns, ({ column }) => column.slice(0, column.lastIndexOf('.')));
}
