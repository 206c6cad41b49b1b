import type { BrokenEntry } from '#platform/events/verify.server.ts';
import { formatMoment, formatNumber } from '#platform/i18n/format.ts';

const INPUT_OUTPUT: Readonly<Record<string, string>> = {
  EACCES: 'không có quyền đọc hoặc ghi',
  EISDIR: 'là thư mục, không phải tệp',
  ENOENT: 'không có tệp hoặc thư mục này',
  ENOSPC: 'ổ đĩa đã đầy',
  ENOTDIR: 'một phần của đường dẫn không phải thư mục',
  EROFS: 'ổ đĩa chỉ cho đọc',
};

/** The command line's own words; refusals have theirs in each slice. */
export const vi = {
  title: 'Dòng lệnh của Hợp Lực',
  headings: {
    'Usage:': 'Cách dùng:',
    'Arguments:': 'Tham số:',
    'Options:': 'Tùy chọn:',
    'Commands:': 'Lệnh:',
    'Global Options:': 'Tùy chọn chung:',
  },
  options: {
    help: 'in hướng dẫn này',
    json: 'in một tài liệu JSON ra stdout, thông báo ra stderr',
    lang: 'ngôn ngữ của dòng lệnh: vi hoặc en',
    version: 'in phiên bản',
    port: 'cổng (mặc định: PORT hoặc 3000)',
    dryRun: 'chạy thử, không ghi gì',
    out: 'tệp hoặc thư mục ghi ra',
    unit: 'mã liên minh, ví dụ LMHTX-NA',
    period: 'mã kỳ, ví dụ 2024-H1',
    cluster: 'mã cụm, ví dụ CUM-BTB',
    prefill: 'điền sẵn số liệu đã có',
    errorsOut: 'thư mục ghi bản sao của tệp bị từ chối, lỗi ghi chú tại ô',
    seed: 'số gieo của bộ sinh dữ liệu',
    given: 'tệp cần kiểm chứng, hoặc chữ audit',
    backupFile: 'tệp sao lưu',
    drillBackup: 'tệp sao lưu (mặc định: bản mới nhất trong HOPLUC_BACKUPS)',
    drillReport: 'ghi biên bản vào OUT.json và OUT.txt (mặc định: thư mục drills trong HOPLUC_DATA)',
    noBackup: 'không sao lưu trước khi nâng cấp',
    configFile: 'tệp cấu hình (JSON)',
    placesFolder: 'thư mục có các tệp CSV của danh mục',
    deletions: 'sổ xóa trẻ hơn bản sao lưu (tệp của retention --ledger)',
    ledger: 'ghi sổ xóa ra tệp, để cất cạnh bản sao lưu',
    workbook: 'tệp Excel theo mẫu',
    importId: 'mã lần nhập (importId)',
    lock: 'khóa số liệu của kỳ',
    login: 'tên đăng nhập',
    role: 'vai trò: admin, secretary, leader, officer, editor, inspector, fund-officer, fund-approver, council-member, cooperative, credit-fund',
    scope: 'phạm vi: system, cluster:MÃ, alliance:MÃ, department:MÃ/phòng, fund:MÃ, organisation:ID, credit-fund:ID',
    until: 'ngày hết quyền, ví dụ 2026-12-31 (để trống: không hạn)',
    subject: 'mã của người ấy ở nhà cung cấp OpenID (sub)',
    email: 'địa chỉ thư đã được nhà cung cấp OpenID xác minh; nối ở lần đăng nhập đầu',
    password: 'mật khẩu (để trống: hệ thống sinh ngẫu nhiên)',
  },
  commands: {
    serve: 'chạy máy chủ (cần dựng ứng dụng trước: npm run build)',
    migrate: 'nâng cấp cơ sở dữ liệu',
    template: 'ghi tệp mẫu Excel của một đơn vị',
    import: 'nhập một hoặc nhiều tệp Excel',
    undo: 'hủy một lần nhập',
    demo: 'dữ liệu mẫu',
    demoWrite: 'ghi sáu tệp Excel mẫu vào thư mục',
    review: 'tổng hợp, khóa và xuất báo cáo của một kỳ',
    verify:
      'kiểm chứng một tệp đã khóa (snapshot.json, bao-cao.docx, bao-cao.pdf, bieu-tong-hop.xlsx), hoặc nhật ký (audit)',
    backup: 'sao lưu toàn bộ dữ liệu vào một tệp mã hóa',
    restore: 'khôi phục một bản sao lưu vào cơ sở dữ liệu và thư mục dữ liệu trống',
    drill: 'diễn tập khôi phục bản sao lưu mới nhất vào một thư mục tạm, lập biên bản',
    check:
      'kiểm tra máy trước khi cài hoặc khi có sự cố: cổng, ổ đĩa, bộ nhớ, Node.js, PostgreSQL, quyền thư mục, múi giờ',
    config: 'cấu hình của hệ thống: thông tin trang, ngày nghỉ, giá trị quy định',
    configExport: 'xuất cấu hình ra một tệp JSON',
    places: 'đơn vị hành chính',
    placesLoad: 'nạp danh mục đơn vị hành chính mới; có chỗ sai thì không ghi gì',
    configImport: 'nhập cấu hình từ tệp JSON; có chỗ sai thì không ghi gì',
    retention: 'xóa dữ liệu hết hạn giữ và lập biên bản',
    lineage: 'nguồn gốc của một số liệu, ví dụ HTX.SO/LMHTX-NA@2024-H1',
    user: 'tài khoản',
    userAdd: 'thêm một tài khoản',
    userLink: 'cho một người ở nhà cung cấp OpenID đăng nhập bằng tài khoản này',
    userUnlink: 'gỡ nối với nhà cung cấp OpenID, kết thúc các phiên mở qua đó',
    userResetFactors: 'gỡ mọi cách xác minh của người đã mất hết, kết thúc các phiên của họ',
  },
  usage: {
    unknownCommand: (name: string) => `Không có lệnh "${name}".`,
    unknownOption: (name: string) => `Không có tùy chọn ${name}.`,
    missingArgument: (name: string) => `Thiếu tham số ${name}.`,
    missingOption: (name: string) => `Thiếu tùy chọn bắt buộc ${name}.`,
    missingValue: (name: string) => `Tùy chọn ${name} cần một giá trị.`,
    tooMany: () => 'Thừa tham số.',
    invalid: (name: string) => `Giá trị của ${name} không hợp lệ.`,
    missingCommand: () => 'Thiếu tên lệnh.',
  },
  failed: (reason: string) => `Lỗi: ${reason}`,
  refused: (_code: string, sentence: string) => sentence,
  inputOutput: (code: string, file: string) =>
    `${file}: ${INPUT_OUTPUT[code] ?? `hệ điều hành báo lỗi ${code}`}. Hãy kiểm tra đường dẫn và quyền truy cập.`,
  notBuilt: (root: string) => `Chưa dựng ứng dụng. Hãy chạy "npm run build" (hoặc "npm start") trong thư mục ${root}.`,
  migrated: (count: number) =>
    count === 0 ? 'Cơ sở dữ liệu đã ở phiên bản mới nhất.' : `Đã chạy ${count} bước nâng cấp:`,
  wouldMigrate: (count: number) =>
    count === 0 ? 'Không có bước nâng cấp nào đang chờ.' : `Chạy thử thành công ${count} bước đang chờ (chưa ghi gì):`,
  written: (file: string) => `Đã ghi ${file}`,
  importAccepted: (file: string, isDryRun: boolean) =>
    isDryRun ? `${file}: hợp lệ, chưa ghi gì (chạy thử)` : `${file}: đã nhập`,
  importPromise: 'Nhập bằng dòng lệnh; các ô còn trống sẽ bổ sung.',
  importUnchanged: (file: string) => `${file}: không có gì thay đổi`,
  importRefused: (file: string) => `${file}: bị từ chối, không ghi gì`,
  importCounts: (rows: Readonly<Record<'new' | 'changed' | 'unchanged' | 'conflict' | 'error', number>>) =>
    `mới ${rows.new}, đổi ${rows.changed}, giữ nguyên ${rows.unchanged}, xung đột ${rows.conflict}, lỗi ${rows.error}`,
  severities: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' },
  undone: (importId: string, restored: number) => `Đã hủy lần nhập ${importId}: khôi phục ${restored} bản ghi.`,
  notUndone: (name: string, reason: string) => `Giữ nguyên ${name}: ${reason}`,
  userAdded: (login: string) => `Đã thêm tài khoản ${login}.`,
  linked: (login: string) => `Đã nối tài khoản ${login}.`,
  linkAwaited: (login: string) => `Tài khoản ${login} sẽ được nối khi người có địa chỉ thư ấy đăng nhập lần đầu.`,
  unlinked: (login: string, count: number) =>
    count > 0 ? `Đã gỡ nối tài khoản ${login}.` : `Tài khoản ${login} chưa nối với ai.`,
  factorsReset: (login: string, removed: number) =>
    `Đã gỡ ${removed} cách xác minh của ${login} và kết thúc các phiên của tài khoản này.`,
  password: (password: string) => `Mật khẩu: ${password}`,
  wrongPeriodKind: (period: string, kind: string) => `Kỳ ${period} không phải kỳ thuộc loại ${kind}.`,
  reviewed: (hash: string, isLocked: boolean) =>
    isLocked ? `Số liệu đã khóa: ${hash}` : `Bản nháp, chưa khóa: ${hash}`,
  auditHolds: (entries: number) => `Nhật ký nguyên vẹn: ${formatNumber(entries)} mục.`,
  auditBroken: ({ chain, position, id, why }: BrokenEntry) =>
    `Nhật ký bị ${FAULTS[why]}: chuỗi ${chain}, vị trí ${formatNumber(position)}${id ? `, mục ${id}` : ''}.`,
  backedUp: (file: string, bytes: number, rows: number, files: number) =>
    `Đã sao lưu vào ${file}: ${formatNumber(rows)} dòng, ${formatNumber(files)} tệp, ${formatNumber(bytes)} byte.`,
  backupSum: (sha256: string) => `SHA-256: ${sha256}`,
  keyMade: (file: string) =>
    `Đã tạo khóa sao lưu ${file}. Hãy cất một bản của tệp này ở nơi khác: mất khóa thì không mở được bản sao lưu nào.`,
  fileNotWhole: (name: string) => `Tệp ${name} trong kho tệp không còn đúng nội dung; đã sao lưu như đang có.`,
  restored: (file: string, product: string, createdAt: string) =>
    `Đã khôi phục ${file} (phiên bản ${product}, sao lưu lúc ${formatMoment(new Date(createdAt))}).`,
  restoredRows: (tables: number, rows: number, files: number) =>
    `${formatNumber(tables)} bảng, ${formatNumber(rows)} dòng, ${formatNumber(files)} tệp; mọi tổng kiểm đều khớp.`,
  restoredMigrations: (names: readonly string[]) =>
    names.length === 0 ? 'Không có bước nâng cấp mới hơn.' : `Đã chạy bước nâng cấp mới hơn: ${names.join(', ')}.`,
  locksHold: (snapshots: number, papers: number) =>
    `Bản khóa nguyên vẹn: ${formatNumber(snapshots)} bản, ${formatNumber(papers)} văn bản.`,
  lockBroken: (name: string) => `Không còn đúng bản khóa: ${name}.`,
  drillFailed: 'Diễn tập KHÔNG ĐẠT. Xem biên bản; hãy sao lưu lại và diễn tập lại ngay.',
  configWritten: (file: string, rules: number, sha256: string) =>
    `Đã xuất cấu hình vào ${file}: ${formatNumber(rules)} giá trị quy định. SHA-256: ${sha256}`,
  placesLoaded: (f: { units: number; added: number; changes: number; newest: string; isKnown: boolean }) =>
    f.isKnown
      ? `Danh mục này đã nạp rồi (${formatNumber(f.units)} bản ghi đơn vị); không ghi gì.`
      : `Đã nạp danh mục: ${formatNumber(f.units)} bản ghi đơn vị (thêm ${formatNumber(f.added)}), ${formatNumber(f.changes)} thay đổi; mới nhất ${f.newest}.`,
  configTaken: (added: number, changed: number, unchanged: number, isSite: boolean, isDryRun: boolean) =>
    `${isDryRun ? 'Chạy thử, chưa ghi gì' : 'Đã nhập cấu hình'}: giá trị quy định thêm ${formatNumber(added)}, đổi ${formatNumber(changed)}, giữ nguyên ${formatNumber(unchanged)}; thông tin trang ${isSite ? 'đổi' : 'giữ nguyên'}.`,
  checkOk: 'Máy sẵn sàng.',
  checkBad: (count: number) => `Có ${formatNumber(count)} chỗ phải sửa trước khi chạy.`,
  retained: (what: string, due: number, held: number) =>
    `${what}: ${formatNumber(due)} đến hạn${held > 0 ? `, ${formatNumber(held)} bị giữ lại` : ''}`,
  nothingRetained: 'Không có gì đến hạn xóa.',
  dryRetention: 'Chạy thử: chưa xóa gì.',
  certified: (number: string, sha256: string) => `Đã xóa, biên bản ${number}, SHA-256: ${sha256}`,
  erasedAgain: (lines: number, certificate: string | null) =>
    `Đã áp dụng lại sổ xóa: ${formatNumber(lines)} dòng${certificate ? `; biên bản ${certificate} cho dữ liệu hết hạn giữ` : ''}.`,
  noLedger: (file: string) => `${file} không phải sổ xóa. Hãy dùng tệp do “hopluc retention --ledger” ghi ra.`,
  seconds: (seconds: number) => `Thời gian: ${formatNumber(seconds, 1)} giây.`,
};

const FAULTS = {
  changed: 'sửa',
  missing: 'mất mục',
  reordered: 'đổi thứ tự',
  'beyond-end': 'thêm mục ngoài chuỗi',
  rewritten: 'viết lại từ sau lần kiểm chứng trước',
} as const;

export type Words = typeof vi;
