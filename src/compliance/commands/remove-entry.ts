import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { line } from '../form-fields.ts';
import { formWords as words } from '../messages.vi.ts';
import type { Entry, OrganisationId } from '../model.ts';
import { requireComplianceOf } from '../permissions.ts';
import { holdsLongNumber } from '../rules.ts';
import { entryGone, holdForEntries, noteEntry } from '../writing.ts';

export const RemoveEntry = z.object({
  rowId: z.uuid(),
  reason: line.pipe(z.string().min(1, { error: words.reasonMissing })),
});

const TABLES = { manager: 'compliance.manager', asset: 'compliance.asset', fact: 'compliance.fact' } as const;

/** Takes a manager, an asset or a fact out of what is shown, with the reason; the row and its history stay. */
export async function removeEntry(
  ctx: Ctx,
  organisationId: OrganisationId,
  subject: Entry['subject'],
  { rowId, reason }: z.output<typeof RemoveEntry>,
): Promise<void> {
  await ctx.transact(async (tx) => {
    const held = await holdForEntries(tx, organisationId);
    requireComplianceOf(ctx, 'compliance.keep-entries', held.allianceCode);
    if (holdsLongNumber(reason))
      throw new Refused({ code: 'compliance.entry.number-in-reason', facts: { field: 'reason' } });
    const done =
      await sql`update ${sql.table(TABLES[subject])} set removed_at = ${ctx.now}, removed_by = ${ctx.actor.name}
      where organisation_id = ${held.id} and id = ${rowId} and removed_at is null`.execute(tx);
    if (done.numAffectedRows !== 1n) throw entryGone();
    await noteEntry(tx, ctx, held, { subject, rowId, act: 'removed', before: null, after: null, reason });
  });
}
