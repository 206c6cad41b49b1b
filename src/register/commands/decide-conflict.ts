import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { holdOrganisation, writeByHand } from '../editing.ts';
import { planLife } from '../life.ts';
import type { Facts, FactValue, OrganisationId } from '../model.ts';
import { requireRegister } from '../permissions.ts';
import { getOrganisationHead } from '../subjects.ts';

export interface ConflictDecision {
  readonly organisationId: OrganisationId;
  readonly conflictId: string;
  /** `kept`: the verified value stands. `taken`: the incoming one replaces it, and is verified by no one yet. */
  readonly decision: 'kept' | 'taken';
}

/** What completes a value and cannot outlive it: the incoming one came without them. */
const FALLS_WITH: Readonly<Record<string, Facts>> = {
  establishedOn: { establishedPrecision: 'day' },
  communeText: { communeId: null },
  status: { statusSince: null },
};

/** A person decides between a verified value and one that an import brought. */
export async function decideConflict(ctx: Ctx, input: ConflictDecision): Promise<void> {
  await ctx.transact(async (tx) => {
    requireRegister(
      ctx,
      'register.decide-conflict',
      (await getOrganisationHead(tx, input.organisationId)).allianceCode,
    );
    const conflict = await findOpenConflict(tx, input);
    if (!conflict) return refuseIf({ code: 'register.conflict.not-found', facts: {} });
    const held = await holdOrganisation(tx, input.organisationId, conflict.period_code || null);

    if (input.decision === 'taken') {
      const incoming = { [conflict.field]: conflict.incoming as FactValue, ...FALLS_WITH[conflict.field] };
      const facts = { ...held.record.facts, ...incoming };
      const life = planLife(held.record.acts, facts, ctx.today);
      if ('code' in life) return refuseIf(life);
      const periodCode = conflict.period_code || null;
      await writeByHand(tx, ctx, held, { facts, life, periodCode, evidence: conflict.file_name });
    }
    await tx
      .updateTable('register.field_conflict')
      .set({ decision: input.decision, decided_at: ctx.now, decided_by: ctx.actor.name })
      .where('organisation_id', '=', input.organisationId)
      .where('id', '=', conflict.id)
      .execute();
    await record(tx, ctx, 'register.conflict-decided', input.organisationId, {
      field: conflict.field,
      decision: input.decision,
    });
  });
}

async function findOpenConflict(tx: Tx, input: ConflictDecision) {
  return await tx
    .selectFrom('register.field_conflict')
    .where('organisation_id', '=', input.organisationId)
    .where('id', '=', input.conflictId as never)
    .where('decision', 'is', null)
    .select(['id', 'field', 'period_code', 'incoming', 'file_name'])
    .executeTakeFirst();
}
