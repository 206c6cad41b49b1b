import { inWorkbookThread, type WorkerReport } from '../workbook-thread.ts';
import type { PhysicalRow, PhysicalSheet } from './model.ts';
import { type Opened, refused } from './open-workbook.ts';

const SECONDS_MAX = 60;

/** `openWorkbook` in a thread of its own. Rows come over in small portions, so that no answer holds the server up. */
export async function readInWorker(
  bytes: Uint8Array,
  fileName: string,
  { secondsMax = SECONDS_MAX } = {},
): Promise<Opened> {
  const sheets: (PhysicalSheet & { rows: PhysicalRow[] })[] = [];
  const take = (report: WorkerReport): Opened | undefined => {
    if (report.kind === 'sheet') sheets.push({ ...report.sheet, rows: [] });
    if (report.kind === 'rows') sheets.at(-1)?.rows.push(...report.rows);
    if (report.kind !== 'opened') return undefined;
    return report.opened.ok ? { ok: true, book: { ...report.opened.book, sheets } } : report.opened;
  };
  const opened = await inWorkbookThread({ request: { task: 'read', bytes, fileName }, secondsMax, take });
  return typeof opened === 'string' ? refused({ code: opened, facts: { seconds: secondsMax } }) : opened;
}
