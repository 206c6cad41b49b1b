import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { present } from '#kernel/assert.ts';
import { openWorkbook } from './open-workbook.ts';
import type { WorkerReport } from './read-in-worker.ts';

const ROWS_AT_ONCE = 100;

const port = present(parentPort, 'this file runs as a worker');
const { bytes, fileName } = workerData as { bytes: Uint8Array; fileName: string };

async function send(report: WorkerReport): Promise<void> {
  const answered = once(port, 'message');
  port.postMessage(report);
  await answered;
}

const opened = await openWorkbook(bytes, fileName);
if (opened.ok) {
  for (const { rows, ...sheet } of opened.book.sheets) {
    await send({ kind: 'sheet', sheet: { ...sheet, rows: [] } });
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
      await send({ kind: 'rows', rows: rows.slice(at, at + ROWS_AT_ONCE) });
  }
}
const end: WorkerReport = {
  kind: 'end',
  opened: opened.ok ? { ok: true, book: { fileName, sheets: [] } } : opened,
};
port.postMessage(end);
