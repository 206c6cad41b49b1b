import { dayInVietnam } from '#kernel/time.ts';

const KEPT = { days: 7, weeks: 4, months: 12 } as const;
const STAMP = /^hopluc-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.hlb$/;
const DAY_MS = 86_400_000;

/** The name of a backup of that moment: it sorts by time and tells it. */
export function backupName(at: Date): string {
  return `hopluc-${at
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z')}.hlb`;
}

/** When the backup of that name was taken; undefined: the name is none of ours. */
export function takenAt(name: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = STAMP.exec(name) ?? [];
  if (year === undefined) return undefined;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** Of these names the newest backup; names that are none of ours do not count. */
export function newestBackup(names: readonly string[]): string | undefined {
  return names
    .filter((name) => takenAt(name))
    .sort()
    .at(-1);
}

/**
 * Of these names the backups that are no longer kept. Kept is the newest of each of the last 7 days, 4 weeks (from Monday)
 * and 12 months that have one, by the calendar of Việt Nam; and always the newest of all. Other names are never answered.
 */
export function supersededBackups(names: readonly string[]): readonly string[] {
  const newestFirst = names
    .filter((name) => takenAt(name))
    .sort()
    .reverse();
  const kept = new Set<string>();
  for (const [count, spanOf] of [
    [KEPT.days, dayOf],
    [KEPT.weeks, weekOf],
    [KEPT.months, monthOf],
  ] as const) {
    const seen = new Set<string>();
    for (const name of newestFirst) {
      const span = spanOf(name);
      if (seen.has(span)) continue;
      if (seen.size === count) break;
      seen.add(span);
      kept.add(name);
    }
  }
  return newestFirst.filter((name) => !kept.has(name)).reverse();
}

function dayOf(name: string): string {
  return dayInVietnam(takenAt(name) ?? new Date(0));
}

function weekOf(name: string): string {
  const days = Date.parse(dayOf(name)) / DAY_MS;
  // Day 0 of the epoch was a Thursday.
  return String(Math.floor((days + 3) / 7));
}

function monthOf(name: string): string {
  return dayOf(name).slice(0, 7);
}
