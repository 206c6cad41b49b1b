import { load } from '#platform/http/submit.ts';
import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { sayTerm, text } from '../messages-retention.vi.ts';
import type { RetentionLine } from '../model.ts';
import { requireRights } from '../permissions.ts';
import { getCertificate } from '../queries.ts';
import rightsCss from '../ui/rights.css?url';
import type { Route } from './+types/certificate.ts';

const words = text.certificate;
const PAGE = '/van-phong/luu-tru';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireRights(ctx, 'rights.run-retention', null);
    const { sheet, ...certificate } = await getCertificate(ctx.read, args.params.number);
    return { ...certificate, lines: (sheet as { lines: readonly RetentionLine[] }).lines };
  });

export default function CertificatePage({ loaderData }: Route.ComponentProps) {
  const { number, ranAt, ranBy, sha256, lines } = loaderData;
  return (
    <Shell title={number} crumbs={[{ label: text.title, href: PAGE }, { label: number }]}>
      <link rel="stylesheet" href={rightsCss} precedence="page" />
      <PageHeader title={words.title(number)} sub={words.sub(ranAt, ranBy)} />
      <p className="small muted rights-noprint">{words.print}</p>
      <div className="rights-sheet">
        {lines
          .filter(({ due, held }) => due > 0 || held.length > 0)
          .map((line) => (
            <section key={line.code}>
              <h2>{line.what}</h2>
              <dl className="kv">
                <dt>{words.deleted}</dt>
                <dd>{text.rows(line.due)}</dd>
                <dt>{text.columns.term}</dt>
                <dd>{`${sayTerm(line)}. ${line.ground}`}</dd>
                <dt>{words.before}</dt>
                <dd>{formatMoment(new Date(line.before))}</dd>
                {line.held.length > 0 ? (
                  <>
                    <dt>{words.held}</dt>
                    <dd>{`${formatNumber(line.held.length)}: ${[...new Set(line.held.map(({ reason }) => reason))].join('; ')}`}</dd>
                  </>
                ) : null}
              </dl>
            </section>
          ))}
        <section>
          <h2>{words.hash}</h2>
          <p className="code">{sha256}</p>
          <p className="small muted">{words.how}</p>
          <p className="small muted">{words.backups}</p>
        </section>
        <div className="rights-lines">
          <p>{words.signature}</p>
          <p>{words.witness}</p>
        </div>
      </div>
    </Shell>
  );
}
