import { formatMoment, formatNumber, NBSP } from '#platform/i18n/format.ts';
import type { Disk } from './model.ts';

export const jobNames: Readonly<Record<string, string>> = {
  backup: 'Sao lưu hằng đêm',
  retention: 'Dọn dữ liệu hết hạn giữ',
  health: 'Đo sức khỏe hệ thống',
};

const UNITS = ['byte', 'KB', 'MB', 'GB', 'TB'] as const;

/** `1536` → `1,5 KB`: powers of 1024, one digit after the comma from KB on. */
export function formatBytes(bytes: bigint | number): string {
  let value = Number(bytes);
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${formatNumber(value.toFixed(unit === 0 ? 0 : 1) as never, unit === 0 ? 0 : 1)}${NBSP}${UNITS[unit]}`;
}

export const text = {
  diskShort: ({ freeBytes, totalBytes }: Disk) =>
    `Ổ đĩa sắp đầy: còn ${formatBytes(freeBytes)} trong ${formatBytes(totalBytes)}. Hãy dọn hoặc mở rộng ổ đĩa trước khi hệ thống ngừng ghi.`,
  jobFailed: (job: string, sentence: string) =>
    `Việc “${jobNames[job] ?? job}” không xong lần gần nhất: ${sentence}`,
  drillFailed: (at: Date) =>
    `Diễn tập khôi phục lúc ${formatMoment(at)} không đạt. Hãy sao lưu lại rồi chạy “hopluc drill”.`,
  certificateEnds: (days: number) =>
    `Chứng thư HTTPS của địa chỉ công khai còn ${formatNumber(days)} ngày. Hãy gia hạn ngay.`,
  certificateOver: 'Chứng thư HTTPS của địa chỉ công khai đã hết hạn. Hãy gia hạn ngay: trình duyệt đang cảnh báo người xem.',
  certificateUnseen: (problem: string) =>
    `Không kiểm được chứng thư HTTPS của địa chỉ công khai (${problem}). Hãy kiểm tra PUBLIC_URL, tên miền và máy chủ proxy.`,
  sampled: (database: string, free: string) => `Cơ sở dữ liệu ${database}, ổ đĩa còn ${free}.`,
};
