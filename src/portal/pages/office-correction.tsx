import { redirect } from 'react-router';
import { load, submit } from '#platform/http/submit.ts';
import { CommandForm, TextField } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { CorrectArticle, correctArticle } from '../commands/correct-article.ts';
import { officeText } from '../messages-office.vi.ts';
import { requireOwnArticle } from '../own-article.ts';
import type { Route } from './+types/office-correction';

const text = officeText.correction;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { title } = await requireOwnArticle(ctx, args.params.slug);
    return { title };
  });

export const action = (args: Route.ActionArgs) =>
  submit(
    args,
    CorrectArticle,
    async (ctx, input) => {
      await correctArticle(ctx, input, args.params.slug);
      return redirect(`/tin/${args.params.slug}`);
    },
    async (ctx) => await requireOwnArticle(ctx, args.params.slug),
  );

export default function OfficeCorrection({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Shell
      title={text.title}
      crumbs={[{ label: officeText.title, href: '/van-phong/cong-tin' }, { label: text.title }]}
    >
      <PageHeader title={text.title} sub={loaderData.title} />
      <CommandForm problem={actionData} submitLabel={text.save}>
        <TextField name="note" label={text.note} hint={text.noteHint} rows={4} problem={actionData} />
        <label className="check">
          <input type="checkbox" name="retract" value="true" /> {text.retract}
        </label>
      </CommandForm>
    </Shell>
  );
}
