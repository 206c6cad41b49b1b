import { formatMoment } from '#platform/i18n/format.ts';

const HOURS_MAX = 26;

/** What an administrator is told on every page when no backup was taken for 26 hours; undefined: all is well. */
export function backupAlert(last: { readonly at: string } | undefined, now: Date): string | undefined {
  if (!last) return 'Chưa có bản sao lưu nào. Hãy chạy “hopluc backup” và đặt lịch hằng đêm.';
  const at = new Date(last.at);
  if (now.getTime() - at.getTime() <= HOURS_MAX * 3_600_000) return undefined;
  return `Quá ${HOURS_MAX} giờ chưa có bản sao lưu mới: bản gần nhất lúc ${formatMoment(at)}. Hãy kiểm tra lịch sao lưu.`;
}
