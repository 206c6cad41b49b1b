import { formatNumber } from '#platform/i18n/format.ts';
import type { Sentence, Sentences } from './messages-reading.vi.ts';

function warning(say: Sentence['say']): Sentence {
  return { severity: 'warning', say };
}

interface Marked {
  readonly letters: string;
  readonly cells: readonly string[];
  readonly count: number;
}

function named({ cells, count }: Marked): string {
  return cells.join(', ') + (count > cells.length ? '…' : '');
}

/** What a workbook holds of persons that nobody asked for. The cells are named, never what stands in them. */
export const personalSentences: Sentences = {
  'workbooks.personal.citizen-number': warning(
    (f: Marked) =>
      `Cột ${f.letters} có ${formatNumber(f.count)} ô giống số căn cước, chứng minh nhân dân hoặc hộ chiếu (${named(f)}). Hệ thống không thu các số này. Hãy xóa khỏi tệp rồi gửi lại.`,
  ),
  'workbooks.personal.birth-day': warning(
    (f: Marked) =>
      `Cột ${f.letters} có ${formatNumber(f.count)} ô giống ngày hoặc năm sinh (${named(f)}). Hệ thống không thu ngày sinh. Hãy xóa khỏi tệp rồi gửi lại.`,
  ),
  'workbooks.personal.pictures': warning(
    (f: { count: number }) =>
      `Trong tệp có ${formatNumber(f.count)} ảnh. Hệ thống không đọc ảnh; nếu là ảnh căn cước, giấy tờ của cá nhân thì hãy xóa khỏi tệp rồi gửi lại.`,
  ),
};
