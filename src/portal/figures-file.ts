import { harmless } from '#kernel/csv.ts';
import type { SnapshotFile } from '#review/public.ts';

/** One indicator of a locked review as a file for reuse; null is missing, never 0. Undefined: no such indicator. */
export function figuresFile(
  file: SnapshotFile,
  indicator: string,
  format: 'csv' | 'json',
): { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } | undefined {
  const { snapshot } = file;
  const definition = snapshot.definitions.find((one) => one.code === indicator);
  const figure = snapshot.figures[indicator];
  if (!definition || !figure) return undefined;
  const rows = [
    ...snapshot.units.map((unit) => ({
      unit: unit.code,
      province: unit.provinceName,
      amount: figure.current.byUnit[unit.code] ?? null,
    })),
    { unit: snapshot.cluster.code, province: snapshot.cluster.shortName, amount: figure.current.total },
  ];
  const about = {
    indicator,
    name: definition.name,
    unit: definition.unit,
    definition: definition.definition,
    period: snapshot.period.code,
    asOf: snapshot.period.lastDay,
    snapshot: file.hash,
    isDemo: snapshot.isDemo,
  };
  const name = `${indicator}-${snapshot.period.code}.${format}`;
  if (format === 'json')
    return { name, mediaType: 'application/json', bytes: bytesOf(JSON.stringify({ ...about, rows }, null, 2)) };
  const head = ['unit', 'province', 'amount', ...Object.keys(about)];
  const lines = rows.map((row) => [row.unit, row.province, row.amount ?? '', ...Object.values(about).map(String)]);
  return {
    name,
    mediaType: 'text/csv; charset=utf-8',
    bytes: bytesOf(`\ufeff${[head, ...lines].map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`),
  };
}

/** Quoted where needed; a field that a spreadsheet would run as a formula gets an apostrophe. */
function csvField(text: string): string {
  const safe = /^-?\d+(\.\d+)?$/.test(text) ? text : harmless(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
