import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#platform/root.server.ts';
import type { Message } from './reading/model.ts';
import type { OpenedPacked } from './reading/open-workbook.ts';

/** What the worker is asked, one task at a time. */
export type WorkerRequest =
  | { readonly task: 'read'; readonly bytes: Uint8Array; readonly fileName: string }
  | { readonly task: 'annotate'; readonly bytes: Uint8Array; readonly messages: readonly Message[] };

/** What the worker sends when the task is done. */
export type WorkerReport =
  | { readonly kind: 'opened'; readonly opened: OpenedPacked }
  | { readonly kind: 'annotated'; readonly bytes: Uint8Array };

/** Why a task has no answer; the code has its sentence. */
export type Failure = 'workbooks.file.too-slow' | 'workbooks.file.too-complex';

export interface WorkerTask<Answer> {
  readonly request: WorkerRequest;
  readonly secondsMax: number;
  take(report: WorkerReport): Answer;
}

const MEMORY_MAX_MB = 768;
/** A thread that has done its work waits this long for more: loading the library takes longer than reading. */
const IDLE_MS = 10_000;
/** After a larger file the thread is given up, and its memory with it. */
const BYTES_KEPT = 2_000_000;

let idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | undefined;

/**
 * Does heavy work on a workbook in a thread of its own, so that the server goes on answering. The worker runs from
 * source, also when this module has been bundled.
 */
export async function inWorkbookThread<Answer>(task: WorkerTask<Answer>): Promise<Answer | Failure> {
  const worker = takeWorker();
  let isHealthy = false;
  try {
    worker.postMessage(task.request);
    const answer = await answered(worker, task);
    isHealthy = typeof answer !== 'string' && task.request.bytes.length <= BYTES_KEPT;
    return answer;
  } finally {
    if (isHealthy && !idle) keepIdle(worker);
    else await worker.terminate();
  }
}

function takeWorker(): Worker {
  if (!idle) return newWorker();
  const { worker, timer } = idle;
  clearTimeout(timer);
  idle = undefined;
  worker.ref();
  return worker;
}

function newWorker(): Worker {
  const worker = new Worker(path.join(projectRoot(), 'src/workbooks/workbook-worker.ts'), {
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

async function answered<Answer>(worker: Worker, task: WorkerTask<Answer>): Promise<Answer | Failure> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer | Failure>();
  const timer = setTimeout(() => resolve('workbooks.file.too-slow'), task.secondsMax * 1000);
  const take = (report: WorkerReport) => resolve(task.take(report));
  const fail = (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve('workbooks.file.too-complex');
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
