/** What each variable of the environment must look like; shown with its name when it does not parse. */
const ENVIRONMENT_FORMS: Readonly<Record<string, string>> = {
  PORT: 'số nguyên từ 0 đến 65535 (0: hệ thống tự chọn cổng), ví dụ 3000',
  HOST: 'tên máy hoặc địa chỉ IP, ví dụ 127.0.0.1',
  HOPLUC_DATA: 'đường dẫn một thư mục, ví dụ ./var',
  DATABASE_URL: 'postgres://người-dùng:mật-khẩu@máy:5432/tên-cơ-sở-dữ-liệu (để trống: dùng PostgreSQL kèm theo)',
  HOPLUC_DEMO: '1 (nạp dữ liệu mẫu ở lần chạy đầu) hoặc 0 (bắt đầu trống)',
  PUBLIC_URL: 'địa chỉ http:// hoặc https:// không kèm đường dẫn, ví dụ https://hopluc.example.vn',
  HOPLUC_NOW: 'thời điểm ISO có múi giờ, ví dụ 2024-07-05T14:59:00+07:00',
  HOPLUC_LOG: 'debug, info, warn, error hoặc silent (mặc định warn); info ghi mỗi yêu cầu một dòng',
  SMTP_URL: 'smtp:// hoặc smtps://, ví dụ smtp://127.0.0.1:1025',
  HOPLUC_BACKUP_KEY: 'một câu bí mật dài ít nhất 12 ký tự (để trống: dùng tệp backup-key trong thư mục dữ liệu)',
  HOPLUC_BACKUPS: 'đường dẫn một thư mục, hoặc off (không sao lưu theo lịch); để trống: backups trong thư mục dữ liệu',
  HOPLUC_METRICS_TOKEN: 'chuỗi 16 đến 200 ký tự gồm chữ không dấu, số và . ~ + / = _ -',
  OIDC_ISSUER:
    'địa chỉ https:// của nhà cung cấp OpenID (http:// chỉ khi ở ngay máy này), ví dụ https://sso.example.vn/tinh; phải có khi đặt OIDC_ONLY=1',
  OIDC_CLIENT_ID: 'mã mà nhà cung cấp OpenID cấp cho Hợp Lực; phải có khi đặt OIDC_ISSUER',
  OIDC_CLIENT_SECRET:
    'khóa bí mật mà nhà cung cấp OpenID cấp (để trống: dùng tệp oidc-client-secret trong thư mục dữ liệu)',
  OIDC_LABEL: 'chữ trên nút đăng nhập, dài nhất 60 ký tự, ví dụ Đăng nhập bằng tài khoản tỉnh',
  OIDC_ONLY: '1 (chỉ quản trị hệ thống mới được đăng nhập tại chỗ) hoặc 0',
  S3_URL: 'https:// hoặc http:// kèm tên thùng chứa, ví dụ https://s3.example.vn/hopluc',
};

export const refusals = {
  'platform.environment.invalid': (facts: { name: string }) =>
    `Biến môi trường ${facts.name} không đọc được. Giá trị hợp lệ: ${ENVIRONMENT_FORMS[facts.name] ?? 'xem README.vi.md'}.`,
  'platform.environment.frozen-clock-on-real-data': () =>
    'Không được đặt HOPLUC_NOW khi NODE_ENV=production và dữ liệu không phải dữ liệu mẫu. Hãy bỏ biến HOPLUC_NOW rồi chạy lại.',
  'platform.server.already-running': (facts: { pid: number; port: number; dataFolder: string }) =>
    `Một máy chủ Hợp Lực khác (tiến trình ${facts.pid}, cổng ${facts.port}) đang dùng thư mục dữ liệu ${facts.dataFolder}. ` +
    'Hãy dừng máy chủ ấy, hoặc đặt HOPLUC_DATA sang thư mục khác.',
  'platform.server.port-taken': (facts: { host: string; port: number }) =>
    `Cổng ${facts.port} trên ${facts.host} đang có chương trình khác dùng. Hãy đặt PORT sang cổng khác, ví dụ PORT=3001.`,
  'platform.database.unreachable': (facts: { where: string; reason: string }) =>
    `Không kết nối được cơ sở dữ liệu ${facts.where}: ${facts.reason}. Hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL.`,
  'platform.database.too-old': (facts: { version: string }) =>
    `Máy chủ cơ sở dữ liệu là PostgreSQL ${facts.version}; Hợp Lực cần PostgreSQL 15 trở lên.`,
  'platform.database.not-utf8': (facts: { encoding: string }) =>
    `Cơ sở dữ liệu dùng bảng mã ${facts.encoding}; Hợp Lực cần UTF8. Hãy tạo cơ sở dữ liệu mới với encoding 'UTF8'.`,
  'platform.database.did-not-start': (facts: { folder: string; log: string; reason: string }) =>
    `PostgreSQL kèm theo không khởi động được trên thư mục ${facts.folder}: ${facts.reason} Nhật ký của nó: ${facts.log}.`,
  'platform.database.programs-missing': (facts: { platform: string }) =>
    `Chưa có chương trình PostgreSQL kèm theo cho ${facts.platform}. Hãy chạy "npm install", hoặc đặt DATABASE_URL.`,
  'platform.document.too-large': (facts: { megabytes: number }) =>
    `Tệp lớn hơn ${facts.megabytes} MB. Hãy nén nhỏ hoặc chia thành nhiều tệp rồi gửi lại.`,
  'platform.document.wrong-kind': () =>
    'Chỉ nhận PDF, Word (.docx), Excel (.xlsx) không có macro, hoặc ảnh JPEG, PNG, WebP; nội dung tệp này không phải. Hãy lưu thành PDF rồi gửi lại.',
  'platform.picture.too-large': (facts: { megabytes: number }) =>
    `Tệp ảnh nặng quá ${facts.megabytes} MB. Hãy thu nhỏ ảnh rồi gửi lại.`,
  'platform.picture.wrong-kind': () =>
    'Tệp này không phải ảnh JPEG, PNG hoặc WebP. Hãy lưu ảnh thành một trong ba dạng đó rồi gửi lại.',
  'platform.picture.too-many-pixels': (facts: { width: number; height: number; megapixels: number }) =>
    `Ảnh rộng ${facts.width} và cao ${facts.height} điểm ảnh, quá ${facts.megapixels} triệu điểm ảnh. Hãy thu nhỏ ảnh rồi gửi lại.`,
  'platform.picture.damaged': () => 'Tệp ảnh bị hỏng hoặc thiếu phần cuối nên không đọc được. Hãy gửi lại từ ảnh gốc.',
  'platform.request.too-many': (facts: { minutes: number }) =>
    `Bạn đã gửi quá nhiều yêu cầu nặng (tìm, tải về, tải lên) trong ít phút. Hãy đợi ${facts.minutes} phút rồi làm tiếp.`,
  'platform.migration.file-is-gone': (facts: { migration: string }) =>
    `Bước nâng cấp ${facts.migration} đã chạy trên cơ sở dữ liệu này nhưng tệp của nó không còn. Hãy dùng đúng phiên bản chương trình đã tạo dữ liệu, hoặc phiên bản mới hơn.`,
  'platform.migration.was-changed': (facts: { migration: string }) =>
    `Tệp nâng cấp ${facts.migration} đã bị sửa sau khi chạy trên cơ sở dữ liệu này. Hãy khôi phục tệp gốc; muốn đổi cấu trúc thì thêm một bước mới.`,
  'platform.migration.failed': (facts: { migration: string; reason: string }) =>
    `Nâng cấp không thành công ở bước ${facts.migration}: ${facts.reason}. Mọi bước của lần này đã được hủy, dữ liệu còn nguyên như trước. ` +
    'Hãy chạy lại phiên bản cũ để tiếp tục làm việc, và gửi câu này cho người bảo trì (xem docs/guides/upgrade.md).',
};
