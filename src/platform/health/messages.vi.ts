import { formatMoment, formatNumber, NBSP } from '#platform/i18n/format.ts';
import type { Disk } from './model.ts';

export const jobNames: Readonly<Record<string, string>> = {
  backup: 'Sao lưu hằng đêm',
  retention: 'Dọn dữ liệu hết hạn giữ',
  health: 'Đo sức khỏe hệ thống',
};

const UNITS = ['byte', 'KB', 'MB', 'GB', 'TB'] as const;

/** `1536` → `1,5 KB`: powers of 1024, one digit after the comma from KB on. */
export function formatBytes(bytes: bigint | number): string {
  let value = Number(bytes);
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${formatNumber(value.toFixed(unit === 0 ? 0 : 1) as never, unit === 0 ? 0 : 1)}${NBSP}${UNITS[unit]}`;
}

export const text = {
  diskShort: ({ freeBytes, totalBytes }: Disk) =>
    `Ổ đĩa sắp đầy: còn ${formatBytes(freeBytes)} trong ${formatBytes(totalBytes)}. Hãy dọn hoặc mở rộng ổ đĩa trước khi hệ thống ngừng ghi.`,
  jobFailed: (job: string, sentence: string) => `Việc “${jobNames[job] ?? job}” không xong lần gần nhất: ${sentence}`,
  drillFailed: (at: Date) =>
    `Diễn tập khôi phục lúc ${formatMoment(at)} không đạt. Hãy sao lưu lại rồi chạy “hopluc drill”.`,
  certificateEnds: (days: number) =>
    `Chứng thư HTTPS của địa chỉ công khai còn ${formatNumber(days)} ngày. Hãy gia hạn ngay.`,
  certificateOver:
    'Chứng thư HTTPS của địa chỉ công khai đã hết hạn. Hãy gia hạn ngay: trình duyệt đang cảnh báo người xem.',
  certificateUnseen: (problem: string) =>
    `Không kiểm được chứng thư HTTPS của địa chỉ công khai (${problem}). Hãy kiểm tra PUBLIC_URL, tên miền và máy chủ proxy.`,
  sampled: (database: string, free: string) => `Cơ sở dữ liệu ${database}, ổ đĩa còn ${free}.`,
};

/** What `hopluc check` says of the machine. */
export const check = {
  names: {
    node: 'Node.js',
    disk: 'Ổ đĩa',
    memory: 'Bộ nhớ',
    folder: 'Thư mục dữ liệu',
    backups: 'Thư mục sao lưu',
    clock: 'Đồng hồ',
    port: 'Cổng',
    database: 'Cơ sở dữ liệu',
  },
  nodeOld: (version: string, least: string) =>
    `đang là ${version}, cần từ ${least}. Hãy cài Node.js 24, hoặc chạy “npm install” để lấy bản kèm theo.`,
  diskFull: (disk: Disk, folder: string) =>
    `${folder} chỉ còn ${formatBytes(disk.freeBytes)}. Hãy dọn ổ đĩa, hoặc đặt HOPLUC_DATA sang ổ khác.`,
  diskShort: (disk: Disk, folder: string) =>
    `${folder} còn ${formatBytes(disk.freeBytes)} trong ${formatBytes(disk.totalBytes)}. Nên có ít nhất 10% và 2 GB trống.`,
  diskFree: (disk: Disk) => `còn ${formatBytes(disk.freeBytes)} trong ${formatBytes(disk.totalBytes)}`,
  memory: (bytes: number) => formatBytes(bytes),
  memoryLittle: (bytes: number) => `máy chỉ có ${formatBytes(bytes)}, cần ít nhất 1 GB. Hãy thêm bộ nhớ.`,
  memoryShort: (bytes: number) => `máy có ${formatBytes(bytes)}; nên có 2 GB trở lên khi nhiều người cùng làm.`,
  clock: (now: Date, zone: string) => `${formatMoment(now)} giờ Việt Nam, múi giờ máy ${zone}`,
  clockWrong: (now: Date) => `máy đang nghĩ là ${formatMoment(now)}. Hãy chỉnh giờ: “timedatectl set-ntp true”.`,
  zoneOther: (zone: string) =>
    `múi giờ máy là ${zone}. Hợp Lực luôn tính theo giờ Việt Nam, nhưng nhật ký và cron của máy thì không. Nên chạy “timedatectl set-timezone Asia/Ho_Chi_Minh”.`,
  notWritable: (folder: string) =>
    `không ghi được vào ${folder}. Hãy chạy bằng người dùng sở hữu thư mục, hoặc “chown” thư mục cho người dùng ấy.`,
  willBeMade: (folder: string) => `${folder} (sẽ được tạo khi chạy)`,
  noFolder: (folder: string) => `${folder} là tệp, không phải thư mục. Hãy đổi tên tệp hoặc đặt đường dẫn khác.`,
  openToOthers: (folder: string) => `người dùng khác trên máy đọc được ${folder}. Hãy chạy “chmod 700 ${folder}”.`,
  writable: (folder: string) => `${folder}`,
  portFree: (host: string, port: number) => `${host}:${port} còn trống`,
  portTaken: (host: string, port: number) =>
    `${host}:${port} đang có chương trình dùng (có thể chính là Hợp Lực đang chạy). Hãy dừng chương trình ấy, hoặc đặt PORT khác.`,
  portRefused: (host: string, port: number, code: string) =>
    `không mở được ${host}:${port} (${code}). Cổng dưới 1024 cần quyền riêng; nên dùng cổng 3000 sau một proxy. Địa chỉ HOST phải là của máy này.`,
  databaseEmbedded: 'PostgreSQL kèm theo đã có đủ chương trình',
  databaseOwn: (version: string) => `PostgreSQL ${version} trả lời`,
};
