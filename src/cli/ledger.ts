import { z } from 'zod';
import type { LedgerLine } from '#rights/public.ts';
import { readWhole } from './files.ts';
import type { Words } from './messages.vi.ts';
import { WrongUsage } from './run.ts';

const Line = z.object({ code: z.string(), subjectId: z.string() });

/** One line a deletion, ids only: to be kept beside the backups. */
export function ledgerText(lines: readonly LedgerLine[]): string {
  return lines.map(({ code, subjectId }) => `${JSON.stringify({ code, subjectId })}\n`).join('');
}

/** Reads what `ledgerText` wrote; a file that is none stops the command before anything is done. */
export async function readLedger(words: Words, file: string): Promise<readonly LedgerLine[]> {
  const lines = (await readWhole(file)).toString('utf8').split('\n').filter(Boolean);
  try {
    return lines.map((line) => Line.parse(JSON.parse(line)));
  } catch {
    throw new WrongUsage(words.noLedger(file));
  }
}
