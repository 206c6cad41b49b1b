import { redirect } from 'react-router';
import { z } from 'zod';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { Note, TableBox } from '#platform/ui/empty.tsx';
import { CommandForm } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { runRetention } from '../commands/run-retention.ts';
import { sayTerm, text } from '../messages-retention.vi.ts';
import type { RetentionLine } from '../model.ts';
import { listCertificates } from '../queries.ts';
import rightsCss from '../ui/rights.css?url';
import type { Route } from './+types/retention.ts';

const PAGE = '/van-phong/luu-tru';
const SHOWN_MAX = 50;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { lines } = await runRetention(ctx, { dryRun: true });
    const certificates = await listCertificates(ctx.read, SHOWN_MAX);
    const isAsked = new URL(args.request.url).searchParams.get('xac-nhan') === 'xoa';
    return {
      lines,
      isAsked,
      due: lines.reduce((sum, line) => sum + line.due, 0),
      certificates: certificates.map(({ number, ranAt, ranBy }) => ({ number, ranAt, ranBy })),
    };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, z.object({}), async (ctx) => {
    const { number } = await runRetention(ctx, { dryRun: false });
    return redirect(number === null ? PAGE : `${PAGE}/${number}`);
  });

export default function Retention({ loaderData, actionData }: Route.ComponentProps) {
  const { lines, due, isAsked, certificates } = loaderData;
  return (
    <Shell
      title={text.title}
      crumbs={[{ label: text.area }, { label: text.title }]}
      drawer={isAsked && due > 0 ? <Confirm due={due} problem={actionData} /> : undefined}
    >
      <link rel="stylesheet" href={rightsCss} precedence="page" />
      <PageHeader
        title={text.title}
        sub={text.sub}
        actions={
          due > 0 ? (
            <a className="btn danger" href="?xac-nhan=xoa#drawer">
              {text.run}
            </a>
          ) : null
        }
      />
      {due === 0 ? <Note>{text.nothing}</Note> : null}
      <LineTable lines={lines} />
      <section className="rights-card" aria-label={text.certificates}>
        <h2>{text.certificates}</h2>
        {certificates.length === 0 ? <p className="small muted">{text.noCertificates}</p> : null}
        <ul className="todo">
          {certificates.map(({ number, ranAt, ranBy }) => (
            <li key={number}>
              <a href={`${PAGE}/${number}`}>{number}</a>
              <small>{`${formatMoment(ranAt)}, ${ranBy}`}</small>
            </li>
          ))}
        </ul>
      </section>
    </Shell>
  );
}

function Confirm({ due, problem }: { due: number; problem: FormProblem | undefined }) {
  return (
    <Drawer title={text.confirmTitle} closeHref={PAGE}>
      <p>{text.confirm(due)}</p>
      <CommandForm problem={problem} submitLabel={text.submit} cancelHref={PAGE} isDangerous action={PAGE} />
    </Drawer>
  );
}

function LineTable({ lines }: { lines: readonly RetentionLine[] }) {
  return (
    <TableBox label={text.caption}>
      <table className="rights-table fits">
        <thead>
          <tr>
            <th scope="col">{text.columns.what}</th>
            <th scope="col">{text.columns.term}</th>
            <th scope="col">{text.columns.ground}</th>
            <th scope="col" className="r">
              {text.columns.due}
            </th>
            <th scope="col">{text.columns.held}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code}>
              <th scope="row">{line.what}</th>
              <td data-label={text.columns.term}>{sayTerm(line)}</td>
              <td data-label={text.columns.ground}>
                {line.ground}
                {line.verified ? null : <small className="muted"> ({text.unverified})</small>}
              </td>
              <td className="r" data-label={text.columns.due}>
                {formatNumber(line.due)}
              </td>
              <td data-label={text.columns.held}>
                {line.held.length === 0 ? '—' : text.heldMore(line.held.length)}
                {[...new Set(line.held.map(({ reason }) => reason))].map((reason) => (
                  <small className="muted" key={reason}>
                    {' '}
                    {reason}
                  </small>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
