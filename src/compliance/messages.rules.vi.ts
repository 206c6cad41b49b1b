import type { IsoDate } from '#kernel/time.ts';
import { formatDate } from '#platform/i18n/format.ts';

/** What is wrong with one value of a rule set. */
export const ruleProblems = {
  unknownKey: (key: string) => `${key}: chương trình không dùng quy định này`,
  badValue: (key: string, from: string, why: string) => `${key} (từ ${formatDate(from as IsoDate)}): ${why}`,
  badDay: (key: string, day: string) => `${key}: ngày “${day}” không đọc được`,
  endsBeforeItBegins: (key: string, from: string) =>
    `${key} (từ ${formatDate(from as IsoDate)}): ngày hết hiệu lực không sau ngày bắt đầu`,
  twice: (key: string, from: string) => `${key}: có hai giá trị cùng bắt đầu ngày ${formatDate(from as IsoDate)}`,
  overlaps: (key: string, from: string, other: string) =>
    `${key}: giá trị từ ${formatDate(from as IsoDate)} chồng lên giá trị từ ${formatDate(other as IsoDate)}`,
  otherShape: 'giá trị thiếu ô, thừa ô, hoặc có số ngoài khoảng cho phép',
  otherKind: 'giá trị khác kiểu với giá trị đang dùng',
  gap: (key: string, on: string) => `${key}: không có giá trị nào còn hiệu lực vào ngày ${formatDate(on as IsoDate)}`,
  noCitation: (key: string, from: string) => `${key} (từ ${formatDate(from as IsoDate)}): thiếu căn cứ`,
  notADay: 'phải là danh sách ngày NĂM-THÁNG-NGÀY, tăng dần, không trùng',
  notADayOfMonth: 'phải là số nguyên từ 1 đến 31',
  notDeadlines: 'phải có submit, lock, conference là số ngày, submit ≤ lock ≤ conference',
  notAShare: 'phải là một số từ 0 đến 100',
  notStatuses: (known: readonly string[]) => `phải là danh sách không trùng trong: ${known.join(', ')}`,
  notOrdered: 'các ngưỡng lượng từ phải giảm dần: hầu hết > phần lớn ≥ nhiều',
};
