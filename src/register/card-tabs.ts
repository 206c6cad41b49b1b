import { tabLabels } from './messages-card.vi.ts';
import type { OrganisationId } from './model.ts';

/** Tabs of the card that the register fills itself: `?the=` and the word. */
export const OWN_TABS = ['tong-quan', 'so-lieu', 'xep-loai', 'von', 'thi-truong', 'ho-so', 'nguon', 'nhat-ky'] as const;
export type OwnTab = (typeof OWN_TABS)[number];

/** Tabs with a page of their own below the organisation's address, kept by slices above the register. */
const PAGES_BELOW = ['chuoi-gia-tri', 'thanh-vien'] as const;
export type CardTab = OwnTab | (typeof PAGES_BELOW)[number];

export interface TabLink {
  readonly tab: CardTab;
  readonly label: string;
  readonly href: string;
}

/** Every tab in its order, each with an address of its own. */
export function cardTabs(id: OrganisationId): readonly TabLink[] {
  const at = `/van-phong/so-bo/${id}`;
  return [
    ...OWN_TABS.map((tab) => ({
      tab,
      label: tabLabels[tab],
      href: tab === 'tong-quan' ? at : `${at}?the=${tab}`,
    })),
    ...PAGES_BELOW.map((tab) => ({ tab, label: tabLabels[tab], href: `${at}/${tab}` })),
  ];
}

export function readTab(search: URLSearchParams): OwnTab {
  return OWN_TABS.find((one) => one === search.get('the')) ?? 'tong-quan';
}
