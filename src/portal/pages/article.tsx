import { Refused } from '#kernel/refusal.ts';
import { dayInVietnam } from '#kernel/time.ts';
import { listInstruments } from '#legal/public.ts';
import { load } from '#platform/http/submit.ts';
import { formatMoment, newsTimeLine } from '#platform/i18n/format.ts';
import { documentRows } from '../documents.ts';
import { lockedReview } from '../locked.ts';
import { text } from '../messages.vi.ts';
import { plainOf } from '../plain.ts';
import { findArticle, listAnnouncements, listNews } from '../queries.ts';
import { drawArticle } from '../resolve.ts';
import { boundHeading } from '../typography.ts';
import { Block } from '../ui/article-blocks.tsx';
import { Cover } from '../ui/cover.tsx';
import { FactBox, factOf } from '../ui/fact-box.tsx';
import { Inlines } from '../ui/inlines.tsx';
import { Scene } from '../ui/scene.tsx';
import { AnnouncementList, DocumentList, NewsList, SideBlock } from '../ui/side-lists.tsx';
import type { Route } from './+types/article';

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData?.drawn.title ?? text.news.title },
  { name: 'description', content: loaderData ? plainOf(loaderData.drawn.lead).slice(0, 200) : '' },
];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const article = await findArticle(ctx.read, args.params.slug);
    if (!article?.publishedAt || (article.state !== 'published' && article.state !== 'retracted'))
      throw new Refused({ code: 'portal.article.not-found', facts: { slug: args.params.slug } });
    const day = dayInVietnam(article.publishedAt);
    const [file, others, announcements, instruments] = await Promise.all([
      article.snapshotId ? lockedReview(ctx, article.snapshotId) : undefined,
      listNews(ctx.read, { limit: 5, except: article.slug }),
      listAnnouncements(ctx.read, ctx.today, 3),
      listInstruments(ctx.read),
    ]);
    const isRetracted = article.state === 'retracted';
    return {
      section: article.section,
      sourceLine: article.sourceLine,
      penName: article.penName,
      corrections: article.corrections,
      isRetracted,
      timeLine: newsTimeLine(article.publishedAt),
      machineTime: article.publishedAt.toISOString(),
      isLarge: new URL(args.request.url).searchParams.get('co') === 'lon',
      path: `/tin/${article.slug}`,
      drawn: drawArticle(isRetracted ? { ...article, lead: '', blocks: [] } : article, file?.snapshot ?? null),
      picture: isRetracted ? null : article.picture,
      fact: file && !isRetracted ? factOf(file) : null,
      others: others.cards,
      announcements,
      documents: documentRows(instruments, day).slice(0, 3),
    };
  });

export default function ArticlePage({ loaderData }: Route.ComponentProps) {
  const { drawn } = loaderData;
  return (
    <div className={loaderData.isLarge ? 'wrap large' : 'wrap'}>
      <nav className="crumb" aria-label={text.crumbs}>
        <ol>
          <li>
            <a href="/">{text.nav.home}</a>
          </li>
          <li>
            <a href="/tin">{text.nav.news}</a>
          </li>
          <li>{loaderData.section}</li>
        </ol>
      </nav>
      <div className="page">
        <main id="noi-dung">
          <article className="article">
            <p className="label">{loaderData.section}</p>
            <h1>{boundHeading(drawn.title)}</h1>
            <Meta {...loaderData} />
            {loaderData.isRetracted ? <Retraction /> : <Body {...loaderData} />}
            {loaderData.corrections.map((correction) => (
              <p className="note correction" key={correction.note}>
                {text.article.corrected(formatMoment(correction.createdAt), correction.note)}
              </p>
            ))}
            <p className="print-only">{text.article.printedFrom(loaderData.path)}</p>
          </article>
        </main>
        <Aside {...loaderData} />
      </div>
    </div>
  );
}

type Data = Route.ComponentProps['loaderData'];

function Meta({ machineTime, timeLine, isLarge, path }: Data) {
  return (
    <div className="meta">
      <time dateTime={machineTime}>{timeLine}</time>
      <nav className="tools" aria-label={text.article.tools}>
        <a href={isLarge ? path : `${path}?co=lon`}>{isLarge ? text.article.normal : text.article.large}</a>
      </nav>
    </div>
  );
}

function Body({ drawn, sourceLine, penName, fact, picture }: Data) {
  // The real picture takes the place of the first drawing that stood in for one.
  const standIn = picture ? drawn.blocks.find((block) => block.kind === 'photo') : undefined;
  const blocks = drawn.blocks.filter((block) => block !== standIn);
  const tableAt = blocks.findIndex((block) => block.kind === 'figure-table');
  return (
    <div className="read">
      {picture ? <Cover picture={picture} /> : null}
      <p className="lead">
        ({sourceLine}) – <Inlines inlines={drawn.lead} />
      </p>
      {blocks.slice(0, tableAt + 1).map((block) => (
        <Block key={JSON.stringify(block)} block={block} />
      ))}
      {fact ? <FactBox fact={fact} /> : null}
      {blocks.slice(tableAt + 1).map((block) => (
        <Block key={JSON.stringify(block)} block={block} />
      ))}
      <p className="by">{penName}</p>
    </div>
  );
}

function Retraction() {
  return (
    <div className="read">
      <p className="lead">{text.article.retracted}</p>
      <p>{text.article.retractedWhy}</p>
    </div>
  );
}

function Aside({ others, announcements, documents }: Data) {
  return (
    <aside className="aside" aria-label={text.article.related}>
      <SideBlock title={text.article.others} count={others.length} more={{ href: '/tin', label: text.home.allNews }}>
        <NewsList cards={others} />
      </SideBlock>
      <SideBlock
        title={text.announcements.newest}
        count={announcements.length}
        more={{ href: '/thong-bao', label: text.announcements.all }}
      >
        <AnnouncementList items={announcements} />
      </SideBlock>
      <SideBlock
        title={text.documents.newest}
        count={documents.length}
        more={{ href: '/van-ban', label: text.documents.all }}
      >
        <DocumentList rows={documents} />
      </SideBlock>
      <SideBlock title={text.side.title} count={2}>
        <ul className="list">
          <li>
            <a href="/trang/pho-bien-phap-luat">
              <span className="t">{text.side.law}</span>
            </a>
          </li>
          <li>
            <a href="/trang/dich-vu-cong">
              <span className="t">{text.side.services}</span>
            </a>
          </li>
        </ul>
      </SideBlock>
      <section className="panel">
        <figure>
          <Scene name="frame" />
          <figcaption>
            {text.article.panel}
            <span className="small muted">{text.article.panelNote}</span>
          </figcaption>
        </figure>
      </section>
    </aside>
  );
}
