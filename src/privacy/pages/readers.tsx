import { load } from '#platform/http/submit.ts';
import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import registerCss from '#register/ui/register.css?url';
import { text as words } from '../messages.vi.ts';
import { alliancesOverseen } from '../permissions.ts';
import { placeNames } from '../place-names.ts';
import type { Reader } from '../queries.ts';
import { readersSince, stopsSince } from '../queries.ts';
import privacyCss from '../ui/privacy.css?url';
import type { Route } from './+types/readers.ts';

const AREA = '/van-phong/du-lieu-ca-nhan';
const DAYS = 30;
const text = words.readers;

/** Stops are of persons, not of alliances: those who oversee the whole see them. */
export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const within = alliancesOverseen(ctx);
    const since = new Date(ctx.now.getTime() - DAYS * 86_400_000);
    const readers = await readersSince(ctx.read, since, within);
    const stops = within === 'all' ? await stopsSince(ctx.read, since) : [];
    const places = await placeNames(
      ctx,
      readers.map(({ scope }) => scope),
    );
    return { readers, stops, places };
  });

export default function Readers({ loaderData }: Route.ComponentProps) {
  const { readers, stops, places } = loaderData;
  return (
    <Shell title={text.title} crumbs={[{ label: words.area, href: AREA }, { label: text.crumb }]}>
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <link rel="stylesheet" href={privacyCss} precedence="page" />
      <PageHeader title={text.title} sub={text.sub(DAYS)} />
      {stops.length > 0 ? (
        <section className="box pad">
          <h2>{text.stops}</h2>
          <ul>
            {stops.map((stop) => (
              <li key={`${stop.by} ${stop.at.getTime()}`}>
                {text.stop(stop.by, stop.at, stop.people, stop.peopleMax)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {readers.length === 0 ? (
        <div className="box">
          <Empty icon="shield" title={text.empty} />
        </div>
      ) : (
        <TableBox label={text.caption}>
          <ReaderTable readers={readers} places={places} />
        </TableBox>
      )}
    </Shell>
  );
}

function ReaderTable({ readers, places }: { readers: readonly Reader[]; places: Readonly<Record<string, string>> }) {
  const { heads } = text;
  const numbers = ['people', 'reads', 'exported', 'stops'] as const;
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{heads.by}</th>
          <th scope="col">{heads.unit}</th>
          {numbers.map((name) => (
            <th scope="col" className="r" key={name}>
              {heads[name]}
            </th>
          ))}
          <th scope="col">{heads.last}</th>
        </tr>
      </thead>
      <tbody>
        {readers.map((reader) => (
          <tr key={`${reader.by} ${reader.scope}`}>
            <th scope="row">{reader.by}</th>
            <td data-label={heads.unit}>{places[reader.scope]}</td>
            {numbers.map((name) => (
              <td data-label={heads[name]} className="r" key={name}>
                {formatNumber(reader[name])}
              </td>
            ))}
            <td data-label={heads.last} className="num">
              {formatMoment(reader.last)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
