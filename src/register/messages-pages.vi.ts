import type { DayReading } from '#kernel/day-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';

export const kindLabels: Readonly<Record<string, string>> = {
  cooperative: 'Hợp tác xã',
  'cooperative-union': 'Liên hiệp HTX',
  'cooperative-group': 'Tổ hợp tác',
};

/** In tables, where the letter stands beside. */
export const shortStatusLabels: Readonly<Record<string, string>> = {
  operating: 'Hoạt động',
  suspended: 'Tạm ngừng',
  ceased: 'Ngừng',
  dissolving: 'Đang giải thể',
  dissolved: 'Đã giải thể',
  merged: 'Đã sáp nhập',
};

export const ratingLabels: Readonly<Record<string, string>> = {
  good: 'Tốt',
  fair: 'Khá',
  average: 'Trung bình',
  weak: 'Yếu',
  'not-rated': 'Không xếp',
  none: 'Chưa xếp',
};

export const freshnessLabels: Readonly<Record<string, string>> = {
  'in-12-months': 'Trong 12 tháng',
  'over-12-months': 'Quá 12 tháng',
  'over-24-months': 'Quá 24 tháng',
  never: 'Chưa xác nhận',
};

export const missingLabels: Readonly<Record<string, string>> = {
  code: 'Chưa có mã số',
  sector: 'Chưa phân ngành',
  members: 'Thiếu số thành viên',
  revenue: 'Thiếu doanh thu',
};

export const precisionLabels: Readonly<Record<string, string>> = {
  day: 'Rõ ngày',
  month: 'Chỉ rõ tháng',
  year: 'Chỉ rõ năm',
};

export const basisLabels: Readonly<Record<string, string>> = {
  actual: 'thực hiện',
  estimate: 'ước',
  preliminary: 'sơ bộ',
};

const HALVES: Readonly<Record<string, string>> = { H1: '6 tháng đầu', H2: '6 tháng cuối' };

/** `2024-H1` → `6 tháng đầu 2024`; a code of another shape as it is. */
export function periodLabel(code: string): string {
  const [year = '', part = ''] = code.split('-');
  if (HALVES[part]) return `${HALVES[part]} ${year}`;
  if (/^Q[1-4]$/.test(part)) return `Quý ${part.slice(1)}/${year}`;
  if (/^\d\d$/.test(part)) return `Tháng ${part}/${year}`;
  return part === '' ? `Năm ${year}` : code;
}

export const listText = {
  area: 'Sổ bộ',
  title: 'Hợp tác xã',
  importing: 'Nhập Excel',
  csv: 'Xuất CSV',
  xlsx: 'Xuất Excel',
  personal: 'Xuất kèm người đại diện, điện thoại…',
  exporting: 'Xuất danh sách',
  exportHint: (count: number) => `${formatNumber(count)} dòng đúng như bộ lọc đang chọn.`,
  exportColumns: 'Xuất các cột đang hiện, không kèm thông tin cá nhân. Lượt xuất được ghi nhật ký.',
  views: 'Bộ lọc sẵn',
  all: 'Tất cả',
  isNew: 'Mới lập dưới 12 tháng',
  stale: 'Chưa xác nhận 12 tháng qua',
  noRevenue: 'Thiếu doanh thu',
  filter: 'Lọc',
  showFilters: 'Bộ lọc',
  apply: 'Lọc',
  clear: 'Bỏ lọc',
  searchLabel: 'Tìm trong sổ bộ',
  searchHint: 'Tên, mã số, xã',
  facets: {
    alliances: 'Liên minh',
    statuses: 'Tình trạng',
    kinds: 'Loại hình',
    sectors: 'Lĩnh vực',
    ratings: 'Xếp loại',
    freshness: 'Xác nhận gần nhất',
    missing: 'Thiếu số liệu',
  },
  noSector: 'Chưa phân ngành',
  newOnly: 'Mới lập dưới 12 tháng',
  period: 'Số liệu của kỳ',
  noPeriod: 'Chưa có kỳ nào có số liệu',
  found: (total: number) => `${formatNumber(total)} tổ chức`,
  shown: (shown: number, total: number) => `${formatNumber(shown)} trong ${formatNumber(total)} tổ chức`,
  chosen: 'Đang lọc:',
  remove: (what: string) => `Bỏ lọc ${what}`,
  forgiven: (typed: string, found: string) => `Không có “${typed}”. Đang hiện kết quả gần đúng cho “${found}”.`,
  columns: (shown: number, all: number) => `Cột ${shown}/${all}`,
  columnsTitle: 'Chọn cột hiện ra',
  columnsApply: 'Hiện các cột này',
  roomy: 'Dòng thưa',
  dense: 'Dòng sát',
  caption: (place: string) => `Danh sách tổ chức trong sổ bộ, ${place}`,
  sortBy: (label: string) => `Sắp theo ${label}`,
  missingFigure: 'chưa có',
  hidden: 'ẩn',
  hiddenTitle: 'Chỉ cán bộ của liên minh này xem được',
  emptyRegister: 'Sổ bộ chưa có tổ chức nào',
  emptyRegisterWhy: 'Dữ liệu vào sổ bộ từ tệp Excel của liên minh. Tải mẫu, điền rồi nhập; mỗi dòng thành một hồ sơ.',
  emptyResult: 'Không có tổ chức nào khớp',
  emptyResultWhy: 'Thử bớt chữ trong ô tìm, gõ không dấu, tìm theo xã hoặc mã số; hoặc bỏ bớt bộ lọc.',
  clearSearch: 'Xem cả sổ bộ',
  searchAll: (count: number) => `Tìm trong cả ${formatNumber(count)} tổ chức, không lọc`,
  new: 'Mới lập',
  overdue: 'quá hạn xác nhận',
};

export const personsExportText = {
  title: 'Xuất kèm thông tin cá nhân',
  sub: (rows: number) => `${formatNumber(rows)} dòng đúng như bộ lọc đang chọn, kèm người đại diện và điện thoại.`,
  none: 'Không có dòng nào có thông tin cá nhân trong phạm vi của bạn',
  noneWhy: 'Thông tin cá nhân chỉ xuất được của liên minh mình. Hãy đổi bộ lọc rồi làm lại.',
  purpose: 'Mục đích',
  choose: 'Chọn mục đích',
  purposeMissing: 'Chưa chọn mục đích. Hãy chọn một mục đích trong danh sách.',
  format: 'Dạng tệp',
  formats: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)' } as Readonly<Record<'xlsx' | 'csv', string>>,
  rules: (hours: number) => [
    'Cần hai người: bạn trình, một cán bộ hoặc lãnh đạo khác của liên minh (hoặc quản trị hệ thống) duyệt thì tệp mới được lập.',
    'Tệp ghi rõ người xuất, người duyệt, lúc xuất, mục đích và hạn dùng, trên tệp và trên từng trang in.',
    `Tải được trong ${formatNumber(hours)} giờ kể từ lúc duyệt, chỉ bằng tài khoản này. Mỗi lần tải được ghi nhật ký.`,
    'Dùng xong thì xóa tệp trên máy. Không gửi qua Zalo, thư điện tử cá nhân.',
  ],
  submit: 'Trình duyệt bản xuất',
  notMade: 'Chưa trình được bản xuất',
  mine: 'Bản xuất của tôi',
  fileName: (today: string, format: string) => `so-bo-ca-nhan-${today}.${format}`,
  markLabel: 'Dấu bản xuất',
  mark: (m: { by: string; approvedBy: string; at: string; purpose: string; until: string }) =>
    `CÓ DỮ LIỆU CÁ NHÂN. Người xuất: ${m.by}; người duyệt: ${m.approvedBy}; lúc ${m.at}; mục đích: ${m.purpose}; hết hạn dùng: ${m.until}.`,
  fourEyes: {
    label: 'Xuất thông tin cá nhân',
    title: 'Đề nghị xuất thông tin cá nhân',
    crumb: 'Đề nghị',
    words: (people: number, place: string, purpose: string, format: string) =>
      `Xuất thông tin cá nhân của ${formatNumber(people)} người (${place}); mục đích: ${purpose}; tệp ${format}`,
    several: (count: number) => `${formatNumber(count)} liên minh`,
    approve: 'Duyệt và lập bản xuất',
    noteHint: 'Không bắt buộc. Ví dụ: để gọi điện xác minh mã số trong tháng này.',
    outcome:
      'Duyệt thì tệp được lập cho người trình, chỉ tài khoản của người trình mở được; tên hai người ghi trong tệp.',
    list: 'Xem danh sách theo đúng bộ lọc này',
    changed: (before: number, after: number) =>
      `Danh sách người đã khác lúc trình: lúc trình ${formatNumber(before)} người, nay ${formatNumber(after)} người`,
    approvedMine: (by: string, at: string) => `${by} đã duyệt lúc ${at}. Tải tệp ở`,
    approved: (by: string, at: string, maker: string) => `${by} đã duyệt lúc ${at}. Tệp chỉ ${maker} mở được.`,
    withdrawn: (by: string, at: string) => `${by} đã rút đề nghị này lúc ${at}.`,
  },
};

export const cardText = {
  address: 'Địa chỉ',
  change: 'Sửa hồ sơ',
  recordAct: 'Ghi thay đổi tình trạng…',
  tabsLabel: 'Hồ sơ tổ chức',
  code: (code: string) => `Mã số ${code}`,
  noCode: (reason: string) => `Chưa có mã số${reason ? ` (${reason})` : ''}`,
  confirmed: (day: IsoDate) => `Xác nhận ${formatDate(day)}`,
  neverConfirmed: 'Chưa xác nhận',
  since: (day: IsoDate) => `từ ${formatDate(day)}`,
  facts: {
    members: 'Thành viên',
    women: (count: number) => `${formatNumber(count)} nữ`,
    revenue: 'Doanh thu',
    sold: 'Bán sản phẩm của thành viên',
    soldOf: (part: string, whole: string) => `${part} trên ${whole}`,
    rating: 'Xếp loại',
    offtake: 'Hợp đồng bao tiêu',
    inChain: 'có tham gia chuỗi giá trị',
    noChain: 'chưa tham gia chuỗi giá trị',
    unknown: 'chưa có số',
    unsaid: 'chưa có',
  },
  periods: 'Các kỳ gần nhất',
  openFigures: 'Mở thẻ Số liệu',
  figure: 'Chỉ tiêu',
  noReports: 'Chưa có số liệu kỳ nào',
  noReportsWhy: 'Số liệu của tổ chức vào từ sổ bộ trong tệp Excel của liên minh.',
  identity: 'Hồ sơ',
  contact: 'Người liên hệ',
  contactHidden: 'Chỉ cán bộ và lãnh đạo của liên minh quản lý xem được tên và điện thoại.',
  life: 'Tình trạng qua các năm',
  dayUnknown: 'ngày chưa rõ',
  atLatest: (day: IsoDate) => `muộn nhất ${formatDate(day)}`,
  openHistory: 'Mở Nhật ký',
  sourcesCaption: 'Nguồn của từng giá trị',
  sourceHeads: { field: 'Trường', value: 'Giá trị', source: 'Nguồn', at: 'Ghi lúc', by: 'Người ghi', word: 'Xác minh' },
  byHand: 'Cán bộ nhập',
  verify: 'Xác minh',
  withdraw: 'Bỏ xác minh',
  verifyField: (field: string) => `Xác minh ${field}`,
  withdrawField: (field: string) => `Bỏ xác minh ${field}`,
  verifiedBy: (by: string, at: string) => `${by}, ${at}`,
  notVerified: 'Chưa',
  estimate: 'ước',
  denied: (value: string, source: string) => `Tệp ghi ${value} (${source}); giữ lại giá trị đã xác minh.`,
  keep: 'Giữ giá trị cũ',
  take: 'Nhận giá trị mới',
  waiting: (count: number) => `${formatNumber(count)} giá trị mới khác giá trị đã xác minh, chờ quyết định.`,
  historyEmpty: 'Chưa có thay đổi nào',
  created: 'Vào sổ bộ',
  changedBy: { workbook: 'Nhập từ Excel', manual: 'Cán bộ sửa', undo: 'Hoàn tác' },
  undone: 'đã hoàn tác',
  row: (row: number) => `dòng ${formatNumber(row)}`,
  fieldsChanged: (count: number) => `${formatNumber(count)} trường`,
  moreFields: (count: number) => `Xem ${formatNumber(count)} trường`,
  before: 'Trước',
  after: 'Sau',
  empty: 'trống',
  yes: 'Có',
  no: 'Không',
  personal: 'thông tin cá nhân, đã ẩn',
  showPhone: 'Hiện số…',
  readsLog: 'Nhật ký xem dữ liệu cá nhân',
  phone: {
    title: 'Hiện số điện thoại',
    masked: (phone: string) => `Số đang che: ${phone}`,
    why: 'Mục đích',
    whyMissing: 'Chưa chọn mục đích. Hãy chọn một mục đích trong danh sách.',
    choose: 'Chọn mục đích',
    kept: 'Lần xem này được ghi vào nhật ký: ai, lúc nào, mục đích gì. Người đại diện có quyền hỏi nhật ký đó.',
    submit: 'Hiện số',
    notShown: 'Chưa hiện số',
    shown: 'Số điện thoại công việc',
    again: 'Trang này không giữ số; mở lại sẽ hỏi lại.',
  },
};

export const editText = {
  title: 'Sửa hồ sơ',
  submit: 'Lưu thay đổi',
  naming: 'Tên gọi, đăng ký',
  place: 'Địa điểm',
  work: 'Ngành nghề',
  contact: 'Người đại diện',
  other: 'Khác',
  none: 'Chưa rõ',
  statusHint: 'Tình trạng đổi bằng việc ghi quyết định, thông báo ở trang hồ sơ.',
  codeHint: '10 chữ số, hoặc 10 và 3 chữ số (##########-###).',
  precision: 'Độ chính xác',
  controlCharacter: (label: string) => `${label}: có ký tự điều khiển không đọc được. Hãy xóa và gõ lại.`,
  dayShape: 'ngày/tháng/năm',
  dayHint: 'Ngày/tháng/năm, ví dụ 05/07/2024.',
  phoneMasked: 'Số điện thoại còn dấu che (•••). Hãy gõ lại cả số, hoặc để nguyên như lúc mở trang nếu không đổi số.',
  tooLong: 'Dài quá 500 ký tự. Hãy viết gọn lại.',
  mergeTitle: (by: string) => `${by} vừa sửa hồ sơ này. Chọn giá trị giữ lại cho từng ô.`,
  mergeHeads: { field: 'Ô', seen: 'Trước khi sửa', mine: 'Của bạn', theirs: 'Của người kia' },
  mergeNone: (by: string) =>
    `${by} vừa sửa hồ sơ này ở những ô khác ô bạn sửa. Xem lại rồi lưu: giá trị của cả hai đều được giữ.`,
};

/** Why what was typed is no day, and how to type one. */
export function sayDayProblem(reading: DayReading & { readonly ok: false }): string {
  if (reading.why === 'no-such-day')
    return `Tháng ${reading.month} chỉ có ${reading.daysInMonth} ngày. Hãy sửa lại ngày.`;
  if (reading.why === 'no-such-month')
    return `Không có tháng ${reading.month}. Hãy ghi ngày trước, tháng sau, ví dụ 05/07/2024.`;
  return 'Chưa đọc được ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/07/2024.';
}

export const actText = {
  title: 'Ghi thay đổi tình trạng',
  now: (status: string) => `Hiện nay: ${status}.`,
  act: 'Thay đổi',
  effectiveOn: 'Có hiệu lực từ ngày',
  evidence: 'Căn cứ',
  evidenceHint: 'Số, ngày quyết định hoặc thông báo; nếu là thông tin khác, ghi rõ nguồn.',
  submit: 'Ghi thay đổi',
  final: 'Tổ chức đã kết thúc; không còn thay đổi tình trạng nào được phép.',
  effect: 'Số đếm từ ngày hiệu lực trở đi đổi theo. Các kỳ đã khóa giữ nguyên.',
};

/** What counts are called that are not made from a field or a sector. */
const COUNT_LABELS: Readonly<Record<string, string>> = {
  'established-in-period': 'HTX thành lập trong kỳ',
  'established-agricultural': 'HTX nông nghiệp thành lập trong kỳ',
  counted: 'Số HTX được tính',
  operating: 'HTX đang hoạt động',
  stopped: 'HTX tạm ngừng, ngừng, đang giải thể',
  agricultural: 'HTX nông, lâm, ngư, diêm nghiệp',
  'with-sector': 'HTX có ngành chính',
  unions: 'Liên hiệp HTX',
  'income-workers': 'Lao động của HTX có số thu nhập',
  'income-total': 'Tổng thu nhập tháng của lao động',
  'offtake-sold': 'Bán qua HTX, nơi biết tổng sản phẩm',
  'offtake-output': 'Giá trị sản phẩm của thành viên',
  served: 'Thành viên dùng dịch vụ của HTX',
  'served-base': 'Thành viên của HTX có số liệu dịch vụ',
  'having-offtake': 'HTX có hợp đồng bao tiêu',
  'value-chain': 'HTX tham gia chuỗi giá trị',
  certified: 'HTX có chứng nhận',
  'rating:good-fair': 'HTX xếp loại tốt, khá',
  'rating:rated': 'HTX đã xếp loại',
  'rating:none': 'HTX không hoặc chưa xếp loại',
};

/** A count in words; `nameOf` names the fields and sectors that a count is made from. */
export function countLabel(countedBy: string, nameOf: (word: string) => string): string {
  const [name = '', detail = ''] = countedBy.split(':');
  const known = COUNT_LABELS[countedBy];
  if (known) return known;
  if (name === 'sum') return `Cộng ${nameOf(detail)}`;
  if (name === 'having') return `HTX có số ${nameOf(detail)}`;
  if (name === 'rating') return `HTX xếp loại ${ratingLabels[detail] ?? detail}`;
  return detail === 'none' ? 'HTX chưa phân ngành' : `HTX lĩnh vực ${nameOf(detail)}`;
}

export const countedText = {
  title: 'Hồ sơ đứng sau số liệu',
  as: (place: string, period: string, day: IsoDate) => `${place}, ${period}; tình trạng tại ngày ${formatDate(day)}.`,
  records: (count: number) => `${formatNumber(count)} hồ sơ`,
  shown: (from: number, until: number, total: number) =>
    `${formatNumber(from)}–${formatNumber(until)} trong ${formatNumber(total)} hồ sơ`,
  amount: 'Số cộng vào',
  none: 'Không có hồ sơ nào',
  noneWhy: 'Tại ngày chốt, sổ bộ không có hồ sơ nào thỏa định nghĩa của số liệu này.',
};

export const fundText = {
  title: 'Quỹ tín dụng nhân dân',
  crumb: 'QTDND',
  sub: 'Đếm riêng, không cộng vào số HTX.',
  named: 'Số liệu từng quỹ',
  caption: (place: string) => `Quỹ tín dụng nhân dân, ${place}`,
  heads: {
    name: 'Tên quỹ',
    commune: 'Xã',
    status: 'Tình trạng',
    members: 'Thành viên',
    capital: 'Vốn điều lệ',
    deposits: 'Huy động',
    loans: 'Dư nợ',
    badDebt: 'Nợ xấu',
    ratio: 'Tỷ lệ nợ xấu',
    profit: 'Lợi nhuận',
  },
  unit: 'Tiền: triệu đồng.',
  statuses: { operating: 'Đang hoạt động', 'special-control': 'Kiểm soát đặc biệt', closed: 'Đã đóng' } as Readonly<
    Record<string, string>
  >,
  sums: 'Tổng hợp theo liên minh',
  alliance: 'Liên minh',
  funds: 'Số quỹ',
  reporting: 'Có số liệu',
  total: 'Cộng',
  suppressed: '…',
  suppressedWhy: (least: number) =>
    `“…”: dưới ${least} quỹ, hoặc suy ra được số của nhóm dưới ${least} quỹ, nên không công bố. Số từng quỹ chỉ cán bộ và lãnh đạo của liên minh quản lý xem được.`,
  suppressedWhyShort: 'Không công bố vì dưới mức số quỹ tối thiểu',
  notMeasured: 'không tính',
  empty: 'Chưa có quỹ nào trong sổ bộ',
  emptyWhy: 'Quỹ vào sổ bộ từ trang QTDND trong tệp Excel của liên minh.',
};
