import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { text } from './messages.vi.ts';

/** The day that a page's address asks for, `?ngay=2024-07-05`; today when it asks for none or for no real day. */
export function dayAsked(url: string, today: IsoDate): IsoDate {
  return parseIsoDate(new URL(url).searchParams.get('ngay') ?? '') ?? today;
}

interface DayChooserProps {
  readonly on: IsoDate;
  readonly today: IsoDate;
  /** What else the address says, kept when another day is chosen. */
  readonly keep?: Readonly<Record<string, string>>;
}

/** Chooses the day that the whole page is about; says when it is not today. */
export function DayChooser({ on, today, keep = {} }: DayChooserProps) {
  return (
    <form className="tools day-chooser" method="get" aria-label={text.day.label}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="ngay">{text.day.asOf}</label>
      <input className="in" type="date" id="ngay" name="ngay" defaultValue={on} />
      <button className="btn" type="submit">
        {text.day.show}
      </button>
      {on === today ? null : (
        <span className="muted">
          {text.day.other(formatDate(on))} <a href="?">{text.day.today}</a>
        </span>
      )}
    </form>
  );
}
