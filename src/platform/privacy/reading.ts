import type { Id } from '#kernel/ids.ts';

/** Where personal data were seen. */
export type ReadContext = 'profile' | 'list' | 'edit' | 'unmask' | 'file' | 'export' | 'export-fetched';

/** Said by the act itself: nobody needs to be asked. */
export type ImpliedPurpose = 'open-record' | 'browse-list' | 'keep-record' | 'fill-form';

/** What a person may answer when asked why. The list is closed: "other" says nothing. */
export const ASKED_PURPOSES = ['contact', 'verify', 'report', 'support', 'answer-person', 'inspect'] as const;

export type AskedPurpose = (typeof ASKED_PURPOSES)[number];

/** One act of reading what belongs to persons: of one profile, or of all that a list showed. */
export interface PersonalRead {
  readonly context: ReadContext;
  readonly purpose: ImpliedPurpose | AskedPurpose;
  /** The organisations whose representative was read. None: nothing was read, nothing is kept. */
  readonly subjects: readonly ReadSubject[];
  readonly exportId?: Id<'privacy.kept_export'>;
}

export interface ReadSubject {
  readonly id: string;
  readonly allianceId: string;
}

/**
 * Files that were asked for with a reason go by their own path (mark, expiry, log) and do not use up the hour's reading;
 * what is read on screens does.
 */
export const COUNTED_CONTEXTS: readonly ReadContext[] = ['profile', 'list', 'edit', 'unmask'];
