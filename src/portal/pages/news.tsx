import { load } from '#platform/http/submit.ts';
import { text } from '../messages.vi.ts';
import { listNews } from '../queries.ts';
import { NewsList } from '../ui/side-lists.tsx';
import { SimplePage } from '../ui/simple-page.tsx';
import type { Route } from './+types/news';

const PAGE_SIZE = 20;

export const meta: Route.MetaFunction = () => [{ title: text.news.title }];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const before = new Date(new URL(args.request.url).searchParams.get('truoc') ?? Number.NaN);
    return await listNews(ctx.read, {
      limit: PAGE_SIZE,
      ...(Number.isNaN(before.getTime()) ? {} : { before }),
    });
  });

export default function News({ loaderData }: Route.ComponentProps) {
  return (
    <SimplePage title={text.news.title}>
      {loaderData.cards.length > 0 ? <NewsList cards={loaderData.cards} strong /> : <p>{text.news.empty}</p>}
      {loaderData.next ? (
        <p className="pager">
          <a href={`/tin?truoc=${loaderData.next.toISOString()}`}>{text.news.more}</a>
        </p>
      ) : null}
    </SimplePage>
  );
}
