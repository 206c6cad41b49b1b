import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { OrganisationId } from '#register/public.ts';
import { getOrganisationHead } from '#register/public.ts';
import { holdMember } from '../holding.ts';
import type { MemberId, MemberMove, StepInput } from '../model.ts';
import { requireMembership } from '../permissions.ts';
import { memberMoveRefusal, memberStateAfter } from '../rules.ts';

export interface MemberStep extends StepInput {
  readonly organisationId: OrganisationId;
  readonly memberId: MemberId;
  readonly seenVersion: number;
  readonly move: MemberMove;
}

/** Suspends, resumes or ends a membership, by a decision of its day. */
export async function stepMember(ctx: Ctx, input: MemberStep): Promise<void> {
  const { organisationId, memberId, move, effectiveOn, paperNo, note } = input;
  await ctx.transact(async (tx) => {
    const { allianceId, allianceCode } = await getOrganisationHead(tx, input.organisationId);
    requireMembership(ctx, 'membership.decide', allianceCode);
    const member = await holdMember(tx, input);
    const lastOn = member.steps.at(-1)?.effectiveOn ?? null;
    refuseIf(memberMoveRefusal({ ...member, lastOn }, move, input, ctx.today));
    const state = memberStateAfter(member.state, move);
    await sql`update membership.member
      set state = ${state}, valid_until = ${state === 'left' ? effectiveOn : null}, version = version + 1
      where organisation_id = ${organisationId} and id = ${memberId}`.execute(tx);
    await sql`insert into membership.member_act (organisation_id, member_id, alliance_id, act, effective_on, paper_no, note,
        recorded_at, recorded_by)
      values (${organisationId}, ${memberId}, ${allianceId}, ${move}, ${effectiveOn}, ${paperNo}, ${note}, ${ctx.now},
        ${ctx.actor.name})`.execute(tx);
    await record(tx, ctx, EVENTS[move], organisationId, {
      member: memberId,
      effectiveOn,
      paperNo,
      note,
    });
  });
}

const EVENTS: Readonly<Record<MemberMove, string>> = {
  suspend: 'membership.member-suspended',
  resume: 'membership.member-resumed',
  leave: 'membership.member-left',
};
