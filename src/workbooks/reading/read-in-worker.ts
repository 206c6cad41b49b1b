import { inWorkbookThread, type WorkerReport } from '../workbook-thread.ts';
import { type Opened, refused } from './open-workbook.ts';
import { unpackedBook } from './packed.ts';

const SECONDS_MAX = 60;

/** `openWorkbook` in a thread of its own, whose answer comes over without being copied. */
export async function readInWorker(
  bytes: Uint8Array,
  fileName: string,
  { secondsMax = SECONDS_MAX } = {},
): Promise<Opened> {
  const take = (report: WorkerReport): Opened => {
    if (report.kind !== 'opened') throw new Error('the thread answers what it was asked');
    const { opened } = report;
    return opened.ok ? { ok: true, book: unpackedBook(opened.book) } : opened;
  };
  const opened = await inWorkbookThread({ request: { task: 'read', bytes, fileName }, secondsMax, take });
  return typeof opened === 'string' ? refused({ code: opened, facts: { seconds: secondsMax } }) : opened;
}
