import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { Note } from '#platform/ui/empty.tsx';
import { CommandForm, ErrorSummary } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { answerUpload, discardUpload, writeUpload } from '../commands/keep-upload.ts';
import { hrefs } from '../hrefs.ts';
import { text } from '../messages-pages.vi.ts';
import type { Answers, UploadId } from '../model.ts';
import { getUpload } from '../queries.ts';
import { undoUntil } from '../rules.ts';
import { PreviewFacts, Steps } from '../ui/preview-facts.tsx';
import { PreviewTable } from '../ui/preview-table.tsx';
import { PreviewTabs } from '../ui/preview-tabs.tsx';
import { Questions } from '../ui/questions.tsx';
import workbooksCss from '../ui/workbooks.css?url';
import { previewPage } from '../views.ts';
import type { Route } from './+types/upload';

const words = text.preview;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { id, fileName, preview } = await getUpload(ctx.read, ctx.actor, args.params.uploadId as UploadId);
    const search = new URL(args.request.url).searchParams;
    const { rows: _, messages: __, ...facts } = preview;
    return {
      id,
      fileName,
      facts,
      rowsOfRegister: Object.values(preview.counts).reduce((sum, count) => sum + count, 0),
      page: previewPage(preview, { group: search.get('nhom'), page: Number(search.get('trang') ?? 1) || 1 }),
      isConfirming: search.get('xac-nhan') === 'ghi' && preview.accepted,
      undoUntil: undoUntil({ importedAt: ctx.now }),
    };
  });

const Act = z.looseObject({ act: z.enum(['write', 'answer', 'discard']) });

export const action = (args: Route.ActionArgs) =>
  submit(args, Act, async (ctx, { act, ...given }) => {
    const id = args.params.uploadId as UploadId;
    if (act === 'discard') {
      await discardUpload(ctx, id);
      return redirect(hrefs.imports());
    }
    if (act === 'answer') {
      await answerUpload(ctx, id, answersOf(given));
      return redirect(hrefs.upload(id));
    }
    const { report } = await writeUpload(ctx, id);
    return redirect(report.importId ? `${hrefs.import(report.importId)}?vua-ghi=1` : hrefs.imports());
  });

/** `a:Sổ bộ HTX!DOANH_THU` → the reading chosen for that column. */
function answersOf(given: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      name.startsWith('a:') && typeof value === 'string' ? [[name.slice(2), [value]]] : [],
    ),
  );
}

/** `/van-phong/nhap-excel/cho/:uploadId`: everything the file would change, before it does. */
export default function UploadPreview({ loaderData, actionData }: Route.ComponentProps) {
  const { id, fileName, facts, page, rowsOfRegister, isConfirming } = loaderData;
  const values = facts.values.new + facts.values.changed;
  const isChange = facts.counts.new + facts.counts.changed + values > 0;
  const crumbs = [
    { label: text.area, href: '/van-phong/so-bo' },
    { label: text.title, href: hrefs.imports() },
    { label: fileName },
  ];
  return (
    <Shell
      title={words.title}
      crumbs={crumbs}
      drawer={isConfirming && isChange ? <Confirm data={loaderData} problem={actionData} /> : undefined}
    >
      <link rel="stylesheet" href={workbooksCss} precedence="page" />
      <PageHeader title={words.title} actions={<Actions data={loaderData} isChange={isChange} />} />
      {isConfirming ? null : <ErrorSummary problem={actionData} />}
      <Steps isAccepted={facts.accepted} />
      <PreviewFacts facts={facts} fileName={fileName} rows={rowsOfRegister} undoUntil={loaderData.undoUntil} />
      <Questions questions={facts.questions} />
      <PreviewTabs page={page} hrefOf={(group) => hrefs.upload(id, group)} />
      {facts.accepted ? (
        <Note tone={facts.counts.conflict > 0 ? 'warn' : 'info'}>
          {isChange ? words.summary(facts.counts, values) : words.nothingToWrite}
          {facts.counts.conflict > 0 ? <> {words.conflictNote(facts.counts.conflict)}</> : null}
        </Note>
      ) : (
        <Note tone="bad">{words.cannotWrite(page.sizes.error)}</Note>
      )}
      <PreviewTable page={page} hrefOf={(number) => hrefs.upload(id, page.group, number)} />
    </Shell>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Actions({ data, isChange }: { data: Loaded; isChange: boolean }) {
  const { id, facts, page } = data;
  const isNoted = page.sizes.error + page.sizes.look > 0;
  const label = words.write(facts.counts, facts.values.new + facts.values.changed);
  return (
    <>
      <form method="post">
        <button className="btn" type="submit" name="act" value="discard">
          {words.discard}
        </button>
      </form>
      {isNoted ? (
        <a className="btn" href={hrefs.uploadErrors(id)} download>
          {words.errorsFile}
        </a>
      ) : null}
      {facts.accepted && isChange ? (
        <a className="btn primary" href={hrefs.writeUpload(id)}>
          {label}
        </a>
      ) : (
        <span className="btn primary" aria-disabled="true">
          {label}
        </span>
      )}
    </>
  );
}

function Confirm({ data, problem }: { data: Loaded; problem: Route.ComponentProps['actionData'] }) {
  const { id, facts, undoUntil: until } = data;
  return (
    <Drawer title={words.confirm.title} closeHref={hrefs.upload(id)}>
      <CommandForm problem={problem} submitLabel={words.confirm.submit} cancelHref={hrefs.upload(id)}>
        <input type="hidden" name="act" value="write" />
        <p>{words.confirm.effect(facts.unitName, facts.periodName)}</p>
        <p>{words.summary(facts.counts, facts.values.new + facts.values.changed)}</p>
        <p className="muted">{words.confirm.undoable(until)}</p>
      </CommandForm>
    </Drawer>
  );
}
