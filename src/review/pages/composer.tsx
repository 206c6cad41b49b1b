import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { Note } from '#platform/ui/empty.tsx';
import { ErrorSummary } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { EditSection, editSection } from '../commands/edit-section.ts';
import { lookThrough } from '../commands/look-through.ts';
import { MendSection, mendSection } from '../commands/mend-section.ts';
import { text } from '../messages.pages.vi.ts';
import { PAPERS } from '../paper-names.ts';
import { clusterThatCalled } from '../queries.ts';
import { ComposerChecks } from '../ui/composer-checks.tsx';
import { ComposerOutline } from '../ui/composer-outline.tsx';
import { ComposerEditor, ComposerPaper, Contributions } from '../ui/composer-paper.tsx';
import { ReviewHead } from '../ui/review-head.tsx';
import type { ComposerView } from '../views/composer-view.ts';
import { composerView } from '../views/composer-view.ts';
import { hrefs } from '../views/hrefs.ts';
import type { Route } from './+types/composer.ts';

const words = text.composer;

const Act = z.discriminatedUnion('act', [
  EditSection.extend({ act: z.literal('edit') }),
  MendSection.extend({ act: z.literal('mend') }),
  z.object({ act: z.literal('look-through') }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const section = new URL(args.request.url).searchParams.get('muc') ?? '';
    return { view: await composerView(ctx, args.params.period, section) };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, Act, async (ctx, input) => {
    const periodCode = args.params.period;
    const clusterCode = await clusterThatCalled(ctx.read, periodCode);
    if (input.act === 'edit') await editSection(ctx, clusterCode, periodCode, input);
    else if (input.act === 'mend') await mendSection(ctx, clusterCode, periodCode, input);
    else await lookThrough(ctx, clusterCode, periodCode);
    const section = input.act === 'look-through' ? sectionOf(args.request) : input.code;
    return redirect(`${hrefs.composer(periodCode, section)}#checks`);
  });

function sectionOf(request: Request): string | undefined {
  return new URL(request.url).searchParams.get('muc') ?? undefined;
}

export default function ComposerPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view } = loaderData;
  const isOfEditor = actionData?.values.act === 'edit';
  return (
    <Shell
      title={words.title(view.periodName)}
      crumbs={[
        { label: text.periods, href: hrefs.periods() },
        { label: view.periodName, href: hrefs.report(view.periodCode) },
        { label: words.crumb },
      ]}
    >
      <ReviewHead />
      <PageHeader
        title={words.title(view.periodName)}
        chip={<OpenChip count={view.openCount} />}
        sub={<SavedLine view={view} />}
        actions={<ComposerActions view={view} />}
      />
      {view.readOnly ? <Note tone="warn">{view.readOnly}</Note> : null}
      {isOfEditor ? null : <ErrorSummary problem={actionData} />}
      <div className="compose">
        <div className="three">
          <ComposerOutline view={view} />
          <div className="middle">
            <ComposerPaper view={view} />
            <Contributions view={view} />
            <ComposerEditor view={view} problem={isOfEditor ? actionData : undefined} />
          </div>
          <ComposerChecks view={view} />
        </div>
      </div>
    </Shell>
  );
}

/** A locked period has its papers with the lock; an open one shows the draft on its way there. */
function ComposerActions({ view }: { view: ComposerView }) {
  if (view.isLocked)
    return (
      <a className="btn primary" href={hrefs.report(view.periodCode)}>
        {words.toReport}
      </a>
    );
  return (
    <>
      <a className="btn" href={hrefs.paper(view.periodCode, PAPERS.docx, null)}>
        {words.word}
      </a>
      <a className="btn primary" href={hrefs.report(view.periodCode)}>
        {words.toLock}
      </a>
    </>
  );
}

function OpenChip({ count }: { count: number }) {
  return count === 0 ? (
    <StateChip boxed tone="ok" sign="✓">
      {words.allGood}
    </StateChip>
  ) : (
    <StateChip boxed tone="warn" sign={String(count)}>
      {words.open(count)}
    </StateChip>
  );
}

function SavedLine({ view }: { view: ComposerView }) {
  const { editedAt, editedBy, version } = view.section;
  return <>{editedAt && editedBy ? words.saved(editedAt, editedBy, version) : words.template}</>;
}
