import { load } from '#platform/http/submit.ts';
import { formatDong, formatMoment } from '#platform/i18n/format.ts';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { ORGANISATIONS } from '../fields.ts';
import { fieldLabels } from '../messages.vi.ts';
import { printText as text } from '../messages-card.vi.ts';
import { listText, periodLabel } from '../messages-pages.vi.ts';
import { organisationIdOf } from '../organisation-id.ts';
import { readOrganisationView } from '../organisation-view.ts';
import type { PrintSheet } from '../print-sheet.ts';
import { printSheet } from '../print-sheet.ts';
import printCss from '../ui/print.css?url';
import registerCss from '../ui/register.css?url';
import { foundingText, valueText } from '../value-text.ts';
import type { Route } from './+types/organisation-print.ts';

const OWN = ['kind', 'status', 'code', 'certificateNo', 'registeredOn', 'address', 'communeText', 'districtText'];
const MORE = ['sectorCode', 'secondarySectorCode', 'confirmedOn'];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { card, alliance, sectors } = await readOrganisationView(ctx, organisationIdOf(args.params));
    const sheet = printSheet({ card, alliance });
    return {
      id: card.head.id,
      alliance: alliance.name,
      sectors,
      sheet,
      printed: text.printed(formatMoment(ctx.now), ctx.actor.name),
    };
  });

/** `/van-phong/so-bo/:organisationId/in`: the sheet that an officer takes along, A4: what is known, and lines to write on. */
export default function OrganisationPrint({ loaderData }: Route.ComponentProps) {
  const { id, alliance, sectors, sheet, printed } = loaderData;
  const name = String(sheet.facts.name);
  const href = `/van-phong/so-bo/${id}`;
  const names = new Map(sectors.map((sector) => [sector.code, sector.name]));
  const pairs = [...OWN, ...MORE].map(
    (field) => [fieldLabels[field] ?? field, valueText(field, sheet.facts[field] ?? null, names)] as const,
  );
  return (
    <Shell
      title={`${text.title}: ${name}`}
      crumbs={[{ label: listText.area, href: '/van-phong/so-bo' }, { label: name, href }, { label: text.title }]}
    >
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <link rel="stylesheet" href={printCss} precedence="page" />
      <article className="field-sheet">
        <p className="small">
          <b>{alliance}</b> · {text.title}
        </p>
        <PageHeader title={name} sub={printed} actions={<a href={href}>{text.back}</a>} />
        <p className="small muted tools">{text.print}</p>
        <dl className="pairs">
          {[...pairs, [fieldLabels.establishedOn ?? '', foundingText(sheet.facts)] as const].map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value || '—'}</dd>
            </div>
          ))}
        </dl>
        {sheet.reports.length === 0 ? null : <Figures reports={sheet.reports} />}
        <ToNote />
        <p className="small print-hash">
          {text.hash}: <span className="hash">{sheet.sha256}</span>
        </p>
      </article>
    </Shell>
  );
}

function Figures({ reports }: Pick<PrintSheet, 'reports'>) {
  const known = ORGANISATIONS.report.filter(({ name }) =>
    reports.some(({ facts }) => facts[name] !== null && facts[name] !== ''),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="scrolls" aria-label={text.figures} tabIndex={0}>
      <h2>{text.figures}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col" />
            {reports.map(({ periodCode }) => (
              <th scope="col" className="r" key={periodCode}>
                {periodLabel(periodCode)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {known.map(({ name }) => (
            <tr key={name}>
              <th scope="row">{fieldLabels[name]}</th>
              {reports.map(({ periodCode, facts }) => {
                const value = facts[name] ?? null;
                return (
                  <td className="r" key={periodCode}>
                    {name.endsWith('Dong') && typeof value === 'string'
                      ? formatDong(BigInt(value))
                      : valueText(name, value, new Map()) || '—'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Empty lines, for a pen. */
function ToNote() {
  return (
    <section aria-label={text.toNote}>
      <h2>{text.toNote}</h2>
      <dl className="lines">
        {[text.met, text.phone, ...text.questions].map((label) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd />
          </div>
        ))}
      </dl>
      <div className="signs">
        {text.signatures.map((who) => (
          <p key={who}>{who}</p>
        ))}
      </div>
    </section>
  );
}
