import { canonicalJson } from '#kernel/canonical-json.ts';
import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';
import type { RuleSpan } from '#legal/public.ts';
import { ruleProblems as problems } from './messages.rules.vi.ts';
import { valueProblem } from './rule-forms.ts';

/** What an import would do to the rules that are here. */
export interface RulePlan {
  readonly added: readonly RuleSpan[];
  readonly changed: readonly RuleSpan[];
  readonly unchanged: number;
}

/** Everything that is wrong with a rule set, were it laid over the one that is here. Empty: it may be activated. */
export function ruleSetProblems(
  given: readonly RuleSpan[],
  here: readonly RuleSpan[],
  today: IsoDate,
): readonly string[] {
  const found = given.flatMap((rule) => problemsOfRule(rule, here));
  const begins = new Set<string>();
  for (const { key, validFrom } of given) {
    if (begins.has(`${key} ${validFrom}`)) found.push(problems.twice(key, validFrom));
    begins.add(`${key} ${validFrom}`);
  }
  // What hangs together is looked at only when each value is sound by itself.
  return found.length > 0 ? found : wholeProblems(laidOver(given, here), here, today);
}

/** Equal rules are left as they are; those of a key and first day that are here are changed; nothing is removed. */
export function planRules(given: readonly RuleSpan[], here: readonly RuleSpan[]): RulePlan {
  const known = new Map(here.map((rule) => [idOf(rule), rule]));
  const added = given.filter((rule) => !known.has(idOf(rule)));
  const changed = given.filter((rule) => known.has(idOf(rule)) && !areEqual(rule, known.get(idOf(rule))));
  return { added, changed, unchanged: given.length - added.length - changed.length };
}

function problemsOfRule(rule: RuleSpan, here: readonly RuleSpan[]): readonly string[] {
  const { key, value, validFrom, validUntil, citation } = rule;
  const like = here.find((other) => other.key === key);
  if (!like) return [problems.unknownKey(key)];
  const days = [validFrom, ...(validUntil === null ? [] : [validUntil])];
  const noDay = days.filter((day) => !parseIsoDate(day)).map((day) => problems.badDay(key, day));
  if (noDay.length > 0) return noDay;
  const why = valueProblem(key, value, like.value);
  return [
    validUntil !== null && validUntil <= validFrom ? problems.endsBeforeItBegins(key, validFrom) : undefined,
    why === undefined ? undefined : problems.badValue(key, validFrom, why),
    citation.trim() === '' ? problems.noCitation(key, validFrom) : undefined,
  ].filter((problem) => problem !== undefined);
}

function wholeProblems(all: readonly RuleSpan[], here: readonly RuleSpan[], today: IsoDate): readonly string[] {
  const found: string[] = [];
  for (const [at, rule] of all.entries()) {
    const next = all[at + 1];
    if (next?.key === rule.key && (rule.validUntil === null || rule.validUntil > next.validFrom))
      found.push(problems.overlaps(rule.key, next.validFrom, rule.validFrom));
  }
  for (const key of new Set(here.filter((rule) => isInForce(rule, today)).map((rule) => rule.key)))
    if (!all.some((rule) => rule.key === key && isInForce(rule, today))) found.push(problems.gap(key, today));
  const percent = (key: string) => Number(all.find((rule) => rule.key === key && isInForce(rule, today))?.value);
  const [almostAll, majority, many] = ['almost-all', 'majority', 'many'].map((name) => percent(`quantifier.${name}`));
  if (Number(almostAll) <= Number(majority) || Number(majority) < Number(many)) found.push(problems.notOrdered);
  return found;
}

/** What would be here afterwards, by key and first day. */
function laidOver(given: readonly RuleSpan[], here: readonly RuleSpan[]): readonly RuleSpan[] {
  const all = new Map([...here, ...given].map((rule) => [idOf(rule), rule]));
  return [...all.values()].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

function isInForce({ validFrom, validUntil }: RuleSpan, on: string): boolean {
  return validFrom <= on && (validUntil === null || validUntil > on);
}

function idOf({ key, validFrom }: RuleSpan): string {
  return `${key} ${validFrom}`;
}

function areEqual(a: RuleSpan, b: RuleSpan | undefined): boolean {
  return canonicalJson(a) === canonicalJson(b ?? null);
}
