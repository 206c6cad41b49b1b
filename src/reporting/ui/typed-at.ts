import type { FormProblem } from '#platform/http/problem.ts';

/** What stood in one field of a list of fields when the form came back, or what it began with. */
export function typedAt(problem: FormProblem | undefined, name: string, place: number, begin: string): string {
  const values = problem?.values[name];
  return Array.isArray(values) ? (values[place] ?? begin) : begin;
}
