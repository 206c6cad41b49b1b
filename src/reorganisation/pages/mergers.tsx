import { redirect } from 'react-router';
import { load, submit } from '#platform/http/submit.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { proposeMerger } from '../commands/propose-merger.ts';
import { hrefs } from '../hrefs.ts';
import { ProposeMerger, planOfForm } from '../merger-form.ts';
import type { MergersView } from '../merger-view.ts';
import { mergersView } from '../merger-view.ts';
import { mergerText as text } from '../messages-pages.vi.ts';
import { requireProposing } from '../permissions.ts';
import { MergerChoiceForm, MergerForm, MergerPreview } from '../ui/merger-wizard.tsx';
import reorganisationCss from '../ui/reorganisation.css?url';
import type { Route } from './+types/mergers.ts';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => await mergersView(ctx, new URL(args.request.url).searchParams));

export const action = (args: Route.ActionArgs) =>
  submit(
    args,
    ProposeMerger,
    async (ctx, input) => {
      await proposeMerger(ctx, planOfForm(input), input.note);
      return redirect(hrefs.merger(input.mergerId));
    },
    async (ctx) => requireProposing(ctx),
  );

/** `/van-phong/quan-tri/sap-xep`: alliances that become one or get another name: choosing, looking, proposing. */
export default function Mergers({ loaderData: view, actionData }: Route.ComponentProps) {
  const { preview } = view;
  return (
    <Shell title={text.title} crumbs={[{ label: text.area }, { label: text.title }]}>
      <link rel="stylesheet" href={reorganisationCss} precedence="page" />
      <PageHeader title={text.title} sub={text.sub} />
      <Waiting view={view} />
      <MergerChoiceForm view={view} />
      {preview ? (
        <>
          <h2>{text.previewTitle}</h2>
          <MergerPreview counts={preview.counts} />
          <MergerForm preview={preview} problem={actionData} />
        </>
      ) : null}
      <h2>{text.done}</h2>
      <Done view={view} />
    </Shell>
  );
}

function Waiting({ view: { waiting } }: { view: MergersView }) {
  if (waiting.length === 0) return null;
  return (
    <section className="box pad">
      <h2>{text.waiting}</h2>
      <ul>
        {waiting.map((one) => (
          <li key={one.href}>
            <a href={one.href}>{one.words}</a> <small className="muted">{one.proposedBy}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Done({ view: { mergers } }: { view: MergersView }) {
  if (mergers.length === 0) return <p className="muted">{text.none}</p>;
  return (
    <ul className="box pad">
      {mergers.map((merger) => (
        <li key={merger.id} className={merger.undoneAt ? 'old' : undefined}>
          {formatDate(merger.effectiveOn)}: {text.kinds[merger.plan.kind].toLowerCase()}{' '}
          <a href={hrefs.merger(merger.id)}>{merger.plan.names.name}</a>
          {merger.undoneAt ? ` (${text.undone})` : ''}
        </li>
      ))}
    </ul>
  );
}
