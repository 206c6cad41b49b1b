import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#platform/root.server.ts';
import type { PhysicalRow, PhysicalSheet } from './model.ts';
import { type Opened, refused } from './open-workbook.ts';

/** What the worker sends, one at a time: the next only after a `next` has come back. */
export type WorkerReport =
  | { readonly kind: 'sheet'; readonly sheet: PhysicalSheet }
  | { readonly kind: 'rows'; readonly rows: readonly PhysicalRow[] }
  | { readonly kind: 'end'; readonly opened: Opened };

const SECONDS_MAX = 60;
const MEMORY_MAX_MB = 768;

/**
 * Opens a workbook in a thread of its own, so that the server goes on answering. Rows come over in small portions for
 * the same reason. The worker runs from source, also when this module has been bundled.
 */
export async function readInWorker(
  bytes: Uint8Array,
  fileName: string,
  { secondsMax = SECONDS_MAX } = {},
): Promise<Opened> {
  const worker = new Worker(path.join(projectRoot(), 'src/workbooks/reading/read-worker.ts'), {
    workerData: { bytes, fileName },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX_MB },
  });
  try {
    return await collected(worker, fileName, secondsMax);
  } finally {
    await worker.terminate();
  }
}

async function collected(worker: Worker, fileName: string, secondsMax: number): Promise<Opened> {
  const sheets: (PhysicalSheet & { rows: PhysicalRow[] })[] = [];
  return await new Promise<Opened>((resolve, reject) => {
    const timer = setTimeout(
      () => resolve(refused({ code: 'workbooks.file.too-slow', facts: { seconds: secondsMax } })),
      secondsMax * 1000,
    );
    worker.on('message', (report: WorkerReport) => {
      if (report.kind === 'end') {
        clearTimeout(timer);
        resolve(report.opened.ok ? { ok: true, book: { fileName, sheets } } : report.opened);
        return;
      }
      if (report.kind === 'sheet') sheets.push({ ...report.sheet, rows: [] });
      else sheets.at(-1)?.rows.push(...report.rows);
      // Other requests have their turn before the next portion.
      setImmediate(() => worker.postMessage('next'));
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve(refused({ code: 'workbooks.file.too-complex', facts: {} }));
      else reject(error);
    });
  });
}
