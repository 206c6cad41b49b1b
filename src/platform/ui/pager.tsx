import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { text } from './messages.vi.ts';

interface PagerProps {
  /** What part of the list this is, e.g. `50 trong 4.425 HTX`. */
  readonly children: ReactNode;
  /** Null where there is none. */
  readonly previousHref: string | null;
  readonly nextHref: string | null;
}

export function Pager({ children, previousHref, nextHref }: PagerProps) {
  return (
    <nav className="pager" aria-label={text.pager.label}>
      <span>{children}</span>
      <span className="end">
        <Step href={previousHref} rel="prev">
          <Icon name="left" />
          {text.pager.previous}
        </Step>
        <Step href={nextHref} rel="next">
          {text.pager.next}
          <Icon name="right" />
        </Step>
      </span>
    </nav>
  );
}

function Step({ href, rel, children }: { href: string | null; rel: 'prev' | 'next'; children: ReactNode }) {
  if (!href)
    return (
      <span className="btn s" aria-disabled="true">
        {children}
      </span>
    );
  return (
    <a className="btn s" href={href} rel={rel}>
      {children}
    </a>
  );
}
