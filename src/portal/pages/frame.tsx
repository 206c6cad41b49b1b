import { Outlet } from 'react-router';
import type { Ctx } from '#platform/ctx.ts';
import { pageRequest } from '#platform/http/context.ts';
import { load } from '#platform/http/submit.ts';
import { usePageFacts } from '#platform/ui/page-facts.tsx';
import { text } from '../messages.vi.ts';
import type { SiteIdentity, Visits } from '../model.ts';
import portalCss from '../portal.css?url';
import { siteIdentity } from '../queries.ts';
import { Foot } from '../ui/foot.tsx';
import { Masthead } from '../ui/masthead.tsx';
import type { Visitor } from '../visits.ts';
import { countVisit, isBot, readVisits } from '../visits.ts';
import type { Route } from './+types/frame';

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: portalCss }];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx): Promise<{ site: SiteIdentity; visits: Visits | null }> => {
    const { address, userAgent, log } = args.context.get(pageRequest);
    count(ctx, { address, userAgent }, log.warn.bind(log));
    const [site, visits] = await Promise.all([
      siteIdentity(ctx.read),
      readVisits(ctx.read, ctx.now, ctx.today).catch(() => null),
    ]);
    return { site, visits };
  });

/** The page does not wait for its counter, and a counter that is down never breaks a page. */
function count(ctx: Ctx, visitor: Visitor, warn: (facts: object, message: string) => void): void {
  if (isBot(visitor.userAgent)) return;
  countVisit(ctx, visitor).catch((error: unknown) => warn({ err: error }, 'the visit was not counted'));
}

export default function Frame({ loaderData }: Route.ComponentProps) {
  const facts = usePageFacts();
  return (
    <>
      <a className="skip" href="#noi-dung">
        {text.skip}
      </a>
      {facts.isDemo ? (
        <div className="sample">
          <p className="wrap">{text.sample}</p>
        </div>
      ) : null}
      {facts.loading ? (
        <div className="sample" role="status">
          <p className="wrap">{text.loading(facts.loading)}</p>
        </div>
      ) : null}
      <Masthead site={loaderData.site} path={facts.path} />
      <Outlet />
      <Foot site={loaderData.site} visits={loaderData.visits} />
    </>
  );
}
