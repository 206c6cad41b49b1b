import { isoDate } from '#kernel/time.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Check, CheckCode, CheckFix } from './lint/check.ts';
import type { ChipProblem } from './text/fragment.ts';

type Facts = Readonly<Record<string, string>>;

/** Headline, explanation. */
interface CheckWords {
  readonly title: string;
  readonly why: string;
}

/** What a check says on the screen and in a file of messages. */
export function sayCheck(check: Check): CheckWords {
  return CHECKS[check.code](check.facts, check.excerpt);
}

/** The words of the button that repairs it. */
export function sayFix(fix: CheckFix): string {
  return FIXES[fix.kind](fix.label);
}

/** Why a chip names nothing, and how to mend it. */
export function sayChipProblem(why: ChipProblem, detail: string): string {
  return CHIPS[why](detail);
}

const FIXES: Readonly<Record<CheckFix['kind'], (label: string) => string>> = {
  bind: (code) => `Gắn chỉ tiêu ${code}`,
  'use-word': (word) => `Đổi thành “${word}”`,
  'mark-qualitative': () => 'Ghi là nhận định định tính',
  'use-number': (number) => `Ghi ${number}`,
  'use-statement': () => 'Dùng câu nhận định tự tính',
  'bind-figure': (label) => `Nối chỉ tiêu ${label.split(' = ')[0]}`,
};

function threshold(facts: Facts): string {
  if (facts.claim === 'at-least') return `từ ${facts.threshold}%`;
  return facts.claim === 'above' ? `trên ${facts.threshold}%` : 'khi không đạt mức của các từ còn lại';
}

const CHECKS: Readonly<Record<CheckCode, (facts: Facts, excerpt: string) => CheckWords>> = {
  'quantifier.unbound': (f) => ({
    title: `“${f.word}” cần chỉ tiêu làm căn cứ`,
    why: f.code
      ? `${f.name} (${f.code}) là ${f.percent}. “${f.word}” dùng ${threshold(f)}${f.isTrue === 'true' ? ', nên dùng được' : ''}.`
      : `Chưa rõ từ này dựa vào chỉ tiêu nào. “${f.word}” dùng ${threshold(f)}. Gắn chỉ tiêu, hoặc ghi là nhận định định tính.`,
  }),
  'quantifier.contradicts': (f) => ({
    title: `“${f.word}” trái với số liệu`,
    why: `${f.name} (${f.code}) là ${f.percent}. “${f.word}” dùng ${threshold(f)}. Từ đúng là “${f.rightWord}”; nếu giữ, ghi lý do: {?${f.word}: ${f.code}, lý do="…"}.`,
  }),
  'quantifier.kept': (f) => ({
    title: `Giữ “${f.word}” kèm lý do`,
    why: `${f.name} (${f.code}) là ${f.percent}, từ đúng là “${f.rightWord}”. Lý do giữ: ${f.reason}.`,
  }),
  'quantifier.qualitative': (f) => ({
    title: `“${f.word}”: nhận định định tính`,
    why: f.reason ? `Lý do: ${f.reason}.` : 'Không dựa vào chỉ tiêu; người viết chịu trách nhiệm.',
  }),
  'quantifier.no-data': (f) => ({
    title: `“${f.word}” chưa có số để đối chiếu`,
    why: `${f.name} (${f.code}) chưa có số liệu. Bổ sung số liệu hoặc bỏ từ này.`,
  }),
  'quantifier.unknown-word': (f) => ({
    title: `“${f.word}” không có trong từ điển lượng từ`,
    why: 'Dùng: hầu hết, phần lớn, đa số, nhiều, một số.',
  }),
  'statement.unbound': (f) => ({
    title: 'Nhận định về quỹ tín dụng nhân dân gõ tay',
    why: `Số liệu hiện cho phép nói: “${f.statement}”. Dùng câu tự tính để lời văn đổi theo số liệu.`,
  }),
  'statement.contradicts': (f) => ({
    title: '“Tương đối ổn định” chưa đủ căn cứ',
    why: `Theo số liệu chỉ nói được: “${f.statement}”.`,
  }),
  'citation.incomplete': (f) => ({
    title: 'Viện dẫn thiếu năm',
    why: `“${f.cited}” nên ghi đủ: ${f.kind} số ${f.number} (${f.title}).`,
  }),
  'citation.ambiguous': (f) => ({
    title: 'Viện dẫn thiếu năm',
    why: `“${f.cited}” có thể là ${f.numbers}. Chọn đúng văn bản.`,
  }),
  'citation.unknown': (f) => ({
    title: `${f.cited}: chưa có trong thư viện văn bản`,
    why: 'Kiểm tra lại số hiệu; nếu đúng, thêm văn bản vào thư viện để người đọc mở được.',
  }),
  'citation.repealed': (f) => ({
    title: `${f.number} đã hết hiệu lực`,
    why: `Hết hiệu lực từ ${formatDate(isoDate(f.until ?? ''))}${f.successor ? `, thay bằng ${f.successor}` : ''}. Nếu viện dẫn cho việc trước ngày đó thì giữ.`,
  }),
  'number.matches': (f) => ({
    title: `Số gõ tay: ${f.typed}`,
    why: `Chưa nối nguồn nên sẽ không tự đổi khi số liệu đổi. Có chỉ tiêu khớp: ${f.suggestion}.`,
  }),
  'number.unmatched': (f) => ({
    title: `Số gõ tay: ${f.typed}`,
    why: 'Không khớp chỉ tiêu nào của kỳ. Kiểm tra lại số, nối chỉ tiêu hoặc bỏ số này.',
  }),
  'chip.unresolved': (f, excerpt) => ({
    title: `Chip lỗi: ${excerpt}`,
    why: sayChipProblem((f.why ?? 'not-a-chip') as ChipProblem, f.detail ?? ''),
  }),
  'figure.missing': (f) => ({
    title: `${f.name}: chưa có số liệu`,
    why: `${f.ref} in thành “chưa có số liệu”. Nhắc đơn vị bổ sung, hoặc viết lại câu.`,
  }),
};

const CHIPS: Readonly<Record<ChipProblem, (detail: string) => string>> = {
  'not-a-chip': () =>
    'Không đọc được chip này. Viết như {HTX.SO}, {HTX.SO/LMHTX-NA}; dấu ngoặc nhọn thường viết {{ và }}.',
  'unknown-figure': (code) => `Không có chỉ tiêu ${code} trong bộ chỉ tiêu của kỳ. Kiểm tra lại mã.`,
  'unknown-unit': (unit) => `${unit} không phải đơn vị của Cụm trong kỳ này, hoặc chip này chỉ dùng cho toàn Cụm.`,
  'other-period': (period) => `Chip gọi số liệu kỳ ${period}; báo cáo chỉ dùng số liệu của kỳ mình.`,
  'unknown-context': (detail) => `Không có thông tin cho “${detail}” trong kỳ này, hoặc kiểu viết không có.`,
  'unknown-option': (detail) => `Không có lựa chọn “${detail}” cho chip này.`,
  'not-a-share': (code) => `${code} không phải tỷ lệ. Dùng chỉ tiêu tỷ lệ, hoặc viết “${code} trên HTX.HD”.`,
  'not-counted': (code) => `${code} không đếm được từ sổ bộ nên không có số đếm.`,
};
