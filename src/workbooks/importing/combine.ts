import { readingText } from '../messages-reading.vi.ts';
import type { Message } from '../reading/model.ts';

/** So many warnings of one kind in one column are still listed one by one. */
const LISTED_MAX = 20;
const CELLS_NAMED = 12;
/** Questions whose one answer holds for the whole column. */
const ASKED_ONCE = new Set([
  'workbooks.cell.number-ambiguous',
  'workbooks.cell.zero-or-missing',
  'workbooks.cell.encoding-doubtful',
]);

/**
 * For a report that people read: warnings of one kind that fill a column become one sentence with their cells, and so
 * does a question that is asked once per column. Other errors stay one by one, as each has its cell to mend. Errors
 * first, then in the order of the file.
 */
export function combined(messages: readonly Message[]): readonly Message[] {
  const groups = Map.groupBy(
    messages,
    (message) => `${message.severity}|${message.code}|${message.sheet}|${columnOf(message)}`,
  );
  const kept = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length <= listedMax(first)) return group;
    const cells = group.slice(0, CELLS_NAMED).map((message) => message.cell);
    return [{ ...first, text: readingText.alsoIn(first.text, group.length, cells) }];
  });
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return kept.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

function listedMax({ code, severity }: Message): number {
  if (ASKED_ONCE.has(code)) return 1;
  return severity === 'error' ? Number.POSITIVE_INFINITY : LISTED_MAX;
}

function columnOf(message: Message): string {
  return message.cell.replace(/\d+$/, '');
}
