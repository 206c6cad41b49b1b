import type { SectionCode } from '../model.ts';
import { SECTION_CODES } from '../model.ts';
import { FRAME } from './frame.ts';
import { LIMITS_AND_TASKS } from './limits-and-tasks.ts';
import { RESULTS } from './results.ts';

/** One section of the cluster's report as it stands before anybody has edited it. */
export interface OutlineSection {
  readonly code: SectionCode;
  /** `I` … `VIII` in part one, `I` … `III` in part two; empty for what has no heading. */
  readonly number: string;
  readonly part: 'frame' | 'results' | 'tasks';
  readonly title: string;
  readonly body: string;
  /** The section of the units' own reports (sheet `Thuyết minh`) that is shown beside it. */
  readonly contributionCode: string | null;
}

type Heading = Pick<OutlineSection, 'number' | 'part' | 'title' | 'contributionCode'>;

const BODIES: Readonly<Record<SectionCode, string>> = { ...FRAME, ...RESULTS, ...LIMITS_AND_TASKS };

const HEADINGS: Readonly<Record<SectionCode, Heading>> = {
  grounds: frame('Căn cứ'),
  opening: frame('Lời mở đầu'),
  situation: result('I', 'Đặc điểm tình hình', 'TM.DACDIEM'),
  development: result('II', 'Kết quả phát triển kinh tế tập thể, hợp tác xã', 'TM.KETQUA'),
  'credit-funds': result('III', 'Quỹ tín dụng nhân dân', 'TM.QTD'),
  'support-fund': result('IV', 'Quỹ hỗ trợ phát triển hợp tác xã', 'TM.QUY'),
  advice: result('V', 'Công tác tham mưu, tuyên truyền, tư vấn, hỗ trợ', 'TM.HOTRO'),
  emulation: result('VI', 'Công tác thi đua, khen thưởng', 'TM.TDKT'),
  limits: result('VII', 'Hạn chế và nguyên nhân', 'TM.HANCHE'),
  lessons: result('VIII', 'Bài học kinh nghiệm', null),
  tasks: { number: 'I', part: 'tasks', title: 'Nhiệm vụ trọng tâm', contributionCode: 'TM.NHIEMVU' },
  solutions: { number: 'II', part: 'tasks', title: 'Giải pháp thực hiện', contributionCode: null },
  proposals: { number: 'III', part: 'tasks', title: 'Kiến nghị', contributionCode: 'TM.KIENNGHI' },
  closing: frame('Lời kết'),
  recipients: frame('Nơi nhận'),
};

function frame(title: string): Heading {
  return { number: '', part: 'frame', title, contributionCode: null };
}

function result(number: string, title: string, contributionCode: string | null): Heading {
  return { number, part: 'results', title, contributionCode };
}

/** The outline of the half-year report in the order of the paper, each section with its text of our own. */
export const OUTLINE: readonly OutlineSection[] = SECTION_CODES.map((code) => ({
  code,
  ...HEADINGS[code],
  body: BODIES[code],
}));

/** The text of a section that nobody has edited. */
export function bodyOf(code: SectionCode): string {
  return BODIES[code];
}
