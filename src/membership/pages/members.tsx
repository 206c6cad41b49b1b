import { load } from '#platform/http/submit.ts';
import { formatDate, formatDong, formatNumber } from '#platform/i18n/format.ts';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Pager } from '#platform/ui/pager.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import registerCss from '#register/ui/register.css?url';
import type { ListAddress } from '../list-view.ts';
import { listHref, readListAddress, readMembers } from '../list-view.ts';
import type { ListedMember, MemberList } from '../listing.ts';
import { LIST_PAGE, STANDINGS } from '../listing.ts';
import { applicationStateLabels, text as words } from '../messages.vi.ts';
import { MEMBER_SIGNS } from '../ui/member-box.tsx';
import membershipCss from '../ui/membership.css?url';
import type { Route } from './+types/members.ts';

const text = words.list;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const address = readListAddress(new URL(args.request.url).searchParams, ctx.today);
    const { list, alliances } = await readMembers(ctx, address);
    return { address, list, units: Object.fromEntries(alliances.map(({ id, shortName }) => [id, shortName])) };
  });

/** `/van-phong/so-bo/thanh-vien`: who is a member, who applies, who has not paid. */
export default function Members({ loaderData }: Route.ComponentProps) {
  const { address, list, units } = loaderData;
  const first = (address.page - 1) * LIST_PAGE + 1;
  const pages = Math.max(1, Math.ceil(list.total / LIST_PAGE));
  return (
    <Shell title={text.title} crumbs={[{ label: 'Sổ bộ', href: '/van-phong/so-bo' }, { label: words.crumb }]}>
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <link rel="stylesheet" href={membershipCss} precedence="page" />
      <PageHeader
        title={text.title}
        sub={text.sub}
        actions={['csv', 'xlsx'].map((format) => (
          <a className="btn" key={format} href={fileHref(address, format)}>
            {text.export(format === 'csv' ? 'CSV' : 'Excel')}
          </a>
        ))}
      />
      <form className="member-find" action="/van-phong/so-bo/thanh-vien">
        {address.standing ? <input type="hidden" name="tinh-trang" value={address.standing} /> : null}
        <label>
          <span className="small muted">{text.search}</span>
          <input className="in" type="search" name="tim" defaultValue={address.question} />
        </label>
        <button className="btn" type="submit">
          {text.submit}
        </button>
      </form>
      <Standings address={address} list={list} />
      {list.rows.length === 0 ? (
        <div className="box">
          <Empty icon="person" title={text.empty}>
            {text.emptyWhy}
          </Empty>
        </div>
      ) : (
        <MemberTable rows={list.rows} address={address} units={units} />
      )}
      {list.rows.length > 0 ? (
        <Pager
          previousHref={address.page > 1 ? listHref(address, { page: address.page - 1 }) : null}
          nextHref={address.page < pages ? listHref(address, { page: address.page + 1 }) : null}
        >
          {text.shown(first, first + list.rows.length - 1, list.total)}
        </Pager>
      ) : null}
    </Shell>
  );
}

function fileHref(address: ListAddress, format: string): string {
  const href = listHref(address, {}, '/tai');
  return `${href}${href.includes('?') ? '&' : '?'}dang=${format}`;
}

/** Facets with their counts; each is a link, so that a narrowed list can be sent. */
function Standings({ address, list }: { address: ListAddress; list: MemberList }) {
  const all = [...list.counts.values()].reduce((sum, count) => sum + count, 0);
  const isAll = address.standing === '' && !address.isUnpaid;
  return (
    <nav className="standings" aria-label={text.heads.standing}>
      <a href={listHref(address, { standing: '', isUnpaid: false })} aria-current={isAll ? 'true' : undefined}>
        {text.all} <span className="num">{formatNumber(all)}</span>
      </a>
      {STANDINGS.map((standing) => (
        <a
          key={standing}
          href={listHref(address, { standing, isUnpaid: false })}
          aria-current={address.standing === standing ? 'true' : undefined}
        >
          {text.standings[standing]} <span className="num">{formatNumber(list.counts.get(standing) ?? 0)}</span>
        </a>
      ))}
      <a
        href={listHref(address, { standing: '', isUnpaid: true })}
        aria-current={address.isUnpaid ? 'true' : undefined}
      >
        {text.unpaid(address.year)} <span className="num">{formatNumber(list.unpaid)}</span>
      </a>
    </nav>
  );
}

interface MemberTableProps {
  readonly rows: readonly ListedMember[];
  readonly address: ListAddress;
  readonly units: Readonly<Record<string, string>>;
}

function MemberTable({ rows, address, units }: MemberTableProps) {
  const { heads } = text;
  const due = heads.due(address.year);
  return (
    <TableBox label={text.title}>
      <table className="cards">
        <thead>
          <tr>
            {[heads.name, heads.alliance, heads.standing, heads.since, heads.card, due].map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.organisationId}>
              <th scope="row" className="name wraps">
                <a href={`/van-phong/so-bo/${row.organisationId}/thanh-vien`}>{row.name}</a>
                <small className="muted block">{row.communeText}</small>
              </th>
              <td data-label={heads.alliance}>{units[row.allianceId]}</td>
              <td data-label={heads.standing}>
                <StandingChip row={row} />
              </td>
              <td data-label={heads.since}>{formatDate(row.validFrom ?? row.appliedOn)}</td>
              <td data-label={heads.card}>{row.cardNo}</td>
              <td data-label={due} className="r">
                {row.paidDong !== null ? formatDong(row.paidDong) : isOwing(row) ? text.notPaid : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function isOwing({ standing }: ListedMember): boolean {
  return standing === 'member' || standing === 'suspended';
}

function StandingChip({ row }: { row: ListedMember }) {
  if (row.standing === 'applying')
    return (
      <StateChip tone="wait" sign="N">
        {row.applicationState ? applicationStateLabels[row.applicationState] : text.standings.applying}
      </StateChip>
    );
  return <StateChip {...MEMBER_SIGNS[row.standing]}>{text.standings[row.standing]}</StateChip>;
}
