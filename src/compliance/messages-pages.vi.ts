import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { AssetKind, AssetOrigin, AssetState, FactKind, ManagerRole, Qualification, SizeReason } from './model.ts';

export const tabsText = {
  label: 'Trang của tổ chức',
  profile: 'Hồ sơ',
  compliance: 'Tuân thủ',
  governance: 'Bộ máy',
  assets: 'Tài sản',
};

export const cardText = {
  title: 'Quy mô và tuân thủ',
  on: (on: IsoDate) => `Theo quy định và số liệu có vào ngày ${formatDate(on)}`,
  open: 'Xem tuân thủ',
  size: 'Quy mô',
  sizeNone: 'Ngày này chưa có quy định xếp quy mô.',
  byMembers: 'Theo số thành viên',
  byCapital: 'Theo tổng nguồn vốn',
  circular: 'Quy định cũ xếp riêng từng cách, không gộp.',
  missing: 'Còn thiếu',
  emptyRules: 'Quy định chưa có số',
  used: 'Số liệu đã dùng',
  usedOf: (name: string, value: string, of: string) => (of ? `${name}: ${value} (${of})` : `${name}: ${value}`),
  version: 'Phiên bản quy định',
  sector: 'Nhóm lĩnh vực',
  why: 'Vì sao',
  reason: (name: string, { members, revenue, capital }: SizeReason) =>
    `${name}: thành viên ${answer(members)}, doanh thu ${answer(revenue)}, vốn ${answer(capital)}`,
  minimum: 'Thành viên tối thiểu',
  minimumOf: (minimum: number, members: number | null) =>
    `${formatNumber(minimum)} · ${members === null ? 'chưa có số thành viên chính thức' : `đang có ${formatNumber(members)}`}`,
  met: 'Đủ',
  notMet: 'Thiếu',
  notKnown: 'Chưa rõ',
  governance: 'Tổ chức quản trị',
  governanceIs: { full: 'Phải quản trị đầy đủ', either: 'Được chọn đầy đủ hoặc rút gọn' },
  governanceUnknown: 'Chưa xác định được (cần quy mô hoặc số thành viên)',
  audit: 'Kiểm toán độc lập',
  auditDue: 'Phải kiểm toán ít nhất hai năm một lần',
  auditEvery: (n: number, unit: string) => `Phải kiểm toán ít nhất ${formatNumber(n)} ${unit} một lần`,
  auditNone: 'Không bắt buộc theo quy mô',
  delegates: 'Đại hội đại biểu',
  delegatesNo: 'Chưa đủ số thành viên để họp đại hội đại biểu',
  delegatesMin: (count: number) => `Được họp; ít nhất ${formatNumber(count)} đại biểu`,
  delegatesCharter: 'Được họp; số đại biểu theo điều lệ',
  warnings: 'Cảnh báo sớm',
  noWarnings: 'Không có cảnh báo từ dữ liệu đang có.',
  warningSince: (since: IsoDate, reachedOn: IsoDate) =>
    `từ ${formatDate(since)}; đủ thời gian vào ${formatDate(reachedOn)}`,
  clocks: 'Hạn sắp tới',
  noClocks: 'Không có hạn nào.',
  due: (on: IsoDate, isPast: boolean) =>
    isPast ? `hạn ${formatDate(on)} đã qua, chưa ghi ngày đã làm` : `đến ${formatDate(on)}`,
  unverified: (count: number) =>
    `Kết quả dựa trên ${formatNumber(count)} quy định chưa được đối chiếu với nguyên văn; chỉ để tham khảo.`,
  seeRules: 'Xem danh mục quy tắc',
};

function answer(known: boolean | undefined): string {
  return known === undefined ? 'chưa rõ' : known ? 'đạt' : 'chưa tới';
}

export const factText = {
  title: 'Dữ kiện mà quy định cần',
  why: 'Không bắt buộc. Mỗi dữ kiện có ngày và nguồn; ghi sai thì đưa ra với lý do rồi ghi lại.',
  kinds: {
    'largest-share': 'Tỷ lệ vốn của thành viên góp nhiều nhất (%)',
    'associates-share': 'Tỷ lệ vốn của mọi thành viên liên kết (%)',
    'foreign-share': 'Tỷ lệ vốn của nhà đầu tư nước ngoài (%)',
    'foreign-members': 'Số thành viên là nhà đầu tư nước ngoài',
    'general-meeting': 'Đã họp đại hội thành viên thường niên',
    stopped: 'Ngừng kinh doanh, không thông báo tạm ngừng',
  } satisfies Record<FactKind, string>,
  columns: ['Dữ kiện', 'Ngày', 'Số', 'Nguồn', 'Việc'],
  empty: 'Chưa ghi dữ kiện nào.',
  add: 'Ghi dữ kiện',
  kind: 'Dữ kiện',
  knownOn: 'Ngày',
  knownOnHint: 'Ngày của số liệu, của đại hội, hoặc ngày ngừng',
  amount: 'Số',
  amountHint: 'Để trống với đại hội và ngày ngừng',
  source: 'Nguồn',
  sourceHint: 'Ví dụ: báo cáo năm 2023, biên bản đại hội',
};

export const governanceText = {
  title: 'Bộ máy quản lý',
  sub: 'Hội đồng quản trị, giám đốc, kiểm soát, kế toán: nhiệm kỳ, trình độ, bồi dưỡng. Không ghi số căn cước, số định danh.',
  roles: {
    'board-chair': 'Chủ tịch hội đồng quản trị',
    'board-member': 'Thành viên hội đồng quản trị',
    director: 'Giám đốc, tổng giám đốc',
    'deputy-director': 'Phó giám đốc',
    'control-head': 'Trưởng ban kiểm soát',
    'control-member': 'Thành viên ban kiểm soát',
    controller: 'Kiểm soát viên',
    'chief-accountant': 'Kế toán trưởng',
    accountant: 'Kế toán viên',
  } satisfies Record<ManagerRole, string>,
  qualifications: {
    none: 'Chưa qua đào tạo',
    elementary: 'Sơ cấp',
    intermediate: 'Trung cấp',
    college: 'Cao đẳng',
    university: 'Đại học',
    postgraduate: 'Sau đại học',
    unknown: 'Chưa rõ',
  } satisfies Record<Qualification, string>,
  columns: ['Họ tên', 'Chức danh', 'Nhiệm kỳ', 'Trình độ', 'Bồi dưỡng', 'Việc'],
  hidden: 'không hiện tên',
  hiddenWhy: 'Tên người chỉ hiện với lãnh đạo và cán bộ của đơn vị.',
  term: (from: IsoDate, last: IsoDate | null) =>
    last === null ? `từ ${formatDate(from)}` : `${formatDate(from)} – ${formatDate(last)}`,
  flags: {
    expired: 'Hết nhiệm kỳ',
    'too-long': 'Dài hơn luật cho phép',
    unstated: 'Quá hạn, chưa ghi ngày hết',
  },
  bodies: { board: 'Hội đồng quản trị', control: 'Ban kiểm soát' },
  body: (name: string, persons: number, end: 'min' | 'max', limit: string) =>
    `${name} đang ghi ${formatNumber(persons)} người; luật đòi hỏi ${end === 'min' ? 'ít nhất' : 'nhiều nhất'} ${limit}.`,
  expiredCount: (count: number) => `${formatNumber(count)} người đã hết nhiệm kỳ`,
  empty: 'Chưa ghi ai trong bộ máy',
  emptyWhy: 'Cán bộ của đơn vị ghi theo nghị quyết bầu, quyết định bổ nhiệm.',
  add: 'Thêm người',
  edit: 'Sửa',
  save: 'Ghi',
  role: 'Chức danh',
  fullName: 'Họ và tên',
  fullNameHint: 'Chỉ họ tên; không ghi số căn cước',
  termFrom: 'Bắt đầu nhiệm kỳ',
  termLast: 'Ngày cuối nhiệm kỳ',
  termLastHint: 'Chưa biết thì để trống',
  qualification: 'Trình độ',
  training: 'Đã bồi dưỡng',
  trainingHint: 'Tên lớp, năm; ví dụ: quản trị HTX 2023',
};

export const assetText = {
  title: 'Tài sản, thiết bị',
  sub: 'Máy móc, thiết bị, công trình: năm, nguồn gốc, giá trị, tình trạng, nhu cầu.',
  kinds: {
    machine: 'Máy nông, lâm nghiệp',
    irrigation: 'Máy bơm, tưới tiêu',
    processing: 'Dây chuyền chế biến',
    vehicle: 'Xe vận tải',
    storage: 'Kho, bảo quản',
    building: 'Nhà xưởng, trụ sở',
    computer: 'Máy tính, thiết bị số',
    other: 'Tài sản khác',
  } satisfies Record<AssetKind, string>,
  origins: {
    own: 'Tự mua, tự xây',
    state: 'Nhà nước hỗ trợ',
    gift: 'Tài trợ, tặng cho',
    rented: 'Thuê, mượn',
    unknown: 'Chưa rõ',
  } satisfies Record<AssetOrigin, string>,
  states: { good: 'Còn tốt', worn: 'Cũ', broken: 'Hỏng' } satisfies Record<AssetState, string>,
  columns: ['Tài sản', 'Năm', 'Nguồn gốc', 'Giá trị', 'Tình trạng', 'Nhu cầu', 'Việc'],
  outdated: { state: 'Lạc hậu: cũ hoặc hỏng', age: 'Lạc hậu: quá tuổi thọ', unknown: 'chưa rõ tuổi thọ' },
  counts: (all: number, outdated: number) => `${formatNumber(all)} tài sản, ${formatNumber(outdated)} thiết bị lạc hậu`,
  states3: (good: number, worn: number, broken: number) =>
    `Còn tốt ${formatNumber(good)} · cũ ${formatNumber(worn)} · hỏng ${formatNumber(broken)}`,
  empty: 'Chưa ghi tài sản nào',
  emptyWhy: 'Ghi máy móc, thiết bị chính để biết nhu cầu đổi mới và tính thiết bị lạc hậu.',
  add: 'Thêm tài sản',
  edit: 'Sửa',
  save: 'Ghi',
  kind: 'Loại',
  name: 'Tên tài sản',
  madeYear: 'Năm sản xuất',
  madeYearHint: 'Bốn chữ số; chưa biết thì để trống',
  origin: 'Nguồn gốc',
  value: 'Giá trị (đồng)',
  state: 'Tình trạng',
  needs: 'Nhu cầu',
  needsHint: 'Sửa chữa, thay mới, thêm gì',
};

export const removeText = {
  open: 'Đưa ra',
  title: 'Đưa ra khỏi danh sách',
  effect: 'Dòng không hiện nữa; lịch sử vẫn giữ.',
  reason: 'Lý do',
  submit: 'Đưa ra',
};

export const historyText = {
  title: 'Lịch sử',
  empty: 'Chưa có thay đổi nào.',
  acts: { added: 'Thêm', changed: 'Sửa', removed: 'Đưa ra' },
  change: (name: string, old: string, next: string) => `${name}: ${old} → ${next}`,
  set: (name: string, next: string) => `${name}: ${next}`,
  nothing: '—',
  fields: {
    role: 'Chức danh',
    fullName: 'Họ tên',
    termFrom: 'Bắt đầu',
    termUntil: 'Hết trước ngày',
    qualification: 'Trình độ',
    training: 'Bồi dưỡng',
    kind: 'Loại',
    title: 'Tên',
    madeYear: 'Năm',
    origin: 'Nguồn gốc',
    valueDong: 'Giá trị',
    state: 'Tình trạng',
    needs: 'Nhu cầu',
    knownOn: 'Ngày',
    amount: 'Số',
    source: 'Nguồn',
  } as Readonly<Record<string, string>>,
};
