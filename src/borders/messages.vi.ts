import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';

export const refusals = {
  'borders.measure.not-found': (f: { key: string }) =>
    `Không có chỉ tiêu “${f.key}”. Chọn lại một chỉ tiêu trong danh sách.`,
  'borders.figure.not-found': () => 'Địa chỉ này không chỉ một số liệu nào. Mở lại từ bảng so sánh hoặc bản đồ.',
};

export const ratioLabels = {
  'operating-share': 'Tỷ lệ HTX đang hoạt động',
  'agricultural-share': 'Tỷ trọng HTX nông, lâm, ngư, diêm nghiệp',
  'good-fair-share': 'Tỷ lệ HTX xếp loại tốt, khá',
  'women-share': 'Tỷ lệ thành viên nữ',
  'offtake-share': 'Tỷ lệ bán qua HTX',
  'served-share': 'Tỷ lệ thành viên dùng dịch vụ của HTX',
  'income-mean': 'Thu nhập bình quân một lao động, tháng',
  'revenue-mean': 'Doanh thu bình quân một HTX có số',
} as const;

export const groupNames = {
  '': 'Tổng cộng',
  'chua-ro-xa': 'Chưa rõ xã',
  'chua-ro-ke-thua': 'Chưa rõ đơn vị kế thừa',
  'chua-ro-tinh': 'Chưa rõ tỉnh',
} as const;

export const kindLabels = {
  count: 'Số tổ chức',
  sum: 'Tổng số',
  ratio: 'Tỷ lệ, bình quân',
  fund: 'Quỹ tín dụng nhân dân',
} as const;

export const compareText = {
  title: 'So sánh theo địa giới',
  register: 'Sổ bộ',
  map: 'Bản đồ',
  sub: 'Cùng một chỉ tiêu vào hai ngày, dưới cùng một địa giới: nơi nhập vào nhau thì cộng, xã chia tách thì quy đổi và ghi rõ phần quy đổi.',
  measure: 'Chỉ tiêu',
  first: 'Ngày đầu',
  second: 'Ngày sau',
  borders: 'Địa giới',
  rows: 'Theo',
  provinces: 'Tỉnh, thành phố',
  communesOf: (name: string) => `Xã của ${name}`,
  go: 'So sánh',
  dayWrong: 'Ngày ghi theo dạng 30/06/2024.',
  borderChoices: (first: IsoDate, second: IsoDate) => ({
    cu: `Theo địa giới cũ (${formatDate(first)})`,
    moi: `Quy đổi theo địa giới mới (${formatDate(second)})`,
    rieng: 'Mỗi ngày theo địa giới của ngày ấy',
  }),
  borderDay: (day: IsoDate) => `Địa giới từ ${formatDate(day)}`,
  caption: (label: string, first: IsoDate, second: IsoDate) =>
    `${label}, ${formatDate(first)} và ${formatDate(second)}`,
  unit: 'Đơn vị',
  difference: 'Chênh lệch',
  growth: 'Tăng trưởng',
  apportioned: (amount: string, units: number) => `trong đó quy đổi ${amount} từ ${formatNumber(units)} xã chia tách`,
  partly: (units: number) => `có phần quy đổi từ ${formatNumber(units)} xã chia tách`,
  broken: '‖ khác địa giới',
  brokenWhy: '‖: hai số là của hai vùng đất khác nhau, không tính tăng trưởng.',
  csv: 'Xuất CSV',
  xlsx: 'Xuất Excel',
  none: 'Chưa có số nào',
  noneWhy:
    'Hai ngày này sổ bộ trong phạm vi của bạn không có hồ sơ nào thỏa chỉ tiêu. Chọn ngày khác hoặc chỉ tiêu khác.',
  divided: (count: number) => `${formatNumber(count)} xã phải chia`,
  dividedWhy:
    'Hồ sơ chỉ ghi xã cũ thì không biết nay thuộc xã nào, nên được chia theo tỷ lệ ước tính. Sửa xã của từng hồ sơ là hết phải chia.',
  dividedColumns: { unit: 'Xã', day: 'Số liệu ngày', into: 'Chia cho', records: 'Hồ sơ' },
  records: (count: number) => `${formatNumber(count)} hồ sơ`,
  withoutCommune: (first: number, second: number) =>
    `Hồ sơ chưa gắn với xã nào: ${formatNumber(first)} (ngày đầu), ${formatNumber(second)} (ngày sau); tính vào tỉnh của liên minh, ở dòng “chưa rõ xã”.`,
  unrecorded: (first: number, second: number) =>
    `Hồ sơ ở xã chưa rõ đơn vị kế thừa: ${formatNumber(first)} (ngày đầu), ${formatNumber(second)} (ngày sau); vẫn tính vào tỉnh.`,
  edition: (first: IsoDate, second: IsoDate) =>
    first === second
      ? `Địa giới: bản danh mục đơn vị hành chính từ ${formatDate(first)}.`
      : `Địa giới: bản danh mục từ ${formatDate(first)} cho ngày đầu, từ ${formatDate(second)} cho ngày sau.`,
  periods: (first: string, second: string) =>
    `Số liệu báo cáo đi kèm lấy của kỳ gần nhất: ${first} và ${second}. “Thành lập trong kỳ” tính từ 01/01 của năm.`,
  noPeriod: 'chưa có kỳ nào',
  reach:
    'Chỉ gồm các liên minh trong phạm vi được xem. Tỷ lệ được tính lại từ tử số và mẫu số, không cộng hay bình quân.',
  fileMark: (edition: IsoDate) => `Địa giới từ ${formatDate(edition)}`,
  fileColumns: {
    code: 'Mã',
    name: 'Đơn vị',
    apportioned: 'Trong đó quy đổi',
    dividedUnits: 'Số xã chia',
    broken: 'Khác địa giới',
    borders: 'Bản địa giới',
  },
  fileName: (measure: string, first: IsoDate, second: IsoDate) =>
    `so-sanh-${measure.replaceAll(/[^a-z0-9]+/gi, '-')}-${first}-${second}`,
  yes: 'có',
};

export const behindText = {
  title: 'Tổ chức đứng sau số liệu',
  sub: (measure: string, group: string, on: IsoDate, borders: IsoDate) =>
    `${measure} ngày ${formatDate(on)}, ${group}, địa giới từ ${formatDate(borders)}.`,
  count: (count: number) => `${formatNumber(count)} hồ sơ`,
  none: 'Không có hồ sơ nào',
  noneWhy: 'Trong phạm vi của bạn không có hồ sơ nào tính vào số liệu này.',
  columns: { name: 'Tổ chức', code: 'Mã số', commune: 'Xã đã ghi', share: 'Tính vào đây', amount: 'Số liệu' },
  noCode: 'chưa có',
  whole: 'toàn bộ',
  estimated: (share: string) => `ước ${share}`,
  cut: (shown: number, total: number) => `Hiện ${formatNumber(shown)} trong ${formatNumber(total)} hồ sơ.`,
};

export const mapText = {
  title: 'Bản đồ',
  compare: 'So sánh theo địa giới',
  sub: 'Số liệu sổ bộ vào một ngày, tô theo xã (từ 01/07/2025) hoặc theo huyện (trước đó).',
  day: 'Ngày của số liệu',
  layer: 'Địa giới vẽ',
  layers: {
    'communes-2025': 'Xã, từ 01/07/2025',
    'districts-2025': 'Huyện, 30/06/2025',
    'districts-2024': 'Huyện, 05/07/2024',
  },
  province: 'Vẽ',
  allProvinces: 'Tất cả',
  go: 'Vẽ bản đồ',
  mapLabel: (measure: string, day: IsoDate) => `Bản đồ: ${measure}, ngày ${formatDate(day)}. Bảng số ở dưới.`,
  skip: 'Bỏ qua bản đồ, tới bảng số',
  legend: 'Chú giải',
  noData: 'Không có số liệu',
  zero: '0',
  from: (a: string, b: string) => (a === b ? a : `${a} – ${b}`),
  table: 'Bảng số của bản đồ',
  area: 'Đơn vị',
  province_: 'Tỉnh',
  outside: (count: string) => `Ngoài bản đồ: ${count} (chưa rõ xã, hoặc xã chưa rõ đơn vị kế thừa).`,
  empty: 'Chưa có số nào để tô',
  emptyWhy: 'Ngày này sổ bộ trong phạm vi của bạn không có hồ sơ nào thỏa chỉ tiêu. Chọn ngày khác hoặc chỉ tiêu khác.',
  districtNote: 'Ranh huyện được ghép từ ranh xã năm 2025, đúng trừ vài xã ghép từ hai, ba huyện.',
  reach: 'Chỉ có số của các liên minh trong phạm vi được xem; nơi khác gạch chéo.',
  islands: 'Hoàng Sa, Trường Sa thuộc đặc khu của Đà Nẵng và Khánh Hòa, nằm ngoài các tỉnh trên bản đồ này.',
  licence:
    'Ranh xã lấy từ thanglequoc/vietnamese-provinces-database (giấy phép MIT), gốc là bản đồ tham khảo của Nhà xuất bản Tài nguyên, Môi trường và Bản đồ Việt Nam, nơi không công bố giấy phép mở. Chỉ để tham khảo, không có giá trị pháp lý về địa giới; muốn công bố rộng phải hỏi nơi ấy.',
};
