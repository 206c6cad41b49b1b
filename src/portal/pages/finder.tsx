import { listAlliances } from '#organisations/public.ts';
import { load } from '#platform/http/submit.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { listOrganisations } from '#register/public.ts';
import { newestLocked } from '../locked.ts';
import { statusWords, text } from '../messages.vi.ts';
import { SimplePage } from '../ui/simple-page.tsx';
import type { Route } from './+types/finder';

const PAGE_SIZE = 30;
const QUESTION_LENGTH_MAX = 200;

export const meta: Route.MetaFunction = () => [{ title: text.finder.title }];

/** Public fields of organisations only; names and telephones of people never leave the register here. */
export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const query = new URL(args.request.url).searchParams;
    const question = (query.get('q') ?? '').slice(0, QUESTION_LENGTH_MAX);
    const [alliances, locked] = await Promise.all([listAlliances(ctx.read, ctx.today), newestLocked(ctx)]);
    const page = await listOrganisations(ctx.widened('public-register').read, {
      within: alliances.map((alliance) => alliance.id),
      question,
      alliances: [],
      kinds: [],
      statuses: [],
      sectors: [],
      ratings: [],
      freshness: [],
      missing: [],
      isNew: false,
      communeId: null,
      periodCode: locked?.snapshot.period.code ?? '',
      today: ctx.today,
      sort: question === '' ? 'name' : 'relevance',
      direction: 'asc',
      after: query.get('sau'),
      before: null,
      size: PAGE_SIZE,
    });
    return {
      question,
      total: page.total,
      next: page.next,
      isFirst: query.get('sau') === null,
      rows: page.rows.map((row) => ({
        id: row.id,
        name: row.name,
        place: [row.communeText, row.districtText].filter(Boolean).join(', '),
        status: statusWords[row.status] ?? row.status,
      })),
    };
  });

export default function Finder({ loaderData }: Route.ComponentProps) {
  return (
    <SimplePage title={text.finder.title}>
      {/* biome-ignore lint/a11y/useSemanticElements: `search` is not yet known to the browsers officers have */}
      <form role="search" action="/tra-cuu">
        <label htmlFor="htx">{text.search.label}</label>
        <div className="find big">
          <input id="htx" name="q" type="search" defaultValue={loaderData.question} />
          <button type="submit">{text.search.button}</button>
        </div>
      </form>
      <p className="asof spaced" role="status">
        {text.finder.results(formatNumber(loaderData.total), loaderData.question)}
      </p>
      {loaderData.rows.length === 0 ? <p>{text.finder.none}</p> : <Results rows={loaderData.rows} />}
      <p className="pager">
        {loaderData.isFirst ? null : (
          <a href={`/tra-cuu?${new URLSearchParams({ q: loaderData.question })}`}>{text.finder.first}</a>
        )}
        {loaderData.next ? (
          <a href={`/tra-cuu?${new URLSearchParams({ q: loaderData.question, sau: loaderData.next })}`}>
            {text.finder.next}
          </a>
        ) : null}
      </p>
      <p>
        <a href="/dia-ban">{text.finder.places}</a>
      </p>
      <p className="def">{text.finder.publicOnly}</p>
    </SimplePage>
  );
}

function Results({ rows }: { rows: Route.ComponentProps['loaderData']['rows'] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="scroll" aria-label={text.finder.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.finder.name}</th>
            <th scope="col">{text.finder.commune}</th>
            <th scope="col">{text.finder.status}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td>{row.place}</td>
              <td>{row.status}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
