import { readDay } from '#kernel/day-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { PlacesAddress } from './list-view.ts';
import { cutQuestion } from './list-view.ts';

/** A day as the address says it; null when it says none. */
export function readDayParam(params: URLSearchParams): { readonly on: IsoDate | null; readonly isWrong: boolean } {
  const typed = (params.get('ngay') ?? '').trim();
  if (typed === '') return { on: null, isWrong: false };
  const read = readDay(typed);
  return read.ok ? { on: read.day, isWrong: false } : { on: null, isWrong: true };
}

export function readPlacesAddress(params: URLSearchParams): {
  readonly address: PlacesAddress;
  readonly isDayWrong: boolean;
} {
  const { on, isWrong } = readDayParam(params);
  const province = params.get('tinh') ?? '';
  return {
    address: {
      text: cutQuestion(params.get('q') ?? '').trim(),
      on,
      provinceCode: /^\d{2}$/.test(province) ? province : '',
    },
    isDayWrong: isWrong,
  };
}
