import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { day, line, numberOrNone } from '../form-fields.ts';
import { formWords as words } from '../messages.vi.ts';
import type { OrganisationId } from '../model.ts';
import { requireComplianceOf } from '../permissions.ts';
import { factRefusal } from '../rules.ts';
import { holdForEntries, noteEntry } from '../writing.ts';

export const SaveFact = z.object({
  kind: z.enum(
    ['largest-share', 'associates-share', 'foreign-share', 'foreign-members', 'general-meeting', 'stopped'],
    { error: words.kindMissing },
  ),
  knownOn: day,
  amount: numberOrNone,
  source: line.pipe(z.string().min(1, { error: words.sourceMissing })),
});

/** Writes a fact that legal rules ask, as of a day. Facts are not changed: a newer one follows, a wrong one is removed. */
export async function saveFact(
  ctx: Ctx,
  organisationId: OrganisationId,
  input: z.output<typeof SaveFact>,
): Promise<void> {
  await ctx.transact(async (tx) => {
    const held = await holdForEntries(tx, organisationId);
    requireComplianceOf(ctx, 'compliance.keep-entries', held.allianceCode);
    refuseIf(factRefusal(input, ctx.today));
    const { kind, knownOn, amount, source } = input;
    const id = ctx.newId<'compliance.fact'>();
    await sql`insert into compliance.fact (id, organisation_id, alliance_id, kind, known_on, amount, source, created_at, created_by)
      values (${id}, ${held.id}, ${held.allianceId}, ${kind}, ${knownOn}, ${amount}, ${source}, ${ctx.now}, ${ctx.actor.name})`.execute(
      tx,
    );
    await noteEntry(tx, ctx, held, { subject: 'fact', rowId: id, act: 'added', before: null, after: input });
  });
}
