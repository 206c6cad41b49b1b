import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { holdOrganisation, refuseStale } from '../editing.ts';
import { isKnown, isOfPeriod, ORGANISATIONS } from '../fields.ts';
import type { OrganisationId } from '../model.ts';
import { requireRegister } from '../permissions.ts';
import { getOrganisationHead } from '../subjects.ts';

export interface Verification {
  readonly id: OrganisationId;
  /** The version that the person was looking at: only what was seen is vouched for. */
  readonly seenVersion: number;
  readonly field: string;
  /** Needed for what is reported for a period. */
  readonly periodCode: string | null;
  /** False takes the word back. */
  readonly isVerified: boolean;
}

/** A person vouches for one value, so that no import overwrites it silently, or takes the word back. */
export async function verifyField(ctx: Ctx, input: Verification): Promise<void> {
  await ctx.transact(async (tx) => {
    const head = await getOrganisationHead(tx, input.id);
    requireRegister(ctx, 'register.verify-field', head.allianceCode);
    const held = await holdOrganisation(tx, input.id, input.periodCode);
    await refuseStale(tx, held, input.seenVersion);
    const { field, isVerified } = input;
    if (!(field in held.record.facts)) return refuseIf({ code: 'register.field.unknown', facts: { field } });
    if (isVerified && !isKnown(held.record.facts[field]))
      return refuseIf({ code: 'register.field.nothing-to-verify', facts: { field } });

    const periodCode = isOfPeriod(ORGANISATIONS, field) ? (input.periodCode ?? '') : '';
    if (isVerified)
      await sql`
        insert into register.verification (organisation_id, alliance_id, period_code, field, verified_at, verified_by)
        values (${input.id}, ${head.allianceId}, ${periodCode}, ${field}, ${ctx.now}, ${ctx.actor.name})
        on conflict (organisation_id, period_code, field)
          do update set verified_at = excluded.verified_at, verified_by = excluded.verified_by`.execute(tx);
    else
      await sql`delete from register.verification
        where organisation_id = ${input.id} and period_code = ${periodCode} and field = ${field}`.execute(tx);
    await record(tx, ctx, isVerified ? 'register.field-verified' : 'register.verification-withdrawn', input.id, {
      field,
      periodCode,
    });
  });
}
