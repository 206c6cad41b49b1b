import { redirect } from 'react-router';
import { z } from 'zod';
import { clean, cleanLines } from '#kernel/text-vi.ts';
import { load, submit } from '#platform/http/submit.ts';
import { attachmentsOf, remarksOf } from '../attachments.ts';
import { addAttachment } from '../commands/add-attachment.ts';
import { removeAttachment } from '../commands/remove-attachment.ts';
import { writeRemark } from '../commands/write-remark.ts';
import { filesText as text } from '../messages-card.vi.ts';
import { organisationIdOf } from '../organisation-id.ts';
import { readOrganisationView } from '../organisation-view.ts';
import { requireRegister } from '../permissions.ts';
import { getOrganisationHead } from '../subjects.ts';
import { CardFiles } from '../ui/card-files.tsx';
import { CardFrame } from '../ui/card-frame.tsx';
import type { Route } from './+types/organisation-files.ts';

const words = (max: number, missing: string, tidy = clean) =>
  z.string().default('').transform(tidy).pipe(z.string().min(1, missing).max(max, text.tooLong));

const Act = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('attach'),
    title: words(200, text.nameMissing),
    file: z.instanceof(File, { error: text.fileMissing }).refine((file) => file.size > 0, text.fileMissing),
  }),
  z.object({ act: z.literal('remove'), attachmentId: z.uuid(), reason: words(300, text.reasonMissing) }),
  z.object({ act: z.literal('remark'), words: words(2000, text.remarkMissing, cleanLines) }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const id = organisationIdOf(args.params);
    const view = await readOrganisationView(ctx, id);
    const [attachments, remarks] = await Promise.all([attachmentsOf(ctx.read, id), remarksOf(ctx.read, id)]);
    return { view, attachments, remarks, today: ctx.today };
  });

export const action = (args: Route.ActionArgs) =>
  submit(
    args,
    Act,
    async (ctx, input) => {
      const id = organisationIdOf(args.params);
      if (input.act === 'attach') {
        const bytes = new Uint8Array(await input.file.arrayBuffer());
        await addAttachment(ctx, { id, title: input.title, fileName: clean(input.file.name), bytes });
      } else if (input.act === 'remove') await removeAttachment(ctx, { id, ...input });
      else await writeRemark(ctx, { id, words: input.words });
      return redirect(`/van-phong/so-bo/${id}?the=ho-so`);
    },
    async (ctx) => {
      const { allianceCode } = await getOrganisationHead(ctx.read, organisationIdOf(args.params));
      requireRegister(ctx, 'register.keep-papers', allianceCode);
    },
  );

/** `/van-phong/so-bo/:organisationId/tep`: takes files and remarks; a form that came back stands here with what was typed. */
export default function OrganisationFiles({ loaderData, actionData }: Route.ComponentProps) {
  const { view, attachments, remarks, today } = loaderData;
  return (
    <CardFrame view={view} today={today} tab="ho-so">
      <CardFiles view={view} attachments={attachments} remarks={remarks} problem={actionData} />
    </CardFrame>
  );
}
