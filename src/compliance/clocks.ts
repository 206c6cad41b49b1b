import type { IsoDate } from '#kernel/time.ts';
import { addMonths, isoDate } from '#kernel/time.ts';
import type { DatedRule } from '#legal/public.ts';
import { registryDeadline } from './calendar.ts';
import type { Kind, RuleBook, Watched } from './model.ts';
import { findRule, ruleContent } from './rule-book.ts';

/** A day by which something is due, and the rule that says so. */
export interface DueDay {
  readonly key: string;
  readonly dueOn: IsoDate;
  readonly isPast: boolean;
  readonly rule: DatedRule;
}

interface Clocked extends Watched {
  readonly kind: Kind;
  readonly registeredOn: IsoDate | null;
}

/**
 * What is due next, soonest first: the annual meeting of this year, capital that members owe after registration, the charter
 * of before the new law, the end of a dissolution under way. What the data do not tell has no clock.
 * @law 17/2023/QH15 Đ.57.1, 74.4, 98.7, 115
 */
export function nextClocks(book: RuleBook, organisation: Clocked, on: IsoDate): readonly DueDay[] {
  const { kind, status, registeredOn, statusSince, facts } = organisation;
  if (status === 'dissolved' || status === 'merged') return [];
  const found: (DueDay | undefined)[] = [];
  if (status === 'dissolving' && statusSince) found.push(dueBy(book, 'clock.dissolution.silent', statusSince, on));
  if (status !== 'dissolving' && kind !== 'cooperative-group') {
    const yearBegins = isoDate(`${on.slice(0, 4)}-01-01`);
    const hasMet = facts.some(
      (fact) => fact.kind === 'general-meeting' && fact.knownOn >= yearBegins && fact.knownOn <= on,
    );
    const yearEnd = isoDate(`${Number(on.slice(0, 4)) - 1}-12-31`);
    if (!hasMet) found.push(dueBy(book, 'meeting.annual', yearEnd, on, on));
    if (registeredOn && addMonths(registeredOn, MONTHS_SHOWN) > on)
      found.push(dueBy(book, 'capital.due', registeredOn, on));
    found.push(charter(book, registeredOn, on));
  }
  return found
    .flatMap((clock) => (clock ? [clock] : []))
    .toSorted((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1));
}

/** A clock that ran out longer ago says nothing any more. */
const MONTHS_SHOWN = 12;

function dueBy(book: RuleBook, key: string, from: IsoDate, on: IsoDate, ruleOn: IsoDate = from): DueDay | undefined {
  const rule = findRule(book, key, ruleOn);
  if (!rule) return undefined;
  const { n, unit } = ruleContent(rule, 'clock');
  const dueOn = unit === 'month' ? addMonths(from, n) : registryDeadline(book, key, from)?.deadline;
  return dueOn ? { key, dueOn, isPast: on > dueOn, rule } : undefined;
}

function charter(book: RuleBook, registeredOn: IsoDate | null, on: IsoDate): DueDay | undefined {
  const rule = findRule(book, 'transition.charter', on);
  if (!rule || registeredOn === null || registeredOn >= rule.validFrom) return undefined;
  const dueOn = isoDate(ruleContent(rule, 'day'));
  return addMonths(dueOn, MONTHS_SHOWN) > on ? { key: rule.key, dueOn, isPast: on > dueOn, rule } : undefined;
}
