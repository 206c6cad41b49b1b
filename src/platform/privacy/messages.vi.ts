import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import type { AskedPurpose, PersonalRead, ReadContext } from './reading.ts';

export const refusals = {
  'platform.personal-reads.too-many': (facts: {
    people: number;
    peopleMax: number;
    until: string;
    isListTooLong: boolean;
  }) =>
    facts.isListTooLong
      ? `Danh sách này có thông tin cá nhân của hơn ${formatNumber(facts.peopleMax)} người, quá mức một người được xem trong một giờ. Hãy bỏ cột người đại diện, điện thoại, hoặc dùng bản xuất có mục đích.`
      : `Mỗi tài khoản được xem thông tin cá nhân của tối đa ${formatNumber(facts.peopleMax)} người trong một giờ; thêm lần này là ${formatNumber(facts.people)} người. Xem tiếp được từ ${formatMoment(new Date(facts.until))}. Cần gấp thì báo quản trị hệ thống, hoặc dùng bản xuất có mục đích.`,
  'platform.kept-export.expired': (facts: { expiredAt: string }) =>
    `Bản xuất đã hết hạn lúc ${formatMoment(new Date(facts.expiredAt))} và không mở lại được. Hãy trình bản xuất mới nếu còn cần.`,
  'platform.kept-export.not-found': () =>
    'Không có bản xuất này trong tài khoản của bạn. Bản xuất chỉ mở được bằng tài khoản đã trình nó.',
};

export const purposeLabels: Readonly<Record<PersonalRead['purpose'], string>> = {
  'open-record': 'Mở hồ sơ để làm việc',
  'browse-list': 'Xem danh sách',
  'keep-record': 'Cập nhật hồ sơ',
  'fill-form': 'Lập biểu của kỳ báo cáo',
  contact: 'Liên hệ công việc',
  verify: 'Xác minh hồ sơ',
  report: 'Lập báo cáo, tổng hợp',
  support: 'Tư vấn, hỗ trợ, đi cơ sở',
  'answer-person': 'Trả lời yêu cầu của chính người đó',
  inspect: 'Phục vụ kiểm tra, thanh tra',
};

export const contextLabels: Readonly<Record<ReadContext, string>> = {
  profile: 'Trang hồ sơ',
  list: 'Danh sách',
  edit: 'Trang sửa hồ sơ',
  unmask: 'Hiện số điện thoại',
  file: 'Tệp Excel của kỳ',
  export: 'Lập bản xuất',
  'export-fetched': 'Tải bản xuất',
};

export function purposeOptions(purposes: readonly AskedPurpose[]) {
  return purposes.map((value) => ({ value, label: purposeLabels[value] }));
}

export const alertText = {
  volume: (names: readonly string[], most: number) =>
    `Trong 24 giờ qua có người đọc thông tin cá nhân của hơn ${formatNumber(most)} người: ${names.join(', ')}. Hãy xem mục Dữ liệu cá nhân.`,
};
