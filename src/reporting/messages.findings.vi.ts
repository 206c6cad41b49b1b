import { type Decimal, subtract } from '#kernel/decimal.ts';
import { formatNumber, formatPercent } from '#platform/i18n/format.ts';
import { formatAmount } from './amounts.ts';
import type { Indicator } from './model.ts';

interface Term {
  readonly indicator: Indicator;
  readonly amount: Decimal;
}

function named({ indicator, amount }: Term): string {
  return `“${indicator.name}” (${formatAmount(indicator, amount)})`;
}

function signed(indicator: Indicator, difference: Decimal): string {
  const text = formatAmount(indicator, difference).replace('-', '−');
  return text.startsWith('−') ? text : `+${text}`;
}

/** A long sum is told by its ends. */
function listed(terms: readonly Term[]): string {
  if (terms.length <= 3) return terms.map(named).join(' + ');
  const [first, last] = [terms[0], terms.at(-1)];
  return `tổng ${terms.length} dòng từ “${first?.indicator.name}” đến “${last?.indicator.name}”`;
}

/** What validation says: both numbers, and how to mend. */
export const sentences = {
  missing: (indicator: Indicator) =>
    `Chưa có số ở chỉ tiêu “${indicator.name}” (bắt buộc). Nhập số; nếu đúng là không có thì ghi 0.`,
  notWhole: (indicator: Indicator, amount: Decimal) =>
    `“${indicator.name}” là ${formatAmount(indicator, amount)}, không phải số nguyên. Ghi lại số ${indicator.unit} nguyên.`,
  negative: (indicator: Indicator, amount: Decimal) =>
    `“${indicator.name}” là ${formatAmount(indicator, amount)}, nhỏ hơn 0. Ghi lại số không âm.`,
  notSum: (whole: Term, plus: readonly Term[], minus: readonly Term[], should: Decimal) => {
    const sum = `${listed(plus)}${minus.map((term) => ` − ${named(term)}`).join('')}`;
    const gap = signed(whole.indicator, subtract(whole.amount, should));
    return `${named(whole)} phải bằng ${sum} = ${formatAmount(whole.indicator, should)}; đang lệch ${gap}. Sửa một trong các ô này.`;
  },
  over: (parts: readonly Term[], together: Decimal, whole: Term) => {
    const first = parts[0];
    const part = parts.map((one) => `“${one.indicator.name}”`).join(' + ');
    const amount = first ? formatAmount(first.indicator, together) : formatNumber(together);
    return `${part} (${amount}) lớn hơn ${named(whole)}. Sửa một trong hai số.`;
  },
  withoutGrounds: (asked: Decimal) =>
    `Có ${formatNumber(asked)} kiến nghị nhưng không HTX nào nêu khó khăn (các dòng W1–W10 đều bằng 0). Ghi số HTX nêu, hoặc ghi chú căn cứ là ý kiến hội nghị.`,
  countedOtherwise: (indicator: Indicator, declared: Decimal, counted: Decimal, gap: Decimal) =>
    `“${indicator.name}”: báo cáo ${formatAmount(indicator, declared)}, sổ bộ đếm được ${formatAmount(indicator, counted)} (lệch ${signed(indicator, gap)}). Sửa số báo cáo, cập nhật sổ bộ, hoặc ghi lý do lệch khi đối chiếu.`,
  openingOtherwise: (opening: Term, closing: Decimal) =>
    `${named(opening)} khác số cuối kỳ trước đã báo cáo (${formatAmount(opening.indicator, closing)}). Sửa số đầu kỳ hoặc ghi lý do.`,
  narrativeOtherwise: (form: Term, said: Decimal) =>
    `Thuyết minh ghi ${formatAmount(form.indicator, said)} nhưng ${named(form)} trong biểu. Sửa thuyết minh hoặc sửa biểu cho khớp.`,
  farFromMedian: (indicator: Indicator, own: Decimal, median: Decimal) =>
    `“${indicator.name}” là ${formatAmount(indicator, own)}, lệch hơn 3 lần so với trung vị các đơn vị (${formatAmount(indicator, median)}). Kiểm tra đơn vị tính và số HTX có số liệu.`,
};

/** What follows "… quỹ tín dụng nhân dân" in a report. */
export const statements = {
  coverage: (reporting: Decimal | null, funds: Decimal | null, covered: Decimal | null) =>
    `mới có số liệu của ${formatNumber(reporting)}/${formatNumber(funds)} quỹ (${formatPercent(covered)}), chưa đủ căn cứ để nhận định`,
  shares: (gaining: Decimal | null, npl: Decimal | null, covered: Decimal | null) => {
    const of = covered === null ? '' : ` trong số quỹ có số liệu (${formatPercent(covered)} số quỹ)`;
    const debt =
      npl === null ? 'tỷ lệ nợ xấu không tính vì không có dư nợ' : `nợ xấu chiếm ${formatPercent(npl)} dư nợ`;
    return `có ${formatPercent(gaining)} quỹ kinh doanh có lãi${of}, ${debt}`;
  },
  stable: (losing: Decimal, silent: Decimal) => {
    const apart = [
      losing === '0' ? '' : `${formatNumber(losing)} quỹ lỗ hoặc hòa vốn`,
      silent === '0' ? '' : `${formatNumber(silent)} quỹ chưa có số liệu`,
    ].filter((text) => text !== '');
    const but = apart.length === 0 ? '' : ` (còn ${apart.join(', ')})`;
    return `hoạt động tương đối ổn định, kinh doanh có lãi, nợ xấu chiếm tỷ lệ thấp${but}`;
  },
};
