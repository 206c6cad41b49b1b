/** The steps of the ramp beside that of nothing; five are told apart. */
const STEPS = 5;

/** A class of the legend: from and until included; step 0 is zero and less. */
export interface ShadeClass {
  readonly step: number;
  readonly from: number;
  readonly until: number;
}

/**
 * Classes of about as many areas each, so that one large town does not leave all else pale. Equal values are of one class,
 * and fewer different values make fewer classes; what is zero or less is a class of its own.
 */
export function classesOf(values: readonly number[]): readonly ShadeClass[] {
  const positive = values.filter((value) => value > 0).toSorted((a, b) => a - b);
  const distinct = [...new Set(positive)];
  const zero = values.some((value) => value <= 0) ? [{ step: 0, from: Math.min(...values), until: 0 }] : [];
  if (distinct.length === 0) return zero;
  const count = Math.min(STEPS, distinct.length);
  const ends = Array.from(
    { length: count },
    (_, at) => positive[Math.ceil(((at + 1) * positive.length) / count) - 1] ?? 0,
  );
  const unique = [...new Set(ends)];
  return [
    ...zero,
    ...unique.map((until, at) => ({
      step: Math.round(((at + 1) * STEPS) / unique.length),
      from: distinct.find((value) => at === 0 || value > (unique[at - 1] ?? 0)) ?? until,
      until,
    })),
  ];
}

/** The step of a value; null where nothing is known. */
export function stepOf(classes: readonly ShadeClass[], value: number | null): number | null {
  if (value === null) return null;
  return classes.find((each) => value <= each.until)?.step ?? classes.at(-1)?.step ?? null;
}
