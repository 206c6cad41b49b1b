import { matchPath } from 'react-router';
import { scopeKindOf } from '#platform/access/roles.ts';
import type { Actor, Role } from '#platform/ctx.ts';
import type { NavItem } from '#platform/ui/page-facts.tsx';

interface Place {
  readonly label: string;
  readonly href: string;
  /** Pages besides its own that stand under this entry. */
  readonly pages: readonly string[];
  /** Who sees this entry, when not everybody who has the job. */
  readonly roles?: readonly Role[];
  /** Work for a whole unit, which an officer of a department has none of. */
  readonly isOfUnit?: true;
}

interface Job extends Place {
  readonly icon: string;
  /** Who has this job; the administrator of the system has every one. */
  readonly roles: readonly Role[];
  /** Personal words stay within an alliance: whoever leads or writes for a whole cluster has not this job. */
  readonly ofAllianceOnly?: boolean;
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
      {
        label: 'Hợp tác xã',
        href: '/van-phong/so-bo',
        pages: [
          '/van-phong/so-bo/*',
          '/van-phong/ban-xuat',
          '/van-phong/ban-xuat/de-nghi/:exportId',
          '/van-phong/du-lieu-ca-nhan/luot-xem/:organisationId',
        ],
      },
      { label: 'Cảnh báo sớm', href: '/van-phong/so-bo/canh-bao', pages: [] },
      {
        label: 'Thành viên Liên minh',
        href: '/van-phong/so-bo/thanh-vien',
        pages: ['/van-phong/so-bo/:organisationId/thanh-vien'],
      },
      {
        label: 'Chuỗi giá trị',
        href: '/van-phong/so-bo/chuoi-gia-tri',
        pages: ['/van-phong/so-bo/:organisationId/chuoi-gia-tri'],
      },
      { label: 'QTDND', href: '/van-phong/so-bo/qtdnd', pages: [] },
      { label: 'So sánh địa giới', href: '/van-phong/so-bo/dia-gioi', pages: ['/van-phong/so-bo/dia-gioi/*'] },
      { label: 'Bản đồ', href: '/van-phong/so-bo/ban-do', pages: [] },
      { label: 'Địa bàn', href: '/van-phong/dia-ban', pages: ['/van-phong/dia-ban/*'] },
      { label: 'Nhập Excel', href: '/van-phong/nhap-excel', pages: ['/van-phong/nhap-excel/*'], isOfUnit: true },
    ],
  },
  {
    label: 'Chờ duyệt',
    href: WAITING,
    icon: 'inbox',
    roles: ['secretary', 'leader', 'officer'],
    pages: [],
    isOfUnit: true,
    below: [],
  },
  {
    label: 'Tổ chức',
    href: '/van-phong/to-chuc',
    icon: 'link',
    roles: EVERY_OFFICE,
    pages: ['/van-phong/to-chuc/*'],
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
    label: 'Dữ liệu cá nhân',
    href: '/van-phong/yeu-cau-du-lieu',
    icon: 'lock',
    roles: ['officer', 'leader'],
    ofAllianceOnly: true,
    pages: [],
    below: [
      { label: 'Yêu cầu', href: '/van-phong/yeu-cau-du-lieu', pages: ['/van-phong/yeu-cau-du-lieu/*'] },
      { label: 'Sự đồng ý', href: '/van-phong/dong-y', pages: ['/van-phong/dong-y/*'] },
      { label: 'Sự cố', href: '/van-phong/su-co-du-lieu', pages: ['/van-phong/su-co-du-lieu/*'] },
      { label: 'Lưu trữ và xóa', href: '/van-phong/luu-tru', pages: ['/van-phong/luu-tru/*'], roles: [] },
    ],
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
      { label: 'Dữ liệu cá nhân', href: '/van-phong/du-lieu-ca-nhan', pages: ['/van-phong/du-lieu-ca-nhan/*'] },
    ],
  },
  {
    label: 'Kết quả kiểm tra',
    href: '/van-phong/ket-qua-kiem-tra',
    icon: 'check',
    roles: ['officer', 'leader', 'inspector'],
    pages: [],
    isOfUnit: true,
    below: [],
  },
  {
    label: 'Quản trị',
    href: '/van-phong/nguoi-dung',
    icon: 'person',
    roles: ['leader', 'inspector'],
    pages: [],
    below: [
      {
        label: 'Sắp xếp liên minh',
        href: '/van-phong/quan-tri/sap-xep',
        pages: ['/van-phong/quan-tri/sap-xep/*'],
        roles: [],
      },
      { label: 'Sức khỏe hệ thống', href: '/van-phong/he-thong', pages: [], roles: [] },
      { label: 'Người dùng', href: '/van-phong/nguoi-dung', pages: ['/van-phong/nguoi-dung/*'], roles: ['leader'] },
      {
        label: 'Rà soát quyền',
        href: '/van-phong/ra-soat-quyen',
        pages: ['/van-phong/ra-soat-quyen/*'],
        roles: ['leader'],
      },
      { label: 'Danh mục quy tắc', href: '/van-phong/quan-tri/quy-tac', pages: [] },
      { label: 'Ủy quyền ký', href: '/van-phong/uy-quyen', pages: ['/van-phong/uy-quyen/*'] },
    ],
  },
];

/** What the person may see of it; `exists` says whether a page is built, `waiting` how much waits for their decision. */
export function navigationFor(actor: Actor, exists: (href: string) => boolean, waiting = 0): readonly NavItem[] {
  const own = actor.grants.filter((grant) => !grant.delegated);
  const isFor = (roles: readonly Role[], { ofAllianceOnly = false, isOfUnit = false } = {}) =>
    own.some(
      ({ role, scope }) =>
        role === 'admin' ||
        (roles.includes(role) &&
          !(ofAllianceOnly && !scope.startsWith('alliance:')) &&
          !(isOfUnit && scopeKindOf(scope) === 'department')),
    );
  return JOBS.filter((job) => isFor(job.roles, job)).flatMap(({ label, href, icon, below, roles }) => {
    const entries = below
      .filter((place) => isFor(place.roles ?? roles, place) && exists(place.href))
      .map((place) => ({ label: place.label, href: place.href }));
    const isOwnPage = exists(href) && (below.length === 0 || entries.some((entry) => entry.href === href));
    const first = isOwnPage ? href : entries[0]?.href;
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
