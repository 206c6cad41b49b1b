import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { present } from '#kernel/assert.ts';
import { openWorkbook } from './open-workbook.ts';
import type { WorkerReport, WorkerRequest } from './read-in-worker.ts';

const ROWS_AT_ONCE = 100;

const port = present(parentPort, 'this file runs as a worker');

async function read(bytes: Uint8Array, fileName: string): Promise<WorkerReport> {
  const opened = await openWorkbook(bytes, fileName);
  if (!opened.ok) return { kind: 'end', opened };
  for (const { rows, ...sheet } of opened.book.sheets) {
    await send({ kind: 'sheet', sheet: { ...sheet, rows: [] } });
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
      await send({ kind: 'rows', rows: rows.slice(at, at + ROWS_AT_ONCE) });
  }
  return { kind: 'end', opened: { ok: true, book: { fileName, sheets: [] } } };
}

/** Waits until the other side is ready for more. */
async function send(report: WorkerReport): Promise<void> {
  const answered = once(port, 'message');
  port.postMessage(report);
  await answered;
}

port.on('message', async (request: WorkerRequest) => {
  if (request !== 'next') port.postMessage(await read(request.bytes, request.fileName));
});
