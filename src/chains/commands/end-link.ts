import { refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { OrganisationId } from '#register/public.ts';
import { getOrganisationHead } from '#register/public.ts';
import type { LinkId } from '../model.ts';
import { requireKeeping } from '../permissions.ts';
import { getLink } from '../queries.ts';
import { linkDaysRefusal } from '../rules.ts';

export interface LinkEnd {
  readonly organisationId: OrganisationId;
  readonly linkId: LinkId;
  /** The last day of it, included. */
  readonly endedOn: IsoDate;
}

/** Ends a link on its last day; it counts for every period that it touched. */
export async function endLink(ctx: Ctx, { organisationId, linkId, endedOn }: LinkEnd): Promise<void> {
  await ctx.transact(async (tx) => {
    requireKeeping(ctx, (await getOrganisationHead(tx, organisationId)).allianceCode);
    const { beganOn } = await getLink(tx, organisationId, linkId);
    refuseIf(linkDaysRefusal(beganOn, endedOn, ctx.today));
    const ended = await sql`update chains.link set ended_on = ${endedOn}
      where organisation_id = ${organisationId} and id = ${linkId} and ended_on is null returning id`.execute(tx);
    refuseIf(ended.rows.length === 0 ? { code: 'chains.link.ended-already', facts: {} } : undefined);
    await record(tx, ctx, 'chains.link-ended', organisationId, { link: linkId, endedOn });
  });
}
