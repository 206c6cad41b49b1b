import { formatMoment, formatNumber } from '#platform/i18n/format.ts';

export const refusals = {
  'installation.set-up.not-found': () => 'Không có trang này.',
  'installation.set-up.wrong-code': () =>
    'Mã chưa đúng, hoặc đã hết hiệu lực. Hãy chép lại mã mà máy chủ in ra ở lần khởi động gần nhất.',
  'installation.config.unreadable': (facts: { reason: string }) =>
    `Tệp không phải cấu hình của Hợp Lực: ${facts.reason}. Hãy dùng tệp do “hopluc config export” tạo ra.`,
  'installation.config.changed': () =>
    'Nội dung tệp không khớp mã băm ghi trong tệp: tệp đã bị sửa hoặc hỏng sau khi xuất. Hãy xuất lại từ máy gốc.',
  'installation.config.newer': (facts: { format: number }) =>
    `Tệp cấu hình có định dạng ${facts.format}, mới hơn chương trình này. Hãy nâng cấp rồi nhập lại.`,
  'installation.config.invalid': (facts: { problems: readonly string[] }) =>
    `Bộ quy định có ${formatNumber(facts.problems.length)} chỗ sai nên không nhập gì:\n${facts.problems.map((problem) => `  - ${problem}`).join('\n')}`,
};

/** What is wrong with a configuration, and how its taking is called in the history of a rule. */
export const problems = {
  unknownSetting: (key: string) => `cài đặt ${key}: không phải cài đặt được mang theo`,
  badSetting: (key: string, fields: string) => `cài đặt ${key}: ô chưa đúng: ${fields || 'toàn bộ'}`,
  taken: (sha256: string) => `Nhập cấu hình ${sha256.slice(0, 12)}`,
};

const setUp = {
  title: 'Cài đặt lần đầu',
  claim: 'Bốn bước, khoảng năm phút. Sau đó trang này đóng lại vĩnh viễn.',
  points: [
    ['Mã dùng một lần', 'chỉ người chạy máy chủ có'],
    ['Làm dở', 'mở lại trang này để làm tiếp'],
  ],
  steps: { code: 'Mã', site: 'Đơn vị', administrator: 'Quản trị', backups: 'Sao lưu' },
  stepsLabel: 'Các bước',
  next: 'Tiếp tục',
  failed: 'Chưa xong bước này',
  code: {
    lead: 'Nhập mã mà máy chủ in ra ở dòng “Cài đặt lần đầu”. Mã cũng nằm trong tệp setup-code của thư mục dữ liệu.',
    label: 'Mã cài đặt',
    hint: 'Bốn nhóm bốn ký tự, ví dụ ab3k-7xyz-m2pq-9rst',
    needed: 'Hãy nhập mã cài đặt.',
  },
  site: {
    lead: 'Thông tin này hiện ở chân mọi trang công khai. Ô chưa biết cứ để trống: trang sẽ nói là chưa có.',
    owner: 'Đơn vị chủ quản',
    ownerHint: 'Ví dụ: Liên minh Hợp tác xã tỉnh …',
    ownerNeeded: 'Hãy nhập tên đơn vị chủ quản.',
    tagline: 'Tên cổng thông tin',
    responsible: 'Chịu trách nhiệm nội dung',
    address: 'Địa chỉ',
    phone: 'Điện thoại',
    email: 'Thư điện tử',
    emailWrong: 'Địa chỉ thư chưa đúng, ví dụ lienhe@tinh.gov.vn.',
    licence: 'Giấy phép trang tin',
    tooLong: 'Dài nhất 300 ký tự.',
  },
  administrator: {
    lead: 'Quản trị hệ thống tạo các tài khoản khác và cấp quyền. Xác thực hai lớp được đặt ở lần đăng nhập đầu tiên.',
    displayName: 'Họ và tên',
    nameNeeded: 'Hãy nhập họ và tên.',
    login: 'Tên đăng nhập',
    loginHint: 'Chữ thường không dấu, số, dấu chấm, gạch nối',
    loginNeeded: 'Hãy nhập tên đăng nhập.',
    password: 'Mật khẩu',
    passwordHint: 'Ít nhất 12 ký tự; một câu ngắn dễ nhớ là tốt nhất',
    passwordNeeded: 'Hãy nhập mật khẩu.',
    again: 'Nhập lại mật khẩu',
    differs: 'Hai lần nhập chưa giống nhau.',
  },
  backups: {
    lead: 'Mỗi đêm lúc 01:30 hệ thống tự sao lưu toàn bộ vào một tệp mã hóa.',
    folder: 'Thư mục sao lưu',
    off: 'Đang tắt (HOPLUC_BACKUPS=off). Hãy tự đặt lịch “hopluc backup”.',
    otherDisk: 'Nên đặt HOPLUC_BACKUPS sang ổ đĩa khác, và chép tệp ra khỏi máy hằng tuần.',
    key: 'Khóa mở bản sao lưu',
    ownKey: 'Câu bí mật HOPLUC_BACKUP_KEY mà bạn đã đặt',
    keyFile: (file: string) => `Tệp ${file}, hệ thống tự tạo ở lần sao lưu đầu`,
    warning:
      'Mất khóa thì không ai mở được bản sao lưu nào. Hãy cất một bản của khóa ở nơi khác, không cùng chỗ với bản sao lưu.',
    confirm: 'Tôi hiểu và sẽ cất khóa ở nơi khác',
    confirmNeeded: 'Hãy đánh dấu để xác nhận.',
    finish: 'Hoàn tất cài đặt',
  },
};

const health = {
  title: 'Sức khỏe hệ thống',
  area: 'Quản trị',
  sub: (version: string, since: Date) => `Phiên bản ${version}, chạy từ ${formatMoment(since)}`,
  allWell: 'Không có cảnh báo',
  alertCount: (count: number) => `${formatNumber(count)} cảnh báo`,
  strip: 'Số đo chính',
  database: 'Cơ sở dữ liệu',
  grown: (size: string) => `một tháng trước: ${size}`,
  answers: (ms: string) => `trả lời trong ${ms} ms`,
  disk: 'Ổ đĩa còn',
  ofTotal: (total: string) => `trong ${total}`,
  memory: 'Bộ nhớ còn',
  own: (bytes: string, total: string) => `trong ${total}; Hợp Lực dùng ${bytes}`,
  certificate: 'Chứng thư HTTPS',
  daysLeft: (days: number) => (days < 0 ? 'Đã hết hạn' : `còn ${formatNumber(days)} ngày`),
  noHttps: 'Không dùng',
  noHttpsWhy: 'PUBLIC_URL không phải https',
  notSeenYet: 'Chưa đo',
  unseen: 'Không kiểm được',
  seenAt: (at: Date) => `đo lúc ${formatMoment(at)}`,
  safety: 'Sao lưu',
  lastBackup: 'Sao lưu gần nhất',
  lastDrill: 'Diễn tập gần nhất',
  none: 'Chưa có',
  drillHow: 'Chạy “hopluc drill” mỗi quý.',
  passed: 'Đạt',
  notPassed: 'Không đạt',
  inSeconds: (seconds: number) => `${formatNumber(seconds, 1)} giây`,
  backupFolder: 'Thư mục',
  off: 'Đang tắt',
  jobs: 'Việc chạy theo lịch',
  jobColumns: ['Việc', 'Lần gần nhất', 'Kết quả', 'Lần tới'],
  notRun: 'Chưa chạy',
  outcomes: { running: 'Đang chạy', done: 'Xong', failed: 'Không xong', 'cut-off': 'Bị ngắt' },
  attempt: (count: number) => `lần thử ${formatNumber(count)}`,
  system: 'Hệ thống',
  postgres: (version: string, isEmbedded: boolean) => `PostgreSQL ${version}${isEmbedded ? ' (kèm theo)' : ''}`,
  migrations: 'Cấu trúc dữ liệu',
  migrationsText: (count: number, at: Date | null) =>
    `${formatNumber(count)} bước, mới nhất ${at ? `chạy lúc ${formatMoment(at)}` : 'chưa rõ lúc nào'}`,
  connections: 'Kết nối cơ sở dữ liệu',
  connectionsText: (total: number, idle: number) => `${formatNumber(total)} mở, ${formatNumber(idle)} rảnh`,
  queue: 'Hàng đợi',
  queueText: (waiting: number, due: number) =>
    waiting + due === 0
      ? 'Không có gì phải đợi'
      : `${formatNumber(waiting)} yêu cầu chờ kết nối, ${formatNumber(due)} việc theo lịch chưa xong`,
  settings: 'Biến môi trường đã đặt',
  settingsNone: 'Không có; mọi thứ theo mặc định',
  settingsHint: 'Chỉ tên; giá trị không bao giờ hiện ở đây.',
};

export const text = {
  actor: 'Cài đặt lần đầu',
  invitation: (port: number, code: string) => `Cài đặt lần đầu: mở http://localhost:${port}/cai-dat và nhập mã ${code}`,
  setUp,
  health,
};
