import { readDay } from '#kernel/day-vi.ts';

/** Reads `05/07/2024 14:59` (also `14:59 5/7/2024`, `2024-07-05T14:59`) by the clock of Việt Nam; undefined when it is none. */
export function readMoment(text: string): Date | undefined {
  const [, hour = '', minute = ''] = /(?:^|[\sT])(\d{1,2}):(\d{2})(?=\s|$)/.exec(text) ?? [];
  const day = readDay(text.replace(/(^|[\sT])\d{1,2}:\d{2}(?=\s|$)/, ' ').trim());
  if (!day.ok || hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return new Date(`${day.day}T${hour.padStart(2, '0')}:${minute}:00+07:00`);
}
