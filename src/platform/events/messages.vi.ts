import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import type { Fault } from './verify.server.ts';

export const refusals = {
  'platform.audit.too-many-rows': (facts: { rowsMax: number }) =>
    `Bộ lọc này cho hơn ${formatNumber(facts.rowsMax)} mục. Hãy thu hẹp theo ngày, người hoặc việc rồi tải lại.`,
  'platform.audit.too-long-for-a-page': (facts: { entries: number }) =>
    `Nhật ký có ${formatNumber(facts.entries)} mục, kiểm chứng mất nhiều phút. Hãy chạy “hopluc verify audit” trên máy chủ.`,
};

export const faults: Readonly<Record<Fault, string>> = {
  changed: 'bị sửa',
  missing: 'bị mất',
  reordered: 'bị đổi thứ tự',
  'beyond-end': 'bị thêm ngoài chuỗi',
  rewritten: 'bị viết lại từ sau lần kiểm chứng trước',
};

/** What the platform's own acts are called in the record of acts. */
export const events = {
  'platform.signed-in': 'Đăng nhập',
  'platform.password-proven': 'Nhập đúng mật khẩu',
  'platform.proven-again': 'Xác minh lại',
  'platform.signed-out': 'Đăng xuất',
  'platform.password-changed': 'Đổi mật khẩu',
  'platform.factor-added': 'Thêm cách xác minh',
  'platform.factor-removed': 'Gỡ cách xác minh',
  'platform.factors-reset': 'Đặt lại xác minh hai bước',
  'platform.recovery-codes-made': 'Tạo mã khôi phục',
  'platform.recovery-code-used': 'Dùng mã khôi phục',
  'platform.session-revoked': 'Kết thúc phiên',
  'platform.account-added': 'Thêm tài khoản',
  'platform.identity-proven': 'Đăng nhập đúng ở hệ thống đăng nhập chung',
  'platform.identity-linked': 'Nối tài khoản với hệ thống đăng nhập chung',
  'platform.identity-awaited': 'Chờ nối tài khoản theo thư điện tử',
  'platform.identity-unlinked': 'Gỡ nối với hệ thống đăng nhập chung',
  'platform.identity-unknown': 'Người chưa được nối đăng nhập',
  'platform.break-glass-used': 'Đăng nhập tại chỗ khi có sự cố',
  'platform.audit-verified': 'Kiểm chứng nhật ký',
  'platform.audit-exported': 'Tải nhật ký',
  'platform.backed-up': 'Sao lưu',
  'platform.restored': 'Khôi phục từ bản sao lưu',
  'platform.office-page-visited': 'Kiểm tra viên xem trang',
  'platform.act-refused': 'Việc bị từ chối',
};

export const eventFacts = {
  login: 'Tên đăng nhập',
  role: 'Vai trò',
  scope: 'Phạm vi',
  until: 'Đến ngày',
  how: 'Cách đăng nhập',
  device: 'Thiết bị',
  kind: 'Cách',
  name: 'Tên',
  issuer: 'Nhà cung cấp',
  secondFactor: 'Đã xác minh hai bước',
  factor: 'Mã cách xác minh',
  count: 'Số lượng',
  left: 'Còn lại',
  ended: 'Phiên kết thúc',
  ok: 'Nguyên vẹn',
  entries: 'Số mục',
  broken: 'Mục sai',
  ends: 'Điểm cuối các chuỗi',
  bytes: 'Số byte',
  sha256: 'SHA-256',
  rows: 'Số dòng',
  createdAt: 'Sao lưu lúc',
  product: 'Phiên bản',
  action: 'Quyền cần có',
  method: 'Thao tác',
};

export const text = {
  title: 'Nhật ký',
  area: 'Kiểm tra',
  sub: 'Ai làm gì, với hồ sơ nào, lúc nào. Chỉ thêm, không sửa, không xóa.',
  download: 'Tải CSV',
  filters: 'Lọc nhật ký',
  who: 'Người',
  whoHint: 'Một phần tên, hoặc tên đăng nhập',
  kind: 'Việc',
  everyKind: 'Mọi việc',
  subject: 'Mã hồ sơ',
  firstDay: 'Từ ngày',
  lastDay: 'Đến ngày',
  apply: 'Lọc',
  clear: 'Bỏ lọc',
  caption: 'Các mục nhật ký, mới nhất trước',
  columns: { at: 'Lúc', by: 'Người', kind: 'Việc', subject: 'Hồ sơ', facts: 'Chi tiết', place: 'Chuỗi' },
  bySystem: 'hệ thống',
  more: (count: number) => `${formatNumber(count)} chi tiết`,
  onlySubject: (subject: string) => `Chỉ xem hồ sơ ${subject}`,
  shown: (count: number) => (count === 0 ? 'Không có mục nào' : `${formatNumber(count)} mục trên trang này`),
  empty: 'Không có mục nào khớp bộ lọc',
  emptyWhy: 'Hãy nới khoảng ngày, hoặc bỏ bớt điều kiện.',
  yes: 'có',
  no: 'không',
  proof: {
    title: 'Kiểm chứng chuỗi',
    whole: 'Nguyên vẹn',
    harmed: 'Có mục sai',
    never: 'Chưa kiểm chứng lần nào',
    last: (at: string, by: string, entries: number) =>
      `${formatNumber(entries)} mục, ${formatMoment(new Date(at))}, ${by}`,
    entry: (chain: number, position: number, fault: Fault, id: string | null) =>
      `Chuỗi ${chain}, vị trí ${formatNumber(position)} ${faults[fault]}${id ? ` (mục ${id})` : ''}.`,
    now: 'Kiểm chứng ngay',
    how: 'Mỗi mục mang mã băm của mục trước; sửa, xóa hay đổi chỗ một mục đều lộ ra.',
  },
  backup: {
    title: 'Sao lưu gần nhất',
    none: 'Chưa có',
  },
  file: {
    name: (today: string) => `nhat-ky-${today}.csv`,
    heads: [
      'Lúc (UTC)',
      'Người',
      'Tên đăng nhập',
      'Việc',
      'Mã việc',
      'Hồ sơ',
      'Chi tiết',
      'Chuỗi',
      'Vị trí',
      'SHA-256',
      'Mã mục',
    ],
  },
};
