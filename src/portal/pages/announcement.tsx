import { Refused } from '#kernel/refusal.ts';
import { load } from '#platform/http/submit.ts';
import { text } from '../messages.vi.ts';
import { findAnnouncement } from '../queries.ts';
import { announcementTime } from '../ui/side-lists.tsx';
import { SimplePage } from '../ui/simple-page.tsx';
import type { Route } from './+types/announcement';

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? text.announcements.title }];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const found = await findAnnouncement(ctx.read, args.params.slug, ctx.today);
    if (!found) throw new Refused({ code: 'portal.announcement.not-found', facts: {} });
    return found;
  });

export default function AnnouncementPage({ loaderData }: Route.ComponentProps) {
  return (
    <SimplePage title={loaderData.title} section={{ href: '/thong-bao', label: text.announcements.title }}>
      <p className="asof">{announcementTime(loaderData)}</p>
      <div className="read">
        {loaderData.body.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </SimplePage>
  );
}
