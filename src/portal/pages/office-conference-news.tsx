import { data, redirect } from 'react-router';
import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import { load, submit } from '#platform/http/submit.ts';
import { Empty, Note } from '#platform/ui/empty.tsx';
import { CommandForm, Field, SelectField, TextField } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { listLockedReviews } from '#review/public.ts';
import { publishArticle } from '../commands/publish-article.ts';
import { lockedReview } from '../locked.ts';
import { officeText } from '../messages-office.vi.ts';
import { requirePortalSomewhere } from '../permissions.ts';
import { plainOf } from '../plain.ts';
import type { DrawnArticle } from '../resolve.ts';
import { drawArticle } from '../resolve.ts';
import { conferenceArticle } from '../template/conference-article.ts';
import type { Route } from './+types/office-conference-news';

const text = officeText.conference;

const ConferenceNews = z.object({
  snapshotId: z.uuid(text.required.review).transform((id) => id as Id<'review.snapshot'>),
  when: z.string().trim().min(1, text.required.when),
  reportingUnitCode: z.string(),
  sourceLine: z.string().trim().min(1, text.required.sourceLine),
  penName: z.string().trim().min(1, text.required.penName),
  tasks: z
    .string()
    .transform((lines) =>
      lines
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .refine((tasks) => tasks.length > 0, text.required.tasks),
  intent: z.enum(['preview', 'publish']).default('publish'),
});

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requirePortalSomewhere(ctx, 'portal.publish');
    const locks = await listLockedReviews(ctx.read);
    const [first] = locks;
    const file = first && (await lockedReview(ctx, first.id));
    return {
      reviews: locks.map((lock) => ({
        value: lock.id,
        label: text.reviewOption(lock.clusterCode, lock.periodCode, lock.version),
      })),
      units: (file?.snapshot.units ?? []).map((unit) => ({ value: unit.code, label: unit.name })),
    };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, ConferenceNews, async (ctx, input) => {
    requirePortalSomewhere(ctx, 'portal.publish');
    return input.intent === 'publish' ? await publish(ctx, input) : await preview(ctx, input);
  });

type Input = z.output<typeof ConferenceNews>;

async function preview(ctx: Ctx, input: Input) {
  const file = await lockedReview(ctx, input.snapshotId);
  const drawn = file ? drawArticle(conferenceArticle(file.snapshot, input), file.snapshot) : null;
  const values = { ...input, tasks: input.tasks.join('\n') };
  return data({ fields: {}, refusal: null, values, drawn });
}

async function publish(ctx: Ctx, input: Input) {
  const file = await lockedReview(ctx, input.snapshotId);
  if (!file) return redirect('/van-phong/cong-tin');
  const { slug } = await publishArticle(ctx, {
    draft: conferenceArticle(file.snapshot, input),
    snapshotId: input.snapshotId,
    publishedAt: ctx.now,
    isDemo: file.snapshot.isDemo,
  });
  return redirect(`/tin/${slug}`);
}

export default function ConferenceNewsPage({ loaderData, actionData }: Route.ComponentProps) {
  const drawn = actionData && 'drawn' in actionData ? actionData.drawn : null;
  return (
    <Shell
      title={officeText.draft}
      crumbs={[{ label: officeText.title, href: '/van-phong/cong-tin' }, { label: officeText.draft }]}
    >
      <PageHeader title={officeText.draft} />
      {loaderData.reviews.length === 0 ? (
        <Empty icon="globe" title={officeText.empty}>
          {text.none}
        </Empty>
      ) : (
        <CommandForm problem={drawn ? undefined : actionData} submitLabel={text.publish}>
          <SelectField name="snapshotId" label={text.review} options={loaderData.reviews} problem={actionData} />
          <Field name="when" label={text.when} hint={text.whenHint} problem={actionData} />
          <SelectField
            name="reportingUnitCode"
            label={text.reportingUnit}
            options={loaderData.units}
            problem={actionData}
          />
          <Field name="sourceLine" label={text.sourceLine} hint={text.sourceHint} problem={actionData} />
          <Field name="penName" label={text.penName} problem={actionData} />
          <TextField name="tasks" label={text.tasks} rows={8} problem={actionData} />
          <button className="btn" type="submit" name="intent" value="preview">
            {text.preview}
          </button>
        </CommandForm>
      )}
      {drawn ? <Preview drawn={drawn} /> : null}
    </Shell>
  );
}

function Preview({ drawn }: { drawn: DrawnArticle }) {
  return (
    <section aria-label={text.previewTitle} className="panel">
      <h2>{drawn.title}</h2>
      {drawn.unresolved.length > 0 ? <Note tone="bad">{text.unresolved(drawn.unresolved.join(', '))}</Note> : null}
      <p>
        <b>{plainOf(drawn.lead)}</b>
      </p>
      {drawn.blocks.map((block) => (
        <PreviewBlock key={JSON.stringify(block)} block={block} />
      ))}
    </section>
  );
}

function PreviewBlock({ block }: { block: DrawnArticle['blocks'][number] }) {
  if (block.kind === 'tasks') return block.items.map((item, at) => <p key={item}>{`${at + 1}. ${item}`}</p>);
  if (block.kind === 'photo') return <p className="muted">{block.caption}</p>;
  if (block.kind === 'figure-table')
    return <p>{block.rows.map((row) => `${row.provinceName} ${row.value}`).join(' · ')}</p>;
  return block.kind === 'heading' ? <h3>{plainOf(block.inlines)}</h3> : <p>{plainOf(block.inlines)}</p>;
}
