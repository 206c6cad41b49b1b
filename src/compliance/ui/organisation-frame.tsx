import type { ReactNode } from 'react';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { hrefs } from '../hrefs.ts';
import { warningText } from '../messages.vi.ts';
import { tabsText as text } from '../messages-pages.vi.ts';
import type { OrganisationTop } from '../organisation-page.ts';
import complianceCss from './compliance.css?url';

interface FrameProps {
  readonly top: OrganisationTop;
  readonly here: 'compliance' | 'governance' | 'assets';
  readonly sub?: string;
  readonly actions?: ReactNode;
  readonly drawer?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the pages of one organisation that this slice has beside the profile. */
export function OrganisationFrame({ top, here, sub, actions, drawer, children }: FrameProps) {
  const tabs = [
    { name: text.profile, href: hrefs.organisation(top.id), isHere: false },
    ...(['compliance', 'governance', 'assets'] as const).map((tab) => ({
      name: text[tab],
      href: hrefs[tab](top.id),
      isHere: tab === here,
    })),
  ];
  return (
    <Shell
      title={`${text[here]} – ${top.name}`}
      crumbs={[
        { label: warningText.area, href: hrefs.register() },
        { label: top.allianceName, href: hrefs.register(top.allianceCode) },
        { label: top.name, href: hrefs.organisation(top.id) },
        { label: text[here] },
      ]}
      drawer={drawer}
    >
      <link rel="stylesheet" href={complianceCss} precedence="page" />
      <PageHeader title={top.name} {...(sub ? { sub } : {})} actions={actions} />
      <nav className="views" aria-label={text.label}>
        {tabs.map(({ name, href, isHere }) => (
          <a key={href} href={href} aria-current={isHere ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      {children}
    </Shell>
  );
}
