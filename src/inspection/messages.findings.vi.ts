import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatMoment, formatNumber, formatPercent } from '#platform/i18n/format.ts';
import type { ErrorRate } from './error-rate.ts';
import type { FollowUpState, Result } from './model.ts';

export const findingFormWords = {
  resultMissing: 'Chọn kết quả: đúng, sai lệch hoặc không kiểm được.',
  lineTooLong: (max: number) => `Dài quá ${formatNumber(max)} ký tự. Rút gọn lại.`,
  textTooLong: (max: number) => `Dài quá ${formatNumber(max)} ký tự. Rút gọn lại.`,
  dayWrong: 'Ngày không đọc được. Chọn ngày trong lịch, hoặc gõ theo dạng năm-tháng-ngày.',
  answerMissing: 'Ghi rõ đã sửa gì, ở đâu, để kiểm tra viên đối chiếu.',
  conclusionMissing: 'Kết luận chưa có lời. Ghi nhận định chung và kiến nghị.',
};

export const findingRefusals = {
  'inspection.sample.not-found': () => 'Không có mẫu này trong phạm vi của bạn. Mở lại từ trang Chọn mẫu.',
  'inspection.sample.concluded': (f: { concludedAt: Date; concludedBy: string }) =>
    `Mẫu này đã kết luận lúc ${formatMoment(f.concludedAt)} (${f.concludedBy}) nên kết quả không sửa được nữa. Muốn kiểm tra lại, hãy chọn mẫu mới.`,
  'inspection.sample.items-open': (f: { open: number; of: number }) =>
    `Chưa kết luận được: còn ${formatNumber(f.open)} trong ${formatNumber(f.of)} mục chưa ghi kết quả. Mục không xem được thì chọn “Không kiểm được”.`,
  'inspection.finding.says-nothing': () =>
    'Sai lệch hoặc không kiểm được thì ghi số tìm thấy hoặc nhận xét, để đơn vị biết mà trả lời.',
  'inspection.follow-up.cannot-vanish': () =>
    'Kiến nghị đã gửi đơn vị thì không xóa được. Sửa lời nếu cần, hoặc đợi đơn vị trả lời rồi xác nhận.',
  'inspection.follow-up.nobody-named': () => 'Kiến nghị phải ghi bộ phận hoặc chức danh chịu trách nhiệm sửa.',
  'inspection.follow-up.no-day': () => 'Kiến nghị phải có hạn sửa.',
  'inspection.follow-up.day-past': () => 'Hạn sửa đã qua. Chọn ngày từ hôm nay trở đi.',
  'inspection.follow-up.not-found': () => 'Mục này không có kiến nghị nào để trả lời.',
  'inspection.follow-up.not-answered': () => 'Đơn vị chưa trả lời nên chưa xác nhận được. Chờ đơn vị trả lời.',
  'inspection.follow-up.verified-already': (f: { verifiedAt: Date; verifiedBy: string }) =>
    `Kiến nghị này đã được xác nhận xong lúc ${formatMoment(f.verifiedAt)} (${f.verifiedBy}).`,
};

export const resultLabels: Readonly<Record<Result, string>> = {
  right: 'Đúng',
  wrong: 'Sai lệch',
  unverifiable: 'Không kiểm được',
};

export const stateLabels: Readonly<Record<FollowUpState, string>> = {
  open: 'Chưa sửa',
  done: 'Đơn vị báo đã sửa',
  verified: 'Đã xác nhận',
};

const percent = (share: number) => formatPercent(Math.round(share * 1000) / 10);

export const findingText = {
  keep: 'Giữ mẫu này',
  keepWhy: 'Giữ để ghi kết quả từng mục; mẫu đã giữ không đổi dù sổ bộ đổi.',
  keptTitle: 'Mẫu đã giữ',
  keptColumns: ['Mẫu', 'Chọn lúc', 'Người chọn', 'Đã xem', 'Sai lệch', 'Trạng thái'],
  keptName: (seed: string, of: string) => `${seed} · ${of}`,
  progress: (looked: number, items: number) => `${formatNumber(looked)}/${formatNumber(items)}`,
  concluded: 'Đã kết luận',
  working: 'Đang kiểm tra',
  sampleTitle: (seed: string) => `Mẫu ${seed}`,
  allAlliances: 'mọi liên minh trong phạm vi',
  download: 'Tải Excel',
  fileName: (seed: string) => `ket-qua-kiem-tra-${seed.replaceAll(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 40)}.xlsx`,
  sheetName: 'Kết quả kiểm tra',
  columns: {
    no: 'STT',
    stratum: 'Tầng',
    result: 'Kết quả',
    figure: 'Chỉ tiêu',
    recorded: 'Số trong hệ thống',
    found: 'Số tìm thấy',
    note: 'Nhận xét',
    evidence: 'Căn cứ',
    foundBy: 'Người kiểm tra',
    foundAt: 'Lúc',
    task: 'Kiến nghị',
    mendedBy: 'Ai sửa',
    dueOn: 'Hạn',
    state: 'Tình trạng sửa',
    answer: 'Trả lời của đơn vị',
    answeredBy: 'Người trả lời',
    verifiedBy: 'Người xác nhận',
    unit: 'Đơn vị',
    item: 'Mục',
  },
  write: 'Ghi kết quả',
  change: 'Sửa',
  notLooked: 'Chưa xem',
  form: {
    title: (no: number) => `Mục ${no}`,
    result: 'Kết quả',
    figure: 'Chỉ tiêu hoặc trường kiểm tra',
    recorded: 'Số ghi trong hệ thống',
    found: 'Số tìm thấy',
    note: 'Nhận xét',
    evidence: 'Căn cứ',
    evidenceHint: 'Tên, số, ngày của sổ sách hay biên bản đã xem; không ghi họ tên, số điện thoại của người dân.',
    followUp: 'Kiến nghị với đơn vị',
    task: 'Việc phải sửa',
    taskHint: 'Để trống nếu không phải sửa gì. Đơn vị thấy ngay khi bạn ghi.',
    mendedBy: 'Bộ phận hoặc chức danh sửa',
    dueOn: 'Hạn sửa',
    submit: 'Ghi kết quả',
    open: 'Mở hồ sơ',
  },
  redraw: {
    title: 'Chọn lại',
    same: 'Tập gốc không đổi; chọn lại bằng hạt giống này vẫn ra đúng các mục này.',
    changed: (now: number, then: number) =>
      `Tập gốc đã đổi từ lúc chọn (lúc ấy ${formatNumber(then)}, nay ${formatNumber(now)}), nên chọn lại có thể ra mục khác. Mẫu đã giữ vẫn như lúc chọn.`,
    other: 'Phạm vi của bạn khác người chọn mẫu nên không chọn lại được ở đây.',
  },
  conclusion: {
    title: 'Kết luận',
    rate: 'Tỷ lệ sai lệch',
    interval: 'Khoảng tin cậy 95% (Wilson)',
    checked: 'Đã kiểm được',
    unverifiable: 'Không kiểm được',
    open: 'Chưa xem',
    none: 'chưa có mục nào kiểm được',
    share: ({ rate }: ErrorRate, wrong: number) => `${percent(rate)} (${formatNumber(wrong)} mục)`,
    bounds: ({ low, high }: ErrorRate) => `${percent(low)} – ${percent(high)}`,
    why: 'Tỷ lệ tính trên các mục kiểm được. Khoảng tin cậy nói về toàn bộ tập gốc: nếu chọn 100 mẫu như vậy, khoảng 95 mẫu cho khoảng chứa tỷ lệ thật.',
    words: 'Lời kết luận',
    wordsHint: 'Nhận định chung, nguyên nhân, kiến nghị. Kết luận xong thì kết quả từng mục không sửa được nữa.',
    submit: 'Kết luận',
    by: (by: string, at: Date) => `${by}, ${formatMoment(at)}`,
  },
  findings: {
    title: 'Kết quả kiểm tra',
    sub: 'Sai lệch và kiến nghị của các cuộc kiểm tra; việc chưa sửa đứng trước.',
    empty: 'Chưa có kiến nghị nào',
    emptyWhy: 'Khi kiểm tra viên ghi sai lệch hoặc kiến nghị với đơn vị, mục ấy hiện ở đây để đơn vị trả lời.',
    overdue: 'quá hạn',
    noTask: 'không phải sửa',
    answerLabel: 'Trả lời của đơn vị',
    answerHint: 'Đã sửa gì, ở đâu, căn cứ nào. Kiểm tra viên đối chiếu rồi xác nhận.',
    answerSubmit: 'Gửi trả lời',
    mended: 'Đã sửa đúng',
    notMended: 'Chưa đạt, mở lại',
    recordedFound: (recorded: string, found: string) => `hệ thống ghi ${recorded || '—'}, tìm thấy ${found || '—'}`,
    by: (by: string, at: Date) => `${by}, ${formatMoment(at)}`,
  },
  visits: {
    title: 'Lượt xem của tôi',
    sub: 'Những trang bạn đã mở và việc bị từ chối, như ghi trong nhật ký. Đơn vị được kiểm tra có thể yêu cầu xem.',
    until: (day: IsoDate) => `Quyền kiểm tra của bạn hết từ ngày ${formatDate(day)}.`,
    noEnd: 'Quyền kiểm tra của bạn chưa ghi ngày kết thúc. Hãy đề nghị quản trị hệ thống ghi theo quyết định kiểm tra.',
    empty: 'Chưa có lượt xem nào',
    emptyWhy: 'Mỗi trang bạn mở trong văn phòng được ghi một dòng ở đây.',
    columns: ['Lúc', 'Việc', 'Trang hoặc hồ sơ'],
    more: (max: number) => `Chỉ hiện ${formatNumber(max)} lượt gần nhất; xem hết ở Nhật ký.`,
  },
};
