import { sql } from 'kysely';
import { referenceId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import type { RuleSpan } from './model.ts';

/** Holds all dated values until the transaction ends, so that what was looked at is what is written over. */
export async function holdRules(tx: Tx): Promise<void> {
  await sql`lock table legal.rule_value in share row exclusive mode`.execute(tx);
}

/**
 * Writes dated values by key and first day. A span that is there becomes its next version, and what it said stays in
 * `legal.rule_past`; any other is new. Ends of spans go first, so that what begins where another now ends finds its place.
 */
export async function saveRules(
  tx: Tx,
  ctx: Ctx,
  rules: readonly RuleSpan[],
  { why }: { readonly why: string },
): Promise<void> {
  const fresh: RuleSpan[] = [];
  for (const rule of rules) if (!(await correct(tx, ctx, rule, why))) fresh.push(rule);
  for (const rule of fresh)
    await sql`insert into legal.rule_value
        (id, key, value, unit, citation, certainty, verified, note, valid_from, valid_until, changed_at, changed_by)
      values (${referenceId(`legal.rule_value:${rule.key}:${rule.validFrom}`)}, ${rule.key}, ${JSON.stringify(rule.value)}::jsonb,
        ${rule.unit}, ${rule.citation}, ${rule.certainty}, ${rule.verified}, ${rule.note}, ${rule.validFrom}, ${rule.validUntil},
        ${ctx.now}, ${ctx.actor.name})`.execute(tx);
}

/** False: there is no such span to correct. */
async function correct(tx: Tx, ctx: Ctx, rule: RuleSpan, why: string): Promise<boolean> {
  const at = sql`key = ${rule.key} and valid_from = ${rule.validFrom}`;
  const kept = await sql`
    insert into legal.rule_past
      (key, begins_on, version, ends_on, value, unit, citation, certainty, verified, note, why, replaced_at, replaced_by)
    select key, valid_from, version, valid_until, value, unit, citation, certainty, verified, note, ${why},
           ${ctx.now}::timestamptz, ${ctx.actor.name}
      from legal.rule_value where ${at}`.execute(tx);
  if (kept.numAffectedRows !== 1n) return false;
  await sql`update legal.rule_value set value = ${JSON.stringify(rule.value)}::jsonb, unit = ${rule.unit},
      citation = ${rule.citation}, certainty = ${rule.certainty}, verified = ${rule.verified}, note = ${rule.note},
      valid_until = ${rule.validUntil}, version = version + 1, changed_at = ${ctx.now}, changed_by = ${ctx.actor.name}
    where ${at}`.execute(tx);
  return true;
}
