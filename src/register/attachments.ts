import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { OrganisationId } from './model.ts';

/** A file beside an organisation's record. */
export interface Attachment {
  readonly id: Id<'register.attachment'>;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly sha256: string;
  readonly addedAt: Date;
  readonly addedBy: string;
  readonly removed: { readonly at: Date; readonly by: string; readonly reason: string } | null;
}

export interface Remark {
  readonly id: string;
  readonly words: string;
  readonly writtenAt: Date;
  readonly writtenBy: string;
}

/** All that were ever put there, the newest first; a removed one says so and why. */
export async function attachmentsOf(db: ReadDb, id: OrganisationId): Promise<readonly Attachment[]> {
  const rows = await db
    .selectFrom('register.attachment')
    .where('organisation_id', '=', id)
    .selectAll()
    .orderBy('added_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    fileName: row.file_name,
    mediaType: row.media_type,
    byteSize: Number(row.byte_size),
    sha256: row.file_sha256,
    addedAt: row.added_at,
    addedBy: row.added_by,
    removed:
      row.removed_at && row.removed_by ? { at: row.removed_at, by: row.removed_by, reason: row.removed_reason } : null,
  }));
}

/** Refused as not found when there is none there, or it was removed. */
export async function getAttachment(db: ReadDb, id: OrganisationId, attachmentId: string): Promise<Attachment> {
  const found = (await attachmentsOf(db, id)).find((one) => one.id === attachmentId && one.removed === null);
  if (!found) throw new Refused({ code: 'register.attachment.not-found', facts: {} });
  return found;
}

/** What people wrote about an organisation, the oldest first. */
export async function remarksOf(db: ReadDb, id: OrganisationId): Promise<readonly Remark[]> {
  return await db
    .selectFrom('register.remark')
    .where('organisation_id', '=', id)
    .select(['id', 'words', 'written_at as writtenAt', 'written_by as writtenBy'])
    .orderBy('written_at')
    .orderBy('id')
    .execute();
}
