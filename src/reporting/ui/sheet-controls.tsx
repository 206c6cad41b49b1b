import type { ReactNode } from 'react';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { sheet as words } from '../messages.screens.vi.ts';
import { FORM_CODES, FORMS } from '../messages.vi.ts';
import type { Consolidation } from '../model.ts';
import { periodOf, samePeriodLastYear } from '../periods.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetAddress } from '../sheet-address.ts';

type HrefWith = (change: Partial<SheetAddress>) => string;

/** How many units, how many disagreements, of which days. */
export function SheetSubLine({ consolidation, sheet }: { consolidation: Consolidation; sheet: Sheet }) {
  const { units, period } = consolidation;
  const sent = units.filter((unit) => unit.isSubmitted).length;
  const lastYear = periodOf(samePeriodLastYear(period.code)).lastDay;
  const isWhole = sent === units.length;
  return (
    <span className="marks">
      <StateChip tone={isWhole ? 'ok' : 'bad'} sign={isWhole ? '✓' : '!'} boxed>
        {words.units(sent, units.length)}
      </StateChip>
      {sheet.differences > 0 ? (
        <StateChip tone="warn" sign="≠" boxed>
          {words.differs(sheet.differences)}
        </StateChip>
      ) : null}
      <span>{words.sub(period.lastDay, lastYear, sheet.unitText)}</span>
    </span>
  );
}

export function FormTabs({ current, hrefWith }: { current: SheetAddress; hrefWith: HrefWith }) {
  return (
    <nav className="views forms" aria-label={words.forms}>
      {FORM_CODES.map((form) => (
        <a
          key={form}
          href={hrefWith({ form, open: null })}
          aria-current={form === current.form ? 'page' : undefined}
          title={FORMS[form].title}
        >
          {form} <span className="num">{FORMS[form].shortTitle}</span>
        </a>
      ))}
    </nav>
  );
}

export function SheetToggles({ sheet, view, hrefWith }: { sheet: Sheet; view: SheetAddress; hrefWith: HrefWith }) {
  return (
    <div className="tools">
      <Toggle
        label={words.onlyDifferent}
        isOn={view.onlyDifferent}
        href={hrefWith({ onlyDifferent: !view.onlyDifferent })}
      >
        <span className="num muted">{sheet.differences}</span>
      </Toggle>
      <Toggle label={words.samePeriod} isOn={view.withLastYear} href={hrefWith({ withLastYear: !view.withLastYear })} />
      <Toggle label={words.counted} isOn={view.withCounts} href={hrefWith({ withCounts: !view.withCounts })} />
    </div>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly href: string;
  readonly children?: ReactNode;
}

function Toggle({ label, isOn, href, children }: ToggleProps) {
  return (
    <a className="tog" href={href} aria-current={isOn ? 'true' : undefined}>
      {label} {children}
    </a>
  );
}
