import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { putPicture } from '../commands/put-picture.ts';
import { removePicture } from '../commands/remove-picture.ts';
import { officeText } from '../messages-office.vi.ts';
import { requireOwnArticle } from '../own-article.ts';
import { pictureHref } from '../picture.ts';
import type { Route } from './+types/office-picture';

const text = officeText.picture;
const WORDS_MAX = 300;

const Act = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('put'),
    file: z.instanceof(File, { error: text.required.file }).refine((file) => file.size > 0, text.required.file),
    alt: z.string().trim().min(5, text.required.alt).max(WORDS_MAX, text.required.tooLong),
    credit: z.string().trim().min(1, text.required.credit).max(WORDS_MAX, text.required.tooLong),
  }),
  z.object({ act: z.literal('remove') }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { title, picture } = await requireOwnArticle(ctx, args.params.slug);
    return { title, picture };
  });

export const action = (args: Route.ActionArgs) =>
  submit(
    args,
    Act,
    async (ctx, input) => {
      const { slug } = args.params;
      if (input.act === 'remove') {
        await removePicture(ctx, slug);
        return redirect('/van-phong/cong-tin');
      }
      const bytes = new Uint8Array(await input.file.arrayBuffer());
      await putPicture(ctx, slug, { bytes, alt: input.alt, credit: input.credit });
      return redirect(`/tin/${slug}`);
    },
    async (ctx) => await requireOwnArticle(ctx, args.params.slug),
  );

/** `/van-phong/cong-tin/:slug/anh`: the cover picture of an article. */
export default function OfficePicture({ loaderData, actionData }: Route.ComponentProps) {
  const { picture } = loaderData;
  const crumbs = [{ label: officeText.title, href: '/van-phong/cong-tin' }, { label: text.title }];
  return (
    <Shell title={text.title} crumbs={crumbs}>
      <PageHeader title={text.title} sub={loaderData.title} />
      {picture ? (
        <section className="box pad stack" aria-label={text.now}>
          <img
            className="cover"
            src={pictureHref(picture.small.sha256)}
            width={picture.small.width}
            height={picture.small.height}
            alt={picture.alt}
          />
          <p className="small muted">{text.creditIs(picture.credit)}</p>
          <form method="post">
            <button className="btn" type="submit" name="act" value="remove">
              {text.remove}
            </button>
          </form>
        </section>
      ) : null}
      <CommandForm problem={actionData} submitLabel={picture ? text.replace : text.save} hasFiles>
        <input type="hidden" name="act" value="put" />
        <Field
          name="file"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          label={text.file}
          hint={text.fileHint}
          problem={actionData}
        />
        <Field name="alt" label={text.alt} hint={text.altHint} maxLength={WORDS_MAX} problem={actionData} />
        <Field name="credit" label={text.credit} hint={text.creditHint} maxLength={WORDS_MAX} problem={actionData} />
      </CommandForm>
    </Shell>
  );
}
