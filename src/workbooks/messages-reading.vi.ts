import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatDateEcho, formatDongFull, formatNumber } from '#platform/i18n/format.ts';
import type { MessageSeverity } from './reading/model.ts';

/** One sentence of the catalogue: how grave it is, and what, where and how to mend from the facts of its code. */
export interface Sentence {
  readonly severity: MessageSeverity;
  // biome-ignore lint/suspicious/noExplicitAny: each sentence knows the facts of its own code; the catalogue cannot
  readonly say: (facts: any) => string;
}

export type Sentences = Readonly<Record<string, Sentence>>;

function error(say: Sentence['say']): Sentence {
  return { severity: 'error', say };
}

function warning(say: Sentence['say']): Sentence {
  return { severity: 'warning', say };
}

const SAVE_AS_XLSX =
  'Mở tệp bằng Excel hoặc LibreOffice, chọn “Lưu thành” (Save As), kiểu “Excel Workbook (.xlsx)”, rồi gửi lại.';
const USE_TEMPLATE = 'Hãy gửi tệp .xlsx lập từ mẫu của kỳ.';

const fileSentences: Sentences = {
  'workbooks.file.empty': error(() => 'Tệp trống, không có nội dung. Kiểm tra lại tệp gốc rồi gửi lại.'),
  'workbooks.file.too-large': error(
    (f: { megabytes: number; max: number }) =>
      `Tệp nặng ${formatNumber(f.megabytes, 1)} MB, vượt mức ${f.max} MB. Xóa ảnh, trang tính và định dạng thừa, hoặc chép số liệu sang tệp mẫu mới rồi gửi lại.`,
  ),
  'workbooks.file.password': error(
    () =>
      'Tệp đang đặt mật khẩu mở nên không đọc được. Trong Excel chọn Tệp → Thông tin → Bảo vệ sổ làm việc → Mã hóa bằng mật khẩu, xóa mật khẩu, lưu rồi gửi lại.',
  ),
  'workbooks.file.old-excel': error(() => `Tệp ở định dạng Excel cũ (.xls), không đọc được. ${SAVE_AS_XLSX}`),
  'workbooks.file.binary-excel': error(() => `Tệp ở định dạng Excel nhị phân (.xlsb), không đọc được. ${SAVE_AS_XLSX}`),
  'workbooks.file.open-document': error(() => `Tệp ở định dạng OpenDocument (.ods), không đọc được. ${SAVE_AS_XLSX}`),
  'workbooks.file.csv': error(
    () => `Đây là tệp văn bản (CSV), không có biểu mẫu và mã cột. Chép số liệu vào tệp mẫu của kỳ rồi gửi tệp .xlsx.`,
  ),
  'workbooks.file.html': error(
    () => `Đây là trang web (HTML) mang đuôi Excel, thường do phần mềm khác xuất ra. ${SAVE_AS_XLSX}`,
  ),
  'workbooks.file.pdf': error(() => `Đây là tệp PDF, không phải sổ làm việc Excel. ${USE_TEMPLATE}`),
  'workbooks.file.word': error(() => `Đây là tệp văn bản Word, không phải sổ làm việc Excel. ${USE_TEMPLATE}`),
  'workbooks.file.other-archive': error(
    () => `Đây là tệp nén (.zip), không phải sổ làm việc Excel. Giải nén rồi gửi từng tệp .xlsx bên trong.`,
  ),
  'workbooks.file.not-a-workbook': error(() => `Tệp không phải sổ làm việc Excel (.xlsx). ${USE_TEMPLATE}`),
  'workbooks.file.macro': error(
    () =>
      'Tệp có chứa macro nên không được nhận. Trong Excel chọn “Lưu thành” (Save As), kiểu “Excel Workbook (.xlsx)”, đồng ý bỏ macro, rồi gửi lại.',
  ),
  'workbooks.file.truncated': error(
    () => 'Tệp bị cắt cụt, thường do tải lên hoặc chép dở dang. Mở lại tệp gốc, lưu lại rồi gửi lần nữa.',
  ),
  'workbooks.file.damaged': error(
    () => 'Tệp bị hỏng, không đọc được nội dung bên trong. Mở bằng Excel, để Excel sửa chữa, lưu lại rồi gửi.',
  ),
  'workbooks.file.unreadable': error(
    () => `Nội dung bảng tính bên trong tệp không đúng chuẩn nên không đọc được. ${SAVE_AS_XLSX}`,
  ),
  'workbooks.file.bomb': error(
    () =>
      'Tệp giải nén ra lớn bất thường nên không được mở. Nếu đây là tệp thật, chép số liệu sang tệp mẫu mới rồi gửi lại.',
  ),
  'workbooks.file.unsafe-name': error(
    (f: { name: string }) =>
      `Bên trong tệp có thành phần mang tên không an toàn (“${f.name}”) nên không được mở. Lập lại tệp từ mẫu của kỳ.`,
  ),
  'workbooks.file.entities': error(
    () =>
      'Bên trong tệp có khai báo mở rộng (DOCTYPE) mà Excel không bao giờ ghi, nên không được mở. Lập lại tệp từ mẫu của kỳ.',
  ),
  'workbooks.file.too-many-cells': error(
    (f: { cells: number; max: number }) =>
      `Tệp có ${formatNumber(f.cells)} ô, vượt mức ${formatNumber(f.max)} ô. Xóa các dòng, cột trống đã định dạng ở cuối trang tính rồi gửi lại.`,
  ),
  'workbooks.file.too-complex': error(
    () => 'Tệp cần quá nhiều bộ nhớ để đọc nên đã dừng. Chép số liệu sang tệp mẫu mới rồi gửi lại.',
  ),
  'workbooks.file.too-slow': error(
    (f: { seconds: number }) =>
      `Đọc tệp quá ${f.seconds} giây chưa xong nên đã dừng. Chép số liệu sang tệp mẫu mới rồi gửi lại.`,
  ),
};

const ENCODINGS: Readonly<Record<string, string>> = {
  tcvn3: 'TCVN3 (phông .VnTime)',
  vni: 'VNI',
  utf8: 'UTF-8 bị đọc sai',
};

const textSentences: Sentences = {
  'workbooks.cell.error-value': error(
    (f: { error: string }) => `Ô đang báo lỗi công thức ${f.error}. Sửa công thức hoặc gõ số trực tiếp.`,
  ),
  'workbooks.cell.not-calculated': error(
    () => 'Ô có công thức chưa được tính. Mở tệp bằng Excel, bấm F9 để tính lại, lưu rồi gửi lại.',
  ),
  'workbooks.cell.control-character': error(
    (f: { at: number; text: string }) =>
      `Ô có ký tự điều khiển không nhìn thấy ở vị trí ${f.at}${f.text === '' ? '' : `, sau “${f.text.slice(-20)}”`}. Xóa và gõ lại chữ đó.`,
  ),
  'workbooks.cell.broken-character': error(
    (f: { text: string }) => `Chữ trong ô bị hỏng khi chuyển tệp: “${short(f.text)}”. Gõ lại chữ có dấu “\ufffd”.`,
  ),
  'workbooks.cell.text-too-long': error(
    (f: { length: number; max: number }) =>
      `Ô dài ${formatNumber(f.length)} ký tự, tối đa ${formatNumber(f.max)}. Rút gọn hoặc chuyển sang trang Thuyết minh.`,
  ),
  'workbooks.cell.text-became-date': warning(
    (f: { text: string }) =>
      `Excel đã tự đổi chữ trong ô thành ngày ${f.text}. Nếu không phải ngày, đặt định dạng ô là “Văn bản” rồi gõ lại.`,
  ),
  'workbooks.cell.encoding-converted': warning(
    (f: { encoding: string; before: string; after: string }) =>
      `Chữ gõ bằng bảng mã ${ENCODINGS[f.encoding] ?? f.encoding} đã được đổi: “${short(f.before)}” → “${short(f.after)}”. Kiểm tra lại chữ đã đổi.`,
  ),
  'workbooks.cell.encoding-doubtful': error(
    (f: { before: string; after: string }) =>
      `Không rõ chữ trong ô là “${short(f.before)}” hay là “${short(f.after)}” (bảng mã cũ). Gõ lại bằng Unicode.`,
  ),
};

const numberSentences: Sentences = {
  'workbooks.cell.not-a-number': error(
    (f: { text: string }) => `“${short(f.text)}” không phải là số. Gõ số, hoặc để trống nếu chưa có số liệu.`,
  ),
  'workbooks.cell.date-for-number': error(
    () => 'Ô này cần số nhưng đang là ngày tháng. Đặt định dạng ô là “Số” rồi gõ lại.',
  ),
  'workbooks.cell.not-whole': error(
    (f: { number: string }) => `${formatNumber(f.number)} có phần lẻ; ô này chỉ nhận số nguyên. Sửa lại số.`,
  ),
  'workbooks.cell.negative': error(
    (f: { number: string }) => `${formatNumber(f.number)} là số âm; ô này chỉ nhận số từ 0 trở lên. Sửa lại số.`,
  ),
  'workbooks.cell.percent-unexpected': error(
    (f: { text: string }) => `“${short(f.text)}” là tỷ lệ phần trăm; ô này cần số tuyệt đối. Gõ số tuyệt đối.`,
  ),
  'workbooks.cell.number-rough': warning(
    (f: { text: string }) =>
      `“${short(f.text)}” là số ước chừng, đã lấy phần số. Nếu là số ước, chọn “Ước” ở cột Loại số.`,
  ),
  'workbooks.cell.number-mixed': error(
    (f: { text: string; offer: string }) =>
      `“${short(f.text)}” ghép nhiều đơn vị trong một ô. Có phải ${formatDongFull(wholeDong(f.offer))}? Nếu đúng, gõ lại ${formatNumber(f.offer)}.`,
  ),
  'workbooks.cell.number-ambiguous': error(
    (f: { text: string; 'dot-thousands': string; 'comma-thousands': string }) =>
      `“${short(f.text)}” có thể là ${formatNumber(f['dot-thousands'])} hoặc ${formatNumber(f['comma-thousands'])}. Chọn một cách đọc cho cả cột, hoặc gõ lại thành ô số.`,
  ),
  'workbooks.cell.zero-or-missing': error(
    (f: { text: string }) =>
      `“${short(f.text)}” có thể là số 0 hoặc là chưa có số liệu. Gõ 0 nếu là không; để trống nếu chưa có số liệu.`,
  ),
};

const dateSentences: Sentences = {
  'workbooks.cell.not-a-date': error(
    (f: { text: string }) => `“${short(f.text)}” không phải là ngày. Gõ theo dạng ngày/tháng/năm, ví dụ 05/07/2024.`,
  ),
  'workbooks.cell.no-such-day': error((f: { day: number; month: number; year: number; days: number }) =>
    f.month === 2
      ? `Tháng 2 năm ${f.year} chỉ có ${f.days} ngày. Sửa lại ngày ${f.day}/2.`
      : `Tháng ${f.month} chỉ có ${f.days} ngày. Sửa lại ngày ${f.day}/${f.month}.`,
  ),
  'workbooks.cell.no-such-month': error(
    (f: { text: string; month: number }) =>
      `“${short(f.text)}”: không có tháng ${f.month}. Gõ theo dạng ngày/tháng/năm.`,
  ),
  'workbooks.cell.date-without-year': error(
    (f: { text: string }) => `“${short(f.text)}” thiếu năm. Gõ đủ ngày/tháng/năm.`,
  ),
  'workbooks.cell.date-is-quarter': error(
    (f: { text: string }) => `“${short(f.text)}” là quý, không phải ngày. Gõ ngày, hoặc tháng/năm nếu không rõ ngày.`,
  ),
  'workbooks.cell.date-in-future': error(
    (f: { day: IsoDate; today: IsoDate }) =>
      `Ngày ${formatDate(f.day)} ở sau ngày ${formatDate(f.today)}. Sửa lại ngày đã xảy ra.`,
  ),
  'workbooks.cell.date-too-early': error(
    (f: { day: IsoDate; earliest: IsoDate }) =>
      `Ngày ${formatDate(f.day)} ở trước ${formatDate(f.earliest)}, ngày sớm nhất được nhận. Sửa lại năm.`,
  ),
  'workbooks.cell.date-too-coarse': error(
    (f: { precision: string }) =>
      `Ô này cần đủ ngày/tháng/năm, hiện chỉ có ${f.precision === 'year' ? 'năm' : 'tháng và năm'}. Bổ sung.`,
  ),
  'workbooks.cell.date-month-first': error(
    (f: { text: string; day: IsoDate }) =>
      `“${short(f.text)}” viết tháng trước ngày. Có phải ${formatDateEcho(f.day)}? Nếu đúng, gõ lại ${formatDate(f.day)}.`,
  ),
  'workbooks.cell.date-maybe-year': error(
    (f: { shown: IsoDate; year: number }) =>
      `Ô hiện ${formatDate(f.shown)}; có thể đã gõ năm ${f.year} vào ô định dạng ngày. Đặt định dạng ô là “Văn bản” rồi gõ lại ${f.year}.`,
  ),
};

const codeSentences: Sentences = {
  'workbooks.cell.not-yes-or-no': error(
    (f: { text: string }) => `“${short(f.text)}” không phải Có hay Không. Chọn Có hoặc Không.`,
  ),
  'workbooks.cell.choice-unknown': error(
    (f: { text: string; choices: string[]; nearest: string | null }) =>
      `“${short(f.text)}” không có trong danh mục. ${f.nearest ? `Có phải “${f.nearest}”? ` : ''}Chọn một trong: ${listed(f.choices)}.`,
  ),
  'workbooks.cell.choice-ambiguous': error(
    (f: { text: string; choices: string[] }) =>
      `“${short(f.text)}” hợp với nhiều mục: ${listed(f.choices)}. Chọn một mục.`,
  ),
  'workbooks.cell.not-a-code': error(
    (f: { text: string }) =>
      `“${short(f.text)}” không phải mã số. Mã số có 10 chữ số, hoặc 10 chữ số, gạch nối và 3 chữ số.`,
  ),
  'workbooks.cell.code-too-short': error(
    (f: { text: string; digits: number; isNumber: boolean }) =>
      `Mã số “${f.text}” chỉ có ${f.digits} chữ số${f.isNumber ? ' (Excel có thể đã bỏ số 0 ở đầu)' : ''}. Đặt định dạng ô là “Văn bản” rồi gõ đủ 10 chữ số.`,
  ),
  'workbooks.cell.code-zero-restored': warning(
    (f: { text: string; code: string }) =>
      `Mã số “${f.text}” mất số 0 ở đầu; đã khôi phục thành ${f.code} vì đúng số kiểm tra. Đặt định dạng ô là “Văn bản”.`,
  ),
  'workbooks.cell.code-check-digit': warning(
    (f: { code: string }) =>
      `Mã số ${f.code} sai số kiểm tra (chữ số thứ mười). Đối chiếu lại giấy chứng nhận đăng ký.`,
  ),
  'workbooks.cell.code-letter-o': error(
    (f: { text: string; code: string }) =>
      `Mã số “${f.text}” có chữ O thay cho số 0. Có phải ${f.code}? Nếu đúng, gõ lại bằng chữ số.`,
  ),
  'workbooks.cell.not-digits': error(
    (f: { text: string; length: number }) =>
      `“${short(f.text)}” không phải mã gồm ${f.length} chữ số. Sửa hoặc để trống.`,
  ),
  'workbooks.cell.not-a-phone': error(
    (f: { text: string }) =>
      `“${short(f.text)}” không phải số điện thoại. Gõ 10 chữ số (di động) hoặc 11 chữ số (cố định), hoặc để trống.`,
  ),
  'workbooks.cell.phone-renumbered': warning(
    (f: { text: string; number: string }) =>
      `Số ${f.text} thuộc đầu số 11 số cũ; đã đổi thành ${f.number} theo quy hoạch đầu số năm 2018. Kiểm tra lại.`,
  ),
};

const structureSentences: Sentences = {
  'workbooks.sheet.missing': error(
    (f: { sheet: string }) => `Thiếu trang “${f.sheet}”. Lập lại tệp từ mẫu của kỳ; không xóa hay đổi tên trang.`,
  ),
  'workbooks.sheet.unknown': warning(
    (f: { sheet: string }) =>
      `Trang “${f.sheet}” không thuộc mẫu nên không được đọc. Chuyển số liệu cần gửi sang trang của mẫu.`,
  ),
  'workbooks.sheet.hidden': warning(
    (f: { sheet: string }) => `Trang “${f.sheet}” đang bị ẩn nhưng vẫn được đọc. Bỏ ẩn để kiểm tra số liệu bên trong.`,
  ),
  'workbooks.sheet.no-code-row': error(
    () =>
      'Không tìm thấy dòng mã cột (dòng ẩn có “#MA” ở cột A). Lập lại tệp từ mẫu, chép số liệu vào; không xóa dòng ẩn.',
  ),
  'workbooks.sheet.code-row-twice': error(
    (f: { rows: number[] }) => `Có nhiều dòng mã cột (dòng ${f.rows.join(', ')}). Xóa các dòng bị chép thêm.`,
  ),
  'workbooks.sheet.column-missing': error(
    (f: { head: string; code: string }) =>
      `Thiếu cột “${f.head}” (mã ${f.code}) hoặc mã cột đã bị sửa. Lập lại tệp từ mẫu; không xóa cột, không sửa dòng mã.`,
  ),
  'workbooks.sheet.column-twice': error(
    (f: { head: string; cells: string[] }) =>
      `Cột “${f.head}” có hai lần (${f.cells.join(', ')}). Xóa cột bị chép thêm.`,
  ),
  'workbooks.sheet.column-extra': warning(
    (f: { letters: string; head: string }) =>
      `Cột ${f.letters}${f.head === '' ? '' : ` (“${short(f.head)}”)`} không thuộc mẫu nên không được đọc. Ghi điều cần gửi vào cột Ghi chú.`,
  ),
  'workbooks.sheet.head-blank': warning(
    (f: { head: string }) =>
      `Tiêu đề cột bị xóa trắng; cột này vẫn được đọc là “${f.head}” theo mã cột. Khôi phục tiêu đề.`,
  ),
  'workbooks.sheet.merged-cells': error(
    (f: { range: string }) => `Các ô ${f.range} bị gộp trong vùng số liệu. Bỏ gộp ô và điền từng dòng.`,
  ),
  'workbooks.sheet.hidden-rows': warning(
    (f: { rows: string; count: number; isFiltered: boolean }) =>
      `${f.count} dòng đang bị ${f.isFiltered ? 'lọc ẩn' : 'ẩn'} (${f.rows}) vẫn có số liệu và được đọc. ${f.isFiltered ? 'Bỏ lọc' : 'Bỏ ẩn'} để kiểm tra; xóa hẳn nếu không gửi.`,
  ),
  'workbooks.sheet.rows-after-gap': error(
    (f: { gap: number; count: number }) =>
      `Dưới dòng trống ${f.gap} còn ${f.count} dòng có số liệu. Xóa dòng trống để các dòng liền nhau.`,
  ),
  'workbooks.row.subtotal': error(
    (f: { label: string }) =>
      `Dòng cộng (“${short(f.label)}”) nằm trong vùng số liệu sẽ bị tính hai lần. Xóa dòng này.`,
  ),
  'workbooks.row.repeated-head': error(() => 'Dòng tiêu đề bị lặp lại trong vùng số liệu. Xóa dòng này.'),
  'workbooks.row.second-head': error(
    () => 'Có thêm một dòng tiêu đề ngay dưới dòng mã cột. Xóa dòng này; số liệu bắt đầu ngay dưới dòng mã.',
  ),
};

const combined = (words: string, times: number, more: string[]) =>
  `${words} Cùng lỗi này ở ${formatNumber(times)} ô: ${more.join(', ')}${times > more.length ? ' …' : ''}.`;

/** Sentences of the file, its cells and the structure of its sheets. */
export const readingSentences: Sentences = {
  ...fileSentences,
  ...textSentences,
  ...numberSentences,
  ...dateSentences,
  ...codeSentences,
  ...structureSentences,
};

/** What is added when one message stands for many cells of a column. */
export const readingText = {
  alsoIn: combined,
  errorSheet: 'Lỗi cần sửa',
  errorSheetTitle: 'Các lỗi cần sửa và điều cần xem lại',
  errorHeads: ['STT', 'Trang', 'Ô', 'Mức', 'Nội dung, cách sửa'],
  severity: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Thông tin' },
  /** First line of every note of ours, by which it is known again. */
  noteHead: '— Hợp Lực kiểm tra —',
  wholeSheet: 'cả trang',
} as const;

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function listed(choices: readonly string[]): string {
  const shown = choices.slice(0, 8).join('; ');
  return choices.length > 8 ? `${shown}; … (${choices.length} mục)` : shown;
}

function wholeDong(decimal: string): bigint | null {
  return decimal.includes('.') ? null : BigInt(decimal);
}
