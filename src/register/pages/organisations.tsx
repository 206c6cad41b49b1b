import { load } from '#platform/http/submit.ts';
import { Empty, Note } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Pager } from '#platform/ui/pager.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import type { ListAddress } from '../list-address.ts';
import { firstPage, readListAddress, withoutFacets, writeListAddress } from '../list-address.ts';
import { columnsShown } from '../list-columns.ts';
import type { ListView } from '../list-view.ts';
import { readListView } from '../list-view.ts';
import { periodLabel, listText as text } from '../messages-pages.vi.ts';
import { noteListRead } from '../personal-reads.ts';
import { Facets } from '../ui/facets.tsx';
import { ChosenFacets, ExportMenu, TableTools, Views } from '../ui/list-tools.tsx';
import { OrganisationTable } from '../ui/organisation-table.tsx';
import registerCss from '../ui/register.css?url';
import type { Route } from './+types/organisations.ts';

const PAGE_SIZE = 50;
const LIST = '/van-phong/so-bo';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const address = readListAddress(new URL(args.request.url).searchParams);
    const view = await readListView(ctx, address, PAGE_SIZE);
    await noteListRead(ctx, view, address);
    return { address, view, today: ctx.today };
  });

export default function Organisations({ loaderData }: Route.ComponentProps) {
  const { address, view, today } = loaderData;
  const columns = columnsShown(address.columns, view.alliances.length);
  const names = {
    alliances: new Map<string, string>(view.alliances.map((alliance) => [alliance.id, alliance.shortName])),
    sectors: new Map(view.sectors.map((sector) => [sector.code, sector.shortName])),
  };
  const place = view.alliances.map((alliance) => alliance.shortName).join(', ');
  return (
    <Shell title={text.title} crumbs={[{ label: text.area, href: LIST }, { label: text.title }]}>
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <PageHeader
        title={text.title}
        sub={view.periodCode ? `${text.period}: ${periodLabel(view.periodCode)}` : text.noPeriod}
        actions={<ExportMenu view={view} address={address} />}
      />
      {view.page.found === 0 && address.question === '' ? (
        <Empty icon="book" title={text.emptyRegister}>
          {text.emptyRegisterWhy}
        </Empty>
      ) : (
        <>
          <Views view={view} address={address} />
          <div className="grid2">
            <FacetBox view={view} address={address} />
            <div className="stack">
              <div className="tools">
                <span className="small muted num" role="status">
                  {text.shown(view.page.rows.length, view.page.total)}
                </span>
                <TableTools address={address} columns={columns} />
              </div>
              <ChosenFacets view={view} address={address} />
              {view.page.forgiven ? (
                <Note>{text.forgiven(view.page.forgiven.typed, view.page.forgiven.found)}</Note>
              ) : null}
              {view.page.rows.length === 0 ? (
                <NothingFound view={view} address={address} />
              ) : (
                <OrganisationTable {...{ view, address, columns, names, today, place }} />
              )}
              <Pager
                previousHref={pageHref(address, { before: view.page.previous })}
                nextHref={pageHref(address, { after: view.page.next })}
              >
                {text.found(view.page.total)}
              </Pager>
            </div>
          </div>
        </>
      )}
    </Shell>
  );
}

/** On narrow screens the filters wait behind a switch. */
function FacetBox({ view, address }: { view: ListView; address: ListAddress }) {
  return (
    <div className="facet-box">
      <input className="sr" type="checkbox" id="bo-loc" />
      <label className="btn facet-switch" htmlFor="bo-loc">
        {text.showFilters}
      </label>
      <Facets view={view} address={address} />
    </div>
  );
}

function NothingFound({ view, address }: { view: ListView; address: ListAddress }) {
  const bare = withoutFacets(address);
  return (
    <div className="box">
      <Empty
        icon="search"
        title={text.emptyResult}
        action={
          <p className="tools">
            {view.page.found > 0 ? (
              <a className="btn" href={`${LIST}${writeListAddress(bare)}`}>
                {text.searchAll(view.page.found)}
              </a>
            ) : null}
            <a className="btn" href={`${LIST}${writeListAddress({ ...bare, question: '' })}`}>
              {text.clearSearch}
            </a>
          </p>
        }
      >
        {text.emptyResultWhy}
      </Empty>
    </div>
  );
}

function pageHref(address: ListAddress, at: { after?: string | null; before?: string | null }): string | null {
  if (!at.after && !at.before) return null;
  return `${LIST}${writeListAddress({ ...firstPage(address), after: at.after ?? null, before: at.before ?? null })}`;
}
