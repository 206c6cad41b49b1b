import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { text } from './messages.vi.ts';

interface DrawerProps {
  readonly title: string;
  readonly sub?: ReactNode;
  /** The page without the drawer: the address less its search parameter. */
  readonly closeHref: string;
  readonly children: ReactNode;
}

/** Docked at the right: it pushes, never covers. Opened by a search parameter of the page's address. */
export function Drawer({ title, sub, closeHref, children }: DrawerProps) {
  return (
    <aside className="drawer" id="drawer" aria-labelledby="drawer-title">
      <header>
        <h2 id="drawer-title">{title}</h2>
        <a className="x" href={closeHref} aria-label={text.close} data-key="Escape">
          <Icon name="close" />
        </a>
        {sub ? <p>{sub}</p> : null}
      </header>
      {children}
    </aside>
  );
}
