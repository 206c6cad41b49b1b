import { Refused } from '#kernel/refusal.ts';
import { sendFile } from '#platform/http/submit.ts';
import { getAttachment } from '../attachments.ts';
import { organisationIdOf } from '../organisation-id.ts';
import { requireVisible } from '../permissions.ts';
import { getOrganisationHead } from '../subjects.ts';
import type { Route } from './+types/organisation-file.ts';

/** `/van-phong/so-bo/:organisationId/tep/:attachmentId`: one file, always as a download: nothing that was sent in is opened here. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    const id = organisationIdOf(args.params);
    requireVisible(ctx.actor, (await getOrganisationHead(ctx.read, id)).allianceCode);
    const file = await getAttachment(ctx.read, id, args.params.attachmentId);
    const bytes = await ctx.files.get(file.sha256);
    if (!bytes) throw new Refused({ code: 'register.attachment.not-found', facts: {} });
    const name = file.mediaType === 'image/webp' ? `${file.fileName.replace(/\.[^.]*$/, '')}.webp` : file.fileName;
    return { name, mediaType: file.mediaType, bytes };
  });
