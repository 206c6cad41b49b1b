import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { getAttachment } from '../attachments.ts';
import type { OrganisationId } from '../model.ts';
import { requireRegister } from '../permissions.ts';
import { getOrganisationHead } from '../subjects.ts';

export interface AttachmentRemoval {
  readonly id: OrganisationId;
  readonly attachmentId: string;
  readonly reason: string;
}

/** Takes a file off the record; that it was there, who took it off and why stays to be read. */
export async function removeAttachment(ctx: Ctx, { id, attachmentId, reason }: AttachmentRemoval): Promise<void> {
  await ctx.transact(async (tx) => {
    requireRegister(ctx, 'register.keep-papers', (await getOrganisationHead(tx, id)).allianceCode);
    const { id: found, title } = await getAttachment(tx, id, attachmentId);
    await tx
      .updateTable('register.attachment')
      .set({ removed_at: ctx.now, removed_by: ctx.actor.name, removed_reason: reason })
      .where('organisation_id', '=', id)
      .where('id', '=', found)
      .where('removed_at', 'is', null)
      .execute();
    await record(tx, ctx, 'register.attachment-removed', id, { attachment: attachmentId, title, reason });
  });
}
