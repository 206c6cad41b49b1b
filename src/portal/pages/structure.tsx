import { titleShown } from '#organisations/messages.vi.ts';
import { load } from '#platform/http/submit.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { dayAsked } from '#platform/ui/day-chooser.tsx';
import { text } from '../messages.vi.ts';
import { structureText as words } from '../messages-pages.vi.ts';
import type { Structure } from '../structure.ts';
import { structureOn } from '../structure.ts';
import { SimplePage } from '../ui/simple-page.tsx';
import type { Route } from './+types/structure';

export const meta: Route.MetaFunction = () => [{ title: words.title }];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const on = dayAsked(args.request.url, ctx.today);
    return { on, today: ctx.today, ...(await structureOn(ctx.read, on)) };
  });

/** `/gioi-thieu/co-cau`: who heads the cluster, who holds which post, where the offices are; of any day. */
export default function StructurePage({ loaderData }: Route.ComponentProps) {
  const { on, today, clusters, alliances } = loaderData;
  return (
    <SimplePage title={words.title}>
      <p className="sub">{words.sub(formatDate(on))}</p>
      <form method="get" className="structure-day">
        <label htmlFor="ngay">{words.day}</label>
        <input className="file" type="date" id="ngay" name="ngay" defaultValue={on} />
        <button className="go" type="submit">
          {words.show}
        </button>
        {on === today ? null : <a href="/gioi-thieu/co-cau">{words.today}</a>}
      </form>
      <div className="read">
        {clusters.map((cluster) => (
          <Cluster key={cluster.code} cluster={cluster} />
        ))}
        {alliances.map((alliance) => (
          <Unit key={alliance.code} alliance={alliance} />
        ))}
        {alliances.length === 0 ? <p>{words.none}</p> : null}
      </div>
      <p className="def">{words.phones}</p>
    </SimplePage>
  );
}

function Cluster({ cluster }: { cluster: Structure['clusters'][number] }) {
  const head = cluster.offices.some(({ office }) => office === 'head');
  return (
    <section aria-labelledby={`cum-${cluster.code}`}>
      <h2 id={`cum-${cluster.code}`}>{cluster.name}</h2>
      <p>{words.members(cluster.members)}</p>
      <ul>
        {head ? null : (
          <li>
            {words.offices.head}: <b>{words.vacant}</b>
          </li>
        )}
        {cluster.offices.map((one) => (
          <li key={`${one.office} ${one.unitCode}`}>
            {words.offices[one.office]}: {one.unitName}
            {one.fullName ? ` – ${[one.honorific, one.fullName].join(' ')}${one.title ? `, ${one.title}` : ''}` : ''}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Unit({ alliance }: { alliance: Structure['alliances'][number] }) {
  const contacts = [
    [text.foot.address, alliance.address],
    [text.foot.phone, alliance.phone],
    [text.foot.email, alliance.email],
  ].filter(([, value]) => value !== '');
  return (
    <section aria-labelledby={alliance.code}>
      <h2 id={alliance.code}>{alliance.name}</h2>
      {contacts.map(([label, value]) => (
        <p key={label}>
          {label}: {value}
        </p>
      ))}
      {alliance.posts.length === 0 ? <p className="muted">{words.noPosts}</p> : null}
      <ul>
        {alliance.posts.map((post) => (
          <li key={`${post.id} ${post.fullName}`}>
            {titleShown(post)}:{' '}
            {post.fullName ? `${post.honorific} ${post.fullName}` : <b className="vacant">{words.vacant}</b>}
          </li>
        ))}
      </ul>
      {alliance.departments.length > 0 ? (
        <p>
          {words.departments}:{' '}
          {alliance.departments.map(({ name, phone }) => (phone ? `${name} (${phone})` : name)).join('; ')}
        </p>
      ) : null}
    </section>
  );
}
