import { addDays, dayInVietnam } from '#kernel/time.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { DocumentRow } from '../documents.ts';
import { text } from '../messages.vi.ts';
import type { Announcement, ArticleCard } from '../model.ts';
import { Thumbnail } from './cover.tsx';

export function NewsList({ cards, strong = false }: { cards: readonly ArticleCard[]; strong?: boolean }) {
  return (
    <ul className={strong ? 'list strong' : 'list'}>
      {cards.map((card) => (
        <li key={card.slug}>
          <a href={`/tin/${card.slug}`} className={strong && card.picture ? 'pictured' : undefined}>
            {strong && card.picture ? <Thumbnail picture={card.picture} /> : null}
            <span className="t">{card.title}</span>
            <small>{formatDate(dayInVietnam(card.publishedAt))}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}

export function AnnouncementList({ items, strong = false }: { items: readonly Announcement[]; strong?: boolean }) {
  return (
    <ul className={strong ? 'list strong' : 'list'}>
      {items.map((item) => (
        <li key={item.slug}>
          <a href={`/thong-bao/${item.slug}`}>
            <span className="t">{item.title}</span>
            <small>{announcementTime(item)}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** `Hạn …` for one that ends, `Từ …` for one that stays. */
export function announcementTime(item: Announcement): string {
  return item.validUntil === null
    ? text.announcements.from(formatDate(item.validFrom))
    : text.announcements.until(formatDate(addDays(item.validUntil, -1)));
}

export function DocumentList({ rows, strong = false }: { rows: readonly DocumentRow[]; strong?: boolean }) {
  return (
    <ul className={strong ? 'list strong' : 'list'}>
      {rows.map((row) => (
        <li key={row.number}>
          <a href={`/van-ban#${row.anchor}`}>
            <span className="t">{row.title}</span>
            <small>
              {row.number} · {row.issued} <DocumentState row={row} />
            </small>
          </a>
        </li>
      ))}
    </ul>
  );
}

export function DocumentState({ row }: { row: DocumentRow }) {
  return <span className={`state ${row.isInForce ? 'ok' : 'idle'}`}>{row.effect}</span>;
}

/** A block of the aside; with fewer than one entry it is not drawn at all. */
export function SideBlock(props: {
  title: string;
  count: number;
  more?: { href: string; label: string };
  children: React.ReactNode;
}) {
  if (props.count === 0) return null;
  return (
    <section>
      <h2>{props.title}</h2>
      {props.children}
      {props.more ? (
        <a className="more" href={props.more.href}>
          {props.more.label}
        </a>
      ) : null}
    </section>
  );
}
