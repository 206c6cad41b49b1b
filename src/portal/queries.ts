import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type {
  Announcement,
  Article,
  ArticleBlock,
  ArticleCard,
  ArticleId,
  ArticleState,
  CoverPicture,
  SiteIdentity,
} from './model.ts';

/** The article under that address, in whatever state; the page decides what the public sees of it. */
export async function findArticle(db: ReadDb, slug: string): Promise<Article | undefined> {
  const row = await db
    .selectFrom('portal.article as article')
    .where('article.slug', '=', slug)
    .select([
      'id',
      'slug',
      'state',
      'section',
      'title',
      'source_line as sourceLine',
      'lead',
      'blocks',
      'pen_name as penName',
      'snapshot_id as snapshotId',
      'is_demo as isDemo',
      'published_at as publishedAt',
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const corrections = await db
    .selectFrom('portal.correction')
    .where('article_id', '=', row.id)
    .orderBy('created_at')
    .select(['note', 'created_at as createdAt'])
    .execute();
  const pictures = await picturesOf(db, [row.id]);
  return {
    ...row,
    state: row.state as ArticleState,
    blocks: row.blocks as readonly ArticleBlock[],
    corrections,
    picture: pictures.get(row.id) ?? null,
  };
}

export interface NewsPage {
  readonly cards: readonly ArticleCard[];
  /** Moment to continue before, or null at the end. */
  readonly next: Date | null;
}

/** Published articles, newest first; `before` continues a list, `except` leaves out the article on the page. */
export async function listNews(
  db: ReadDb,
  how: { readonly limit: number; readonly before?: Date; readonly except?: string; readonly section?: string },
): Promise<NewsPage> {
  let query = db
    .selectFrom('portal.article')
    .where('state', '=', 'published')
    .where('published_at', 'is not', null)
    .orderBy('published_at', 'desc')
    .limit(how.limit + 1)
    .select(['id', 'slug', 'title', 'section', 'lead', 'published_at as publishedAt'])
    .$narrowType<{ publishedAt: Date }>();
  if (how.before) query = query.where('published_at', '<', how.before);
  if (how.except) query = query.where('slug', '<>', how.except);
  if (how.section) query = query.where('section', '=', how.section);
  const found = await query.execute();
  const shown = found.slice(0, how.limit);
  const pictures = await picturesOf(
    db,
    shown.map(({ id }) => id),
  );
  const cards = shown.map(({ id, ...card }) => ({ ...card, picture: pictures.get(id) ?? null }));
  return { cards, next: found.length > how.limit ? (shown.at(-1)?.publishedAt ?? null) : null };
}

/** The cover pictures of these articles, for those that have one. */
async function picturesOf(db: ReadDb, ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, CoverPicture>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('portal.picture')
    .where('article_id', 'in', ids)
    .where('removed_at', 'is', null)
    .selectAll()
    .execute();
  return new Map(
    rows.map((row) => [
      row.article_id,
      {
        large: { sha256: row.large_sha256, width: row.large_width, height: row.large_height },
        small: { sha256: row.small_sha256, width: row.small_width, height: row.small_height },
        alt: row.alt,
        credit: row.credit,
      },
    ]),
  );
}

/** Whether a published article has this picture over it, in either size. */
export async function isPictureShown(db: ReadDb, sha256: string): Promise<boolean> {
  const found = await db
    .selectFrom('portal.picture as picture')
    .innerJoin('portal.article as article', 'article.id', 'picture.article_id')
    .where((row) => row.or([row('large_sha256', '=', sha256), row('small_sha256', '=', sha256)]))
    .where('picture.removed_at', 'is', null)
    .where('article.state', '=', 'published')
    .select('picture.id')
    .executeTakeFirst();
  return found !== undefined;
}

/** Every article in whatever state, newest first: for the editor's list. */
export async function listAllArticles(
  db: ReadDb,
  limit: number,
): Promise<
  readonly {
    slug: string;
    title: string;
    section: string;
    state: ArticleState;
    publishedAt: Date | null;
    updatedBy: string;
  }[]
> {
  const rows = await db
    .selectFrom('portal.article')
    .orderBy('updated_at', 'desc')
    .orderBy('published_at', 'desc')
    .limit(limit)
    .select(['slug', 'title', 'section', 'state', 'published_at as publishedAt', 'updated_by as updatedBy'])
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as ArticleState }));
}

/** Announcements in force on that day: pinned first, then newest. */
export async function listAnnouncements(db: ReadDb, on: IsoDate, limit: number): Promise<readonly Announcement[]> {
  return await announcementsOn(db, on)
    .orderBy('is_pinned', 'desc')
    .orderBy('valid_from', 'desc')
    .limit(limit)
    .execute();
}

export async function findAnnouncement(db: ReadDb, slug: string, on: IsoDate): Promise<Announcement | undefined> {
  return await announcementsOn(db, on).where('slug', '=', slug).executeTakeFirst();
}

function announcementsOn(db: ReadDb, on: IsoDate) {
  return db
    .selectFrom('portal.announcement')
    .where('valid_from', '<=', on)
    .where((row) => row.or([row('valid_until', 'is', null), row('valid_until', '>', on)]))
    .select(['slug', 'title', 'body', 'is_pinned as isPinned', 'valid_from as validFrom', 'valid_until as validUntil']);
}

const NOBODY: SiteIdentity = {
  owner: '',
  tagline: '',
  responsible: '',
  address: '',
  phone: '',
  email: '',
  licence: '',
};

/** Who answers for the portal, from the settings of this installation. */
export async function siteIdentity(db: ReadDb): Promise<SiteIdentity> {
  const row = await db
    .selectFrom('platform.setting')
    .where('key', '=', 'portal.site')
    .select('value')
    .executeTakeFirst();
  return { ...NOBODY, ...((row?.value ?? {}) as Partial<SiteIdentity>) };
}

/** The newest locked review, for figures outside an article; undefined before the first lock. */
export async function newestLock(db: ReadDb): Promise<Id<'review.snapshot'> | undefined> {
  const newest = await db
    .selectFrom('review.snapshot')
    .orderBy('locked_at', 'desc')
    .orderBy('version', 'desc')
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return newest?.id;
}

/** Slugs that begin so, for finding a free one. */
export async function slugsLike(db: ReadDb, slug: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('portal.article')
    .where('slug', 'like', sql<string>`${slug} || '%'`)
    .select('slug')
    .execute();
  return new Set(rows.map((row) => row.slug));
}
