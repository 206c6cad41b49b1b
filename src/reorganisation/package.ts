import { createHash } from 'node:crypto';
import { csvFile } from '#kernel/csv.ts';
import type { Ctx } from '#platform/ctx.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { labels } from '#reporting/messages.vi.ts';
import { reviewFiles } from '#review/public.ts';
import { buildWorkbook, workbookDefinition } from '#workbooks/public.ts';
import { packageWords as words } from './messages.vi.ts';
import type { OpenWork } from './open-work.ts';
import { openWork, unlocked } from './open-work.ts';
import type { ZipFile } from './zip.ts';
import { zipOf } from './zip.ts';

/** One file of a package as its listing names it. */
export interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

const NO_CONTENT = { register: [], funds: [], values: [], narrative: [] };

/**
 * What a head unit hands over, in one archive: calls, submissions, open work, the papers of every locked review and the
 * empty forms of what is open, with a list of their hashes. No figure is made here; papers are those kept at the lock.
 */
export async function handoverPackage(
  ctx: Ctx,
  clusterCode: string,
): Promise<{ readonly bytes: Buffer; readonly listing: readonly ListedFile[] }> {
  const work = await openWork(ctx, clusterCode);
  const files: ZipFile[] = [
    { name: 'dot-thu-so-lieu.csv', bytes: callsTable(work) },
    { name: 'bai-nop.csv', bytes: submissionsTable(work) },
    { name: 'viec-dang-mo.csv', bytes: tasksTable(work) },
  ];
  for (const { call, versions } of work.calls) {
    if (versions === 0) continue;
    for (const { name, bytes } of await reviewFiles(ctx, clusterCode, call.period.code))
      files.push({ name: `bao-cao/${call.period.code}/${name}`, bytes });
  }
  for (const { call, submissions } of unlocked(work.calls))
    for (const { unitCode } of submissions) {
      const definition = await workbookDefinition(ctx.read, unitCode, call.period.code);
      const bytes = await buildWorkbook(definition, NO_CONTENT);
      files.push({ name: `bieu-mau/${call.period.code}/${unitCode}.xlsx`, bytes });
    }
  const listing = files.map(({ name, bytes }) => ({
    name,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const index = csvFile([
    [words.file, words.bytes, 'SHA-256'],
    ...listing.map((file) => [file.name, file.bytes, file.sha256]),
  ]);
  return { bytes: zipOf([{ name: 'muc-luc.csv', bytes: index }, ...files], ctx.now), listing };
}

function callsTable({ calls }: OpenWork): Uint8Array {
  return csvFile([
    words.callColumns,
    ...calls.map(({ call, versions }) => [
      call.period.code,
      call.title,
      labels.callState[call.state],
      formatDate(call.submitByOn),
      formatDate(call.lockByOn),
      versions,
    ]),
  ]);
}

function submissionsTable({ calls }: OpenWork): Uint8Array {
  return csvFile([
    words.submissionColumns,
    ...calls.flatMap(({ call, submissions }) =>
      submissions.map(({ unitCode, unitName, state, receipt }) => [
        call.period.code,
        unitCode,
        unitName,
        labels.submissionState[state],
        receipt,
      ]),
    ),
  ]);
}

function tasksTable(work: OpenWork): Uint8Array {
  return csvFile([words.taskColumns, ...openTasks(work)]);
}

/** What is still to be done, a line each: units whose figures are not passed, calls to lock, words of a second person. */
export function openTasks({ calls, waiting }: Pick<OpenWork, 'calls' | 'waiting'>): readonly (readonly string[])[] {
  return [
    ...unlocked(calls).flatMap(({ call, submissions }) => [
      ...submissions
        .filter(({ state }) => state !== 'passed')
        .map(({ unitName, state }) => [
          call.period.code,
          words.submissionTask(unitName, labels.submissionState[state]),
          formatDate(call.submitByOn),
        ]),
      [call.period.code, words.lockTask, formatDate(call.lockByOn)],
    ]),
    ...waiting.map((one) => ['', words.waitingTask(one.label, one.words), '']),
  ];
}
