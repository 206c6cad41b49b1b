import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { OrganisationId } from '#register/public.ts';
import { getOrganisationHead } from '#register/public.ts';
import { holdApplication } from '../holding.ts';
import type { ApplicationId } from '../model.ts';
import { requireMembership } from '../permissions.ts';
import { markRefusal } from '../rules.ts';

export interface ItemMarks {
  readonly organisationId: OrganisationId;
  readonly applicationId: ApplicationId;
  readonly seenVersion: number;
  readonly present: readonly string[];
}

/** Writes which items of the list have come in, as long as the dossier is being checked. */
export async function markItems(ctx: Ctx, input: ItemMarks): Promise<void> {
  await ctx.transact(async (tx) => {
    const { allianceCode } = await getOrganisationHead(tx, input.organisationId);
    requireMembership(ctx, 'membership.handle', allianceCode);
    const application = await holdApplication(tx, input);
    refuseIf(markRefusal(application));
    const present = application.checklist.map(({ code }) => code).filter((code) => input.present.includes(code));
    await sql`update membership.application set present = ${JSON.stringify(present)}::jsonb, version = version + 1
      where organisation_id = ${input.organisationId} and id = ${input.applicationId}`.execute(tx);
    await record(tx, ctx, 'membership.items-marked', input.organisationId, {
      application: input.applicationId,
      present,
    });
  });
}
