import { Refused } from '#kernel/refusal.ts';
import { load } from '#platform/http/submit.ts';
import { text } from '../messages.vi.ts';
import { fixedPages } from '../messages-pages.vi.ts';
import { SimplePage } from '../ui/simple-page.tsx';
import type { Route } from './+types/fixed-page';

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? text.fallbackOwner }];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async () => {
    const page = fixedPages[args.params.page];
    if (!page) throw new Refused({ code: 'portal.page.not-found', facts: { page: args.params.page } });
    return page;
  });

export default function Fixed({ loaderData }: Route.ComponentProps) {
  return (
    <SimplePage title={loaderData.title}>
      <p className="sub">{loaderData.lead}</p>
      <div className="read">
        {loaderData.sections.map((section) => (
          <section key={section.heading}>
            <h2>{section.heading}</h2>
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {section.links?.map((link) => (
              <p key={link.href}>
                <a href={link.href}>{link.label}</a>
              </p>
            ))}
          </section>
        ))}
      </div>
    </SimplePage>
  );
}
