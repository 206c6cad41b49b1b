import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Subject } from './catalogue.ts';
import type { FigureName, Ground, SizeClass, SizeSector } from './model.ts';

export const refusals = {
  'compliance.organisation.not-found': () => 'Không có tổ chức này trong phạm vi của bạn. Mở lại từ Sổ bộ.',
  'compliance.entry.gone': () => 'Dòng này không còn, có thể đã được đưa ra. Mở lại trang để xem danh sách mới.',
  'compliance.entry.changed-meanwhile': () =>
    'Có người vừa sửa dòng này sau khi bạn mở. Mở lại trang, xem giá trị mới rồi sửa tiếp.',
  'compliance.entry.number-in-reason': () =>
    'Lý do có dãy số dài như số định danh. Hãy bỏ số; hệ thống không thu thập số định danh cá nhân.',
  'compliance.manager.number-in-name': () =>
    'Ô họ tên chỉ ghi họ tên. Hệ thống không thu thập số căn cước, số định danh; hãy xóa các chữ số.',
  'compliance.manager.number-in-training': () =>
    'Ô bồi dưỡng có dãy số dài như số định danh hoặc điện thoại. Chỉ ghi tên lớp và năm.',
  'compliance.manager.begins-later': (f: { today: IsoDate }) =>
    `Nhiệm kỳ bắt đầu sau hôm nay (${formatDate(f.today)}). Ghi khi đã được bầu, bổ nhiệm.`,
  'compliance.manager.ends-first': () => 'Ngày hết nhiệm kỳ phải sau ngày bắt đầu.',
  'compliance.asset.year-to-come': (f: { year: number }) =>
    `Năm sản xuất sau năm nay (${f.year}). Kiểm tra lại năm trên biển máy.`,
  'compliance.asset.year-too-early': (f: { from: number }) => `Năm sản xuất phải từ ${f.from} trở đi.`,
  'compliance.fact.day-to-come': () => 'Ngày sau hôm nay. Chỉ ghi việc đã có.',
  'compliance.fact.number-missing': () => 'Dữ kiện này cần một con số.',
  'compliance.fact.number-unwanted': () => 'Dữ kiện này chỉ có ngày; để trống ô số.',
  'compliance.fact.over-hundred': () => 'Tỷ lệ không quá 100%.',
  'compliance.fact.no-person-count': () => 'Số thành viên phải là số nguyên.',
  'compliance.rule.not-found': () => 'Không có quy định này. Mở lại danh mục.',
  'compliance.rule.changed-meanwhile': (f: { key: string }) =>
    `Có người vừa sửa quy định “${f.key}”. Mở lại để xem giá trị mới rồi sửa tiếp.`,
  'compliance.rule.verified': () =>
    'Quy định đã đối chiếu nguyên văn nên không sửa đè. Hãy thêm phiên bản mới có ngày hiệu lực, hoặc mở lại với lý do.',
  'compliance.rule.empty': () => 'Quy định chưa có số nên chưa xác nhận được. Hãy điền số theo nguyên văn trước.',
  'compliance.rule.unreadable': () => 'Giá trị không đọc được. Số viết như 1.000 hoặc 2,5.',
  'compliance.rule.begins-already': () =>
    'Đã có một phiên bản bắt đầu đúng ngày này. Sửa phiên bản đó, hoặc chọn ngày khác.',
  'compliance.rule.before-the-first': (f: { first: IsoDate }) =>
    `Ngày hiệu lực trước phiên bản đầu tiên (${formatDate(f.first)}). Chọn ngày sau đó.`,
  'compliance.rule.invalid': (f: { problems: readonly string[] }) => `Không ghi được: ${f.problems.join('; ')}.`,
};

export const formWords = {
  dayWrong: 'Ngày không đọc được. Gõ như 05/07/2024.',
  numberWrong: 'Số không đọc được. Gõ như 1.000 hoặc 2,5, không âm.',
  wholeWrong: 'Phải là số nguyên không âm.',
  yearWrong: 'Năm gồm bốn chữ số, ví dụ 2018; chưa biết thì để trống.',
  tooLong: (max: number) => `Dài quá ${formatNumber(max)} ký tự. Rút gọn lại.`,
  roleMissing: 'Chọn chức danh.',
  nameMissing: 'Ghi họ và tên.',
  qualificationMissing: 'Chọn trình độ.',
  kindMissing: 'Chọn loại.',
  titleMissing: 'Ghi tên máy, thiết bị hoặc công trình.',
  originMissing: 'Chọn nguồn gốc.',
  stateMissing: 'Chọn tình trạng.',
  sourceMissing: 'Ghi nguồn: báo cáo nào, ngày nào.',
  reasonMissing: 'Ghi lý do đưa ra.',
  whyMissing: 'Ghi lý do, hoặc văn bản đã đối chiếu.',
  citationMissing: 'Ghi căn cứ: số hiệu văn bản, điều khoản.',
};

export const sizeLabels: Readonly<Record<SizeClass | 'undetermined', string>> = {
  micro: 'Siêu nhỏ',
  small: 'Nhỏ',
  medium: 'Vừa',
  large: 'Lớn',
  undetermined: 'Chưa đủ dữ liệu',
};

export const sectorLabels: Readonly<Record<SizeSector, string>> = {
  agriculture: 'nông nghiệp',
  industry: 'công nghiệp – xây dựng',
  finance: 'tài chính, ngân hàng, bảo hiểm',
  trade: 'thương mại – dịch vụ và lĩnh vực khác',
};

export const figureLabels: Readonly<Record<FigureName, string>> = {
  membersOfficial: 'Thành viên chính thức',
  membersTotal: 'Tổng số thành viên',
  revenueDong: 'Doanh thu cả năm',
  assetsDong: 'Tổng nguồn vốn (tổng tài sản)',
  sectorCode: 'Lĩnh vực chính',
  'largest-share': 'Vốn của thành viên góp nhiều nhất',
  'associates-share': 'Tổng vốn của thành viên liên kết',
  'foreign-share': 'Tổng vốn của nhà đầu tư nước ngoài',
  'foreign-members': 'Thành viên là nhà đầu tư nước ngoài',
  'general-meeting': 'Đại hội thành viên gần nhất',
  stopped: 'Ngừng kinh doanh từ',
};

const subjects: Readonly<Record<Subject, string>> = {
  size: 'Quy mô',
  members: 'Thành viên',
  capital: 'Vốn góp',
  governance: 'Tổ chức quản trị',
  meeting: 'Đại hội, biểu quyết',
  audit: 'Kiểm toán',
  revocation: 'Căn cứ thu hồi',
  clock: 'Thời hạn đăng ký',
  transition: 'Chuyển tiếp',
  calendar: 'Ngày nghỉ, ngày làm bù',
  asset: 'Tuổi thọ tài sản',
  reporting: 'Báo cáo, cách gọi',
  privacy: 'Dữ liệu cá nhân, quyền',
  other: 'Khác',
};

const CERTAINTY: Readonly<Record<string, string>> = {
  S: 'đọc ở nguồn thứ cấp',
  K: 'theo hiểu biết',
  '?': 'chưa rõ',
  D: 'tính ra hoặc tự đặt',
  A: 'quản trị ghi',
};

export const catalogueText = {
  area: 'Quản trị',
  title: 'Danh mục quy tắc',
  sub: 'Mọi con số của luật và của đơn vị mà hệ thống dùng để tính: căn cứ, hiệu lực, đã đối chiếu nguyên văn hay chưa.',
  subjects,
  certainty: (mark: string) => `${CERTAINTY[mark.slice(0, 1)] ?? mark} (${mark})`,
  verified: 'Đã đối chiếu',
  unverified: 'Chưa kiểm chứng',
  all: 'Tất cả',
  count: (all: number, unverified: number) =>
    `${formatNumber(all)} giá trị, ${formatNumber(unverified)} chưa kiểm chứng`,
  statement: (unverified: number) =>
    `${formatNumber(unverified)} giá trị chưa được người có thẩm quyền đối chiếu với nguyên văn văn bản. Kết quả tính từ các giá trị ấy chỉ để tham khảo và được ghi rõ ở nơi hiển thị.`,
  filter: 'Lọc danh mục',
  subject: 'Chủ đề',
  onlyUnverified: 'Chỉ giá trị chưa kiểm chứng',
  on: 'Có hiệu lực vào ngày',
  apply: 'Lọc',
  clear: 'Bỏ lọc',
  csv: 'Tải CSV',
  xlsx: 'Tải Excel',
  columns: ['Quy tắc', 'Giá trị', 'Căn cứ', 'Hiệu lực', 'Đối chiếu'],
  fileColumns: [
    'STT',
    'Quy tắc',
    'Chủ đề',
    'Giá trị',
    'Căn cứ',
    'Độ chắc',
    'Đối chiếu',
    'Hiệu lực từ',
    'Đến trước ngày',
    'Ghi chú',
    'Mã',
    'Bản',
  ],
  mediaTypes: {
    csv: 'text/csv; charset=utf-8',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  from: (from: IsoDate) => `từ ${formatDate(from)}`,
  fromTo: (from: IsoDate, until: IsoDate) => `từ ${formatDate(from)} đến trước ${formatDate(until)}`,
  version: (version: number) => `bản ${formatNumber(version)}`,
  noNumber: 'chưa có số',
  bands: (small: string, medium: string, large: string, unit: string) =>
    `nhỏ từ ${small}, vừa ${medium}, lớn ${large} ${unit}; dưới mức nhỏ là siêu nhỏ`,
  services: { production: 'sản xuất', consumption: 'tiêu dùng', jobs: 'tạo việc làm', mixed: 'hỗn hợp' } as Readonly<
    Record<string, string>
  >,
  empty: 'Không có quy tắc nào như vậy',
  emptyWhy: 'Bỏ bớt điều kiện lọc, hoặc chọn ngày khác.',
  drawer: {
    now: 'Giá trị đang ghi',
    note: 'Ghi chú',
    history: 'Các bản trước',
    noHistory: 'Chưa sửa lần nào.',
    replaced: (at: string, by: string) => `Thay lúc ${at}, ${by}`,
    correct: 'Sửa giá trị chưa kiểm chứng',
    correctSubmit: 'Ghi bản sửa',
    correctWhy: 'Bản đang có được giữ trong lịch sử; kết quả tính sau đó ghi số bản mới.',
    follow: 'Thêm phiên bản mới',
    followSubmit: 'Thêm phiên bản',
    followWhy: 'Phiên bản đang có hiệu lực kết thúc vào ngày này và giữ nguyên cho các ngày trước.',
    effective: 'Hiệu lực từ ngày',
    confirm: 'Xác nhận đã đối chiếu',
    confirmSubmit: 'Đã đối chiếu nguyên văn',
    confirmWhy: 'Sau khi xác nhận, giá trị không sửa đè được nữa.',
    confirmSource: 'Đối chiếu với văn bản nào, trang nào',
    reopen: 'Mở lại để sửa',
    reopenSubmit: 'Bỏ xác nhận',
    citation: 'Căn cứ',
    citationHint: 'Số hiệu, điều, khoản; ví dụ 113/2024/NĐ-CP Đ.5',
    why: 'Lý do',
    noteLabel: 'Ghi chú',
    readOnly: 'Chỉ quản trị hệ thống sửa quy tắc.',
    parts: {
      '': 'Giá trị',
      members: 'Thành viên chính thức, từ',
      revenueBn: 'Doanh thu một năm, từ (tỷ đồng)',
      capitalBn: 'Tổng nguồn vốn, từ (tỷ đồng)',
      smallFrom: 'Nhỏ, từ (thành viên)',
      mediumOver: 'Vừa, trên (thành viên)',
      largeOver: 'Lớn, trên (thành viên)',
      smallFromBn: 'Nhỏ, từ (tỷ đồng)',
      mediumFromBn: 'Vừa, từ (tỷ đồng)',
      largeFromBn: 'Lớn, từ (tỷ đồng)',
      months: 'Số tháng',
      years: 'Số năm',
      n: 'Bao lâu',
      unit: 'Đơn vị',
      from: 'Kể từ',
    } as Readonly<Record<string, string>>,
    emptyHint: 'Để trống khi chưa có số',
    jsonHint: 'Giữ đúng dạng đang có (JSON)',
  },
};

export const unitLabels: Readonly<Record<string, string>> = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  month: 'tháng',
  year: 'năm',
};

const grounds: Readonly<Record<Ground, string>> = {
  b: 'Ngừng kinh doanh, chưa rõ đã thông báo',
  d1: 'Không đủ thành viên tối thiểu',
  d2: 'Quá tỷ lệ thành viên nước ngoài',
  dd: 'Quá mức góp vốn tối đa',
  e: 'Không họp đại hội thường niên',
};

export const warningText = {
  area: 'Sổ bộ',
  title: 'Cảnh báo sớm',
  sheet: 'Cảnh báo',
  sub: 'Tổ chức có dữ liệu gần tới hoặc đã tới căn cứ thu hồi giấy chứng nhận (17/2023/QH15 Đ.103). Chỉ để nhắc; không tự đổi tình trạng.',
  grounds,
  levels: { near: 'Sắp tới hạn', reached: 'Đã đủ thời gian' },
  columns: ['Tổ chức', 'Liên minh', 'Căn cứ', 'Mức', 'Từ ngày', 'Đủ vào ngày', 'Số liệu đã dùng'],
  fileColumns: [
    'STT',
    'Tổ chức',
    'Mã số',
    'Xã, phường',
    'Liên minh',
    'Cảnh báo',
    'Mức',
    'Từ ngày',
    'Đủ vào ngày',
    'Số liệu đã dùng',
    'Căn cứ',
    'Kiểm chứng',
  ],
  filter: 'Lọc cảnh báo',
  alliance: 'Liên minh',
  ground: 'Căn cứ',
  level: 'Mức',
  all: 'Tất cả',
  counted: (name: string, count: number) => `${name} (${formatNumber(count)})`,
  found: (rows: number, organisations: number) =>
    `${formatNumber(rows)} cảnh báo của ${formatNumber(organisations)} tổ chức`,
  more: (shown: number, rows: number) =>
    `Chỉ hiện ${formatNumber(shown)} trong ${formatNumber(rows)} cảnh báo; lọc thêm hoặc tải cả danh sách.`,
  empty: 'Không có cảnh báo nào',
  emptyWhy:
    'Không tổ chức nào có dữ liệu gần tới căn cứ thu hồi. Điều chưa biết (ngày đại hội, tỷ lệ vốn) không sinh cảnh báo: ghi ở trang Tuân thủ của từng tổ chức.',
};
