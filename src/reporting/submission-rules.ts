import { type Decimal, multiply } from '#kernel/decimal.ts';
import { readNumber } from '#kernel/number-vi.ts';
import { type Refusal, Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { DataCallState, Finding, Indicator } from './model.ts';
import type { Amounts } from './validation.ts';

/** Why required values are missing, and the day by which they will come. */
export interface MissingPromise {
  readonly reason: string;
  readonly byOn: IsoDate;
}

const NAMED_MAX = 3;

/** The required figures that a unit has not given. */
export function missingRequired(indicators: readonly Indicator[], values: Amounts): readonly Indicator[] {
  return indicators.filter(
    (indicator) => indicator.isEntered && indicator.isRequired && (values.get(indicator.code) ?? null) === null,
  );
}

/** Why the submission may not be sent: an error blocks; required values are missing without a reason and a promised day. */
export function submissionRefusal(ask: {
  readonly missing: readonly Indicator[];
  readonly findings: readonly Finding[];
  readonly promise: MissingPromise | null;
  readonly today: IsoDate;
}): Refusal | undefined {
  const errors = ask.findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0)
    return { code: 'reporting.submission.errors-left', facts: { count: errors.length, first: errors[0]?.text } };
  if (ask.missing.length === 0) return undefined;
  if (ask.promise === null) {
    const names = ask.missing.slice(0, NAMED_MAX).map((indicator) => indicator.name);
    return { code: 'reporting.submission.values-missing', facts: { count: ask.missing.length, names } };
  }
  const isComplete = ask.promise.reason.trim() !== '' && ask.promise.byOn >= ask.today;
  return isComplete ? undefined : { code: 'reporting.submission.promise-incomplete', facts: {} };
}

/** Why these rows may not be sent back: none is named, one is not in the dictionary, or one has no word of what to mend. */
export function returnRefusal(
  indicators: readonly Indicator[],
  cells: readonly { readonly indicatorCode: string; readonly comment: string }[],
  periodCode: string,
): Refusal | undefined {
  if (cells.length === 0) return { code: 'reporting.return.no-cells', facts: {} };
  const names = new Map(indicators.filter((one) => one.isEntered).map((one) => [one.code, one.name]));
  for (const { indicatorCode, comment } of cells) {
    const indicator = names.get(indicatorCode);
    if (!indicator)
      return { code: 'reporting.indicator.not-found', facts: { code: indicatorCode, period: periodCode } };
    if (comment.trim() === '') return { code: 'reporting.return.comment-missing', facts: { indicator } };
  }
  return undefined;
}

/** Why these answers may not be taken: nothing is said, or a row was not sent back. */
export function answerRefusal(
  cells: readonly { readonly indicatorCode: string }[],
  returned: ReadonlySet<string>,
): Refusal | undefined {
  if (cells.length === 0) return { code: 'reporting.answer.empty', facts: {} };
  const others = cells.map((cell) => cell.indicatorCode).filter((code) => !returned.has(code));
  return others.length === 0 ? undefined : { code: 'reporting.answer.not-returned', facts: { cells: others } };
}

/**
 * The amount in the indicator's own unit of a number typed in the unit that the form shows, points grouping thousands as
 * everywhere on our screens; `12,5 tỷ` is taken at its word. Refused when it is none, or only roughly one.
 */
export function enteredAmount(
  indicators: readonly Indicator[],
  typed: { readonly indicatorCode: string; readonly amountText: string },
): Decimal {
  const scale = indicators.find((one) => one.code === typed.indicatorCode)?.entryScale ?? 1;
  const reading = readNumber(typed.amountText.replace('−', '-'), scale === 1 ? 'integer' : 'decimal', 'dot-thousands');
  if (reading.state !== 'value' || reading.isRough)
    throw new Refused({ code: 'reporting.values.not-readable', facts: { text: typed.amountText } });
  return reading.isScaled ? reading.value : multiply(reading.value, String(scale));
}

/** Nothing about a unit changes once its period is locked. */
export function lockedRefusal(unit: {
  readonly callState: DataCallState;
  readonly alliance: { readonly code: string };
}): Refusal | undefined {
  if (unit.callState !== 'locked') return undefined;
  return { code: 'reporting.values.call-locked', facts: { unit: unit.alliance.code } };
}

/** Why a finding may not be let stand: it is gone, it is an error, nothing is said why, or the period is locked. */
export function dismissalRefusal(
  finding: Finding | undefined,
  note: string,
  unit: { readonly callState: DataCallState; readonly alliance: { readonly code: string } },
): Refusal | undefined {
  if (!finding) return { code: 'reporting.finding.not-found', facts: {} };
  if (finding.severity === 'error') return { code: 'reporting.finding.blocks', facts: {} };
  if (note.trim() === '') return { code: 'reporting.finding.note-missing', facts: {} };
  return lockedRefusal(unit);
}
