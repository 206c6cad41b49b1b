import { addDays } from '#kernel/time.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { pageText } from './messages-pages.vi.ts';
import type { Span } from './rules.ts';
import { isTakenBack } from './rules.ts';

const words = pageText.alliance;

/** `01/01/2024 – 31/12/2024`, both days included; `01/01/2024 – nay`; a span without a day was taken back. */
export function spanWords(span: Span): string {
  if (isTakenBack(span)) return `${formatDate(span.validFrom)} (${words.takenBack})`;
  const last = span.validUntil === null ? words.open : formatDate(addDays(span.validUntil, -1));
  return `${formatDate(span.validFrom)} – ${last}`;
}
