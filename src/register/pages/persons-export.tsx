import { redirect } from 'react-router';
import { ProposalNote } from '#platform/access/ui/proposal-panel.tsx';
import { load, submit } from '#platform/http/submit.ts';
import { hoursKept } from '#platform/privacy/kept-export.server.ts';
import { purposeOptions } from '#platform/privacy/messages.vi.ts';
import { ASKED_PURPOSES } from '#platform/privacy/reading.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { CommandForm, SelectField } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { ProposePersonsExport, proposePersonsExport } from '../commands/propose-persons-export.ts';
import { exportProposalHref } from '../four-eyes.ts';
import { readListAddress, writeListAddress } from '../list-address.ts';
import { readPersonsView } from '../list-view.ts';
import { listText, personsExportText as text } from '../messages-pages.vi.ts';
import { requireRegisterSomewhere } from '../permissions.ts';
import registerCss from '../ui/register.css?url';
import type { Route } from './+types/persons-export.ts';

const LIST = '/van-phong/so-bo';

/** How many rows there would be; the people themselves are not read before a purpose is said. */
export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireRegisterSomewhere(ctx, 'register.propose-personal-export');
    const address = readListAddress(new URL(args.request.url).searchParams);
    const { page } = await readPersonsView(ctx, address, 1);
    return { back: writeListAddress(address), rows: page.total, hours: await hoursKept(ctx.read, ctx.today) };
  });

export const action = (args: Route.ActionArgs) =>
  submit(
    args,
    ProposePersonsExport,
    async (ctx, input) => {
      const address = readListAddress(new URL(args.request.url).searchParams);
      return redirect(exportProposalHref(await proposePersonsExport(ctx, address, input)));
    },
    async (ctx) => requireRegisterSomewhere(ctx, 'register.propose-personal-export'),
  );

export default function PersonsExport({ loaderData, actionData }: Route.ComponentProps) {
  const { back, rows, hours } = loaderData;
  return (
    <Shell title={text.title} crumbs={[{ label: listText.area, href: `${LIST}${back}` }, { label: text.title }]}>
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <PageHeader
        title={text.title}
        sub={text.sub(rows)}
        actions={
          <a className="btn" href="/van-phong/ban-xuat">
            {text.mine}
          </a>
        }
      />
      {rows === 0 ? (
        <div className="box">
          <Empty icon="search" title={text.none}>
            {text.noneWhy}
          </Empty>
        </div>
      ) : (
        <div className="box pad asked">
          <CommandForm
            problem={actionData}
            submitLabel={text.submit}
            errorTitle={text.notMade}
            cancelHref={`${LIST}${back}`}
          >
            <SelectField
              name="purpose"
              label={text.purpose}
              problem={actionData}
              options={[{ value: '', label: text.choose }, ...purposeOptions(ASKED_PURPOSES)]}
            />
            <SelectField
              name="format"
              label={text.format}
              problem={actionData}
              options={Object.entries(text.formats).map(([value, label]) => ({ value, label }))}
            />
            <ProposalNote problem={actionData} hint={text.fourEyes.noteHint} />
            <ul>
              {text.rules(hours).map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </CommandForm>
        </div>
      )}
    </Shell>
  );
}
