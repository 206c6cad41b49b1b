import { z } from 'zod';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import { parseIsoDate } from '#kernel/time.ts';
import type { DatedRule, RuleSpan } from '#legal/public.ts';
import { holdRules, listDatedRules, saveRules } from '#legal/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { day, line } from '../form-fields.ts';
import { formWords as words } from '../messages.vi.ts';
import { requireCompliance } from '../permissions.ts';
import { findRule } from '../rule-book.ts';
import { typedValue } from '../rule-form.ts';
import { ruleSetProblems } from '../rule-set.ts';

/** What an administrator entered who had the text before them. */
const BY_AN_OFFICE = 'A';

const which = {
  key: z.string().max(100),
  validFrom: z.string().refine((text) => parseIsoDate(text) !== undefined),
  seenVersion: z.coerce.number().int(),
  /** Why, or what it was compared with: number of the gazette, page. */
  why: line.pipe(z.string().min(1, { error: words.whyMissing })),
};
const part = z.string().max(20_000).optional();
const value = {
  v_: part,
  v_members: part,
  v_revenueBn: part,
  v_capitalBn: part,
  v_smallFrom: part,
  v_mediumOver: part,
  v_largeOver: part,
  v_smallFromBn: part,
  v_mediumFromBn: part,
  v_largeFromBn: part,
  v_months: part,
  v_years: part,
  v_n: part,
  v_unit: part,
  v_from: part,
};
const citation = line.pipe(z.string().min(1, { error: words.citationMissing }));

export const ChangeRule = z.discriminatedUnion('act', [
  z.object({ act: z.literal('correct'), ...which, ...value, citation, note: line }),
  z.object({ act: z.literal('follow'), ...which, ...value, citation, note: line, from: day }),
  z.object({ act: z.literal('confirm'), ...which }),
  z.object({ act: z.literal('reopen'), ...which }),
]);
type Change = z.output<typeof ChangeRule>;

/**
 * Changes a dated value. `correct`: an unverified one, its former words stay in the history. `follow`: a new value from a day
 * on, the one before ends there. `confirm`: compared with the text; from then on it is followed, not corrected. `reopen`: the
 * comparison was wrong.
 */
export async function changeRule(ctx: Ctx, input: Change): Promise<void> {
  requireCompliance(ctx, 'compliance.change-rules');
  await ctx.transact(async (tx) => {
    await holdRules(tx);
    const here = await listDatedRules(tx);
    const rule = here.find(({ key, validFrom }) => key === input.key && validFrom === input.validFrom);
    if (!rule) throw new Refused({ code: 'compliance.rule.not-found', facts: {} });
    if (rule.version !== input.seenVersion)
      throw new Refused({ code: 'compliance.rule.changed-meanwhile', facts: { key: rule.key } });
    const spans = spansAfter(input, rule, here);
    const before = here.map(({ version: _, ...span }) => span);
    const problems = ruleSetProblems(spans, before, ctx.today);
    if (problems.length > 0) throw new Refused({ code: 'compliance.rule.invalid', facts: { problems } });
    await saveRules(tx, ctx, spans, { why: input.why });
    await record(tx, ctx, 'compliance.rule-changed', rule.key, {
      act: input.act,
      validFrom: spans.at(-1)?.validFrom,
      before: canonicalJson(rule.value),
      after: canonicalJson(spans.at(-1)?.value ?? null),
      citation: spans.at(-1)?.citation,
      why: input.why,
    });
  });
}

/** What is written: the row itself, or the one that ends and the one that follows it. */
function spansAfter(
  input: Change,
  { version: _, ...rule }: DatedRule,
  here: readonly DatedRule[],
): readonly RuleSpan[] {
  if (input.act === 'confirm') {
    if (isEmpty(rule.value)) throw new Refused({ code: 'compliance.rule.empty', facts: {} });
    return [{ ...rule, verified: true }];
  }
  if (input.act === 'reopen') return [{ ...rule, verified: false }];
  const typed = typedValue(rule, input);
  if ('wrong' in typed) throw new Refused({ code: 'compliance.rule.unreadable', facts: { field: typed.wrong } });
  const next = {
    ...rule,
    value: typed.value,
    citation: input.citation,
    note: input.note,
    certainty: BY_AN_OFFICE,
    verified: false,
  };
  if (input.act === 'correct') {
    refuseIf(rule.verified ? { code: 'compliance.rule.verified', facts: {} } : undefined);
    return [next];
  }
  const { from } = input;
  const held = findRule(here, rule.key, from);
  if (held && held.validFrom === from)
    throw new Refused({ code: 'compliance.rule.begins-already', facts: { field: 'from' } });
  const first = here.find(({ key }) => key === rule.key);
  if (first && from < first.validFrom)
    throw new Refused({ code: 'compliance.rule.before-the-first', facts: { field: 'from', first: first.validFrom } });
  if (!held) return [{ ...next, validFrom: from, validUntil: null }];
  const { version: __, ...ended } = held;
  return [
    { ...ended, validUntil: from },
    { ...next, validFrom: from, validUntil: held.validUntil },
  ];
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((part) => part === null);
}
