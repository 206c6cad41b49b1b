import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { keepUpload } from '../commands/keep-upload.ts';
import { hrefs } from '../hrefs.ts';
import { text } from '../messages-pages.vi.ts';
import { PastImports } from '../ui/past-imports.tsx';
import { TemplateBox } from '../ui/template-box.tsx';
import { UploadForm, WaitingUploads } from '../ui/upload-form.tsx';
import workbooksCss from '../ui/workbooks.css?url';
import { readImportsView } from '../views.ts';
import type { Route } from './+types/imports';

const UploadedForm = z.object({
  file: z.instanceof(File, { error: text.upload.noFile }).refine((file) => file.size > 0, text.upload.noFile),
  unit: z.string().default(''),
  period: z.string().default(''),
});

export const loader = (args: Route.LoaderArgs) => load(args, async (ctx) => await readImportsView(ctx));

export const action = (args: Route.ActionArgs) =>
  submit(args, UploadedForm, async (ctx, { file, unit, period }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const assumed = unit !== '' && period !== '' ? { unitCode: unit, periodCode: period } : null;
    const id = await keepUpload(ctx, { file: { name: file.name, bytes }, assumed });
    return redirect(hrefs.upload(id));
  });

/** `/van-phong/nhap-excel`: a workbook comes in, templates go out, past imports can be taken back. */
export default function Imports({ loaderData, actionData }: Route.ComponentProps) {
  const { templates, importable, waiting, past, unitNames } = loaderData;
  return (
    <Shell title={text.title} crumbs={[{ label: text.area, href: '/van-phong/so-bo' }, { label: text.title }]}>
      <link rel="stylesheet" href={workbooksCss} precedence="page" />
      <PageHeader title={text.title} sub={text.sub} />
      <div className="import-start">
        <UploadForm problem={actionData} units={importable} periods={templates.periods} />
        <TemplateBox {...templates} />
      </div>
      <WaitingUploads waiting={waiting} />
      {past.length === 0 ? (
        <div className="box">
          <Empty icon="upload" title={text.past.none}>
            {text.past.noneWhy}
          </Empty>
        </div>
      ) : (
        <PastImports past={past} unitNames={unitNames} />
      )}
    </Shell>
  );
}
