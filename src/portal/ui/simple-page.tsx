import type { ReactNode } from 'react';
import { text } from '../messages.vi.ts';

/** A page of one column: crumbs, one heading, content. */
export function SimplePage({
  title,
  section,
  children,
}: {
  title: string;
  section?: { href: string; label: string };
  children: ReactNode;
}) {
  return (
    <div className="wrap">
      <nav className="crumb" aria-label={text.crumbs}>
        <ol>
          <li>
            <a href="/">{text.nav.home}</a>
          </li>
          {section ? (
            <li>
              <a href={section.href}>{section.label}</a>
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
