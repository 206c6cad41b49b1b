import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';

export type ArticleId = Id<'portal.article'>;
export type ArticleState = 'draft' | 'awaiting-approval' | 'published' | 'retracted';

/** Drawings that stand in for photographs until an editor puts real ones in. */
export type SceneName = 'hall' | 'head-speaks' | 'chair-speaks' | 'deputy-reports';

/** One block of an article. Texts may hold figure chips; they are resolved against the article's snapshot alone. */
export type ArticleBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'photo'; readonly scene: SceneName; readonly caption: string; readonly alt: string }
  | { readonly kind: 'figure-table'; readonly indicator: string; readonly order: 'count' | 'geography' }
  | { readonly kind: 'tasks'; readonly items: readonly string[] };

/** One size of a picture in the file store, in pixels. */
export interface PictureSize {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

/** The picture over an article, made anew from what an editor uploaded. */
export interface CoverPicture {
  readonly large: PictureSize;
  readonly small: PictureSize;
  /** For those who do not see it. */
  readonly alt: string;
  readonly credit: string;
}

export interface Article {
  readonly id: ArticleId;
  readonly slug: string;
  readonly state: ArticleState;
  readonly section: string;
  readonly title: string;
  /** Printed in parentheses before the lead, as in `(Quang Binh Portal)`. */
  readonly sourceLine: string;
  readonly lead: string;
  readonly blocks: readonly ArticleBlock[];
  readonly penName: string;
  readonly snapshotId: Id<'review.snapshot'> | null;
  readonly isDemo: boolean;
  readonly publishedAt: Date | null;
  readonly corrections: readonly { readonly note: string; readonly createdAt: Date }[];
  readonly picture: CoverPicture | null;
}

/** What a list of news needs of an article. */
export interface ArticleCard {
  readonly slug: string;
  readonly title: string;
  readonly section: string;
  readonly lead: string;
  readonly publishedAt: Date;
  readonly picture: CoverPicture | null;
}

export interface Announcement {
  readonly slug: string;
  readonly title: string;
  readonly body: string;
  readonly isPinned: boolean;
  readonly validFrom: IsoDate;
  /** First day on which it is no longer shown; null: stays. */
  readonly validUntil: IsoDate | null;
}

/** Who answers for the portal; what is empty is said to be missing, never invented. */
export interface SiteIdentity {
  readonly owner: string;
  readonly tagline: string;
  readonly responsible: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly licence: string;
}

export interface Visits {
  readonly online: number;
  readonly today: number;
  readonly total: number;
}
