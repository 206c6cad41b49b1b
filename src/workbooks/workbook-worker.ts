import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { present } from '#kernel/assert.ts';
import { annotatedWorkbook } from './annotating/annotated-workbook.ts';
import { openWorkbook } from './reading/open-workbook.ts';
import type { WorkerReport, WorkerRequest } from './workbook-thread.ts';

const ROWS_AT_ONCE = 100;

const port = present(parentPort, 'this file runs as a worker');

async function read(bytes: Uint8Array, fileName: string): Promise<WorkerReport> {
  const opened = await openWorkbook(bytes, fileName);
  if (!opened.ok) return { kind: 'opened', opened };
  for (const { rows, ...sheet } of opened.book.sheets) {
    await send({ kind: 'sheet', sheet: { ...sheet, rows: [] } });
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
      await send({ kind: 'rows', rows: rows.slice(at, at + ROWS_AT_ONCE) });
  }
  return { kind: 'opened', opened: { ok: true, book: { ...opened.book, sheets: [] } } };
}

/** Waits until the other side is ready for more. */
async function send(report: WorkerReport): Promise<void> {
  const answered = once(port, 'message');
  port.postMessage(report);
  await answered;
}

async function answer(request: Exclude<WorkerRequest, 'next'>): Promise<WorkerReport> {
  if (request.task === 'read') return await read(request.bytes, request.fileName);
  return { kind: 'annotated', bytes: await annotatedWorkbook(request.bytes, request.messages) };
}

port.on('message', async (request: WorkerRequest) => {
  if (request !== 'next') port.postMessage(await answer(request));
});
