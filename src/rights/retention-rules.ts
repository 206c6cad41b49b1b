import { canonicalJson } from '#kernel/canonical-json.ts';
import type { DueRow } from '#platform/retention/kept.ts';
import type { Hold, RetentionLine, RetentionRule } from './model.ts';

const HOUR_MS = 3_600_000;

/** What happened before this moment is kept no longer. Months are those of the calendar. */
export function keptSince(rule: Pick<RetentionRule, 'keep' | 'keepUnit'>, now: Date): Date {
  if (rule.keepUnit === 'hour') return new Date(now.getTime() - rule.keep * HOUR_MS);
  if (rule.keepUnit === 'day') return new Date(now.getTime() - rule.keep * 24 * HOUR_MS);
  const since = new Date(now);
  const day = since.getUTCDate();
  since.setUTCMonth(since.getUTCMonth() - rule.keep);
  // 31 May less three months is the last of February, not the third of March.
  if (since.getUTCDate() !== day) since.setUTCDate(0);
  return since;
}

export interface Sorted {
  readonly goes: readonly string[];
  readonly held: RetentionLine['held'];
}

/** What goes, and what a hold keeps with its reason. */
export function sortByHold(rows: readonly DueRow[], holds: readonly Hold[]): Sorted {
  const reasons = new Map(holds.map((hold) => [hold.organisationId, hold.reason]));
  const goes: string[] = [];
  const held: { subject: string; reason: string }[] = [];
  for (const { id, organisationId } of rows) {
    const reason = organisationId === null ? undefined : reasons.get(organisationId);
    if (reason === undefined) goes.push(id);
    else held.push({ subject: id, reason });
  }
  return { goes, held };
}

/** The text over which a certificate's SHA-256 is taken: whoever has the sheet can take it again. */
export function certificateText(sheet: { number: string; ranAt: string; ranBy: string; lines: unknown }): string {
  return canonicalJson(sheet);
}
