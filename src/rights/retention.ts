import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { Kept } from '#platform/retention/kept.ts';
import { everyKept } from '#platform/retention/kept.ts';
import type { RetentionLine } from './model.ts';
import { holdsInForce, retentionRules } from './queries.ts';
import { keptSince, sortByHold } from './retention-rules.ts';

/** What one rule removes now. */
export interface Due {
  readonly kept: Kept;
  readonly goes: readonly string[];
  readonly line: RetentionLine;
}

/** What every rule of today would remove, what holds keep, and kept data that no rule speaks of. Writes nothing. */
export async function dueNow(ctx: Pick<Ctx, 'now' | 'today'>, db: ReadDb): Promise<readonly Due[]> {
  const [rules, holds] = await Promise.all([retentionRules(db, ctx.today), holdsInForce(db, null)]);
  const found: Due[] = [];
  for (const kept of everyKept()) {
    const rule = rules.find(({ code }) => code === kept.code);
    if (!rule) continue;
    const before = keptSince(rule, ctx.now);
    const { goes, held } = sortByHold(await kept.due(db, before), holds);
    const { certainty: _, ...said } = rule;
    found.push({ kept, goes, line: { ...said, before: before.toISOString(), due: goes.length, held } });
  }
  return found;
}
