import type { IsoDate } from '#kernel/time.ts';
import { addDays } from '#kernel/time.ts';

/** The format asks for a day on which the file is stale; each answer is fresh, so it is always as far away. */
const STALE_DAYS = 180;
const MAILBOX = /^[^\s@<>]+@[^\s@<>]+$/;

/** What `security.txt` says; undefined when the mailbox is missing or could break out of its line. */
export function securityText(mailbox: string, today: IsoDate): string | undefined {
  if (!MAILBOX.test(mailbox)) return undefined;
  const until = addDays(today, STALE_DAYS);
  return `Contact: mailto:${mailbox}\nExpires: ${until}T00:00:00Z\nPreferred-Languages: vi, en\n`;
}
