import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Finding, Indicator } from './model.ts';
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
