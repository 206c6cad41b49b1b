import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import type { NoticeClock } from './incident-rules.ts';
import type { Phase } from './model.ts';

export const phaseLabels: Readonly<Record<Phase, string>> = {
  detect: 'Phát hiện',
  contain: 'Ngăn chặn',
  assess: 'Đánh giá',
  'notify-authority': 'Báo cơ quan có thẩm quyền',
  'notify-people': 'Báo người có dữ liệu',
  learn: 'Rút kinh nghiệm',
};

/** The 72 hours in a few words. */
export function sayNotice({ state, hoursLeft, dueAt }: NoticeClock): string {
  switch (state) {
    case 'met':
      return 'Đã báo trong hạn';
    case 'missed':
      return `Đã báo, trễ ${formatNumber(-hoursLeft)} giờ`;
    case 'overdue':
      return `Quá hạn báo từ ${formatMoment(dueAt)}`;
    case 'soon':
    case 'running':
      return `Còn ${formatNumber(hoursLeft)} giờ, đến ${formatMoment(dueAt)}`;
  }
}

export const text = {
  title: 'Sự cố dữ liệu',
  area: 'Dữ liệu cá nhân',
  sub: 'Phát hiện, ngăn chặn, đánh giá, báo tin, rút kinh nghiệm. Đồng hồ báo tin chạy từ lúc phát hiện.',
  unverified: (hours: number) => `Thời hạn ${formatNumber(hours)} giờ chưa được đối chiếu với nguyên văn.`,
  open: 'Mở sổ sự cố',
  what: 'Chuyện gì xảy ra',
  detected: 'Phát hiện lúc',
  momentHint: 'Ví dụ 05/07/2024 14:30. Để trống: bây giờ.',
  unit: 'Của liên minh',
  wholeSystem: 'Toàn hệ thống',
  firstNote: 'Ai phát hiện, bằng cách nào',
  isDrill: 'Đây là diễn tập',
  submit: 'Mở sổ',
  titleNeeded: 'Hãy ghi ngắn gọn chuyện gì xảy ra, không quá 200 chữ cái.',
  noteNeeded: 'Hãy ghi đã làm gì.',
  countWrong: 'Số người là số nguyên, không dấu chấm.',
  caption: 'Các sự cố và lần diễn tập',
  columns: {
    number: 'Số',
    what: 'Chuyện gì',
    unit: 'Của',
    detected: 'Phát hiện',
    clock: 'Báo tin',
    state: 'Tình trạng',
  },
  empty: 'Chưa có sự cố nào',
  emptyWhy: 'Khi có sự cố, hoặc để diễn tập hằng năm, mở sổ ở biểu mẫu dưới đây.',
  drill: 'diễn tập',
  isOpen: 'Đang mở',
  isClosed: 'Đã khép',
  drillDue: 'Đến hạn diễn tập: trong 12 tháng qua chưa có lần nào.',
  lastDrill: (at: Date) => `Diễn tập gần nhất: ${formatMoment(at)}`,
  phases: 'Các giai đoạn',
  timeline: 'Diễn biến',
  recorded: (at: Date, by: string) => `ghi ${formatMoment(at)}, ${by}`,
  addStep: 'Ghi một bước',
  phase: 'Giai đoạn',
  note: 'Đã làm gì',
  happened: 'Lúc nào',
  saveStep: 'Ghi bước',
  facts: 'Dữ kiện cho các thông báo',
  dataKinds: 'Loại dữ liệu',
  peopleCount: 'Số người bị ảnh hưởng',
  peopleHint: 'Để trống khi chưa rõ',
  harm: 'Hậu quả có thể xảy ra',
  measures: 'Đã làm và sẽ làm gì',
  saveFacts: 'Lưu dữ kiện',
  notices: 'Thông báo',
  toAuthority: 'Mẫu báo cơ quan có thẩm quyền',
  toPeople: 'Mẫu báo người có dữ liệu',
  close: 'Khép sự cố',
  cause: 'Nguyên nhân',
  lesson: 'Bài học, lần sau làm khác thế nào',
  submitClose: 'Khép sự cố',
  closedBy: (at: Date, by: string) => `Khép lúc ${formatMoment(at)}, ${by}`,
};

export const notice = {
  drillMark: 'DIỄN TẬP — KHÔNG GỬI ĐI',
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập – Tự do – Hạnh phúc',
  number: (number: string) => `Sự cố số ${number}`,
  unknown: 'chưa rõ, sẽ bổ sung',
  authority: {
    title: 'Thông báo vi phạm quy định về bảo vệ dữ liệu cá nhân',
    to: 'Kính gửi: Cơ quan chuyên trách bảo vệ dữ liệu cá nhân',
    what: 'Sự việc',
    when: 'Phát hiện lúc',
    dataKinds: 'Loại dữ liệu cá nhân',
    people: 'Số người có dữ liệu bị ảnh hưởng',
    harm: 'Hậu quả có thể xảy ra',
    measures: 'Biện pháp đã và sẽ thực hiện',
    contact: 'Người chịu trách nhiệm, cách liên hệ',
    late: 'Lý do báo sau thời hạn (nếu có)',
  },
  people: {
    title: 'Thông báo về dữ liệu cá nhân của bạn',
    to: 'Kính gửi: Ông/Bà',
    opening: (at: Date) =>
      `Ngày ${formatMoment(at)}, chúng tôi phát hiện một sự cố có liên quan đến dữ liệu cá nhân của Ông/Bà.`,
    what: 'Chuyện gì đã xảy ra',
    dataKinds: 'Dữ liệu nào',
    harm: 'Điều gì có thể xảy ra với Ông/Bà',
    measures: 'Chúng tôi đã và sẽ làm gì',
    rights:
      'Ông/Bà có thể xem, chỉnh sửa, hạn chế, xóa dữ liệu của mình và khiếu nại. Biểu mẫu: trang “Yêu cầu về dữ liệu cá nhân” trên cổng thông tin.',
    sorry: 'Chúng tôi xin lỗi vì sự việc này.',
  },
  sign: 'Người ký, chức vụ',
  day: 'Ngày ký',
  print: 'In: dùng lệnh in của trình duyệt',
  back: 'Về sổ sự cố',
};
