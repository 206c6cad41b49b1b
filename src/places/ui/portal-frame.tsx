import type { ReactNode } from 'react';
import { placesText as text } from '../messages-pages.vi.ts';

/** The column of a page of the portal, within the portal's own frame. */
export function PortalColumn({ title, isUnit, children }: { title: string; isUnit: boolean; children: ReactNode }) {
  return (
    <div className="wrap">
      <nav className="crumb" aria-label={text.crumbs}>
        <ol>
          <li>
            <a href="/">{text.home}</a>
          </li>
          {isUnit ? (
            <li>
              <a href="/dia-ban">{text.title}</a>
            </li>
          ) : null}
          <li>{title}</li>
        </ol>
      </nav>
      <main id="noi-dung" className="simple">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
