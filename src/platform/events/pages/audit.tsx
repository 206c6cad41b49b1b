import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { ErrorSummary, Field, SelectField } from '#platform/ui/forms.tsx';
import { Icon } from '#platform/ui/icon.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Pager } from '#platform/ui/pager.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { proveFromPage, readAudit } from '../audit-view.server.ts';
import type { LogAddress, LogCursor } from '../log-address.ts';
import { readLogAddress, writeLogAddress } from '../log-address.ts';
import { text } from '../messages.vi.ts';
import auditCss from '../ui/audit.css?url';
import { LogTable } from '../ui/log-table.tsx';
import { Proof } from '../ui/proof.tsx';
import type { Route } from './+types/audit.ts';

const PAGE = '/van-phong/nhat-ky';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const address = readLogAddress(new URL(args.request.url).searchParams);
    return { address, view: await readAudit(ctx, address) };
  });

/** The one act of this page: proving the whole record. */
export const action = (args: Route.ActionArgs) =>
  submit(args, z.object({}), async (ctx) => {
    await proveFromPage(ctx);
    return redirect(PAGE);
  });

export default function Audit({ loaderData, actionData }: Route.ComponentProps) {
  const { address, view } = loaderData;
  const { after: _, before: __, ...filter } = address;
  return (
    <Shell title={text.title} crumbs={[{ label: text.area, href: PAGE }, { label: text.title }]}>
      <link rel="stylesheet" href={auditCss} precedence="page" />
      <PageHeader
        title={text.title}
        sub={text.sub}
        actions={
          <a className="btn" href={`${PAGE}/tai${writeLogAddress(filter)}`}>
            <Icon name="download" />
            {text.download}
          </a>
        }
      />
      <ErrorSummary problem={actionData} />
      <Proof view={view} />
      <Filters address={address} kinds={view.kinds} />
      {view.entries.length === 0 ? (
        <div className="box">
          <Empty icon="search" title={text.empty}>
            {text.emptyWhy}
          </Empty>
        </div>
      ) : (
        <TableBox label={text.caption}>
          <LogTable entries={view.entries} filter={filter} />
        </TableBox>
      )}
      <Pager
        previousHref={pageHref(address, { before: view.previous })}
        nextHref={pageHref(address, { after: view.next })}
      >
        {text.shown(view.entries.length)}
      </Pager>
    </Shell>
  );
}

function Filters({
  address,
  kinds,
}: {
  address: LogAddress;
  kinds: Route.ComponentProps['loaderData']['view']['kinds'];
}) {
  return (
    <form className="audit-filters" action={PAGE} aria-label={text.filters}>
      <Field name="ai" label={text.who} defaultValue={address.who} maxLength={200} placeholder={text.whoHint} />
      <SelectField
        name="viec"
        label={text.kind}
        defaultValue={address.kind}
        options={[{ value: '', label: text.everyKind }, ...kinds]}
      />
      <Field name="ve" label={text.subject} defaultValue={address.subject} maxLength={200} className="code" />
      <Field name="tu" label={text.firstDay} type="date" defaultValue={address.firstDay ?? ''} />
      <Field name="den" label={text.lastDay} type="date" defaultValue={address.lastDay ?? ''} />
      <p className="tools">
        <button className="btn" type="submit">
          {text.apply}
        </button>
        <a className="btn plain" href={PAGE}>
          {text.clear}
        </a>
      </p>
    </form>
  );
}

function pageHref(
  address: LogAddress,
  at: { readonly after?: LogCursor | null; readonly before?: LogCursor | null },
): string | null {
  if (!at.after && !at.before) return null;
  return `${PAGE}${writeLogAddress({ ...address, after: at.after ?? null, before: at.before ?? null })}`;
}
