import { listInstruments } from '#legal/public.ts';
import { load } from '#platform/http/submit.ts';
import { formatNumber, newsTimeLine } from '#platform/i18n/format.ts';
import type { SnapshotFile } from '#review/public.ts';
import type { FigureBar } from '../bars.ts';
import { barsOf } from '../bars.ts';
import { documentRows } from '../documents.ts';
import { newestLocked } from '../locked.ts';
import { text } from '../messages.vi.ts';
import { fixedPages } from '../messages-pages.vi.ts';
import type { ArticleCard } from '../model.ts';
import { listAnnouncements, listNews, siteIdentity } from '../queries.ts';
import { boundHeading } from '../typography.ts';
import { Thumbnail } from '../ui/cover.tsx';
import { asOf, Bars } from '../ui/figures.tsx';
import { Scene } from '../ui/scene.tsx';
import { AnnouncementList, DocumentList, NewsList } from '../ui/side-lists.tsx';
import type { Route } from './+types/home';

/** Pages of fixed text that the home page leads to. */
const HOME_PAGES = ['pho-bien-phap-luat', 'dich-vu-cong', 'rieng-tu'] as const;

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData?.owner || text.fallbackOwner },
  { name: 'description', content: text.home.description },
];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const [site, file, news, announcements, instruments] = await Promise.all([
      siteIdentity(ctx.read),
      newestLocked(ctx),
      listNews(ctx.read, { limit: 7 }),
      listAnnouncements(ctx.read, ctx.today, 3),
      listInstruments(ctx.read),
    ]);
    return {
      owner: site.owner,
      figures: file ? figuresOf(file) : null,
      news: news.cards,
      announcements,
      documents: documentRows(instruments, ctx.today).slice(0, 3),
    };
  });

function figuresOf(file: SnapshotFile) {
  const total = (code: string) => formatNumber(file.snapshot.figures[code]?.current.total ?? null);
  return {
    cooperatives: total('HTX.SO'),
    funds: total('QTD.SO'),
    alliances: formatNumber(file.snapshot.units.length),
    place: text.provinces(String(file.snapshot.units.length).padStart(2, '0')),
    asOf: asOf(file),
    bars: barsOf(file.snapshot, 'HTX.SO'),
  };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const [first, ...others] = loaderData.news;
  return (
    <main id="noi-dung">
      <Hero />
      <section className="band" aria-labelledby="so">
        <div className="wrap">
          <div className="head">
            <h2 id="so">{text.home.figures}</h2>
            <a href="/so-lieu">{text.home.figuresMore}</a>
          </div>
          {loaderData.figures ? <Figures {...loaderData.figures} /> : <p className="muted">{text.noLock}</p>}
        </div>
      </section>
      {first ? <News first={first} others={others} /> : null}
      <section className="band" aria-label={`${text.announcements.title}, ${text.documents.title}`}>
        <div className="wrap cols">
          <div>
            <div className="head">
              <h2>{text.announcements.newest}</h2>
              <a href="/thong-bao">{text.announcements.all}</a>
            </div>
            {loaderData.announcements.length > 0 ? (
              <AnnouncementList items={loaderData.announcements} strong />
            ) : (
              <p className="muted">{text.announcements.empty}</p>
            )}
          </div>
          <div>
            <div className="head">
              <h2>{text.documents.newest}</h2>
              <a href="/van-ban">{text.documents.all}</a>
            </div>
            <DocumentList rows={loaderData.documents} strong />
          </div>
        </div>
      </section>
      <Services />
    </main>
  );
}

function Hero() {
  return (
    <section className="band white first">
      <div className="wrap hero">
        <div>
          <h1>{text.home.headline}</h1>
          {/* biome-ignore lint/a11y/useSemanticElements: `search` is not yet known to the browsers officers have */}
          <form role="search" action="/tra-cuu">
            <label htmlFor="htx">{text.search.label}</label>
            <div className="find big">
              <input id="htx" name="q" type="search" />
              <button type="submit">{text.search.button}</button>
            </div>
          </form>
        </div>
        <nav aria-labelledby="viec">
          <h2 className="kicker" id="viec">
            {text.home.often}
          </h2>
          <ul className="list strong short">
            {[
              { href: '/so-lieu', label: text.home.figuresMore },
              { href: '/tra-cuu', label: text.finder.title },
              { href: '/trang/pho-bien-phap-luat', label: text.side.law },
              { href: '/trang/dich-vu-cong', label: text.side.services },
            ].map((item) => (
              <li key={item.href}>
                <a href={item.href}>
                  <span className="t">{item.label}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </section>
  );
}

function Figures(props: {
  cooperatives: string;
  funds: string;
  alliances: string;
  place: string;
  asOf: string;
  bars: readonly FigureBar[];
}) {
  return (
    <div className="cols">
      <div>
        <p className="stat">
          <b>{props.cooperatives}</b>
          <span>{text.home.cooperatives(props.place)}</span>
        </p>
        <div className="stats2">
          <p className="stat mid">
            <b>{props.funds}</b>
            <span>{text.home.funds}</span>
          </p>
          <p className="stat mid">
            <b>{props.alliances}</b>
            <span>{text.home.alliances}</span>
          </p>
        </div>
        <p className="asof spaced">{props.asOf}</p>
      </div>
      <div>
        <Bars bars={props.bars} />
        <p className="asof spaced">{text.home.barsNote}</p>
      </div>
    </div>
  );
}

function News({ first, others }: { first: ArticleCard; others: readonly ArticleCard[] }) {
  return (
    <section className="band white" aria-labelledby="tin">
      <div className="wrap">
        <div className="head">
          <h2 id="tin">{text.home.news}</h2>
          <a href="/tin">{text.home.allNews}</a>
        </div>
        <div className="cols w74">
          <article className="lead-news">
            {first.picture ? <Thumbnail picture={first.picture} /> : <Scene name="hall" />}
            <h3>
              <a href={`/tin/${first.slug}`}>{boundHeading(first.title)}</a>
            </h3>
            <p className="asof">{newsTimeLine(first.publishedAt)}</p>
          </article>
          <div>
            <NewsList cards={others} strong />
          </div>
        </div>
      </div>
    </section>
  );
}

function Services() {
  return (
    <section className="band white" aria-labelledby="dv">
      <div className="wrap">
        <div className="head">
          <h2 id="dv">{text.home.services}</h2>
        </div>
        <ul className="tasksgrid">
          {HOME_PAGES.map((slug) => ({ slug, page: fixedPages[slug] })).map(({ slug, page }) => (
            <li key={slug}>
              <a href={`/trang/${slug}`}>
                <b>{page?.title}</b>
                <span>{page?.lead}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
