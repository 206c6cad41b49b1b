import type { ReactNode } from 'react';
import type { IsoDate } from '#kernel/time.ts';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import type { CardTab } from '../card-tabs.ts';
import { cardTabs } from '../card-tabs.ts';
import { freshnessOf } from '../freshness.ts';
import { tabLabels, tabText } from '../messages-card.vi.ts';
import { listText, ratingLabels, cardText as text } from '../messages-pages.vi.ts';
import type { OrganisationStatus } from '../model.ts';
import type { OrganisationView } from '../organisation-view.ts';
import registerCss from './register.css?url';
import { StatusChip } from './status.tsx';

interface CardFrameProps {
  readonly view: OrganisationView;
  readonly today: IsoDate;
  readonly tab: CardTab;
  readonly drawer?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page of one organisation: who it is, how fresh what is known, and the way to each tab. */
export function CardFrame({ view, today, tab, drawer, children }: CardFrameProps) {
  const name = String(view.card.facts.name);
  const isFirst = tab === 'tong-quan';
  return (
    <Shell
      title={isFirst ? name : `${tabLabels[tab]} · ${name}`}
      crumbs={[
        { label: listText.area, href: '/van-phong/so-bo' },
        { label: view.alliance.shortName, href: `/van-phong/so-bo?lien-minh=${view.alliance.code}` },
        { label: name },
      ]}
      drawer={drawer}
    >
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <PageHeader
        title={name}
        sub={<Identity view={view} today={today} />}
        actions={<Actions view={view} isQuiet={Boolean(drawer) || !isFirst} />}
      />
      <nav className="views" aria-label={text.tabsLabel}>
        {cardTabs(view.card.head.id).map((one) => (
          <a key={one.tab} href={one.href} aria-current={one.tab === tab ? 'page' : undefined}>
            {one.label}
          </a>
        ))}
      </nav>
      {children}
    </Shell>
  );
}

function Identity({ view, today }: { view: OrganisationView; today: IsoDate }) {
  const { facts, reports } = view.card;
  const rating = reports[0]?.facts.rating;
  const code = typeof facts.code === 'string' ? text.code(facts.code) : text.noCode(String(facts.codeMissingReason));
  const line = [facts.shortName, code, facts.communeText, facts.districtText, view.alliance.shortName];
  return (
    <span className="tools card-id">
      <StatusChip
        status={facts.status as OrganisationStatus}
        establishedOn={facts.establishedOn as IsoDate | null}
        today={today}
        boxed
      />
      {typeof rating === 'string' ? <span className="pill plain">{ratingLabels[rating]}</span> : null}
      <Fresh confirmedOn={facts.confirmedOn as IsoDate | null} today={today} />
      <span>{line.filter(Boolean).join(' · ')}</span>
    </span>
  );
}

const FRESH = {
  'in-12-months': { tone: 'ok', sign: '✓', months: 0 },
  'over-12-months': { tone: 'warn', sign: '!', months: 12 },
  'over-24-months': { tone: 'bad', sign: '!!', months: 24 },
  never: { tone: 'bad', sign: '!!', months: 0 },
} as const;

/** When somebody last confirmed the record: within twelve months, longer ago, or more than two years. */
function Fresh({ confirmedOn, today }: { confirmedOn: IsoDate | null; today: IsoDate }) {
  const { tone, sign, months } = FRESH[freshnessOf(confirmedOn, today)];
  return (
    <StateChip tone={tone} sign={sign} boxed>
      {confirmedOn === null ? text.neverConfirmed : text.confirmed(confirmedOn)}
      {months === 0 ? '' : `, ${tabText.stale(months)}`}
    </StateChip>
  );
}

/** One filled button a screen: none here while the drawer, or another tab, has its own. */
function Actions({ view, isQuiet }: { view: OrganisationView; isQuiet: boolean }) {
  const at = `/van-phong/so-bo/${view.card.head.id}`;
  return (
    <>
      <a className="btn" href={`${at}/in`}>
        {tabText.print}
      </a>
      {view.may.recordActs ? (
        <a className="btn" href={`${at}?ngan=tinh-trang`}>
          {text.recordAct}
        </a>
      ) : null}
      {view.may.change ? (
        <a className={isQuiet ? 'btn' : 'btn primary'} href={`${at}/sua`}>
          {text.change}
        </a>
      ) : null}
    </>
  );
}
