import type { Decimal } from '#kernel/decimal.ts';
import { dayInVietnam, type IsoDate } from '#kernel/time.ts';
import { formatDate, formatMoment, formatNumber, MISSING, NBSP } from '#platform/i18n/format.ts';
import type { FormState } from './form-states.ts';
import { FORMS, labels } from './messages.vi.ts';
import type { FormCode, Severity } from './model.ts';
import type { ReconciliationState } from './reconciliation.ts';

function days(count: number): string {
  return `${formatNumber(Math.abs(count))}${NBSP}ngày`;
}

/** `24/06`, where the year is said elsewhere. */
function shortDay(day: IsoDate): string {
  return formatDate(day).slice(0, 5);
}

export const common = {
  periods: 'Kỳ báo cáo',
  open: 'Đang mở',
  consolidated: 'Tổng hợp',
  of: (part: number, whole: number) => `${part}/${whole}`,
  cancel: 'Thôi',
};

/** One sign per state everywhere; the word stands beside it. */
export const formStates: Readonly<
  Record<FormState, { tone: 'ok' | 'wait' | 'warn' | 'bad' | 'idle'; sign: string; word: string }>
> = {
  passed: { tone: 'ok', sign: '✓', word: 'Đạt' },
  submitted: { tone: 'wait', sign: 'G', word: 'Đã gửi' },
  'awaiting-approval': { tone: 'wait', sign: 'D', word: 'Chờ duyệt' },
  returned: { tone: 'warn', sign: '!', word: 'Trả lại' },
  correcting: { tone: 'warn', sign: 'S', word: 'Đang sửa' },
  entering: { tone: 'idle', sign: 'N', word: 'Đang nhập' },
  overdue: { tone: 'bad', sign: 'Q', word: 'Quá hạn' },
  'not-opened': { tone: 'idle', sign: '–', word: 'Chưa mở' },
};

export const board = {
  daysToLock: (count: number) => {
    if (count < 0) return `Quá hạn khóa ${days(count)}`;
    return count === 0 ? 'Hôm nay là hạn khóa' : `Còn ${days(count)} đến khóa`;
  },
  locked: 'Đã khóa số liệu',
  steps: {
    opened: 'Mở kỳ',
    cutOff: 'Chốt số',
    received: 'Chốt nhận',
    consolidating: 'Tổng hợp',
    locked: 'Khóa số liệu',
    conference: 'Hội nghị',
  },
  stepsLabel: 'Trạng thái kỳ báo cáo',
  today: (day: IsoDate) => `hôm nay ${shortDay(day)}`,
  notSet: 'chưa định ngày',
  notBegun: 'chưa bắt đầu',
  done: 'đã xong',
  legend: 'Chú giải và số biểu',
  matrix: (units: number) => `Tình trạng nộp 9 biểu của ${formatNumber(units)} đơn vị`,
  unit: 'Đơn vị',
  lastActor: 'người sửa cuối',
  due: 'Hạn',
  left: 'còn',
  daysLeft: (count: number) => (count < 0 ? `quá ${days(count)}` : days(count)),
  /** The clock today, the day before. */
  lastAct: (by: string, at: Date, today: IsoDate) => {
    const when = dayInVietnam(at) === today ? formatMoment(at).slice(-5) : formatMoment(at).slice(0, 5);
    return `${when} · ${by}`;
  },
  cell: (unit: string, form: FormCode, state: string) => `${unit}, ${labels.formNumber(form)}: ${state}`,
  returnedCount: (count: number) => `Trả lại ${formatNumber(count)} ô`,
  actions: { extend: 'Gia hạn…', close: 'Chốt nhận…', consolidate: 'Tổng hợp…', review: 'Tới bản báo cáo' },
  compared: {
    title: 'Số HTX: báo cáo và sổ bộ',
    end: (day: IsoDate) => `số liệu đến ${formatDate(day)}`,
    declared: 'Báo cáo',
    counted: 'Đếm sổ bộ',
    gap: 'Lệch',
    state: 'Đối chiếu',
    total: 'Toàn cụm',
    agreed: 'Khớp',
    waiting: (count: number) => `${formatNumber(count)} chỉ tiêu chưa đối chiếu`,
  },
};

export const drawer = {
  title: (unit: string, form: FormCode) => `${unit} · ${labels.formNumber(form)}`,
  sub: (form: FormCode, roundNo: number) =>
    roundNo === 0 ? FORMS[form].title : `${FORMS[form].title} · đã gửi ${formatNumber(roundNo)} lần`,
  until: (day: IsoDate) => `hạn ${formatDate(day)}`,
  askedCells: 'Ô cần sửa',
  answer: 'Số mới',
  explanation: 'Giải trình',
  answered: 'Trả lời',
  sendAnswers: 'Ghi số đã sửa',
  findings: 'Điểm cần xem',
  noFindings: 'Không có điểm nào cần xem.',
  kept: (note: string) => `Giữ nguyên: ${note}`,
  keep: 'Giữ nguyên, ghi lý do',
  reason: 'Lý do',
  keepSubmit: 'Ghi lý do',
  back: 'Trả lại ô…',
  backHint: 'Chọn ô, ghi điều cần sửa. Chỉ các ô này mở lại để sửa.',
  backSubmit: 'Trả lại',
  otherCell: 'Ô khác',
  noCell: '– không –',
  comment: (name: string) => `Điều cần sửa ở “${name}”`,
  passForm: 'Đạt biểu này',
  passUnit: 'Đạt cả đơn vị',
  approve: 'Duyệt và gửi',
  approveAgain: 'Duyệt và gửi lại',
  ask: 'Trình duyệt',
  sendBack: 'Trả về để nhập',
  recall: 'Rút về để sửa',
  fill: 'Lấy số đếm từ sổ bộ',
  missing: (count: number) =>
    `Còn ${formatNumber(count)} chỉ tiêu bắt buộc chưa có số. Gửi thiếu phải ghi lý do và ngày hẹn.`,
  missingReason: 'Lý do thiếu',
  missingByOn: 'Ngày hẹn bổ sung',
  sentWithGaps: (note: string, day: IsoDate) => `Gửi thiếu: ${note}. Hẹn bổ sung ${formatDate(day)}.`,
  history: 'Lịch sử',
  noHistory: 'Chưa có việc nào.',
  receipt: 'Mã nhận',
  hidden: 'Số liệu và trao đổi của đơn vị khác chỉ mở cho Tổ giúp việc Cụm.',
  extend: {
    title: 'Gia hạn nhận báo cáo',
    text: 'Các đơn vị chưa gửi được nộp đến ngày mới mà không bị tính trễ. Lý do được ghi vào nhật ký.',
    day: 'Hạn gửi mới',
    submit: 'Gia hạn',
  },
  close: {
    title: 'Chốt nhận báo cáo',
    text: (missing: readonly string[]) =>
      missing.length === 0
        ? 'Mọi đơn vị đã gửi. Sau khi chốt, báo cáo gửi thêm vẫn nhận nhưng tính là trễ.'
        : `Còn ${missing.join(', ')} chưa gửi. Sau khi chốt, báo cáo của các đơn vị này vẫn nhận nhưng tính là trễ.`,
    submit: 'Chốt nhận',
  },
  consolidate: {
    title: 'Chuyển sang tổng hợp',
    text: 'Bắt đầu kiểm tra, trả lại ô và lập bản báo cáo. Đơn vị gửi trễ vẫn được nhận đến khi khóa.',
    submit: 'Bắt đầu tổng hợp',
  },
};

export const severityTones: Readonly<Record<Severity, { tone: 'bad' | 'warn' | 'wait'; sign: string }>> = {
  error: { tone: 'bad', sign: '!' },
  warning: { tone: 'warn', sign: '≠' },
  info: { tone: 'wait', sign: 'i' },
};

export const sheet = {
  region: (form: FormCode) => `Bảng tổng hợp ${labels.formNumber(form)}`,
  caption: (form: FormCode, units: number) => `${labels.formHead(form)}, ${formatNumber(units)} đơn vị từ bắc vào nam`,
  units: (have: number, of: number) => `${have}/${of} đơn vị`,
  differs: (count: number) => `${formatNumber(count)} chỗ lệch`,
  noneDiffers: 'Không có chỗ lệch',
  sub: (cutOff: IsoDate, lastYear: IsoDate, unit: string) =>
    `Số liệu đến ${formatDate(cutOff)} · cùng kỳ ${formatDate(lastYear)} · đơn vị tính: ${unit}`,
  forms: 'Chín biểu',
  onlyDifferent: 'Chỉ chỗ lệch',
  samePeriod: 'Cùng kỳ',
  counted: 'Số đếm sổ bộ',
  file: 'Xuất Excel',
  review: 'Tới bản báo cáo',
  indicator: 'Chỉ tiêu',
  total: 'Toàn cụm',
  partial: (have: number, of: number) => `Cộng ${have}/${of}`,
  lastYear: 'Cùng kỳ',
  change: 'Tăng giảm',
  notSent: 'chưa gửi',
  missing: MISSING,
  missingWhy: (unit: string) => `${unit}: chưa có số`,
  notComputed: 'không tính',
  notComputedWhy: 'Mẫu số bằng 0 nên không tính tỷ lệ',
  countedRow: (name: string) => `${name}: số đếm sổ bộ`,
  countedShort: 'đếm sổ bộ',
  differsWhy: (counted: string) => `Sổ bộ đếm ${counted}`,
  open: (place: string, name: string, amount: string) => `${place}, ${name}: ${amount}. Xem nguồn`,
  points: 'đpt',
  nothingDiffers: 'Mọi số báo cáo khớp với sổ bộ và với nhau.',
  showAll: 'Xem cả biểu',
  estimate: { estimate: 'ước', preliminary: 'sơ bộ', actual: '' },
};

export const lineage = {
  wholeCluster: 'Toàn cụm',
  title: (place: string, name: string) => `${place} · ${name}`,
  sub: (code: string, version: number) => `${code} · định nghĩa bản ${version}`,
  declared: 'Báo cáo',
  counted: 'Đếm sổ bộ',
  gap: 'Lệch',
  badge: {
    'not-compared': '',
    equal: 'Khớp',
    unreconciled: 'Chưa đối chiếu',
    signed: 'Đã đối chiếu',
  } satisfies Record<ReconciliationState, string>,
  origin: 'Từ đâu có số này',
  parts: 'Tính từ',
  byUnit: 'Theo đơn vị',
  definition: 'Cách tính',
  past: 'Qua các kỳ',
  missing: 'Chưa có số',
  note: 'Ghi chú của đơn vị',
  copied: 'Tên để trích dẫn',
  signedBy: (by: string, at: Date) => `${by} ký ${formatMoment(at)}`,
  reconcile: 'Đối chiếu…',
  reconcileHint: (gap: Decimal) =>
    `Ghi phần lệch do từng lý do. Cộng lại phải đúng bằng ${formatNumber(gap).replace('-', '−')} (sổ bộ trừ báo cáo).`,
  sign: 'Ký đối chiếu',
  sendBack: 'Trả lại ô này…',
};

export const start = {
  title: 'Kỳ báo cáo',
  empty: 'Chưa mở kỳ nào',
  emptyWhy: 'Mở kỳ sẽ tạo chín biểu cho từng đơn vị và lấy lại số cùng kỳ.',
  emptyForUnit: 'Tổ giúp việc Cụm chưa mở kỳ nào. Khi kỳ được mở, biểu của đơn vị hiện ở đây.',
  openHalfYear: 'Mở kỳ 6 tháng…',
  open: {
    title: 'Mở kỳ báo cáo',
    period: 'Kỳ',
    window: (first: IsoDate, last: IsoDate) => `Số liệu từ ${formatDate(first)} đến ${formatDate(last)}`,
    submitByOn: 'Hạn gửi',
    lockByOn: 'Hạn khóa số liệu',
    conferenceOn: 'Ngày hội nghị (nếu có)',
    submit: 'Mở kỳ',
    look: 'Xem kỳ này',
    periodHint: 'Ví dụ 2024-H1, 2024-Q2, 2024-06, 2024-9M hoặc 2024',
    members: (names: readonly string[]) => `${formatNumber(names.length)} đơn vị: ${names.join(', ')}`,
  },
};
