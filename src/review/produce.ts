import type { Ctx } from '#platform/ctx.ts';
import { buildReview } from './build.ts';
import type { SnapshotFile } from './model.ts';
import type { PaperName } from './paper-names.ts';
import { PAPERS } from './paper-names.ts';
import { composeReport } from './papers/compose-report.ts';
import { renderDocx } from './papers/render-docx.ts';
import { renderPdf } from './papers/render-pdf.ts';
import { renderTables } from './papers/render-tables.ts';
import { latestLock, papersOf } from './queries.ts';
import { snapshotBytes } from './snapshot.ts';

/** A paper of a review as outsiders name it. */
export interface ReviewFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const MEDIA_TYPES: Readonly<Record<PaperName, string>> = {
  'bao-cao.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'bao-cao.pdf': 'application/pdf',
  'bieu-tong-hop.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'snapshot.json': 'application/json',
};

/** The four papers of a snapshot. Refused while a chip in its text names nothing. */
export async function producePapers(file: SnapshotFile): Promise<readonly ReviewFile[]> {
  const paper = composeReport(file);
  const [pdf, docx, tables] = await Promise.all([renderPdf(paper), renderDocx(paper), renderTables(file)]);
  return [
    paperOf(PAPERS.docx, docx),
    paperOf(PAPERS.pdf, pdf),
    paperOf(PAPERS.tables, tables),
    paperOf(PAPERS.snapshot, snapshotBytes(file)),
  ];
}

/** One paper of a draft, so that a download makes no more than it asks for. */
export async function producePaper(file: SnapshotFile, name: PaperName): Promise<ReviewFile> {
  switch (name) {
    case PAPERS.docx:
      return paperOf(name, await renderDocx(composeReport(file)));
    case PAPERS.pdf:
      return paperOf(name, await renderPdf(composeReport(file)));
    case PAPERS.tables:
      return paperOf(name, await renderTables(file));
    case PAPERS.snapshot:
      return paperOf(name, snapshotBytes(file));
  }
}

/** The papers of the newest lock, byte for byte as kept; of a draft, marked as such, while the period was never locked. */
export async function reviewFiles(
  ctx: Pick<Ctx, 'read' | 'widened' | 'now' | 'actor'>,
  clusterCode: string,
  periodCode: string,
): Promise<readonly ReviewFile[]> {
  const lock = await latestLock(ctx.read, clusterCode, periodCode);
  if (!lock) return await producePapers(await buildReview(ctx, clusterCode, periodCode));
  const order: readonly string[] = Object.values(PAPERS);
  const kept = await papersOf(ctx.read, lock.id);
  return [...kept].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

function paperOf(name: PaperName, bytes: Uint8Array): ReviewFile {
  return { name, mediaType: MEDIA_TYPES[name], bytes };
}
