import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#platform/root.server.ts';
import type { PhysicalRow, PhysicalSheet } from './model.ts';
import { type Opened, refused } from './open-workbook.ts';

/** What the worker is asked: a file at a time, then the next portion of it. */
export type WorkerRequest = { readonly bytes: Uint8Array; readonly fileName: string } | 'next';

/** What the worker sends, one at a time: the next only after a `next` has come back. */
export type WorkerReport =
  | { readonly kind: 'sheet'; readonly sheet: PhysicalSheet }
  | { readonly kind: 'rows'; readonly rows: readonly PhysicalRow[] }
  | { readonly kind: 'end'; readonly opened: Opened };

const SECONDS_MAX = 60;
const MEMORY_MAX_MB = 768;
/** A thread that has read a file waits this long for the next one: loading the library takes longer than reading. */
const IDLE_MS = 10_000;
/** After a larger file the thread is given up, and its memory with it. */
const BYTES_KEPT = 2_000_000;

let idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | undefined;

/**
 * Opens a workbook in a thread of its own, so that the server goes on answering. Rows come over in small portions for
 * the same reason. The worker runs from source, also when this module has been bundled.
 */
export async function readInWorker(
  bytes: Uint8Array,
  fileName: string,
  { secondsMax = SECONDS_MAX } = {},
): Promise<Opened> {
  const worker = takeWorker();
  let isHealthy = false;
  try {
    worker.postMessage({ bytes, fileName } satisfies WorkerRequest);
    const opened = await collected(worker, fileName, secondsMax);
    isHealthy = opened !== undefined && bytes.length <= BYTES_KEPT;
    return opened ?? refused({ code: 'workbooks.file.too-slow', facts: { seconds: secondsMax } });
  } finally {
    stopListening(worker);
    if (isHealthy && !idle) keepIdle(worker);
    else await worker.terminate();
  }
}

function takeWorker(): Worker {
  if (!idle) return newWorker();
  const { worker, timer } = idle;
  clearTimeout(timer);
  idle = undefined;
  stopListening(worker);
  worker.ref();
  return worker;
}

/** By name: removing every listener at once would also take Node's own, which start the thread's port again. */
function stopListening(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

function newWorker(): Worker {
  const worker = new Worker(path.join(projectRoot(), 'src/workbooks/reading/read-worker.ts'), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX_MB },
  });
  // A thread that dies while it waits is forgotten; unheard, its error would end the program.
  const forget = () => {
    if (idle?.worker === worker) idle = undefined;
  };
  return worker.on('error', forget).on('exit', forget);
}

/** Neither the waiting thread nor its timer keeps the program from ending. */
function keepIdle(worker: Worker): void {
  const timer = setTimeout(() => {
    idle = undefined;
    void worker.terminate();
  }, IDLE_MS);
  timer.unref();
  worker.unref();
  idle = { worker, timer };
}

/** What the worker read; undefined when it did not end in time. */
async function collected(worker: Worker, fileName: string, secondsMax: number): Promise<Opened | undefined> {
  const sheets: (PhysicalSheet & { rows: PhysicalRow[] })[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<Opened | undefined>();
  const timer = setTimeout(() => resolve(undefined), secondsMax * 1000);
  const take = (report: WorkerReport) => {
    if (report.kind === 'end') {
      resolve(report.opened.ok ? { ok: true, book: { fileName, sheets } } : report.opened);
      return;
    }
    if (report.kind === 'sheet') sheets.push({ ...report.sheet, rows: [] });
    else sheets.at(-1)?.rows.push(...report.rows);
    // Other requests have their turn before the next portion.
    setImmediate(() => worker.postMessage('next' satisfies WorkerRequest));
  };
  const fail = (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(refused({ code: 'workbooks.file.too-complex', facts: {} }));
    else reject(error);
  };
  worker.on('message', take).on('error', fail);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    worker.off('message', take).off('error', fail);
  }
}
