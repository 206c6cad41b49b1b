import { formatMoment, formatNumber } from '#platform/i18n/format.ts';

export const refusals = {
  'platform.backup.file-exists': (facts: { file: string }) =>
    `Tệp ${facts.file} đã có. Bản sao lưu không ghi đè bản cũ: hãy đặt tên khác, ví dụ thêm ngày giờ.`,
  'platform.backup.nothing-there': (facts: { dataFolder: string }) =>
    `Không có gì để sao lưu trong ${facts.dataFolder}. Hãy kiểm tra HOPLUC_DATA và DATABASE_URL.`,
  'platform.backup.no-key': (facts: { file: string }) =>
    `Chưa có khóa để mở bản sao lưu. Hãy đặt HOPLUC_BACKUP_KEY, hoặc chép tệp khóa đã cất vào ${facts.file} rồi chạy lại.`,
  'platform.backup.wrong-key': () =>
    'Khóa không mở được bản sao lưu này. Hãy dùng đúng HOPLUC_BACKUP_KEY hoặc tệp backup-key của lúc sao lưu.',
  'platform.backup.not-a-backup': () => 'Tệp này không phải bản sao lưu của Hợp Lực.',
  'platform.backup.damaged': (facts: { firstByte: number; lastByte: number }) =>
    `Bản sao lưu bị hỏng trong khoảng byte ${formatNumber(facts.firstByte)} đến ${formatNumber(facts.lastByte)}. ` +
    'Chưa ghi gì. Hãy dùng một bản khác của tệp, hoặc bản sao lưu của ngày trước.',
  'platform.backup.cut-off': (facts: { firstByte: number; lastByte: number }) =>
    `Bản sao lưu bị cụt, hoặc bị hỏng ở đoạn cuối (byte ${formatNumber(facts.firstByte)} đến ${formatNumber(facts.lastByte)}). ` +
    'Chưa ghi gì. Hãy chép lại tệp từ nơi cất giữ.',
  'platform.backup.inconsistent': (facts: { entry: string }) =>
    `Bản sao lưu không khớp với bảng kê của nó ở mục “${facts.entry}”. Chưa ghi gì. Hãy dùng bản sao lưu khác.`,
  'platform.backup.newer-format': (facts: { product: string }) =>
    `Bản sao lưu do phiên bản ${facts.product} mới hơn tạo ra. Hãy cài phiên bản ấy hoặc mới hơn rồi khôi phục.`,
  'platform.drill.no-backup': (facts: { folder: string }) =>
    `Chưa có bản sao lưu nào trong ${facts.folder}. Hãy chạy “hopluc backup”, hoặc chỉ tệp bằng --backup.`,
  'platform.drill.switched-off': () =>
    'Sao lưu theo lịch đang tắt (HOPLUC_BACKUPS=off) nên không biết bản mới nhất ở đâu. Hãy chỉ tệp bằng --backup.',
  'platform.restore.newer-product': (facts: { product: string; migration: string }) =>
    `Bản sao lưu do phiên bản ${facts.product} tạo ra, có bước nâng cấp ${facts.migration} mà chương trình này chưa có. Hãy cài phiên bản ấy hoặc mới hơn rồi khôi phục.`,
  'platform.restore.real-data': (facts: { createdAt: string }) =>
    `Bản sao lưu lúc ${formatMoment(new Date(facts.createdAt))} chứa dữ liệu thật, còn hệ thống này mang dấu trình diễn, thử nghiệm (HOPLUC_DEMO khác 0). ` +
    'Chưa ghi gì. Thử nghiệm thì dùng dữ liệu mẫu; khôi phục hệ thống thật thì đặt HOPLUC_DEMO=0 rồi chạy lại.',
  'platform.restore.folder-not-empty': (facts: { dataFolder: string; name: string }) =>
    `Thư mục dữ liệu ${facts.dataFolder} đang có “${facts.name}”. Chỉ khôi phục vào thư mục trống (được phép có sẵn tệp backup-key). ` +
    'Hãy đặt HOPLUC_DATA sang thư mục khác.',
  'platform.restore.database-not-empty': (facts: { table: string }) =>
    `Cơ sở dữ liệu đích đã có bảng ${facts.table}. Chỉ khôi phục vào cơ sở dữ liệu trống. Hãy tạo cơ sở dữ liệu mới rồi sửa DATABASE_URL.`,
};

export const text = {
  beforeUpgrade: (file: string) => `Đã sao lưu trước khi nâng cấp: ${file}`,
  job: {
    off: 'Đã tắt (HOPLUC_BACKUPS=off)',
    demo: 'Không chạy với dữ liệu mẫu',
    done: (file: string, bytes: number, rows: number, gone: number) =>
      `${file}: ${formatNumber(rows)} dòng, ${formatNumber(bytes)} byte${gone > 0 ? `; đã bỏ ${formatNumber(gone)} bản cũ` : ''}.`,
  },
};
