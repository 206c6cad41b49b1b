import type { Decimal } from '#kernel/decimal.ts';
import { refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { OrganisationId } from '#register/public.ts';
import { attachmentsOf, getOrganisationHead } from '#register/public.ts';
import type { ChainId, LinkId, Stage } from '../model.ts';
import { requireKeeping } from '../permissions.ts';
import { getChain } from '../queries.ts';
import { isEvidenced, linkDaysRefusal } from '../rules.ts';

export interface NewLink {
  readonly organisationId: OrganisationId;
  readonly chainId: ChainId;
  readonly stage: Stage;
  readonly partner: string;
  readonly contractNo: string;
  /** Empty: no document. */
  readonly attachmentId: string;
  readonly volume: Decimal | null;
  readonly volumeUnit: string;
  readonly beganOn: IsoDate;
}

/** Writes what the organisation does in the chain. Without counterpart or document it is kept all the same, as said by itself. */
export async function addLink(ctx: Ctx, input: NewLink): Promise<LinkId> {
  const { organisationId, chainId, stage, partner, contractNo, volume, volumeUnit, beganOn } = input;
  const id = ctx.newId<'chains.link'>();
  await ctx.transact(async (tx) => {
    const { allianceId, allianceCode } = await getOrganisationHead(tx, organisationId);
    requireKeeping(ctx, allianceCode);
    refuseIf(linkDaysRefusal(beganOn, null, ctx.today));
    await getChain(tx, chainId);
    const files = (await attachmentsOf(tx, organisationId)).filter(({ removed }) => removed === null);
    const file = files.find((one) => one.id === input.attachmentId);
    const isLost = input.attachmentId !== '' && !file;
    refuseIf(isLost ? { code: 'chains.link.document-gone', facts: { field: 'attachmentId' } } : undefined);
    const attachmentId = file?.id ?? null;
    await sql`insert into chains.link (organisation_id, id, alliance_id, chain_id, stage, partner, contract_no, attachment_id,
        volume, volume_unit, began_on, created_at, created_by)
      values (${organisationId}, ${id}, ${allianceId}, ${chainId}, ${stage}, ${partner}, ${contractNo}, ${attachmentId},
        ${volume}::numeric, ${volumeUnit}, ${beganOn}, ${ctx.now}, ${ctx.actor.name})`.execute(tx);
    const evidenced = isEvidenced({ partner, contractNo, attachmentId });
    await record(tx, ctx, 'chains.link-added', organisationId, { link: id, chain: chainId, stage, beganOn, evidenced });
  });
  return id;
}
