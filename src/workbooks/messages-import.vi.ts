import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatDongFull, formatNumber } from '#platform/i18n/format.ts';
import type { Sentence, Sentences } from './messages-reading.vi.ts';

function error(say: Sentence['say']): Sentence {
  return { severity: 'error', say };
}

function warning(say: Sentence['say']): Sentence {
  return { severity: 'warning', say };
}

function info(say: Sentence['say']): Sentence {
  return { severity: 'info', say };
}

const template: Sentences = {
  'workbooks.template.foreign': error(
    () =>
      'Tệp không lập từ mẫu của Hợp Lực nên không rõ là của đơn vị nào, kỳ nào. Tải mẫu của kỳ rồi chép số liệu vào; hoặc chọn đơn vị và kỳ ở bước tải tệp để khớp cột theo tiêu đề.',
  ),
  'workbooks.template.foreign-taken': warning(
    (f: { unit: string; period: string }) =>
      `Tệp không lập từ mẫu của Hợp Lực; được nhận là của ${f.unit}, kỳ ${f.period} như đã chọn. Kiểm tra kỹ trước khi ghi.`,
  ),
  'workbooks.template.other-kind': error(
    (f: { template: string }) => `Tệp lập từ mẫu khác (“${f.template}”). Tải mẫu báo cáo của kỳ rồi chép số liệu vào.`,
  ),
  'workbooks.template.older': warning(
    (f: { version: string; current: string }) =>
      `Tệp dùng mẫu bản ${f.version}, bản hiện nay là ${f.current}. Cột được khớp theo mã; kỳ sau hãy dùng mẫu mới.`,
  ),
  'workbooks.template.newer': error(
    (f: { version: string; current: string }) =>
      `Tệp dùng mẫu bản ${f.version}, mới hơn bản ${f.current} mà hệ thống biết. Tải lại mẫu của kỳ rồi chép số liệu vào.`,
  ),
  'workbooks.template.altered': warning(
    () =>
      'Mẫu trong tệp không giống mẫu hiện nay của đơn vị và kỳ: từ điển chỉ tiêu đã đổi hoặc trang ẩn bị sửa. Cột và dòng vẫn được khớp theo mã; kiểm tra kỹ trước khi ghi.',
  ),
  'workbooks.template.other-unit': error(
    (f: { stated: string; chosen: string }) =>
      `Tệp là mẫu của ${f.stated}, không phải của ${f.chosen}. Chọn đúng đơn vị hoặc tải đúng tệp.`,
  ),
  'workbooks.template.other-period': error(
    (f: { stated: string; chosen: string }) =>
      `Tệp dùng mẫu của kỳ ${f.stated}, không phải kỳ ${f.chosen}. Chọn đúng kỳ, hoặc chép số liệu sang mẫu của kỳ ${f.chosen}.`,
  ),
  'workbooks.sheet.matched-by-heads': warning(
    (f: { found: number; of: number }) =>
      `Hàng ẩn chứa mã cột đã mất; đã khớp ${f.found}/${f.of} cột theo tiêu đề. Kiểm tra kỹ trước khi ghi; lần sau dùng lại mẫu của kỳ.`,
  ),
};

const places: Sentences = {
  'workbooks.place.unknown': warning((f: { text: string; candidates: string[] }) =>
    f.candidates.length === 0
      ? `Không có xã, phường, thị trấn “${f.text}” trong tỉnh tại ngày chốt. Dòng vẫn được ghi, chưa gắn với đơn vị hành chính.`
      : `Không có xã “${f.text}”. Gần nhất: ${f.candidates.join('; ')}. Dòng vẫn được ghi, chưa gắn với đơn vị hành chính.`,
  ),
  'workbooks.place.ambiguous': warning(
    (f: { text: string; candidates: string[] }) =>
      `Trong tỉnh có nhiều nơi tên “${f.text}”: ${f.candidates.join('; ')}. Ghi thêm huyện hoặc mã xã.`,
  ),
  'workbooks.place.code-unknown': warning(
    (f: { code: string }) => `Không có mã xã ${f.code} trong tỉnh tại ngày chốt. Đã tìm xã theo tên.`,
  ),
  'workbooks.place.code-disagrees': warning(
    (f: { code: string; named: string; text: string }) =>
      `Mã xã ${f.code} là ${f.named}, không phải “${f.text}”. Đã lấy theo mã; sửa tên hoặc mã.`,
  ),
  'workbooks.place.commune-ended': warning((f: { text: string; communes: string[]; endedOn: IsoDate }) =>
    f.communes.length === 0
      ? `${f.text} không còn từ ${formatDate(f.endedOn)}, chưa rõ nhập vào đâu. Ghi tên xã, phường hiện nay.`
      : `${f.text} không còn từ ${formatDate(f.endedOn)}; hiện nay là ${f.communes.join(f.communes.length > 1 ? ' hoặc ' : '')}. Ghi tên hiện nay.`,
  ),
  'workbooks.place.district-ended': warning(
    (f: { district: string }) =>
      `Từ 01/07/2025 không còn cấp huyện. Để trống ô “${f.district}”; xã đã được nhận theo tên hiện nay.`,
  ),
};

const rows: Sentences = {
  'workbooks.cell.required': error((f: { head: string }) => `Ô “${f.head}” bắt buộc phải có. Bổ sung.`),
  'workbooks.row.id-broken': warning(
    () => 'Mã dòng ẩn ở cột A bị sửa. Dòng được nhận ra theo mã số hoặc theo tên và xã; xóa ô này nếu là dòng mới.',
  ),
  'workbooks.row.id-twice': warning(
    (f: { first: number }) =>
      `Dòng này được chép từ dòng ${f.first} cùng mã dòng ẩn. Mã dòng thuộc về dòng ${f.first}; dòng này được nhận ra theo mã số hoặc theo tên và xã.`,
  ),
  'workbooks.row.code-twice': error(
    (f: { code: string; row: number; name: string }) =>
      `Mã số ${f.code} đã có ở dòng ${f.row} (${f.name}). Mỗi mã số chỉ thuộc một tổ chức; sửa một trong hai dòng.`,
  ),
  'workbooks.row.paid-in-over-charter': warning(
    (f: { paid: bigint; charter: bigint }) =>
      `Vốn thực góp (${formatDongFull(f.paid)}) lớn hơn vốn điều lệ (${formatDongFull(f.charter)}). Xem lại hai ô.`,
  ),
  'workbooks.row.member-sales-over-revenue': warning(
    (f: { sales: bigint; revenue: bigint }) =>
      `Bán sản phẩm của thành viên (${formatDongFull(f.sales)}) lớn hơn doanh thu (${formatDongFull(f.revenue)}). Xem lại hai ô.`,
  ),
  'workbooks.row.established-after-cut-off': warning(
    (f: { day: IsoDate; cutOff: IsoDate }) =>
      `Thành lập ngày ${formatDate(f.day)}, sau ngày chốt ${formatDate(f.cutOff)}: chưa được đếm trong kỳ này. Kiểm tra lại ngày.`,
  ),
  'workbooks.row.without-sector': info(
    (f: { count: number; cells: string[] }) =>
      `${formatNumber(f.count)} HTX chưa ghi lĩnh vực chính, được đếm vào “chưa phân ngành”: ${f.cells.join(', ')}${f.count > f.cells.length ? ' …' : ''}.`,
  ),
  'workbooks.row.conflict': warning(
    (f: { verified: string; incoming: string }) =>
      `Sổ bộ giữ số đã xác nhận là ${f.verified}; số trong tệp (${f.incoming}) chờ người phụ trách quyết định.`,
  ),
};

const forms: Sentences = {
  'workbooks.form.indicator-unknown': error(
    (f: { code: string }) => `Không có chỉ tiêu mã “${f.code}” trong biểu này. Khôi phục mã theo mẫu hoặc xóa dòng.`,
  ),
  'workbooks.form.indicator-twice': error(
    (f: { code: string; first: number }) => `Chỉ tiêu ${f.code} đã có ở dòng ${f.first}. Xóa dòng bị chép thêm.`,
  ),
  'workbooks.form.indicator-missing': warning(
    (f: { code: string; name: string }) =>
      `Thiếu dòng “${f.name}” (${f.code}) của mẫu. Số đã có của chỉ tiêu này được giữ nguyên; khôi phục dòng nếu cần sửa.`,
  ),
  'workbooks.form.figure-without-code': error(
    () => 'Dòng có số nhưng không có mã chỉ tiêu nên không biết là chỉ tiêu nào. Khôi phục mã hoặc xóa số.',
  ),
  'workbooks.form.note-without-figure': warning(
    () => 'Có ghi chú nhưng chưa có số của kỳ này nên ghi chú chưa được lưu. Ghi số rồi nhập lại.',
  ),
  'workbooks.form.total-computed': info(
    (f: { name: string; total: string }) =>
      `“${f.name}” chưa được tính trong tệp; hệ thống tính từ các dòng thành phần: ${f.total}.`,
  ),
  'workbooks.form.values-missing': warning(
    (f: { count: number; names: string[] }) =>
      `Còn ${formatNumber(f.count)} chỉ tiêu bắt buộc chưa có số: ${f.names.join('; ')}${f.count > f.names.length ? ' …' : ''}.`,
  ),
  'workbooks.narrative.section-unknown': error(
    (f: { code: string }) =>
      `Mục “${f.code}” không có trong mẫu hoặc bị lặp nên nội dung này không được nhận. Chép nội dung vào đúng mục.`,
  ),
};

const outcomes: Sentences = {
  'workbooks.import.refused': error((f: { sentence: string }) => f.sentence),
  'workbooks.import.same-file': info(
    (f: { when: string; by: string }) =>
      `Tệp này đã được nhập lúc ${f.when} (${f.by}); không có gì thay đổi. Muốn lấy lại số cũ hãy dùng Hoàn tác.`,
  ),
  'workbooks.import.unchanged': info(() => 'Nội dung tệp giống số đã có; không có gì thay đổi.'),
  'workbooks.import.not-sent': warning(
    (f: { sentence: string }) => `Số liệu đã được ghi nhưng chưa gửi lên cụm: ${f.sentence}`,
  ),
};

/** Sentences of template, rows, forms and outcome, by code. */
export const importSentences: Sentences = { ...template, ...places, ...rows, ...forms, ...outcomes };

function partOver(part: string, whole: string) {
  return (f: { part: number; whole: number }) =>
    `Số ${part} (${formatNumber(f.part)}) lớn hơn ${whole} (${formatNumber(f.whole)}). Sửa một trong hai ô.`;
}

/** What the register's rules say, worded for a cell of a sheet. */
export const cellWords: Readonly<Record<string, (facts: never) => string>> = {
  'register.women-over-members': partOver('thành viên nữ', 'tổng số thành viên'),
  'register.minority-over-members': partOver('thành viên dân tộc thiểu số', 'tổng số thành viên'),
  'register.official-over-members': partOver('thành viên chính thức', 'tổng số thành viên'),
  'register.associate-over-members': partOver('thành viên liên kết', 'tổng số thành viên'),
  'register.served-over-members': partOver('thành viên dùng dịch vụ', 'tổng số thành viên'),
  'register.women-over-workers': partOver('lao động nữ', 'số lao động thường xuyên'),
};

/** Sentences for refusals of this slice's commands. */
export const refusals = {
  'workbooks.unit.unknown': (f: { unit: string; on: IsoDate }) =>
    `Không có liên minh mã “${f.unit}” vào ngày ${formatDate(f.on)}. Kiểm tra lại mã đơn vị.`,
  'workbooks.unit.in-no-cluster': (f: { unit: string }) =>
    `${f.unit} không thuộc cụm nào trong kỳ này nên không có kỳ báo cáo để nhận số liệu.`,
  'workbooks.import.not-found': () => 'Không có lần nhập này, hoặc ngoài phạm vi của bạn. Xem lại danh sách lần nhập.',
  'workbooks.import.already-undone': (f: { when: string; by: string }) =>
    `Lần nhập này đã được ${f.by} hoàn tác lúc ${f.when}.`,
  'workbooks.import.too-old-to-undo': (f: { importedOn: string; days: number }) =>
    `Chỉ hoàn tác được trong ${f.days} ngày; lần nhập này từ ${f.importedOn}. Hãy sửa từng số hoặc nhập tệp mới.`,
  'workbooks.upload.not-found': () => 'Tệp chờ ghi không còn. Hãy tải tệp lên lại.',
  'workbooks.upload.has-errors': (f: { count: number }) =>
    `Tệp còn ${f.count} lỗi nên chưa ghi gì. Tải tệp lỗi, sửa rồi tải lên lại.`,
  'workbooks.upload.too-large': (f: { megabytes: number; max: number }) =>
    `Tệp nặng ${formatNumber(f.megabytes, 1)} MB, vượt mức ${f.max} MB. Xóa ảnh và định dạng thừa rồi gửi lại.`,
  'workbooks.upload.no-file': () => 'Chưa chọn tệp. Chọn tệp .xlsx lập từ mẫu của kỳ.',
};
