import type { IsoDate } from '#kernel/time.ts';
import type { Freshness } from './listing-model.ts';
import { sameDayYearBefore } from './statuses.ts';

/** How long ago somebody confirmed the record: on the very day twelve (or 24) months ago it counts as that long ago. */
export function freshnessOf(confirmedOn: IsoDate | null, today: IsoDate): Freshness {
  if (confirmedOn === null) return 'never';
  const yearBefore = sameDayYearBefore(today);
  if (confirmedOn > yearBefore) return 'in-12-months';
  return confirmedOn > sameDayYearBefore(yearBefore) ? 'over-12-months' : 'over-24-months';
}
