import type { IsoDate } from '#kernel/time.ts';
import { text } from './messages.vi.ts';

/** What an administrator is told when no assessment was made, or the newest one is out of date; undefined: all is well. */
export function assessmentAlert(last: { readonly dueOn: IsoDate } | undefined, today: IsoDate): string | undefined {
  if (!last) return text.assessment.alertNever;
  return last.dueOn <= today ? text.assessment.alertOld(last.dueOn) : undefined;
}
