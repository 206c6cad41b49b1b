import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import { load } from '#platform/http/submit.ts';
import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { contextLabels, purposeLabels } from '#platform/privacy/messages.vi.ts';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import type { OrganisationId } from '#register/public.ts';
import { getOrganisation } from '#register/public.ts';
import registerCss from '#register/ui/register.css?url';
import { text as words } from '../messages.vi.ts';
import { maySeeReads } from '../permissions.ts';
import { placeNames } from '../place-names.ts';
import type { ReadsOfOne } from '../queries.ts';
import { readsOf } from '../queries.ts';
import privacyCss from '../ui/privacy.css?url';
import type { Route } from './+types/reads.ts';

const UUID = z.uuid();
const text = words.reads;

/** Who may not know of the organisation is told that there is none. */
export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const missing = new Refused({ code: 'privacy.organisation.not-found', facts: {} });
    if (!UUID.safeParse(args.params.organisationId).success) throw missing;
    const id = args.params.organisationId as OrganisationId;
    const { head, facts } = await getOrganisation(ctx.read, id);
    if (!maySeeReads(ctx.actor, head.allianceCode)) throw missing;
    const reads = await readsOf(ctx.read, id);
    const places = await placeNames(
      ctx,
      reads.byUnit.map(({ scope }) => scope),
    );
    return { id, name: String(facts.name), reads, places };
  });

export default function Reads({ loaderData }: Route.ComponentProps) {
  const { id, name, reads, places } = loaderData;
  return (
    <Shell
      title={`${text.title}: ${name}`}
      crumbs={[
        { label: 'Sổ bộ', href: '/van-phong/so-bo' },
        { label: name, href: `/van-phong/so-bo/${id}` },
        { label: text.title },
      ]}
    >
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <link rel="stylesheet" href={privacyCss} precedence="page" />
      <PageHeader title={text.title} sub={text.sub(`${text.ofRepresentative} ${name}`)} />
      {reads.total === 0 ? (
        <div className="box">
          <Empty icon="clock" title={text.empty}>
            {text.emptyWhy}
          </Empty>
        </div>
      ) : (
        <>
          <p className="small muted">{text.right}</p>
          <h2>{text.summary}</h2>
          <TableBox label={text.summary}>
            <Summary reads={reads} places={places} />
          </TableBox>
          <h2>{text.each}</h2>
          <p className="small muted">{text.newest(reads.reads.length, reads.total)}</p>
          <TableBox label={text.each}>
            <Each reads={reads} places={places} />
          </TableBox>
        </>
      )}
    </Shell>
  );
}

interface TableProps {
  readonly reads: ReadsOfOne;
  readonly places: Readonly<Record<string, string>>;
}

function Summary({ reads, places }: TableProps) {
  const heads = text.summaryHeads;
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{heads.unit}</th>
          <th scope="col">{heads.purpose}</th>
          <th scope="col" className="r">
            {heads.reads}
          </th>
          <th scope="col" className="r">
            {heads.people}
          </th>
          <th scope="col">{heads.last}</th>
        </tr>
      </thead>
      <tbody>
        {reads.byUnit.map((one) => (
          <tr key={`${one.scope} ${one.purpose}`}>
            <th scope="row">{places[one.scope]}</th>
            <td data-label={heads.purpose}>{purposeLabels[one.purpose]}</td>
            <td data-label={heads.reads} className="r">
              {formatNumber(one.reads)}
            </td>
            <td data-label={heads.people} className="r">
              {formatNumber(one.people)}
            </td>
            <td data-label={heads.last} className="num">
              {formatMoment(one.last)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Each({ reads, places }: TableProps) {
  const heads = text.eachHeads;
  return (
    <table className="cards">
      <thead>
        <tr>
          {Object.values(heads).map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reads.reads.map((one, at) => (
          <tr key={at}>
            <th scope="row" className="num">
              {formatMoment(one.at)}
            </th>
            <td data-label={heads.by}>{one.by}</td>
            <td data-label={heads.unit}>{places[one.place.scope]}</td>
            <td data-label={heads.context}>{contextLabels[one.context]}</td>
            <td data-label={heads.purpose}>{purposeLabels[one.purpose]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
