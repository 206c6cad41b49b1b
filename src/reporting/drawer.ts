import type { Decimal } from '#kernel/decimal.ts';
import type { Actor } from '#platform/ctx.ts';
import { formatAmount, formatCell, shownUnit } from './amounts.ts';
import { type BoardFacts, type BoardUnit, openCells } from './board.ts';
import { amountsByUnit } from './findings.ts';
import { FORM_CODES } from './messages.vi.ts';
import type {
  Finding,
  FormCode,
  Indicator,
  ReturnedCell,
  Submission,
  SubmissionAct,
  SubmissionEvent,
} from './model.ts';
import { moveFrom, SUBMISSION_MOVES } from './moves.ts';
import { mayForUnit } from './permissions.ts';
import { missingRequired } from './submission-rules.ts';

/** A returned row with what it says now. */
export interface AskedCell extends ReturnedCell {
  readonly name: string;
  readonly text: string;
  /** As typed into the form, and its unit. */
  readonly typed: string;
  readonly unit: string;
}

/** What the person may do now with this unit. */
export interface DrawerActs {
  readonly answer: boolean;
  readonly fill: boolean;
  readonly ask: boolean;
  readonly approve: boolean;
  readonly sendBack: boolean;
  readonly recall: boolean;
  readonly giveBack: boolean;
  readonly pass: boolean;
  readonly dismiss: boolean;
}

/** After the lock nothing changes any more. */
const NO_ACTS: DrawerActs = {
  answer: false,
  fill: false,
  ask: false,
  approve: false,
  sendBack: false,
  recall: false,
  giveBack: false,
  pass: false,
  dismiss: false,
};

/** One form of one unit: what is asked, what is doubtful, what happened, what may be done. */
export interface FormDrawer {
  readonly unit: BoardUnit;
  readonly form: FormCode;
  readonly isVisible: boolean;
  readonly asked: readonly AskedCell[];
  readonly findings: readonly Finding[];
  readonly indicators: readonly Indicator[];
  readonly events: readonly SubmissionEvent[];
  /** Required figures that the unit has not given, in all forms. */
  readonly missing: number;
  readonly acts: DrawerActs;
  readonly isPassed: boolean;
}

/** Reads `LMHTX-NA.B03`; null when the text names no form of a unit. */
export function parseOpenForm(text: string | null): { readonly unitCode: string; readonly form: FormCode } | null {
  const [unitCode = '', name = ''] = (text ?? '').split('.');
  const form = FORM_CODES.find((code) => code === name);
  return unitCode && form ? { unitCode, form } : null;
}

/** Pure: the drawer of one form of one unit, as this person may see it. Undefined when the cluster has no such unit. */
export function drawerOf(
  facts: BoardFacts,
  units: readonly BoardUnit[],
  open: { readonly unitCode: string; readonly form: FormCode },
  actor: Actor,
): FormDrawer | undefined {
  const unit = units.find((one) => one.code === open.unitCode);
  if (!unit) return undefined;
  const { indicators } = facts.cluster;
  const amounts = amountsByUnit(facts.cluster.values).get(unit.code) ?? new Map<string, Decimal>();
  const own = indicators.filter((indicator) => indicator.formCode === open.form && indicator.isEntered);
  const isVisible = mayForUnit(actor, 'reporting.see', unit.code);
  const asked = openCells(facts, unit.submission, open.form).map((cell) => askedCell(cell, indicators, amounts));
  const events = unit.submission ? (facts.events.get(unit.submission.id) ?? []) : [];
  return {
    unit,
    form: open.form,
    isVisible,
    asked: isVisible ? asked : [],
    findings: isVisible
      ? facts.findings.filter((finding) => finding.unitCode === unit.code && finding.formCode === open.form)
      : [],
    indicators: own,
    events: isVisible ? eventsOf(events, open.form, indicators) : [],
    missing: missingRequired(indicators, amounts).length,
    acts: facts.cluster.call.state === 'locked' ? NO_ACTS : actsOf(unit.submission, actor, unit.code, asked.length > 0),
    isPassed: unit.cells.some((cell) => cell.form === open.form && cell.state === 'passed'),
  };
}

/** The acts on this form or on the whole submission; codes of rows are told by their names. */
function eventsOf(
  events: readonly SubmissionEvent[],
  form: FormCode,
  indicators: readonly Indicator[],
): readonly SubmissionEvent[] {
  const names = new Map(indicators.map((indicator) => [indicator.code, indicator.name]));
  const told = (note: string) =>
    note
      .split(', ')
      .map((word) => names.get(word) ?? word)
      .join(', ');
  return events
    .filter((event) => event.formCode === null || event.formCode === form)
    .map((event) => ({ ...event, note: told(event.note) }));
}

function askedCell(
  cell: ReturnedCell,
  indicators: readonly Indicator[],
  amounts: ReadonlyMap<string, Decimal>,
): AskedCell {
  const indicator = indicators.find((one) => one.code === cell.indicatorCode);
  const amount = amounts.get(cell.indicatorCode) ?? null;
  if (!indicator) return { ...cell, name: cell.indicatorCode, text: '', typed: '', unit: '' };
  const typed = amount === null ? '' : formatCell(indicator, amount);
  return { ...cell, name: indicator.name, text: formatAmount(indicator, amount), typed, unit: shownUnit(indicator) };
}

function actsOf(submission: Submission | null, actor: Actor, unitCode: string, isAsked: boolean): DrawerActs {
  const state = submission?.state ?? 'locked';
  const can = (act: SubmissionAct) => moveFrom(SUBMISSION_MOVES, state, act) !== undefined;
  const enters = mayForUnit(actor, 'reporting.enter-values', unitCode);
  const leads = mayForUnit(actor, 'reporting.submit-unit', unitCode);
  const isOpen = state === 'not-opened' || state === 'entering';
  const isBack = state === 'returned' || state === 'correcting';
  return {
    answer: enters && isBack && isAsked,
    fill: enters && isOpen,
    ask: enters && !leads && can('ask-approval'),
    approve: leads && (can('submit') || can('ask-approval') || state === 'returned'),
    sendBack: leads && can('send-back'),
    recall: leads && can('recall'),
    giveBack: mayForUnit(actor, 'reporting.return-cells', unitCode) && can('return'),
    pass: mayForUnit(actor, 'reporting.pass-unit', unitCode) && can('pass'),
    dismiss: mayForUnit(actor, 'reporting.dismiss-finding', unitCode),
  };
}
