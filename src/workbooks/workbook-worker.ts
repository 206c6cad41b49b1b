import { parentPort } from 'node:worker_threads';
import { present } from '#kernel/assert.ts';
import { openPacked } from './reading/open-workbook.ts';
import { memoryOf } from './reading/packed.ts';
import type { WorkerReport, WorkerRequest } from './workbook-thread.ts';

const port = present(parentPort, 'this file runs as a worker');

port.on('message', async (request: WorkerRequest) => {
  if (request.task === 'read') {
    const opened = openPacked(request.bytes, request.fileName);
    port.postMessage({ kind: 'opened', opened } satisfies WorkerReport, opened.ok ? memoryOf(opened.book) : []);
    return;
  }
  // The library that writes takes longer to load than a small file to read.
  const { annotatedWorkbook } = await import('./annotating/annotated-workbook.ts');
  const bytes = await annotatedWorkbook(request.bytes, request.messages);
  port.postMessage({ kind: 'annotated', bytes } satisfies WorkerReport);
});
