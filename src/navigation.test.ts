import { expect, test } from 'vitest';
import type { Grant } from '#platform/ctx.ts';
import { entryOf, navigationFor } from './navigation.ts';

const labels = (grants: readonly Grant[], exists = (_href: string) => true) =>
  navigationFor({ accountId: null, name: 'x', grants }, exists).map((item) => item.label);

/** In their order. */
const ALL = [
  'Kỳ báo cáo',
  'Sổ bộ',
  'Chờ duyệt',
  'Tổ chức',
  'Cổng tin',
  'Dữ liệu cá nhân',
  'Kiểm tra',
  'Kết quả kiểm tra',
  'Quản trị',
];

test.each([
  {
    grants: [{ role: 'admin', scope: 'system' }],
    sees: [...ALL],
  },
  {
    grants: [{ role: 'secretary', scope: 'cluster:CUM-BTB' }],
    sees: ['Kỳ báo cáo', 'Sổ bộ', 'Chờ duyệt', 'Tổ chức', 'Cổng tin'],
  },
  {
    grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }],
    sees: ['Kỳ báo cáo', 'Sổ bộ', 'Chờ duyệt', 'Tổ chức', 'Dữ liệu cá nhân', 'Kết quả kiểm tra'],
  },
  { grants: [{ role: 'officer', scope: 'department:LMHTX-NA/van-phong' }], sees: ['Kỳ báo cáo', 'Sổ bộ', 'Tổ chức'] },
  {
    grants: [{ role: 'leader', scope: 'alliance:LMHTX-NA' }],
    sees: ['Kỳ báo cáo', 'Sổ bộ', 'Chờ duyệt', 'Tổ chức', 'Dữ liệu cá nhân', 'Kết quả kiểm tra', 'Quản trị'],
  },
  {
    grants: [{ role: 'leader', scope: 'cluster:CUM-BTB' }],
    sees: ['Kỳ báo cáo', 'Sổ bộ', 'Chờ duyệt', 'Tổ chức', 'Kết quả kiểm tra', 'Quản trị'],
  },
  { grants: [{ role: 'editor', scope: 'cluster:CUM-BTB' }], sees: ['Kỳ báo cáo', 'Tổ chức', 'Cổng tin'] },
  {
    grants: [{ role: 'inspector', scope: 'cluster:CUM-BTB' }],
    sees: ['Kỳ báo cáo', 'Sổ bộ', 'Tổ chức', 'Kiểm tra', 'Kết quả kiểm tra', 'Quản trị'],
  },
  { grants: [{ role: 'fund-officer', scope: 'fund:NA' }], sees: [] },
  { grants: [], sees: [] },
] as const)('IAM-01 the navigation shows the jobs of $grants', ({ grants, sees }) => {
  expect(labels(grants)).toEqual(sees);
});

test('entries without a page are left out, and a job leads to the first that is there', () => {
  const grants = [{ role: 'admin', scope: 'system' }] as const;

  const [only] = navigationFor({ accountId: null, name: 'x', grants }, (href) => href === '/van-phong/kho-bao-cao');

  expect(only).toMatchObject({ href: '/van-phong/kho-bao-cao', below: [{ label: 'Kho báo cáo' }] });
  expect(labels(grants, () => false)).toEqual([]);
});

test('IAM-01 an entry of a job is shown to those alone whom it is for', () => {
  const below = (grants: readonly Grant[]) =>
    navigationFor({ accountId: null, name: 'x', grants }, () => true)
      .find(({ label }) => label === 'Quản trị')
      ?.below.map(({ label }) => label);
  const delegated = { delegationId: 'd', kind: 'KT', of: 'Lãnh đạo', acts: ['reporting.submit-unit'] };

  expect(below([{ role: 'leader', scope: 'alliance:LMHTX-NA' }])).toEqual([
    'Người dùng',
    'Rà soát quyền',
    'Danh mục quy tắc',
    'Ủy quyền ký',
  ]);
  expect(below([{ role: 'inspector', scope: 'system' }])).toEqual(['Danh mục quy tắc', 'Ủy quyền ký']);
  const register = navigationFor(
    { accountId: null, name: 'x', grants: [{ role: 'officer', scope: 'department:LMHTX-NA/van-phong' }] },
    () => true,
  ).find(({ label }) => label === 'Sổ bộ');
  expect(register?.below.map(({ label }) => label)).toEqual([
    'Hợp tác xã',
    'Cảnh báo sớm',
    'Thành viên Liên minh',
    'Chuỗi giá trị',
    'QTDND',
    'So sánh địa giới',
    'Bản đồ',
    'Địa bàn',
  ]);
  expect(below([{ role: 'leader', scope: 'alliance:LMHTX-NA', delegated }])).toBeUndefined();
});

test('IAM-04 how much waits for a decision stands beside its job only', () => {
  const grants = [{ role: 'leader', scope: 'cluster:CUM-BTB' }] as const;

  const items = navigationFor({ accountId: null, name: 'x', grants }, () => true, 2);

  expect(items.filter(({ count }) => count > 0)).toMatchObject([{ label: 'Chờ duyệt', count: 2 }]);
});

test.each([
  ['/van-phong/ky', '/van-phong/ky'],
  ['/van-phong/ky/2024-H1/bang', '/van-phong/ky'],
  ['/van-phong/ky/2024-H1/tong-hop', '/van-phong/tong-hop'],
  ['/van-phong/ky/2024-H1/soan', '/van-phong/soan-bao-cao'],
  ['/van-phong/kiem-chung', '/van-phong/kho-bao-cao'],
  ['/van-phong/so-bo/qtdnd', '/van-phong/so-bo/qtdnd'],
  ['/van-phong/so-bo/0190-1', '/van-phong/so-bo'],
  ['/van-phong/so-bo/0190-1/thanh-vien', '/van-phong/so-bo/thanh-vien'],
  ['/van-phong/so-bo/0190-1/chuoi-gia-tri', '/van-phong/so-bo/chuoi-gia-tri'],
  ['/van-phong/cong-tin/tin-moi/dinh-chinh', '/van-phong/cong-tin'],
  ['/tin/x', null],
])('%s stands under %s', (path, href) => {
  expect(entryOf(path)).toBe(href);
});
