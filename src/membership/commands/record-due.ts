import type { Dong } from '#kernel/money.ts';
import { refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { OrganisationId } from '#register/public.ts';
import { getOrganisationHead } from '#register/public.ts';
import { holdMember } from '../holding.ts';
import type { MemberId } from '../model.ts';
import { requireMembership } from '../permissions.ts';
import { dueRefusal } from '../rules.ts';

export interface DuePaid {
  readonly organisationId: OrganisationId;
  readonly memberId: MemberId;
  readonly seenVersion: number;
  readonly year: number;
  readonly amountDong: Dong;
  readonly paidOn: IsoDate;
  readonly paperNo: string;
}

/** Writes what was paid for a year; the same year again mends the line, and the record of acts keeps both. */
export async function recordDue(ctx: Ctx, input: DuePaid): Promise<void> {
  const { organisationId, memberId, year, amountDong, paidOn, paperNo } = input;
  await ctx.transact(async (tx) => {
    const { allianceId, allianceCode } = await getOrganisationHead(tx, input.organisationId);
    requireMembership(ctx, 'membership.handle', allianceCode);
    const member = await holdMember(tx, input);
    refuseIf(dueRefusal(input, member, ctx.today));
    await sql`insert into membership.due (organisation_id, member_id, year, alliance_id, amount_dong, paid_on, paper_no,
        recorded_at, recorded_by)
      values (${organisationId}, ${memberId}, ${year}, ${allianceId}, ${amountDong}, ${paidOn}, ${paperNo}, ${ctx.now},
        ${ctx.actor.name})
      on conflict (organisation_id, member_id, year) do update
        set amount_dong = excluded.amount_dong, paid_on = excluded.paid_on, paper_no = excluded.paper_no,
            recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`.execute(tx);
    const before = member.dues.find((due) => due.year === year);
    const facts = {
      member: memberId,
      year,
      amountDong,
      paidOn,
      paperNo,
      ...(before ? { before: before.amountDong } : {}),
    };
    await record(tx, ctx, 'membership.due-recorded', organisationId, facts);
  });
}
