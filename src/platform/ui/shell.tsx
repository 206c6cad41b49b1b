import type { ReactNode } from 'react';
import type { IconName } from './icon.tsx';
import { Icon, Mark } from './icon.tsx';
import { text } from './messages.vi.ts';
import officeCss from './office.css?url';
import officeScript from './office.js?url';
import type { NavItem } from './page-facts.tsx';
import { usePageFacts } from './page-facts.tsx';

export interface Crumb {
  readonly label: string;
  /** Left out for the page itself, the last crumb. */
  readonly href?: string;
}

interface ShellProps {
  /** Title of the browser's tab. */
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  /** A `<Drawer>` docked at the right; below the content on narrow screens. */
  readonly drawer?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every office page: rail, top bar, content, drawer. Needs no JavaScript. */
export function Shell({ title, crumbs, drawer, children }: ShellProps) {
  const facts = usePageFacts();
  return (
    <>
      <OfficeHead title={title} />
      <a className="skip" href="#main">
        {text.skip}
      </a>
      <div className="shell">
        <nav className="rail" aria-label={text.mainNav}>
          <div>
            <Brand />
            <Who />
            <NavList />
          </div>
        </nav>
        <div className="col">
          <TopBar crumbs={crumbs} />
          <div className="notices">
            <LoadingBanner />
            <Watermark />
            <Alerts />
          </div>
          <div className={drawer ? 'cols' : 'cols whole'}>
            <main className="page" id="main" tabIndex={-1}>
              {children}
            </main>
            {drawer}
          </div>
          <p className="printed">{text.printedFrom(facts.path)}</p>
        </div>
      </div>
    </>
  );
}

/** On an inspector's pages, on screen and on paper: whose copy this is. */
function Watermark() {
  const { watermark } = usePageFacts();
  if (watermark === null) return null;
  return (
    <p className="watermark" data-mark={watermark}>
      {watermark}
    </p>
  );
}

function Alerts() {
  const { alerts } = usePageFacts();
  return alerts.map((alert) => (
    <p className="note warn alert" role="status" key={alert}>
      <Icon name="warning" />
      {alert}
    </p>
  ));
}

/** Title, style sheet and shortcuts of an office page; React lifts them into the head. */
export function OfficeHead({ title }: { title: string }) {
  return (
    <>
      <title>{`${title} · ${text.product}`}</title>
      <link rel="stylesheet" href={officeCss} precedence="page" />
      <script type="module" async src={officeScript} />
    </>
  );
}

function Brand() {
  return (
    <a className="brand" href="/van-phong">
      <Mark />
      {text.product}
    </a>
  );
}

function Who() {
  const { signedIn } = usePageFacts();
  if (!signedIn) return null;
  return (
    <p className="who">
      <b>{signedIn.name}</b>
      {signedIn.place}
    </p>
  );
}

function NavList() {
  const { nav } = usePageFacts();
  return (
    <ul className="nav">
      {nav.map((item) => (
        <Job key={item.href} item={item} />
      ))}
    </ul>
  );
}

/** A job; its second level is shown only while it is open. */
function Job({ item }: { item: NavItem }) {
  const { entry } = usePageFacts();
  const isOpen = [item, ...item.below].some(({ href }) => href === entry);
  const isHere = item.below.length === 0 && item.href === entry;
  return (
    <li className={isOpen ? 'here' : undefined}>
      <a href={item.href} aria-current={isHere ? 'page' : undefined}>
        <Icon name={item.icon as IconName} />
        {item.label}
        {item.count > 0 ? (
          <span className="count">
            {item.count}
            <span className="sr"> {text.waiting}</span>
          </span>
        ) : null}
      </a>
      {isOpen && item.below.length > 0 ? (
        <ul>
          {item.below.map((below) => (
            <li key={below.href}>
              <a href={below.href} aria-current={below.href === entry ? 'page' : undefined}>
                {below.label}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function TopBar({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { isDemo, nav, signedIn } = usePageFacts();
  return (
    <header className="top">
      <details className="menu">
        <summary>
          <Icon name="menu" />
          {text.menu}
        </summary>
        <nav className="menu-pop" aria-label={text.menu}>
          <Who />
          <NavList />
        </nav>
      </details>
      <nav className="crumb" aria-label={text.crumbs}>
        <ol>
          {crumbs.map((crumb) => (
            <li key={crumb.label}>
              {crumb.href ? <a href={crumb.href}>{crumb.label}</a> : <span aria-current="page">{crumb.label}</span>}
            </li>
          ))}
        </ol>
      </nav>
      {nav.some(({ href }) => href === SEARCHED) ? <SearchForm /> : <span className="find" />}
      {isDemo ? (
        <span className="sample" title={text.sampleTitle}>
          {text.sample}
        </span>
      ) : null}
      {signedIn ? <AccountMenu name={signedIn.name} place={signedIn.place} /> : null}
    </header>
  );
}

/** What the search field searches; who may not see it has no such field. */
const SEARCHED = '/van-phong/so-bo';

function SearchForm() {
  return (
    <search className="find">
      <form action={SEARCHED}>
        <Icon name="search" />
        <input type="search" name="tim" aria-label={text.search.label} placeholder={text.search.label} data-key="/" />
        <kbd>/</kbd>
      </form>
    </search>
  );
}

function AccountMenu({ name, place }: { name: string; place: string }) {
  return (
    <details className="account">
      <summary className="me">
        <Icon name="person" />
        <span className="sr">{text.account(name)}</span>
      </summary>
      <div className="account-pop">
        <p>
          <b>{name}</b>
          <small>{place}</small>
        </p>
        <a className="btn plain" href="/van-phong/tai-khoan">
          <Icon name="lock" />
          {text.ownAccount}
        </a>
        <a className="btn plain" href="/">
          <Icon name="globe" />
          {text.portal}
        </a>
        <form method="post" action="/dang-xuat">
          <button className="btn" type="submit">
            <Icon name="leave" />
            {text.signOut}
          </button>
        </form>
      </div>
    </details>
  );
}

/** Says how far the demonstration data are; drawn by the office and the portal alike. */
export function LoadingBanner() {
  const { loading } = usePageFacts();
  if (!loading) return null;
  if (loading.hasFailed)
    return (
      <p className="loading note bad" role="status">
        <Icon name="warning" />
        {text.loadingFailed}
      </p>
    );
  return (
    <div className="loading note" role="status">
      <Icon name="clock" />
      <span>
        <b>{text.loading(loading.done, loading.of)}</b>
        {loading.step ? ` · ${loading.step}` : ''} <small>{text.loadingHint}</small>
      </span>
      <progress value={loading.done} max={loading.of} aria-label={text.loading(loading.done, loading.of)} />
    </div>
  );
}
