import { Refused } from '#kernel/refusal.ts';
import { archiveKindProblem, fileKindProblem } from '../reading/file-kind.ts';
import type { Message } from '../reading/model.ts';
import { listZip } from '../reading/zip.ts';
import { inWorkbookThread, type WorkerReport } from '../workbook-thread.ts';

const SECONDS_MAX = 60;

/**
 * The same workbook with each message as a note in its cell, the cell filled, and a last sheet that lists them all with
 * links; made in a thread of its own. Refused for bytes that are no workbook: there is nothing to write into.
 */
export async function errorWorkbook(bytes: Uint8Array, messages: readonly Message[]): Promise<Uint8Array> {
  const listing = listZip(bytes);
  const problem = fileKindProblem(bytes, '') ?? (listing.ok ? archiveKindProblem(listing.entries) : listing.problem);
  if (problem) throw new Refused(problem);
  const take = (report: WorkerReport) => {
    if (report.kind !== 'annotated') throw new Error('the thread answers what it was asked');
    return report.bytes;
  };
  const annotated = await inWorkbookThread({
    request: { task: 'annotate', bytes, messages },
    secondsMax: SECONDS_MAX,
    take,
  });
  if (typeof annotated === 'string') throw new Refused({ code: annotated, facts: { seconds: SECONDS_MAX } });
  return annotated;
}
