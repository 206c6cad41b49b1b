import type { Decimal } from '#kernel/decimal.ts';
import { formatNumber, formatPercent, MISSING, NBSP } from '#platform/i18n/format.ts';
import { formatAmount, formatCell, shownUnit } from './amounts.ts';
import { labels } from './messages.vi.ts';
import type { CellValue, Coverage, FormCode, Indicator, ValueOrigin } from './model.ts';

const SOURCES: Readonly<Record<ValueOrigin['source'], string>> = {
  workbook: 'Nhập từ tệp Excel',
  manual: 'Nhập trên màn hình',
  register: 'Lấy từ số đếm sổ bộ',
  undo: 'Khôi phục khi hoàn tác một lần nhập',
};

export const lineageWords = {
  /** Rounded as tables show it, with its unit. */
  amount: (indicator: Indicator, amount: Decimal | null) => rounded(indicator, amount),
  consolidation: (form: FormCode) => `${labels.formNumber(form)}, bảng tổng hợp toàn cụm`,
  coverage: (coverage: Coverage, of: number) => `${coverage.have}/${of} đơn vị có số`,
  share: (share: Decimal | null, indicator: Indicator, total: Decimal, coverage: Coverage) => {
    const units = coverage.have === coverage.of ? '' : ` (${coverage.have}/${coverage.of} đơn vị)`;
    return `${formatPercent(share)} của ${formatAmount(indicator, total)} toàn cụm${units}`;
  },
  sent: (unitName: string) => `${unitName} gửi`,
  receipt: (roundNo: number, receipt: string) => `lần ${roundNo} · mã nhận ${receipt.slice(0, 19)}…`,
  value: (cell: CellValue, indicator: Indicator) => {
    const form = labels.formNumber(indicator.formCode);
    const basis = cell.basis === 'actual' ? '' : ` (${labels.basis[cell.basis].toLowerCase()})`;
    return `${form}: ${formatAmount(indicator, cell.amount)}${basis}`;
  },
  source: (source: ValueOrigin['source']) => SOURCES[source],
  cell: (sheet: string, cell: string) => (cell === '' ? `Trang tính “${sheet}”` : `Trang tính “${sheet}”, ô ${cell}`),
  counted: (indicator: Indicator, counted: Decimal) =>
    indicator.unit === 'HTX'
      ? `${formatNumber(counted)} hồ sơ trong sổ bộ`
      : `Sổ bộ đếm được ${rounded(indicator, counted)}`,
  countedOf: (place: string) => `Đếm trong sổ bộ của ${place} tại ngày chốt`,
  publicEnd: {
    title: 'Dừng ở số của đơn vị',
    detail: 'Tệp gốc, người lập và số liệu từng hợp tác xã chỉ mở cho cán bộ có thẩm quyền.',
  },
};

function rounded(indicator: Indicator, amount: Decimal | null): string {
  if (amount === null) return MISSING;
  if (indicator.unit === '%') return formatPercent(amount, indicator.decimals);
  return `${formatCell(indicator, amount)}${NBSP}${shownUnit(indicator)}`;
}
