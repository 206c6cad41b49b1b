import { load } from '#platform/http/submit.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { text } from '../messages.pages.vi.ts';
import { requireToSeeReviews } from '../permissions.ts';
import type { LockedReview } from '../queries.ts';
import { listLockedReviews } from '../queries.ts';
import { ReviewHead } from '../ui/review-head.tsx';
import { hrefs } from '../views/hrefs.ts';
import type { Route } from './+types/archive.ts';

const words = text.archive;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireToSeeReviews(ctx);
    return { locks: await listLockedReviews(ctx.read) };
  });

export default function ArchivePage({ loaderData }: Route.ComponentProps) {
  const { locks } = loaderData;
  return (
    <Shell title={words.title} crumbs={[{ label: text.periods, href: hrefs.periods() }, { label: words.title }]}>
      <ReviewHead />
      <PageHeader
        title={words.title}
        sub={words.sub}
        actions={
          <a className="btn" href={hrefs.verify()}>
            {text.verify.title}
          </a>
        }
      />
      {locks.length === 0 ? (
        <Empty icon="lock" title={words.empty}>
          {words.emptyHint}
        </Empty>
      ) : (
        <LockTable locks={locks} />
      )}
    </Shell>
  );
}

function LockTable({ locks }: { locks: readonly LockedReview[] }) {
  const isNewest = (lock: LockedReview) =>
    !locks.some((other) => other.dataCallId === lock.dataCallId && other.version > lock.version);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <section className="box" aria-label={words.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            <th scope="col">{words.cluster}</th>
            <th scope="col">{words.version}</th>
            <th scope="col">{words.lockedAt}</th>
            <th scope="col">{words.lockedBy}</th>
            <th scope="col">{words.hash}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {locks.map((lock) => (
            <tr key={lock.id}>
              <th scope="row">
                <a href={hrefs.report(lock.periodCode, lock.version)}>{lock.periodCode}</a>
              </th>
              <td>{lock.clusterCode}</td>
              <td>
                {lock.version} <span className="muted small">{isNewest(lock) ? words.newest : words.corrected}</span>
              </td>
              <td className="num">{formatMoment(lock.lockedAt)}</td>
              <td>{lock.lockedBy}</td>
              <td className="hash" title={lock.hash}>
                {lock.hash.slice(0, 19)}…
              </td>
              <td className="msg">{lock.reason || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
