import type { Column } from './model.ts';
import { column } from './model.ts';

/** The sheet `Thuyết minh`, columns B to D: one row per section of the unit's own report. */
export const NARRATIVE_COLUMNS: readonly Column[] = [
  column({
    code: 'MA',
    group: 'Thuyết minh',
    head: 'Mã mục',
    kind: 'text',
    isRequired: true,
    width: 14,
    note: 'Mã của mục. Không sửa: hệ thống nhận mục theo mã này.',
    example: 'TM.KETQUA',
    field: 'sectionCode',
  }),
  column({
    code: 'MUC',
    group: 'Thuyết minh',
    head: 'Mục',
    kind: 'text',
    width: 34,
    note: 'Tên mục và điều cần nói.',
    example: 'Kết quả phát triển kinh tế tập thể, HTX',
    field: null,
  }),
  column({
    code: 'NOI_DUNG',
    group: 'Thuyết minh',
    head: 'Nội dung',
    kind: 'text',
    width: 110,
    note: 'Viết thành câu. Số nêu ở đây phải bằng số trong biểu của cùng tệp, nếu khác tệp không được nhận.',
    example: 'Đến 14/6/2024, toàn tỉnh có 903 HTX, tăng 11 HTX so với đầu kỳ.',
    field: 'body',
  }),
];

export interface NarrativeSection {
  readonly code: string;
  readonly title: string;
  /** What the officer is asked to say. */
  readonly prompt: string;
}

/** Sections of a unit's contribution, in the order of the cluster's report. */
export const NARRATIVE_SECTIONS: readonly NarrativeSection[] = [
  {
    code: 'TM.DACDIEM',
    title: 'Đặc điểm tình hình',
    prompt: 'Thuận lợi và khó khăn lớn của kỳ.',
  },
  {
    code: 'TM.KETQUA',
    title: 'Kết quả phát triển kinh tế tập thể, HTX',
    prompt: 'Số HTX, thành lập mới, giải thể; thành viên, lao động; doanh thu; mô hình làm tốt.',
  },
  { code: 'TM.QTD', title: 'Quỹ tín dụng nhân dân', prompt: 'Số quỹ, tình hình hoạt động, nợ xấu.' },
  {
    code: 'TM.QUY',
    title: 'Quỹ hỗ trợ phát triển HTX',
    prompt: 'Nguồn vốn, cho vay, thu nợ, quá hạn và cách xử lý.',
  },
  {
    code: 'TM.HOTRO',
    title: 'Tham mưu, tuyên truyền, tư vấn, hỗ trợ',
    prompt: 'Việc chính đã làm và kết quả.',
  },
  { code: 'TM.TDKT', title: 'Thi đua, khen thưởng', prompt: 'Phong trào, khen thưởng, khen đột xuất.' },
  { code: 'TM.HANCHE', title: 'Hạn chế và nguyên nhân', prompt: 'Điều chưa làm được và vì sao.' },
  { code: 'TM.NHIEMVU', title: 'Nhiệm vụ kỳ tới', prompt: 'Việc chính, chỉ tiêu, thời hạn.' },
  { code: 'TM.KIENNGHI', title: 'Kiến nghị', prompt: 'Kiến nghị gì, gửi cơ quan nào.' },
];
