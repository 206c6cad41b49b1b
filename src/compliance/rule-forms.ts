import { parseIsoDate } from '#kernel/time.ts';
import { statusLabels } from '#register/messages.vi.ts';
import { ruleProblems as problems } from './messages.rules.vi.ts';
import { SHAPES, shapeOf } from './rule-book.ts';

/** What is wrong with a value of this rule, in words; undefined: nothing. */
type Form = (value: unknown) => string | undefined;

const isWhole = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

const share: Form = (value) =>
  typeof value === 'number' && value >= 0 && value <= 100 ? undefined : problems.notAShare;

const holidays: Form = (value) => {
  if (!Array.isArray(value)) return problems.notADay;
  const areDays = value.every((day) => typeof day === 'string' && parseIsoDate(day) !== undefined);
  const areInOrder = value.every((day, at) => at === 0 || value[at - 1] < day);
  return areDays && areInOrder ? undefined : problems.notADay;
};

const deadlines: Form = (value) => {
  const { submit, lock, conference, ...rest } = (value ?? {}) as Record<string, unknown>;
  const areDays = [submit, lock, conference].every((days) => isWhole(days, 0, 366));
  const areInOrder = Number(submit) <= Number(lock) && Number(lock) <= Number(conference);
  return areDays && areInOrder && Object.keys(rest).length === 0 ? undefined : problems.notDeadlines;
};

const statuses: Form = (value) => {
  const known = Object.keys(statusLabels);
  const isList = Array.isArray(value) && value.length > 0 && new Set(value).size === value.length;
  return isList && value.every((status) => known.includes(String(status))) ? undefined : problems.notStatuses(known);
};

/** What the formulas of this program ask of the values they use. */
const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['register.counted-statuses', statuses],
  ['reporting.cut-off-day', (value) => (isWhole(value, 1, 31) ? undefined : problems.notADayOfMonth)],
  ['reporting.deadline-days', deadlines],
  ['calendar.holidays', holidays],
  ['quantifier.almost-all', share],
  ['quantifier.majority', share],
  ['quantifier.many', share],
  ['quantifier.some', share],
  ['qtd.stable.reporting-share', share],
  ['qtd.stable.profitable-share', share],
  ['qtd.stable.npl-max', share],
]);

/** A value of a rule that has no form of its own is of the same kind as the one that is here. */
export function valueProblem(key: string, value: unknown, here: unknown): string | undefined {
  const form = FORMS.get(key);
  if (form) return form(value);
  const shape = shapeOf(key);
  if (shape) return SHAPES[shape].safeParse(value).success ? undefined : problems.otherShape;
  return kindOf(value) === kindOf(here) ? undefined : problems.otherKind;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}
