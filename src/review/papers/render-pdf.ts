import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#platform/root.server.ts';
import type { OfficialPaper } from '../model.ts';
import type { PdfAnswer, PdfOrder } from './typst-worker.ts';

/** From source also when the server runs as a bundle: the thread has its own modules and its own native library. */
const WORKER = 'src/review/papers/typst-worker.ts';
const ORDER_MS_MAX = 60_000;
/** The native library keeps what it once allocated; a fresh thread now and then bounds that. */
const ORDERS_PER_WORKER_MAX = 200;

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** One thread that sets papers, and the orders it still owes. */
interface Press {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  taken: number;
}

let press: Press | undefined;

/**
 * The paper as PDF/A-2a: embedded fonts, tagged, text that can be searched. The same paper gives the same bytes.
 * Made in a thread of its own, since the compiler blocks; the thread does not keep a command from ending.
 */
export async function renderPdf(paper: OfficialPaper): Promise<Uint8Array> {
  try {
    return await order(paper);
  } catch (error) {
    if (!(error instanceof PressBroke)) throw error;
    return await order(paper);
  }
}

/** Ends the thread; the next paper starts another. */
export async function closePress(): Promise<void> {
  const ending = press;
  press = undefined;
  await ending?.worker.terminate();
}

/** The thread itself died: worth one more try, unlike a paper that cannot be set. */
class PressBroke extends Error {}

function order(paper: OfficialPaper): Promise<Uint8Array> {
  const at = pressForNext();
  const id = at.taken++;
  const message: PdfOrder = {
    id,
    paper: JSON.stringify(paper),
    madeAtSeconds: Math.floor(Date.parse(paper.madeAt) / 1000),
  };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => retire(at, new PressBroke('setting a paper took too long')), ORDER_MS_MAX);
    at.waiting.set(id, { resolve, reject, timer });
    at.worker.ref();
    at.worker.postMessage(message);
  });
}

function pressForNext(): Press {
  if (press && press.taken < ORDERS_PER_WORKER_MAX) return press;
  const worn = press;
  press = startPress();
  if (worn?.waiting.size === 0) void worn.worker.terminate();
  return press;
}

function startPress(): Press {
  // Flags of this process (a test runner's, a one-line script's) are not for the thread.
  const worker = new Worker(path.join(projectRoot(), WORKER), { execArgv: [] });
  const started: Press = { worker, waiting: new Map(), taken: 0 };
  worker.unref();
  worker.on('message', (answer: PdfAnswer) => deliver(started, answer));
  worker.on('error', (error) => retire(started, new PressBroke(String(error))));
  worker.on('exit', () => retire(started, new PressBroke('the thread that sets papers ended')));
  return started;
}

function deliver(at: Press, answer: PdfAnswer): void {
  const waiting = at.waiting.get(answer.id);
  at.waiting.delete(answer.id);
  if (at.waiting.size === 0) at.worker.unref();
  if (at.waiting.size === 0 && at !== press) void at.worker.terminate();
  if (!waiting) return;
  clearTimeout(waiting.timer);
  if ('pdf' in answer) waiting.resolve(answer.pdf);
  else waiting.reject(new Error(`the paper could not be set: ${answer.problem}`));
}

function retire(at: Press, cause: PressBroke): void {
  if (press === at) press = undefined;
  const owed = [...at.waiting.values()];
  at.waiting.clear();
  for (const waiting of owed) {
    clearTimeout(waiting.timer);
    waiting.reject(cause);
  }
  void at.worker.terminate();
}
