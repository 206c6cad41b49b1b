import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { ApplicationMove, ApplicationState, MemberMove, MemberState } from './model.ts';

export const applicationStateLabels: Readonly<Record<ApplicationState, string>> = {
  received: 'Đã nhận, đang kiểm tra',
  returned: 'Trả lại để bổ sung',
  complete: 'Hồ sơ đủ',
  submitted: 'Đã trình Ban Thường vụ',
  approved: 'Có quyết định kết nạp',
  admitted: 'Đã kết nạp, trao thẻ',
  refused: 'Không kết nạp',
  withdrawn: 'Đã rút',
};

export const applicationMoveLabels: Readonly<Record<ApplicationMove, string>> = {
  return: 'Trả lại, kèm danh sách thiếu',
  accept: 'Xác nhận hồ sơ đủ',
  submit: 'Trình Ban Thường vụ',
  approve: 'Quyết định kết nạp',
  admit: 'Kết nạp, trao thẻ',
  refuse: 'Không kết nạp',
  withdraw: 'Rút hồ sơ',
};

export const memberStateLabels: Readonly<Record<MemberState, string>> = {
  member: 'Thành viên',
  suspended: 'Tạm đình chỉ',
  left: 'Đã ra khỏi Liên minh',
};

export const memberMoveLabels: Readonly<Record<MemberMove, string>> = {
  suspend: 'Tạm đình chỉ tư cách',
  resume: 'Khôi phục tư cách',
  leave: 'Ra khỏi Liên minh',
};

/** What the paper of a step is called. */
export const paperLabels: Readonly<Record<string, string>> = {
  return: 'Số công văn trả lại',
  submit: 'Số tờ trình',
  approve: 'Số quyết định',
  refuse: 'Số thông báo',
  admit: 'Số thẻ thành viên',
  suspend: 'Số quyết định',
  resume: 'Số quyết định',
  leave: 'Số quyết định',
};

interface Facts {
  readonly [name: string]: unknown;
}

const day = (value: unknown) => formatDate(value as IsoDate);
const listed = (values: unknown, labels: Readonly<Record<string, string>>) => {
  const words = (values as readonly string[]).map((value) => labels[value] ?? value);
  return words.length === 0 ? 'không còn bước nào' : words.join('; ');
};

/** A sentence for each refusal: what, where, how to mend. */
export const refusals = {
  'membership.application.move-not-allowed': ({ state, move, allowed }: Facts) =>
    `Hồ sơ đang ở bước “${applicationStateLabels[state as ApplicationState]}” nên không “${applicationMoveLabels[move as ApplicationMove]}” được. Bước được phép: ${listed(allowed, applicationMoveLabels)}.`,
  'membership.application.nothing-missing': () =>
    'Hồ sơ đã có đủ các mục nên không có gì để trả lại. Hãy bỏ dấu mục còn thiếu, hoặc xác nhận hồ sơ đủ.',
  'membership.application.items-missing': ({ gaps }: Facts) =>
    `Hồ sơ còn thiếu: ${(gaps as readonly string[]).join('; ')}. Hãy đánh dấu mục đã nhận đủ rồi xác nhận lại.`,
  'membership.application.items-fixed': ({ state }: Facts) =>
    `Hồ sơ đang ở bước “${applicationStateLabels[state as ApplicationState]}”; danh mục chỉ đánh dấu được khi đang kiểm tra hoặc chờ bổ sung.`,
  'membership.application.open-already': ({ appliedOn }: Facts) =>
    `Tổ chức này đã có hồ sơ nộp ngày ${day(appliedOn)} đang xử lý. Hãy làm tiếp hồ sơ đó, hoặc rút hồ sơ đó trước.`,
  'membership.member.already': ({ from }: Facts) =>
    `Tổ chức này đã là thành viên từ ngày ${day(from)} nên không cần hồ sơ mới.`,
  'membership.member.move-not-allowed': ({ state, move, allowed }: Facts) =>
    `Tư cách đang là “${memberStateLabels[state as MemberState]}” nên không “${memberMoveLabels[move as MemberMove]}” được. Bước được phép: ${listed(allowed, memberMoveLabels)}.`,
  'membership.member.left-before-card': () =>
    'Tổ chức đã ra khỏi Liên minh trước khi trao thẻ, nên không trao thẻ được nữa. Muốn vào lại, hãy nhận hồ sơ mới.',
  'membership.step.in-future': ({ day: on, today }: Facts) =>
    `Ngày ${day(on)} ở sau hôm nay (${day(today)}). Hãy ghi ngày đã diễn ra.`,
  'membership.step.too-early': ({ day: on, notBefore }: Facts) =>
    `Ngày ${day(on)} ở trước bước liền trước (${day(notBefore)}). Hãy sửa lại ngày.`,
  'membership.step.without-paper': ({ move }: Facts) =>
    `Chưa có ${(paperLabels[String(move)] ?? 'số giấy tờ').toLowerCase()}. Hãy ghi số đúng như trên giấy.`,
  'membership.step.without-reason': () => 'Chưa có lý do. Hãy ghi lý do để tổ chức biết.',
  'membership.due.year-outside': ({ year, first, last }: Facts) =>
    `Năm ${year} ngoài thời gian là thành viên. Hãy ghi năm từ ${first} đến ${last}.`,
  'membership.file.not-found': () => 'Không có hồ sơ này ở tổ chức. Hãy mở lại thẻ Thành viên Liên minh.',
  'membership.file.changed-meanwhile': () =>
    'Người khác vừa làm một bước với hồ sơ này. Hãy tải lại trang, xem bước đó rồi làm tiếp; điều bạn vừa ghi còn ở ô bên dưới.',
  'membership.receipt.not-found': () =>
    'Không có hồ sơ nào mang mã này. Hãy xem lại mã trên giấy hẹn: 16 chữ và số, gạch nối sau mỗi bốn.',
};

export const text = {
  title: 'Thành viên Liên minh',
  crumb: 'Thành viên',
  none: 'Chưa là thành viên Liên minh',
  noneWhy: 'Cán bộ của liên minh nhận hồ sơ gia nhập ở đây; tổ chức theo dõi bằng mã trên giấy hẹn.',
  open: 'Nhận hồ sơ gia nhập',
  appliedOn: 'Ngày nộp',
  items: 'Mục hồ sơ đã có',
  itemsSubmit: 'Lưu đánh dấu',
  unverified: 'chưa đối chiếu văn bản gốc',
  citation: (words: string) => `Căn cứ danh mục: ${words}`,
  present: 'đã có',
  missing: 'thiếu',
  namedMissing: 'thiếu, đã báo khi trả lại',
  receipt: 'Mã theo dõi',
  receiptHint: 'Đưa mã này cho tổ chức; ai có mã xem được hồ sơ đến bước nào và còn thiếu gì ở',
  application: (on: IsoDate) => `Hồ sơ gia nhập, nộp ngày ${formatDate(on)}`,
  steps: 'Các bước đã làm',
  step: 'Bước tiếp theo',
  move: 'Bước',
  day: 'Ngày',
  dayHint: 'Ngày/tháng/năm, ví dụ 05/07/2024.',
  paper: 'Số giấy tờ',
  paperHint: 'Số tờ trình, số quyết định, hoặc số thẻ khi kết nạp.',
  note: 'Lý do, ghi chú',
  submit: 'Ghi bước này',
  noRight: 'Bước tiếp theo do lãnh đạo của liên minh ghi (quyết định của Ban Thường vụ).',
  noRightOfficer: 'Bước tiếp theo do cán bộ của liên minh ghi.',
  member: (from: IsoDate) => `Thành viên từ ngày ${formatDate(from)}`,
  decision: 'Quyết định',
  card: 'Số thẻ',
  noCard: 'chưa trao thẻ',
  until: (last: IsoDate) => `đến ngày ${formatDate(last)}`,
  dues: 'Hội phí theo năm',
  noDues: 'Chưa ghi hội phí năm nào.',
  dueHeads: { year: 'Năm', amount: 'Số tiền', paidOn: 'Ngày nộp', paper: 'Số phiếu thu', by: 'Người ghi' },
  due: 'Ghi hội phí',
  dueAmountHint: 'Đồng, ví dụ 500.000. Ghi lại cùng năm là sửa dòng cũ.',
  amountWrong: 'Chưa đọc được số tiền. Hãy ghi số đồng, ví dụ 500.000.',
  yearWrong: 'Chưa đọc được năm. Hãy ghi bốn chữ số, ví dụ 2024.',
  dayWrong: 'Chưa đọc được ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/07/2024.',
  tooLong: 'Dài quá giới hạn. Hãy viết gọn lại.',
  moveMissing: 'Chưa chọn bước.',
  list: {
    title: 'Thành viên Liên minh',
    sub: 'Tổ chức là thành viên, đang nộp hồ sơ, hoặc đã ra khỏi Liên minh.',
    standings: { member: 'Thành viên', suspended: 'Tạm đình chỉ', applying: 'Đang nộp hồ sơ', left: 'Đã ra' },
    all: 'Tất cả',
    unpaid: (year: number) => `Chưa đóng phí ${year}`,
    search: 'Tìm theo tên',
    submit: 'Tìm',
    shown: (from: number, until: number, total: number) =>
      `${formatNumber(from)}–${formatNumber(until)} trong ${formatNumber(total)} tổ chức`,
    heads: {
      name: 'Tổ chức',
      alliance: 'Liên minh',
      standing: 'Tư cách',
      since: 'Từ ngày',
      card: 'Số thẻ',
      due: (year: number) => `Hội phí ${year}`,
    },
    notPaid: 'chưa đóng',
    empty: 'Không có tổ chức nào',
    emptyWhy: 'Hồ sơ gia nhập được nhận ở thẻ Thành viên Liên minh của từng tổ chức trong sổ bộ.',
    export: (format: string) => `Tải ${format}`,
    commune: 'Xã, phường',
    until: 'Đến ngày',
    applied: 'Ngày nộp hồ sơ',
    applicationState: 'Bước hồ sơ',
  },
  follow: {
    title: 'Theo dõi hồ sơ gia nhập Liên minh',
    intro:
      'Ghi mã trên giấy hẹn để xem hồ sơ đến bước nào và còn thiếu gì. Trang này không hiện tên tổ chức, tên người.',
    code: 'Mã theo dõi',
    codeHint: '16 chữ và số, ví dụ abcd-efgh-jkmn-pqrs.',
    submit: 'Xem hồ sơ',
    state: 'Tình trạng',
    applied: 'Ngày nộp',
    missing: 'Còn thiếu',
    missingWhy: 'Đây là danh sách đầy đủ, chỉ báo một lần. Bổ sung đủ các mục này rồi nộp cho liên minh.',
    steps: 'Các bước',
    received: 'Nhận hồ sơ',
  },
};
