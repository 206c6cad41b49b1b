import { dayInVietnam } from '#kernel/time.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Difference } from './verify/differences.ts';
import type { VerifyReport } from './verify/verify-file.ts';

/** One Vietnamese sentence on what verifying a file showed, with the first place that differs. */
export function sayVerify(report: VerifyReport): string {
  return SENTENCES[report.state](report);
}

/** `HTX.SO/LMHTX-NA: bản khóa 903, tệp 904`. */
export function sayDifference({ place, locked, given }: Difference): string {
  return `${place}: bản khóa ${shortened(locked)}, tệp ${shortened(given)}`;
}

const SHOWN_MAX = 120;
const MISSING = 'không có';

function shortened(text: string): string {
  if (text === '' || text === '∅') return MISSING;
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}

const SENTENCES: Readonly<Record<VerifyReport['state'], (report: VerifyReport) => string>> = {
  locked: (report) => `Đúng ${lockName(report)}.${correction(report)}`,
  'self-consistent': () => 'Tệp tự khớp, chưa đối chiếu với bản khóa: hệ thống này không có bản khóa đó.',
  draft: () => 'Bản nháp: tệp tự khớp với mã băm của nó, nhưng không phải bản khóa nên không dùng để công bố.',
  'unknown-lock': (report) =>
    `Tệp ghi được lập từ ${report.stated}, nhưng hệ thống này không có bản khóa đó. Kiểm chứng trên hệ thống đã khóa báo cáo.`,
  differs: sayDiffers,
  unreadable: () =>
    'Không nhận ra tệp này là báo cáo của hệ thống. Chọn snapshot.json, bao-cao.docx, bao-cao.pdf hoặc bieu-tong-hop.xlsx như khi tải về.',
};

function sayDiffers(report: VerifyReport): string {
  const [first] = report.differences;
  const rest = report.differences.length > 1 ? ` (và ${report.differences.length - 1} chỗ khác)` : '';
  if (!report.lock)
    return 'Tệp đã bị sửa: mã băm ghi trong tệp không khớp nội dung. Hệ thống này không có bản khóa để chỉ ra chỗ khác.';
  if (!first)
    return report.kind === 'snapshot'
      ? `Tệp đã bị sửa: nội dung giống ${lockName(report)} nhưng mã băm ghi trong tệp thì khác.`
      : `Tệp ghi được lập từ ${lockName(report)}, nhưng không đúng từng byte với tệp đã lưu cùng bản khóa.`;
  return `Tệp khác ${lockName(report)}. ${sayDifference(first)}${rest}.`;
}

function lockName({ lock }: VerifyReport): string {
  if (!lock) return 'bản khóa';
  const day = formatDate(dayInVietnam(new Date(lock.lockedAt)));
  return `bản khóa ${lock.version} kỳ ${lock.period} của ${lock.cluster}, khóa ngày ${day}`;
}

function correction({ lock }: VerifyReport): string {
  return lock?.isCorrected ? ' Bản này đã có đính chính: xem bản khóa mới nhất.' : '';
}
