import { matchPath } from 'react-router';
import type { Actor, Role } from '#platform/ctx.ts';
import type { NavItem } from '#platform/ui/page-facts.tsx';

interface Place {
  readonly label: string;
  readonly href: string;
  /** Pages besides its own that stand under this entry. */
  readonly pages: readonly string[];
}

interface Job extends Place {
  readonly icon: string;
  /** Who has this job; the administrator of the system has every one. */
  readonly roles: readonly Role[];
  readonly below: readonly Place[];
}

const EVERY_OFFICE: readonly Role[] = ['secretary', 'leader', 'officer', 'editor', 'inspector'];

const WAITING = '/van-phong/cho-duyet';

/** The office's navigation: jobs, not tables. The pages ask for the right again. */
const JOBS: readonly Job[] = [
  {
    label: 'Kỳ báo cáo',
    href: '/van-phong/ky',
    icon: 'calendar',
    roles: EVERY_OFFICE,
    pages: [],
    below: [
      { label: 'Đang mở', href: '/van-phong/ky', pages: ['/van-phong/ky/*'] },
      { label: 'Tổng hợp', href: '/van-phong/tong-hop', pages: ['/van-phong/ky/:period/tong-hop'] },
      {
        label: 'Soạn báo cáo',
        href: '/van-phong/soan-bao-cao',
        pages: ['/van-phong/ky/:period/soan', '/van-phong/ky/:period/bao-cao'],
      },
      { label: 'Kho báo cáo', href: '/van-phong/kho-bao-cao', pages: ['/van-phong/kiem-chung'] },
    ],
  },
  {
    label: 'Sổ bộ',
    href: '/van-phong/so-bo',
    icon: 'book',
    roles: ['secretary', 'leader', 'officer', 'inspector'],
    pages: [],
    below: [
      { label: 'Hợp tác xã', href: '/van-phong/so-bo', pages: ['/van-phong/so-bo/*'] },
      { label: 'QTDND', href: '/van-phong/so-bo/qtdnd', pages: [] },
      { label: 'Nhập Excel', href: '/van-phong/nhap-excel', pages: ['/van-phong/nhap-excel/*'] },
    ],
  },
  {
    label: 'Chờ duyệt',
    href: WAITING,
    icon: 'inbox',
    roles: ['secretary', 'leader', 'officer'],
    pages: [],
    below: [],
  },
  {
    label: 'Cổng tin',
    href: '/van-phong/cong-tin',
    icon: 'globe',
    roles: ['editor', 'secretary'],
    pages: ['/van-phong/cong-tin/*'],
    below: [],
  },
  {
    label: 'Kiểm tra',
    href: '/van-phong/nhat-ky',
    icon: 'shield',
    roles: ['inspector'],
    pages: [],
    below: [
      { label: 'Nhật ký', href: '/van-phong/nhat-ky', pages: [] },
      { label: 'Chọn mẫu', href: '/van-phong/chon-mau', pages: ['/van-phong/chon-mau/*'] },
      { label: 'Lượt xem của tôi', href: '/van-phong/luot-xem', pages: [] },
    ],
  },
  {
    label: 'Kết quả kiểm tra',
    href: '/van-phong/ket-qua-kiem-tra',
    icon: 'check',
    roles: ['officer', 'leader', 'inspector'],
    pages: [],
    below: [],
  },
];

/** What the person may see of it; `exists` says whether a page is built, `waiting` how much waits for their decision. */
export function navigationFor(actor: Actor, exists: (href: string) => boolean, waiting = 0): readonly NavItem[] {
  const isAdmin = actor.grants.some((grant) => grant.role === 'admin');
  const has = (job: Job) => isAdmin || actor.grants.some((grant) => job.roles.includes(grant.role));
  return JOBS.filter(has).flatMap(({ label, href, icon, below }) => {
    const entries = below
      .filter((place) => exists(place.href))
      .map((place) => ({ label: place.label, href: place.href }));
    const first = exists(href) ? href : entries[0]?.href;
    const count = first === WAITING ? waiting : 0;
    return first === undefined ? [] : [{ label, href: first, icon, below: entries, count }];
  });
}

/** The entry under which the page of this path stands: the one whose pattern says most. */
export function entryOf(path: string): string | null {
  const places: readonly Place[] = JOBS.flatMap((job) => (job.below.length > 0 ? job.below : [job]));
  const candidates = places.flatMap((place) =>
    [place.href, ...place.pages].filter((pattern) => matchPath(pattern, path)).map((pattern) => ({ place, pattern })),
  );
  const [most] = candidates.toSorted((a, b) => weight(b.pattern) - weight(a.pattern));
  return most?.place.href ?? null;
}

/** Fixed segments weigh more than named ones, those more than a star. */
function weight(pattern: string): number {
  const value = (segment: string) => (segment === '*' ? 0 : segment.startsWith(':') ? 1 : 10);
  return pattern.split('/').reduce((total, segment) => total + value(segment), 0);
}
