import { formatNumber } from '#platform/i18n/format.ts';
import { findingRefusals } from './messages.findings.vi.ts';
import type { PopulationKind, StrataKind } from './model.ts';

export const refusals = {
  ...findingRefusals,
  'inspection.sample.not-drawn': () => 'Chưa có mẫu để tải. Hãy điền hạt giống và cỡ mẫu rồi bấm “Chọn mẫu”.',
};

export const populationLabels: Readonly<Record<PopulationKind, string>> = {
  'to-chuc': 'Tổ chức trong sổ bộ',
  'lan-nhap': 'Các lần nhập Excel',
};

export const strataLabels: Readonly<Record<StrataKind, string>> = {
  khong: 'Không chia tầng',
  'lien-minh': 'Liên minh',
  'linh-vuc': 'Lĩnh vực',
  'tinh-trang': 'Tình trạng',
  'loai-hinh': 'Loại hình',
  ky: 'Kỳ báo cáo',
};

export const text = {
  title: 'Chọn mẫu',
  area: 'Kiểm tra',
  sub: 'Chọn ngẫu nhiên theo tầng, có hạt giống: ai chọn lại cũng ra đúng mẫu này.',
  form: 'Điều kiện chọn mẫu',
  population: 'Chọn từ',
  alliance: 'Liên minh',
  everyAlliance: 'Mọi liên minh trong phạm vi',
  strata: 'Chia tầng theo',
  seed: 'Hạt giống',
  seedHint: 'Chữ hoặc số bất kỳ; ghi vào biên bản',
  size: 'Cỡ mẫu',
  sizeWrong: (max: number) => `Cỡ mẫu là số nguyên từ 1 đến ${formatNumber(max)}.`,
  draw: 'Chọn mẫu',
  whole: 'Tất cả',
  none: 'Chưa có hạt giống',
  noneWhy:
    'Hãy thống nhất hạt giống với đơn vị được kiểm tra trước khi chọn, ví dụ số quyết định và ngày. Cùng hạt giống thì cùng mẫu.',
  empty: 'Không có gì để chọn',
  emptyWhy: 'Phạm vi này chưa có dữ liệu. Hãy chọn liên minh khác, hoặc chọn từ nguồn khác.',
  all: (population: number) => `Cỡ mẫu không nhỏ hơn số có: mẫu gồm tất cả ${formatNumber(population)}.`,
  strataTitle: 'Các tầng',
  strataColumns: ['Tầng', 'Có', 'Chọn'],
  total: 'Cộng',
  sheetTitle: (drawn: number, population: number) =>
    `Phiếu mẫu: ${formatNumber(drawn)} trong ${formatNumber(population)}`,
  no: 'STT',
  stratum: 'Tầng',
  finding: 'Kết quả kiểm tra',
  followUp: 'Việc phải làm',
  facts: {
    seed: 'Hạt giống',
    strata: 'Tầng',
    fingerprint: 'Dấu vân tay của tập gốc (SHA-256)',
    method: 'Cách chọn',
    methodText:
      'Trong mỗi tầng, lấy các phần tử có SHA-256 của (hạt giống, xuống dòng, mã) nhỏ nhất; số lượng chia theo tỷ lệ của tầng.',
    drawn: 'Chọn lúc',
    by: 'Người chọn',
    signature: 'Ký tên',
  },
  download: 'Tải CSV',
  print: 'In phiếu: dùng lệnh in của trình duyệt',
  fileName: (seed: string) => `phieu-mau-${seed.replaceAll(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 40)}.csv`,
  columns: {
    organisations: {
      name: 'Tên',
      code: 'Mã số',
      commune: 'Xã',
      'lien-minh': 'Liên minh',
      'linh-vuc': 'Lĩnh vực',
      'tinh-trang': 'Tình trạng',
      'loai-hinh': 'Loại hình',
      members: 'Thành viên',
    },
    imports: {
      file: 'Tệp',
      'lien-minh': 'Đơn vị',
      ky: 'Kỳ',
      at: 'Nhập lúc',
      by: 'Người nhập',
      rowsNew: 'Dòng mới',
      rowsChanged: 'Dòng đổi',
    },
  },
  noSector: 'Chưa rõ lĩnh vực',
  undone: 'đã hủy',
  fileColumns: { id: 'Mã', seed: 'Hạt giống', fingerprint: 'Dấu vân tay tập gốc' },
};
