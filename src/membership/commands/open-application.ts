import { randomInt } from 'node:crypto';
import { refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { OrganisationId } from '#register/public.ts';
import { getOrganisationHead } from '#register/public.ts';
import { requireMembership } from '../permissions.ts';
import { checklistOn, holdMembership, membershipOf } from '../queries.ts';
import { openRefusal } from '../rules.ts';

export interface NewApplication {
  readonly organisationId: OrganisationId;
  readonly appliedOn: IsoDate;
  /** Codes of the items that came with it; others of the list are missing. */
  readonly present: readonly string[];
}

/** Without signs that are mistaken for one another; 16 of them are 80 bits, so that no receipt can be guessed. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Takes a dossier in and answers its receipt, by which the applicant follows it. */
export async function openApplication(ctx: Ctx, input: NewApplication): Promise<string> {
  const { organisationId, appliedOn } = input;
  const receiptCode = receipt();
  await ctx.transact(async (tx) => {
    const { allianceId, allianceCode } = await getOrganisationHead(tx, organisationId);
    requireMembership(ctx, 'membership.handle', allianceCode);
    await holdMembership(tx, organisationId);
    refuseIf(openRefusal(await membershipOf(tx, organisationId), appliedOn, ctx.today));
    const known = (await checklistOn(tx, appliedOn)).map(({ code }) => code);
    const present = known.filter((code) => input.present.includes(code));
    const id = ctx.newId<'membership.application'>();
    await sql`insert into membership.application (organisation_id, id, alliance_id, receipt_code, state, applied_on, present,
        version, created_at, created_by)
      values (${organisationId}, ${id}, ${allianceId}, ${receiptCode}, 'received', ${appliedOn},
        ${JSON.stringify(present)}::jsonb, 1, ${ctx.now}, ${ctx.actor.name})`.execute(tx);
    await record(tx, ctx, 'membership.application-received', organisationId, { application: id, appliedOn, present });
  });
  return receiptCode;
}

function receipt(): string {
  return Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)])
    .join('')
    .replaceAll(/(.{4})(?=.)/g, '$1-');
}
