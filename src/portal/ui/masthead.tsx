import { text } from '../messages.vi.ts';
import type { SiteIdentity } from '../model.ts';
import { Identity } from './marks.tsx';

const SECTIONS = [
  { href: '/', label: text.nav.home },
  { href: '/tin', label: text.nav.news },
  { href: '/thong-bao', label: text.nav.announcements },
  { href: '/van-ban', label: text.nav.documents },
  { href: '/tra-cuu', label: text.nav.search },
  { href: '/so-lieu', label: text.nav.figures },
  { href: '/trang/pho-bien-phap-luat', label: text.nav.law },
  { href: '/trang/dich-vu-cong', label: text.nav.services },
] as const;

/** Owner first, product second; search; plain navigation that folds into a menu on a phone without any script. */
export function Masthead({ site, path }: { site: SiteIdentity; path: string }) {
  const isHome = path === '/';
  return (
    <header className="mast">
      <div className="wrap mast-row">
        <a className="brand" href="/">
          <Identity />
          <span>
            <b>{site.owner || text.fallbackOwner}</b>
            <span>{site.tagline || text.fallbackTagline}</span>
          </span>
        </a>
        {isHome ? null : (
          // biome-ignore lint/a11y/useSemanticElements: `search` is not yet known to the browsers officers have
          <form className="find" role="search" action="/tra-cuu">
            <label className="vh" htmlFor="tim">
              {text.search.label}
            </label>
            <input id="tim" name="q" type="search" placeholder={text.search.short} />
            <button type="submit">{text.search.button}</button>
          </form>
        )}
        <details className="menu">
          <summary>{text.menu}</summary>
          <nav aria-label={text.allSections}>
            <Sections path={path} />
          </nav>
        </details>
      </div>
      <nav className="nav-top" aria-label={text.mainNav}>
        <div className="wrap">
          <Sections path={path} />
        </div>
      </nav>
    </header>
  );
}

function Sections({ path }: { path: string }) {
  return (
    <ul>
      {SECTIONS.map((section) => (
        <li key={section.href}>
          <a href={section.href} aria-current={isHere(section.href, path) ? 'page' : undefined}>
            {section.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function isHere(href: string, path: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
