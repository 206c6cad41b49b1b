import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupName, newestBackup, supersededBackups, takenAt } from './rotation.ts';

const DAY_MS = 86_400_000;
/** 01:30 in Việt Nam on 16/03/2026, a Monday. */
const TODAY = Date.parse('2026-03-15T18:30:00Z');
const nightly = (count: number) =>
  Array.from({ length: count }, (_, ago) => backupName(new Date(TODAY - ago * DAY_MS)));
const keptOf = (names: readonly string[]) => {
  const gone = supersededBackups(names);
  return names.filter((name) => !gone.includes(name)).sort();
};

test('ADM-02 after two years of nights, seven days, four weeks and twelve months are kept', () => {
  const kept = keptOf(nightly(730)).map((name) => takenAt(name)?.toISOString().slice(0, 10));

  // In UTC a day earlier: the Sundays of the weeks before, the last night of each month before.
  expect(kept).toEqual([
    ...['2025-04-29', '2025-05-30', '2025-06-29', '2025-07-30', '2025-08-30', '2025-09-29', '2025-10-30', '2025-11-29'],
    ...['2025-12-30', '2026-01-30', '2026-02-27', '2026-02-28', '2026-03-07'],
    ...['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14', '2026-03-15'],
  ]);
});

test('a week of backups is kept whole, and a machine that was off for months loses none of its last seven', () => {
  expect(supersededBackups(nightly(7))).toEqual([]);
  const old = nightly(7).map((name) => backupName(new Date((takenAt(name)?.getTime() ?? 0) - 300 * DAY_MS)));
  expect(supersededBackups(old)).toEqual([]);
});

test('ADM-02 what is not a backup of ours is never taken away, whatever its name', () => {
  const strange = [
    'hopluc-tay.hlb',
    'hopluc-20260316T013000Z.hlb.4711',
    '../x',
    'hopluc-20269916T013000Z.hlb',
    'backup-key',
  ];

  expect(supersededBackups([...nightly(100), ...strange]).some((name) => strange.includes(name))).toBe(false);
  expect(newestBackup([...strange, ...nightly(3)])).toBe(nightly(1)[0]);
  expect(newestBackup(strange)).toBeUndefined();
});

test('of whatever nights the newest is kept, and one run after the other takes nothing more away', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 300 }), (hours) => {
      const names = hours.map((ago) => backupName(new Date(TODAY - ago * 3_600_000)));
      const kept = keptOf(names);

      expect(kept.at(-1)).toBe(newestBackup(names));
      expect(supersededBackups(kept)).toEqual([]);
      expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12);
    }),
  );
});

test('the name of a backup tells its moment', () => {
  const at = new Date('2026-03-15T18:30:05.123Z');

  expect(backupName(at)).toBe('hopluc-20260315T183005Z.hlb');
  expect(takenAt(backupName(at))).toEqual(new Date('2026-03-15T18:30:05Z'));
});
