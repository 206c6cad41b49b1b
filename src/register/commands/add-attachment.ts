import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { DOCUMENT_MEDIA_TYPES, documentKind, documentRefusal } from '#platform/files/document-kind.ts';
import { redrawn } from '#platform/files/picture.server.ts';
import type { OrganisationId } from '../model.ts';
import { requireRegister } from '../permissions.ts';
import { getOrganisationHead } from '../subjects.ts';

/** Wide enough to read a photographed page. */
const PICTURE_WIDTH = 2400;

export interface NewAttachment {
  readonly id: OrganisationId;
  readonly title: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Puts a file beside the record. What it is its bytes say; a picture is drawn anew, without place and camera. */
export async function addAttachment(ctx: Ctx, input: NewAttachment): Promise<void> {
  const { allianceCode } = await getOrganisationHead(ctx.read, input.id);
  requireRegister(ctx, 'register.keep-papers', allianceCode);
  refuseIf(documentRefusal(input.bytes));
  const kind = documentKind(input.bytes) ?? 'pdf';
  const [drawn] = kind === 'picture' ? await redrawn(input.bytes, [PICTURE_WIDTH]) : [];
  const bytes = drawn?.bytes ?? input.bytes;
  const sha256 = await ctx.files.put(bytes);
  await ctx.transact(async (tx) => {
    const head = await getOrganisationHead(tx, input.id);
    requireRegister(ctx, 'register.keep-papers', head.allianceCode);
    const attachmentId = ctx.newId<'register.attachment'>();
    await tx
      .insertInto('register.attachment')
      .values({
        organisation_id: input.id,
        id: attachmentId,
        alliance_id: head.allianceId,
        title: input.title,
        file_name: input.fileName,
        media_type: DOCUMENT_MEDIA_TYPES[kind],
        byte_size: BigInt(bytes.byteLength),
        file_sha256: sha256,
        added_at: ctx.now,
        added_by: ctx.actor.name,
      })
      .execute();
    await record(tx, ctx, 'register.attachment-added', input.id, {
      attachment: attachmentId,
      title: input.title,
      sha256,
    });
  });
}
