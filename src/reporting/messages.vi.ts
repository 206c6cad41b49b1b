import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type {
  DataCallAct,
  DataCallState,
  FormCode,
  GapReason,
  Severity,
  SubmissionAct,
  SubmissionState,
  ValueAspect,
  ValueBasis,
} from './model.ts';

/** The nine forms in order, with the title of the form and the word for narrow columns. */
export const FORMS: Readonly<Record<FormCode, { readonly title: string; readonly shortTitle: string }>> = {
  B01: { title: 'Tổ chức kinh tế tập thể', shortTitle: 'Tổ chức' },
  B02: { title: 'Thành viên, lao động, thu nhập', shortTitle: 'Thành viên' },
  B03: { title: 'Vốn, doanh thu, giao dịch với thành viên, bao tiêu', shortTitle: 'Vốn' },
  B04: { title: 'Xếp loại hợp tác xã', shortTitle: 'Xếp loại' },
  B05: { title: 'Tham mưu, hỗ trợ, đào tạo, tuyên truyền', shortTitle: 'Hỗ trợ' },
  B06: { title: 'Quỹ hỗ trợ phát triển hợp tác xã', shortTitle: 'Quỹ' },
  B07: { title: 'Quỹ tín dụng nhân dân', shortTitle: 'QTDND' },
  B08: { title: 'Thi đua, khen thưởng', shortTitle: 'Thi đua' },
  B09: { title: 'Khó khăn, kiến nghị', shortTitle: 'Kiến nghị' },
};

export const FORM_CODES = Object.keys(FORMS) as readonly FormCode[];

export const labels = {
  formNumber: (code: FormCode) => `Biểu ${code.slice(1)}`,
  formHead: (code: FormCode) => `Biểu ${code.slice(1)} – ${FORMS[code].title}`,
  callState: {
    draft: 'Nháp',
    open: 'Đang nhận',
    closed: 'Hết hạn nhận',
    consolidating: 'Tổng hợp',
    locked: 'Đã khóa',
  } satisfies Record<DataCallState, string>,
  submissionState: {
    'not-opened': 'Chưa mở',
    entering: 'Đang nhập',
    'awaiting-approval': 'Chờ duyệt',
    submitted: 'Đã gửi',
    returned: 'Trả lại',
    correcting: 'Đang sửa',
    passed: 'Đạt',
    locked: 'Đã khóa',
  } satisfies Record<SubmissionState, string>,
  callAct: {
    open: 'Mở kỳ',
    extend: 'Gia hạn',
    close: 'Chốt nhận',
    consolidate: 'Tổng hợp',
    lock: 'Khóa số liệu',
    restate: 'Đính chính',
  } satisfies Record<DataCallAct, string>,
  submissionAct: {
    enter: 'Bắt đầu nhập',
    'ask-approval': 'Trình duyệt',
    'send-back': 'Chưa duyệt, trả về nhập',
    submit: 'Gửi',
    recall: 'Rút về để sửa',
    return: 'Trả lại ô',
    correct: 'Bắt đầu sửa',
    pass: 'Đạt',
    lock: 'Khóa',
    unlock: 'Mở lại để đính chính',
  } satisfies Record<SubmissionAct, string>,
  severity: { error: 'Chặn', warning: 'Cảnh báo', info: 'Gợi ý' } satisfies Record<Severity, string>,
  basis: { actual: 'Thực hiện', estimate: 'Ước', preliminary: 'Sơ bộ' } satisfies Record<ValueBasis, string>,
  aspect: { current: 'Kỳ này', 'last-year': 'Cùng kỳ', plan: 'Kế hoạch' } satisfies Record<ValueAspect, string>,
  gapReason: {
    'record-missing': 'Chưa nhập hồ sơ',
    'definition-differs': 'Khác định nghĩa',
    duplicate: 'Trùng hồ sơ',
    'dissolved-not-recorded': 'Giải thể chưa cập nhật',
  } satisfies Record<GapReason, string>,
  callTitle: (code: string) => {
    const [year = '', part = ''] = code.split('-');
    if (part === '') return `Tổng kết năm ${year}`;
    if (part === 'H1') return `Sơ kết 6 tháng đầu năm ${year}`;
    if (part === 'H2') return `Báo cáo 6 tháng cuối năm ${year}`;
    if (part === '9M') return `Báo cáo 9 tháng năm ${year}`;
    if (part.startsWith('Q')) return `Báo cáo quý ${part.slice(1)} năm ${year}`;
    return `Báo cáo tháng ${Number(part)} năm ${year}`;
  },
};

/** Said beside a field of a form. */
export const fieldWords = {
  notADay: 'Ngày phải có dạng năm-tháng-ngày, ví dụ 2024-06-19.',
};

const DEADLINES: Readonly<Record<string, string>> = {
  submitByOn: 'Hạn gửi',
  lockByOn: 'Hạn khóa số liệu',
  conferenceOn: 'Ngày hội nghị',
};

export function deadlineWarningText(deadline: string, day: IsoDate): string {
  return `${DEADLINES[deadline] ?? deadline} ${formatDate(day)} rơi vào ngày nghỉ. Nên chọn ngày làm việc liền sau.`;
}

// biome-ignore lint/suspicious/noExplicitAny: each sentence knows the facts of its own code
type Facts = any;

function actsOf(acts: readonly string[], words: Readonly<Record<string, string>>): string {
  return acts.length === 0 ? 'không còn bước nào' : acts.map((act) => `“${words[act] ?? act}”`).join(', ');
}

export const refusals = {
  'reporting.period.unknown-code': (f: Facts) =>
    `Không có kỳ nào mang mã “${f.code}”. Mã kỳ có dạng 2024-06, 2024-Q2, 2024-H1, 2024-9M hoặc 2024.`,
  'reporting.call.not-found': (f: Facts) =>
    `Kỳ ${f.period} của ${f.cluster} chưa được mở. Mở kỳ trước, hoặc nhập tệp của một đơn vị cho kỳ này.`,
  'reporting.call.opened-already': (f: Facts) => `Kỳ ${f.period} đã mở rồi. Dùng “Gia hạn” nếu cần đổi hạn gửi.`,
  'reporting.call.move-not-allowed': (f: Facts) =>
    `Kỳ đang ở bước “${labels.callState[f.state as DataCallState]}”, không thể “${labels.callAct[f.act as DataCallAct]}”. Việc làm được lúc này: ${actsOf(f.allowed, labels.callAct)}.`,
  'reporting.call.reason-missing': (f: Facts) =>
    `Cần ghi lý do khi “${labels.callAct[f.act as DataCallAct]}”. Nhập lý do rồi bấm lại.`,
  'reporting.call.cells-still-returned': (f: Facts) =>
    `Chưa khóa được: ${f.units.join(', ')} còn ô trả lại chưa gửi lại. Chờ đơn vị gửi lại, hoặc nhắc đơn vị.`,
  'reporting.deadline.before-cut-off': (f: Facts) =>
    `${DEADLINES[f.deadline]} ${formatDate(f.day)} sớm hơn ngày chốt số liệu ${formatDate(f.cutOff)}. Chọn ngày từ ${formatDate(f.cutOff)} trở đi.`,
  'reporting.deadline.lock-before-submission': (f: Facts) =>
    `Hạn khóa ${formatDate(f.lockByOn)} sớm hơn hạn gửi ${formatDate(f.submitByOn)}. Chọn hạn khóa muộn hơn.`,
  'reporting.deadline.conference-before-lock': (f: Facts) =>
    `Ngày hội nghị ${formatDate(f.conferenceOn)} sớm hơn hạn khóa ${formatDate(f.lockByOn)}. Chọn ngày muộn hơn.`,
  'reporting.submission.not-found': (f: Facts) =>
    `${f.unit} không thuộc diện báo cáo kỳ ${f.period}. Kiểm tra mã đơn vị.`,
  'reporting.submission.move-not-allowed': (f: Facts) =>
    `Báo cáo đang ở trạng thái “${labels.submissionState[f.state as SubmissionState]}”, không thể “${labels.submissionAct[f.act as SubmissionAct]}”. Việc làm được lúc này: ${actsOf(f.allowed, labels.submissionAct)}.`,
  'reporting.submission.values-missing': (f: Facts) =>
    `Còn ${formatNumber(f.count)} chỉ tiêu bắt buộc chưa có số (${f.names.join(', ')}${f.count > f.names.length ? ', …' : ''}). Nhập đủ, hoặc gửi thiếu kèm lý do và ngày hẹn bổ sung.`,
  'reporting.submission.promise-incomplete': () =>
    'Gửi thiếu phải có cả lý do và ngày hẹn bổ sung, ngày hẹn không sớm hơn hôm nay. Ghi đủ rồi gửi lại.',
  'reporting.submission.errors-left': (f: Facts) =>
    `Còn ${formatNumber(f.count)} lỗi chặn, ví dụ: ${f.first} Sửa hết lỗi rồi gửi.`,
  'reporting.submission.forms-not-sent': (f: Facts) =>
    `${f.unit} chưa gửi báo cáo nên chưa đánh giá được. Chờ đơn vị gửi.`,
  'reporting.return.no-cells': () => 'Chưa chọn ô nào để trả lại. Chọn ít nhất một ô và ghi điều cần sửa.',
  'reporting.return.comment-missing': (f: Facts) =>
    `Ô “${f.indicator}” chưa có lời ghi. Ghi điều cần sửa để đơn vị biết phải làm gì.`,
  'reporting.answer.not-returned': (f: Facts) =>
    `Ô ${f.cells.join(', ')} không nằm trong các ô được trả lại. Chỉ sửa được ô đã trả lại.`,
  'reporting.answer.empty': () => 'Chưa có số mới và cũng chưa có lời giải trình. Ghi ít nhất một trong hai.',
  'reporting.values.call-not-open': (f: Facts) => `Kỳ chưa mở nên ${f.unit} chưa nhập được số. Chờ Cụm mở kỳ.`,
  'reporting.values.call-locked': (f: Facts) =>
    `Kỳ đã khóa số liệu, không ghi thêm số của ${f.unit}. Muốn sửa phải làm đính chính.`,
  'reporting.values.unit-passed': (f: Facts) =>
    `Báo cáo của ${f.unit} đã đạt, không sửa số được nữa. Nhờ Tổ giúp việc Cụm trả lại các ô cần sửa.`,
  'reporting.values.awaiting-approval': (f: Facts) =>
    `Báo cáo của ${f.unit} đang chờ lãnh đạo duyệt nên chưa sửa được. Nhờ lãnh đạo trả về để nhập tiếp.`,
  'reporting.values.cell-not-returned': (f: Facts) =>
    `Chỉ các ô được trả lại mới sửa được (${f.returned.join(', ')}). Số của ${f.cells.join(', ')} đã khác bản đã gửi; giữ như cũ hoặc nhờ Cụm trả lại.`,
  'reporting.values.unknown-indicator': (f: Facts) =>
    `Không có chỉ tiêu ${f.codes.join(', ')} trong bộ chỉ tiêu của kỳ, hoặc đó là chỉ tiêu tự tính. Tải lại mẫu biểu.`,
  'reporting.values.not-readable': (f: Facts) => `“${f.text}” không phải là số. Ghi lại, ví dụ 1.331 hoặc 12,5.`,
  'reporting.indicator.not-found': (f: Facts) => `Không có chỉ tiêu mã “${f.code}” trong kỳ ${f.period}.`,
  'reporting.indicator.formula-circular': (f: Facts) =>
    `Công thức đi vòng: ${f.codes.join(' → ')}. Đổi tử số hoặc mẫu số của một chỉ tiêu trong vòng này.`,
  'reporting.indicator.formula-incomplete': (f: Facts) =>
    `Chỉ tiêu ${f.indicator}: tỷ lệ và bình quân phải có đủ tử số và mẫu số, chỉ tiêu khác thì không có.`,
  'reporting.indicator.part-unknown': (f: Facts) =>
    `Công thức của ${f.indicator} dùng ${f.part}, không có trong bộ chỉ tiêu. Thêm chỉ tiêu đó hoặc sửa công thức.`,
  'reporting.indicator.part-not-summed': (f: Facts) =>
    `Công thức của ${f.indicator} dùng ${f.part}, là chỉ tiêu không cộng được giữa các đơn vị. Dùng chỉ tiêu cộng được.`,
  'reporting.indicator.changed-without-version': (f: Facts) =>
    `Định nghĩa của ${f.code} (phiên bản ${f.version}) đã đổi ở mục ${f.field}. Đổi định nghĩa phải thêm phiên bản mới với ngày hiệu lực mới.`,
  'reporting.finding.not-found': () => 'Điểm cần xem này không còn: số liệu đã đổi. Tải lại trang để xem điểm mới.',
  'reporting.finding.note-missing': () =>
    'Bỏ qua cảnh báo phải ghi lý do; lý do đi theo số liệu. Ghi lý do rồi bấm lại.',
  'reporting.finding.blocks': () => 'Lỗi chặn không bỏ qua được. Sửa số liệu cho khớp.',
  'reporting.reconciliation.no-gap': (f: Facts) =>
    `“${f.indicator}” không có chênh lệch giữa báo cáo và sổ bộ để đối chiếu.`,
  'reporting.reconciliation.reasons-do-not-sum': (f: Facts) =>
    `Các lý do cộng lại được ${formatNumber(f.explained)} nhưng chênh lệch là ${formatNumber(f.gap)}. Sửa để tổng các lý do đúng bằng chênh lệch rồi ký.`,
  'reporting.figure.unreadable-name': (f: Facts) =>
    `“${f.name}” không phải tên của một con số. Viết như HTX.SO/LMHTX-NA@2024-H1, hoặc HTX.SO@2024-H1 cho toàn cụm.`,
  'reporting.figure.unit-not-in-cluster': (f: Facts) => `${f.unit} không thuộc ${f.cluster} ở kỳ ${f.period}.`,
};
