import { load } from '#platform/http/submit.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { officeText as text } from '../messages-office.vi.ts';
import { requirePortalSomewhere } from '../permissions.ts';
import { listAllArticles } from '../queries.ts';
import type { Route } from './+types/office-news';

const SHOWN_MAX = 200;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requirePortalSomewhere(ctx, 'portal.publish');
    return { articles: await listAllArticles(ctx.read, SHOWN_MAX) };
  });

export default function OfficeNews({ loaderData }: Route.ComponentProps) {
  return (
    <Shell title={text.title} crumbs={[{ label: text.title }]}>
      <PageHeader
        title={text.title}
        actions={
          <a className="btn primary" href="/van-phong/cong-tin/tu-hoi-nghi">
            {text.draft}
          </a>
        }
      />
      {loaderData.articles.length === 0 ? (
        <Empty icon="globe" title={text.empty}>
          {text.emptyWhy}
        </Empty>
      ) : (
        <ArticleTable articles={loaderData.articles} />
      )}
    </Shell>
  );
}

function ArticleTable({ articles }: { articles: Route.ComponentProps['loaderData']['articles'] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="box" aria-label={text.caption} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {Object.values(text.columns).map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {articles.map((article) => (
            <tr key={article.slug}>
              <th scope="row">
                <a href={`/tin/${article.slug}`}>{article.title}</a>
              </th>
              <td>{article.section}</td>
              <td>{text.states[article.state]}</td>
              <td className="num">{formatMoment(article.publishedAt)}</td>
              <td>{article.updatedBy}</td>
              <td>
                {article.state === 'published' ? (
                  <span className="row-acts">
                    <a href={`/van-phong/cong-tin/${article.slug}/anh`}>{text.cover}</a>
                    <a href={`/van-phong/cong-tin/${article.slug}/dinh-chinh`}>{text.correct}</a>
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
