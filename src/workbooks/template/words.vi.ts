import type { Period } from '#reporting/public.ts';
import type { CellKind } from '../columns/model.ts';

const ROMAN = ['', 'I', 'II', 'III', 'IV'];

/** `6 tháng đầu năm 2024`. */
export function periodName(period: Pick<Period, 'code' | 'kind'>): string {
  const [year = '', part = ''] = period.code.split('-');
  switch (period.kind) {
    case 'month':
      return `tháng ${Number(part)} năm ${year}`;
    case 'quarter':
      return `quý ${ROMAN[Number(part.slice(1))] ?? part} năm ${year}`;
    case 'half-year':
      return part === 'H2' ? `6 tháng cuối năm ${year}` : `6 tháng đầu năm ${year}`;
    case 'nine-months':
      return `9 tháng năm ${year}`;
    case 'year':
      return `năm ${year}`;
  }
}

export const words = {
  system: 'Hợp Lực',
  author: 'Hợp Lực',
  demoMark: 'DỮ LIỆU MẪU',
  registerTitle: 'SỔ BỘ HỢP TÁC XÃ, LIÊN HIỆP HỢP TÁC XÃ, TỔ HỢP TÁC',
  fundTitle: 'QUỸ TÍN DỤNG NHÂN DÂN',
  narrativeTitle: 'THUYẾT MINH CỦA ĐƠN VỊ',
  formNumber: (form: string) => `BIỂU ${form.slice(1)}`,
  unitLine: (unit: string, period: string, cutOff: string) => `${unit} · Kỳ ${period} · Số liệu đến ngày ${cutOff}`,
  moneyInDong: 'Đơn vị tiền: đồng',
  moneyInMillions: 'Đơn vị tiền: triệu đồng',
  /** In the row of units, for columns without a unit. */
  hints: {
    choice: 'chọn',
    'yes-no': 'chọn',
    'organisation-code': '10 chữ số',
    day: 'ngày/tháng/năm',
    'day-or-coarser': 'ngày/tháng/năm',
  } as Readonly<Partial<Record<CellKind, string>>>,
  hiddenId: 'Mã dòng (không sửa)',
  requiredMark: ' *',
  preparer: 'NGƯỜI LẬP BIỂU',
  preparerHint: '(Ký, ghi rõ họ tên)',
  head: 'THỦ TRƯỞNG ĐƠN VỊ',
  headHint: '(Ký, ghi rõ họ tên, đóng dấu)',
  signedOn: 'Ngày …… tháng …… năm ………',
  printedPage: 'Trang &P/&N',
  choose: {
    title: 'Không có trong danh sách',
    text: 'Hãy chọn một giá trị trong danh sách thả xuống của ô này.',
  },
  place: {
    title: 'Không có trong danh sách',
    text: 'Tên này không có trong danh mục tại ngày chốt. Vẫn giữ tên này?',
  },
  wholeNumber: { title: 'Cần số nguyên', text: 'Ghi số nguyên từ 0 trở lên. Không có số thì để trống.' },
  amount: { title: 'Cần số', text: 'Ghi bằng số, không ghi chữ "tỷ", "triệu". Không có số thì để trống.' },
  day: { title: 'Cần ngày', text: 'Ghi ngày dạng ngày/tháng/năm, từ 01/01/1945 đến ngày chốt số liệu.' },
  code: { title: 'Mã số', text: 'Mã số có 10 chữ số, hoặc 10 và 3 chữ số cách nhau dấu gạch (##########-###).' },
  definition: (text: string, unit: string) => (unit === '' ? text : `${text}\nĐơn vị: ${unit}.`),
  noteOfColumn: (note: string, unit: string, isRequired: boolean) =>
    [isRequired ? 'Bắt buộc.' : '', note, unit === '' ? '' : `Đơn vị: ${unit}.`]
      .filter((part) => part !== '')
      .join(' '),
};
