import { load } from '#platform/http/submit.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { Empty, Note, TableBox } from '#platform/ui/empty.tsx';
import { Icon } from '#platform/ui/icon.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { hrefs } from '../hrefs.ts';
import { catalogueText, warningText as text } from '../messages.vi.ts';
import { cardText } from '../messages-pages.vi.ts';
import type { Ground } from '../model.ts';
import { sayUsed } from '../say-rule.ts';
import complianceCss from '../ui/compliance.css?url';
import { LevelChip } from '../ui/level-chip.tsx';
import type { WarnedOrganisation, WarningAddress } from '../warning-list.ts';
import { listWarnings, readWarningAddress, writeWarningAddress } from '../warning-list.ts';
import type { Route } from './+types/warnings.ts';

const SHOWN_MAX = 300;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const address = readWarningAddress(new URL(args.request.url).searchParams);
    const { rows, ...list } = await listWarnings(ctx, address);
    const unverified = new Set(rows.flatMap(({ warning }) => warning.rules.filter(({ verified }) => !verified)));
    return { address, rows: rows.slice(0, SHOWN_MAX), all: rows.length, unverified: unverified.size, ...list };
  });

/** `/van-phong/so-bo/canh-bao`: organisations that come near to a ground of revocation, by unit. */
export default function Warnings({ loaderData }: Route.ComponentProps) {
  const { address, rows, all, organisations, unverified } = loaderData;
  const query = writeWarningAddress(address);
  const file = (format: string) => hrefs.warningsFile(`${query}${query ? '&' : '?'}dang=${format}`);
  return (
    <Shell title={text.title} crumbs={[{ label: text.area, href: hrefs.register() }, { label: text.title }]}>
      <link rel="stylesheet" href={complianceCss} precedence="page" />
      <PageHeader
        title={text.title}
        sub={text.sub}
        actions={
          <>
            <a className="btn" href={file('xlsx')}>
              <Icon name="download" />
              {catalogueText.xlsx}
            </a>
            <a className="btn" href={file('csv')}>
              {catalogueText.csv}
            </a>
          </>
        }
      />
      <Filter {...loaderData} />
      {all === 0 ? (
        <div className="box">
          <Empty icon="check" title={text.empty}>
            {text.emptyWhy}
          </Empty>
        </div>
      ) : (
        <>
          <p className="small muted">{text.found(all, organisations)}</p>
          {unverified > 0 ? <Note tone="warn">{cardText.unverified(unverified)}</Note> : null}
          <WarningTable rows={rows} />
          {all > rows.length ? <p className="small muted">{text.more(rows.length, all)}</p> : null}
        </>
      )}
    </Shell>
  );
}

function WarningTable({ rows }: { rows: readonly WarnedOrganisation[] }) {
  return (
    <TableBox label={text.title}>
      <table className="warned fits">
        <thead>
          <tr>
            {text.columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, code, communeText, alliance, warning }) => (
            <tr key={`${id} ${warning.ground}`}>
              <th scope="row">
                <a href={hrefs.compliance(id)}>{name}</a>
                <small className="muted block">{[code, communeText].filter(Boolean).join(' · ')}</small>
              </th>
              <td data-label={text.columns[1]}>{alliance}</td>
              <td data-label={text.columns[2]}>
                {text.grounds[warning.ground]}
                <small className="muted block">{warning.rules[0]?.citation}</small>
              </td>
              <td data-label={text.columns[3]}>
                <LevelChip level={warning.level} />
              </td>
              <td className="num" data-label={text.columns[4]}>
                {formatDate(warning.since)}
              </td>
              <td className="num" data-label={text.columns[5]}>
                {formatDate(warning.reachedOn)}
              </td>
              <td data-label={text.columns[6]}>{warning.used.map(sayUsed).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

interface FilterProps {
  readonly address: WarningAddress;
  readonly counts: Readonly<Record<string, number>>;
  readonly alliances: readonly { readonly code: string; readonly shortName: string }[];
}

function Filter({ address, counts, alliances }: FilterProps) {
  const levels = Object.entries(text.levels);
  const grounds = Object.entries(text.grounds) as readonly (readonly [Ground, string])[];
  const choices = [
    {
      name: 'lien-minh',
      label: text.alliance,
      now: address.allianceCode,
      options: alliances.map(({ code, shortName }) => [code, shortName] as const),
    },
    {
      name: 'can-cu',
      label: text.ground,
      now: address.ground,
      options: grounds.map(([code, said]) => [code, text.counted(said, counts[code] ?? 0)] as const),
    },
    {
      name: 'muc',
      label: text.level,
      now: address.level,
      options: levels.map(([code, said]) => [code, text.counted(said, counts[code] ?? 0)] as const),
    },
  ];
  return (
    <form className="rule-filter" aria-label={text.filter}>
      {choices.map(({ name, label, now, options }) => (
        <div className="field" key={name}>
          <label htmlFor={`f-${name}`}>{label}</label>
          <select className="in" id={`f-${name}`} name={name} defaultValue={now}>
            <option value="">{text.all}</option>
            {options.map(([value, said]) => (
              <option key={value} value={value}>
                {said}
              </option>
            ))}
          </select>
        </div>
      ))}
      <div className="tools">
        <button className="btn" type="submit">
          {catalogueText.apply}
        </button>
        <a className="btn plain" href={hrefs.warnings()}>
          {catalogueText.clear}
        </a>
      </div>
    </form>
  );
}
