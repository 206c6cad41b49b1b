import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import type { RetentionRule } from './model.ts';

const UNITS: Readonly<Record<RetentionRule['keepUnit'], string>> = { hour: 'giờ', day: 'ngày', month: 'tháng' };

/** `24 tháng sau khi trả lời xong`. */
export function sayTerm(rule: Pick<RetentionRule, 'keep' | 'keepUnit' | 'afterWhat'>): string {
  return `${formatNumber(rule.keep)} ${UNITS[rule.keepUnit]} từ ${rule.afterWhat}`;
}

export const text = {
  title: 'Lưu trữ và xóa',
  area: 'Dữ liệu cá nhân',
  sub: 'Chạy thử: điều gì sẽ đi nếu xóa ngay bây giờ. Chưa xóa gì.',
  caption: 'Quy tắc giữ dữ liệu và số đến hạn',
  columns: { what: 'Dữ liệu', term: 'Giữ', ground: 'Căn cứ', due: 'Đến hạn', held: 'Bị giữ lại' },
  unverified: 'chưa đối chiếu',
  heldMore: (count: number) => `${formatNumber(count)} mục vì lệnh giữ`,
  run: 'Xóa theo quy tắc',
  nothing: 'Không có gì đến hạn xóa.',
  confirmTitle: 'Xóa vĩnh viễn?',
  confirm: (count: number) =>
    `${formatNumber(count)} dòng sẽ mất hẳn, không khôi phục được từ màn hình. Một biên bản xóa được lập, mã băm của nó vào nhật ký.`,
  submit: 'Xóa và lập biên bản',
  certificates: 'Biên bản xóa',
  noCertificates: 'Chưa có biên bản nào.',
  rows: (count: number) => `${formatNumber(count)} dòng`,
  certificate: {
    title: (number: string) => `Biên bản xóa dữ liệu số ${number}`,
    sub: (at: Date, by: string) => `Lập lúc ${formatMoment(at)}, ${by}`,
    deleted: 'Đã xóa',
    before: 'Phát sinh trước',
    held: 'Giữ lại',
    hash: 'Mã băm của biên bản (SHA-256)',
    how: 'Mã băm lấy trên bản JSON chuẩn hóa của biên bản; cùng mã này nằm trong nhật ký có chuỗi.',
    backups: 'Bản sao lưu cũ còn chứa dữ liệu này cho đến khi hết hạn; khi khôi phục, hệ thống xóa lại theo sổ xóa.',
    signature: 'Người thực hiện ký tên',
    witness: 'Người chứng kiến ký tên',
    print: 'In: dùng lệnh in của trình duyệt',
  },
};
