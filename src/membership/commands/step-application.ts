import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { OrganisationId } from '#register/public.ts';
import { getOrganisationHead } from '#register/public.ts';
import { holdApplication } from '../holding.ts';
import type { ApplicationId, ApplicationMove, StepInput } from '../model.ts';
import { requireMembership } from '../permissions.ts';
import { gapsOf, moveRefusal, rightOf, stateAfter } from '../rules.ts';

export interface ApplicationStep extends StepInput {
  readonly organisationId: OrganisationId;
  readonly applicationId: ApplicationId;
  readonly seenVersion: number;
  readonly move: ApplicationMove;
}

/**
 * Takes the dossier one lawful step on. Returned, it names every gap at once; approved, the organisation is a member from
 * the day of the decision; admitted, it has its card.
 */
export async function stepApplication(ctx: Ctx, input: ApplicationStep): Promise<void> {
  const { organisationId, applicationId, move, effectiveOn, paperNo, note } = input;
  await ctx.transact(async (tx) => {
    const { allianceId, allianceCode } = await getOrganisationHead(tx, input.organisationId);
    requireMembership(ctx, rightOf(move), allianceCode);
    const application = await holdApplication(tx, input);
    refuseIf(moveRefusal(application, move, input, ctx.today));
    const gaps =
      move === 'return' ? gapsOf(application.checklist, application.present).map(({ code }) => code) : application.gaps;
    await sql`update membership.application
      set state = ${stateAfter(application.state, move)}, gaps = ${JSON.stringify(gaps)}::jsonb, version = version + 1
      where organisation_id = ${organisationId} and id = ${applicationId}`.execute(tx);
    await sql`insert into membership.application_act (organisation_id, application_id, alliance_id, act, effective_on, paper_no,
        note, recorded_at, recorded_by)
      values (${organisationId}, ${applicationId}, ${allianceId}, ${move}, ${effectiveOn}, ${paperNo}, ${note}, ${ctx.now},
        ${ctx.actor.name})`.execute(tx);
    if (move === 'approve') await begin(tx, ctx, input, allianceId);
    if (move === 'admit') await giveCard(tx, input);
    const facts = { application: applicationId, effectiveOn, paperNo, note, ...(move === 'return' ? { gaps } : {}) };
    await record(tx, ctx, EVENTS[move], organisationId, facts);
  });
}

const EVENTS: Readonly<Record<ApplicationMove, string>> = {
  return: 'membership.application-returned',
  accept: 'membership.application-accepted',
  submit: 'membership.application-submitted',
  approve: 'membership.application-approved',
  admit: 'membership.application-admitted',
  refuse: 'membership.application-refused',
  withdraw: 'membership.application-withdrawn',
};

async function begin(tx: Tx, ctx: Ctx, input: ApplicationStep, allianceId: string): Promise<void> {
  const id = ctx.newId<'membership.member'>();
  await sql`insert into membership.member (organisation_id, id, alliance_id, application_id, state, decision_no, valid_from,
      version, created_at, created_by)
    values (${input.organisationId}, ${id}, ${allianceId}, ${input.applicationId}, 'member', ${input.paperNo},
      ${input.effectiveOn}, 1, ${ctx.now}, ${ctx.actor.name})`.execute(tx);
}

/** Refused when the membership has ended meanwhile. */
async function giveCard(tx: Tx, { organisationId, applicationId, paperNo }: ApplicationStep): Promise<void> {
  const given = await sql`update membership.member set card_no = ${paperNo}, version = version + 1
    where organisation_id = ${organisationId} and application_id = ${applicationId} and state <> 'left' returning id`.execute(
    tx,
  );
  refuseIf(given.rows.length === 0 ? { code: 'membership.member.left-before-card', facts: {} } : undefined);
}
