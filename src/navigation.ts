import type { NavItem } from '#platform/ui/page-facts.tsx';

/** The office's navigation: jobs, not tables. Entries whose page does not exist are not shown. */
export const NAVIGATION: readonly NavItem[] = [
  {
    label: 'Sổ bộ',
    href: '/van-phong/so-bo',
    icon: 'book',
    below: [
      { label: 'Hợp tác xã', href: '/van-phong/so-bo' },
      { label: 'QTDND', href: '/van-phong/so-bo/qtdnd' },
      { label: 'Nhập Excel', href: '/van-phong/nhap-excel' },
    ],
  },
  {
    label: 'Kỳ báo cáo',
    href: '/van-phong/ky',
    icon: 'calendar',
    below: [
      { label: 'Đang mở', href: '/van-phong/ky' },
      { label: 'Tổng hợp', href: '/van-phong/tong-hop' },
      { label: 'Soạn báo cáo', href: '/van-phong/soan-bao-cao' },
      { label: 'Kho báo cáo', href: '/van-phong/kho-bao-cao' },
    ],
  },
  { label: 'Cổng tin', href: '/van-phong/cong-tin', icon: 'globe', below: [] },
];
