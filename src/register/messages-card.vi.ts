import { formatNumber } from '#platform/i18n/format.ts';

/** What the tabs of an organisation's card are called, in their order. */
export const tabLabels = {
  'tong-quan': 'Tổng quan',
  'so-lieu': 'Số liệu',
  'xep-loai': 'Xếp loại',
  von: 'Vốn',
  'thi-truong': 'Thị trường',
  'ho-so': 'Hồ sơ',
  'chuoi-gia-tri': 'Chuỗi giá trị',
  nguon: 'Nguồn dữ liệu',
  'nhat-ky': 'Nhật ký',
  'thanh-vien': 'Thành viên Liên minh',
};

export const tabText = {
  print: 'In hồ sơ đi cơ sở',
  stale: (months: number) => `quá ${months} tháng`,
  change: 'Thay đổi',
  trend: 'Diễn biến',
  changeHint: 'Thay đổi: kỳ mới nhất so với kỳ liền trước.',
  noChange: 'không đổi',
  byHand: 'nhập tay',
  verified: 'đã xác minh',
  source: (field: string, period: string) => `Nguồn của ${field}, ${period}`,
  ratings: {
    title: 'Xếp loại theo kỳ',
    period: 'Kỳ',
    rating: 'Xếp loại',
    basis: 'Loại số',
    source: 'Nguồn',
    none: 'Chưa có xếp loại kỳ nào',
    noneWhy:
      'Xếp loại vào từ cột “Xếp loại” của sổ bộ trong tệp Excel của liên minh; cán bộ của liên minh nạp tệp, mỗi kỳ một lần.',
  },
  capital: {
    title: 'Vốn và tài sản theo kỳ',
    share: 'Vốn thực góp trên vốn điều lệ',
    none: 'Chưa có số vốn kỳ nào',
    noneWhy:
      'Vốn điều lệ, vốn thực góp và tổng tài sản vào từ sổ bộ trong tệp Excel của liên minh; cán bộ của liên minh nạp tệp.',
  },
  market: {
    title: 'Tiêu thụ theo kỳ',
    declared: 'Tham gia chuỗi giá trị (tự khai)',
    none: 'Chưa có số liệu tiêu thụ kỳ nào',
    noneWhy:
      'Doanh thu bán sản phẩm của thành viên, hợp đồng bao tiêu, chứng nhận vào từ sổ bộ trong tệp Excel của liên minh; cán bộ của liên minh nạp tệp.',
  },
  members: {
    title: 'Thành viên và lao động, kỳ mới nhất',
    shareOf: (share: string) => `${share} tổng số`,
    unsplit: 'Chưa chia theo loại',
    sector: 'Ngành nghề',
    group: 'Nhóm',
    agricultural: 'Nông nghiệp',
    other: 'Phi nông nghiệp',
    noSector: 'Chưa phân ngành',
    noSectorWhy: 'Hồ sơ chưa có lĩnh vực chính: vẫn được đếm, ở dòng “chưa phân ngành”.',
  },
  history: {
    filter: 'Lọc nhật ký',
    field: 'Trường',
    anyField: 'Mọi trường',
    source: 'Cách ghi',
    anySource: 'Mọi cách',
    period: 'Kỳ',
    anyPeriod: 'Mọi kỳ',
    submit: 'Lọc',
    clear: 'Bỏ lọc',
    shown: (from: number, until: number, total: number) =>
      `${formatNumber(from)}–${formatNumber(until)} trong ${formatNumber(total)} lần ghi`,
    none: 'Không có lần ghi nào khớp',
    noneWhy: 'Hãy bỏ bớt điều kiện lọc.',
  },
};

export const filesText = {
  title: 'Tệp đính kèm',
  none: 'Chưa có tệp nào',
  noneWhy: 'Cán bộ của liên minh quản lý thêm được quyết định, giấy chứng nhận, biên bản, ảnh.',
  add: 'Thêm tệp',
  name: 'Tên tài liệu',
  nameHint: 'Ví dụ: Giấy chứng nhận đăng ký, Quyết định tạm ngừng.',
  nameMissing: 'Chưa có tên tài liệu. Hãy ghi tài liệu này là gì.',
  file: 'Tệp',
  fileHint: (megabytes: number) =>
    `PDF, Word, Excel không có macro, hoặc ảnh; tối đa ${megabytes} MB. Ảnh được vẽ lại, bỏ nơi chụp.`,
  fileMissing: 'Chưa chọn tệp. Hãy chọn một tệp trên máy.',
  heads: { title: 'Tài liệu', kind: 'Loại', size: 'Cỡ', at: 'Thêm lúc', by: 'Người thêm', act: 'Việc' },
  kinds: {
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
    'image/webp': 'Ảnh',
  } as Readonly<Record<string, string>>,
  kilobytes: (count: number) => `${formatNumber(count)} KB`,
  removed: (at: string, by: string, reason: string) => `đã gỡ lúc ${at}, ${by}: ${reason}`,
  remove: 'Gỡ',
  removeTitle: (title: string) => `Gỡ “${title}”`,
  reason: 'Lý do gỡ',
  reasonMissing: 'Chưa có lý do gỡ. Hãy ghi vì sao tệp không còn dùng.',
  tooLong: 'Dài quá giới hạn. Hãy viết gọn lại.',
  remarks: 'Trao đổi',
  remarksNone: 'Chưa có trao đổi nào.',
  remark: 'Ghi trao đổi',
  remarkHint: 'Người có quyền xem hồ sơ đều đọc được; không sửa, xóa được. Không ghi thông tin riêng của cá nhân.',
  remarkMissing: 'Chưa có nội dung. Hãy ghi điều cần trao đổi.',
  submitRemark: 'Gửi',
};

export const printText = {
  title: 'Hồ sơ đi cơ sở',
  printed: (at: string, by: string) => `In lúc ${at}, ${by}`,
  back: 'Về hồ sơ',
  print: 'Bấm Ctrl+P để in, khổ A4 đứng.',
  figures: 'Số liệu các kỳ gần nhất',
  toNote: 'Ghi tại cơ sở',
  met: 'Người gặp, chức vụ',
  phone: 'Điện thoại (không in; xem ở hồ sơ, lần xem được ghi)',
  questions: ['Số liệu kỳ này', 'Khó khăn', 'Đề nghị', 'Việc hẹn, ngày hẹn'],
  signatures: ['Đại diện tổ chức', 'Cán bộ đi cơ sở'],
  hash: 'Dấu vân tay dữ liệu in (SHA-256)',
  alliance: 'Liên minh',
};
