import { createContext, useContext } from 'react';
import { assert } from '#kernel/assert.ts';

/** One entry of the office's navigation; the ones below it are shown under the open job. */
export interface NavItem {
  readonly label: string;
  readonly href: string;
  readonly icon: string;
  /** How much of it waits for this person; 0 shows nothing. */
  readonly count: number;
  readonly below: readonly { readonly label: string; readonly href: string }[];
}

/** How far the loading of the demonstration data is; `of` is the number of steps. */
export interface LoadingFacts {
  readonly step: string;
  readonly done: number;
  readonly of: number;
  readonly hasFailed: boolean;
}

/** What the frame around every page shows; the same for all pages of one request. */
export interface PageFacts {
  readonly requestId: string;
  readonly path: string;
  /** Null: nobody has signed in. */
  readonly signedIn: { readonly name: string; readonly place: string } | null;
  readonly nav: readonly NavItem[];
  /** Address of the entry under which this page stands. */
  readonly entry: string | null;
  /** Who looks, on the pages of an inspector, on paper too; null for everybody else. */
  readonly watermark: string | null;
  /** What needs the attention of whoever runs the installation, whatever page they are on. */
  readonly alerts: readonly string[];
  /** The data of this installation are synthetic and every page says so. */
  readonly isDemo: boolean;
  /** Null: nothing is being loaded. */
  readonly loading: LoadingFacts | null;
}

const Facts = createContext<PageFacts | null>(null);

export const PageFactsProvider = Facts.Provider;

export function usePageFacts(): PageFacts {
  const facts = useContext(Facts);
  assert(facts, 'every page is drawn within its facts');
  return facts;
}
