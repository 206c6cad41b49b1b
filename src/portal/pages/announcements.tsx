import { load } from '#platform/http/submit.ts';
import { text } from '../messages.vi.ts';
import { listAnnouncements } from '../queries.ts';
import { AnnouncementList } from '../ui/side-lists.tsx';
import { SimplePage } from '../ui/simple-page.tsx';
import type { Route } from './+types/announcements';

const SHOWN_MAX = 200;

export const meta: Route.MetaFunction = () => [{ title: text.announcements.title }];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => ({ items: await listAnnouncements(ctx.read, ctx.today, SHOWN_MAX) }));

export default function Announcements({ loaderData }: Route.ComponentProps) {
  return (
    <SimplePage title={text.announcements.title}>
      {loaderData.items.length > 0 ? (
        <AnnouncementList items={loaderData.items} strong />
      ) : (
        <p>{text.announcements.empty}</p>
      )}
    </SimplePage>
  );
}
