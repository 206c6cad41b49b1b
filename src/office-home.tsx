import { redirect } from 'react-router';
import { Refused } from '#kernel/refusal.ts';
import { text } from '#people/messages.vi.ts';
import { dutiesOf } from '#people/public.ts';
import { roleNames } from '#platform/auth/messages.vi.ts';
import { pageRequest } from '#platform/http/context.ts';
import { load } from '#platform/http/submit.ts';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import type { Route } from './+types/office-home.ts';

/** `/van-phong` leads to the first job that the person has; whoever has none yet is told what their role will find. */
export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { accountId, grants, name } = ctx.actor;
    if (!accountId) throw new Refused({ code: 'platform.access.denied', facts: {} });
    const first = args.context.get(pageRequest).facts.nav[0];
    if (first) throw redirect(first.below[0]?.href ?? first.href);
    if (grants.length === 0) throw new Refused({ code: 'platform.access.denied', facts: {} });
    const roles = [...new Set(grants.map(({ role }) => role))];
    return { name, roles: roles.map((role) => ({ role, label: roleNames[role], duties: dutiesOf(role) })) };
  });

/** The home of those whose screens are not built yet: no way leads to a page that would turn them away. */
export default function OfficeHome({ loaderData: { name, roles } }: Route.ComponentProps) {
  const words = text.home;
  return (
    <Shell title={words.title} crumbs={[{ label: words.title }]}>
      <PageHeader title={words.hello(name)} />
      <section className="notices" aria-labelledby="roles">
        <h2 id="roles">{words.yours}</h2>
        <ul className="notices">
          {roles.map(({ role, label, duties }) => (
            <li key={role}>
              <b>{label}</b>
              <p>{duties}</p>
            </li>
          ))}
        </ul>
      </section>
      <p>
        <a className="btn" href="/">
          {words.toPortal}
        </a>{' '}
        <span className="muted small">{words.toPortalWhy}</span>
      </p>
    </Shell>
  );
}
