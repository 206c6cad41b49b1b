import { type Alliance, listAlliances, listClusters } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { listDataCalls, type Period } from '#reporting/public.ts';
import type { PastImport, Preview, PreviewMessage, PreviewRow, RowFate } from './model.ts';
import { requireToSee, unitsFor } from './permissions.ts';
import { listImports, listUploads } from './queries.ts';

const IMPORTS_SHOWN = 30;
const PERIODS_SHOWN = 2;
const ROWS_A_PAGE = 100;

/** What the first page of import shows. */
export interface ImportsView {
  readonly templates: { readonly periods: readonly Period[]; readonly units: readonly Alliance[] };
  /** Units the person may import for; empty: only look. */
  readonly importable: readonly Alliance[];
  readonly waiting: Awaited<ReturnType<typeof listUploads>>;
  readonly past: readonly PastImport[];
  readonly unitNames: Readonly<Record<string, string>>;
}

export async function readImportsView(ctx: Ctx): Promise<ImportsView> {
  requireToSee(ctx);
  const alliances = await listAlliances(ctx.read, ctx.today);
  const of = (codes: 'all' | readonly string[]) =>
    alliances.filter((alliance) => codes === 'all' || codes.includes(alliance.code));
  return {
    templates: { periods: await openPeriods(ctx), units: of(unitsFor(ctx.actor, 'workbooks.write-template')) },
    importable: of(unitsFor(ctx.actor, 'workbooks.import')),
    waiting: await listUploads(ctx.read, ctx.actor),
    past: await listImports(ctx.read, unitsFor(ctx.actor, 'workbooks.see-imports'), IMPORTS_SHOWN),
    unitNames: Object.fromEntries(alliances.map((alliance) => [alliance.code, alliance.shortName])),
  };
}

/** The newest periods that a cluster has called for. */
async function openPeriods(ctx: Ctx): Promise<readonly Period[]> {
  const clusters = await listClusters(ctx.read);
  const calls = await Promise.all(clusters.map((cluster) => listDataCalls(ctx.read, cluster.code, ctx.today)));
  const periods = new Map(calls.flat().map((call) => [call.period.code, call.period]));
  return [...periods.values()].toSorted((a, b) => (a.lastDay < b.lastDay ? 1 : -1)).slice(0, PERIODS_SHOWN);
}

export type PreviewGroup = RowFate | 'look';

/** One page of one group of a preview. */
export interface PreviewPage {
  readonly group: PreviewGroup;
  readonly sizes: Readonly<Record<PreviewGroup, number>>;
  readonly rows: readonly PreviewRow[];
  readonly messages: readonly PreviewMessage[];
  readonly from: number;
  readonly of: number;
  /** Rows of this fate that are only counted. */
  readonly beyond: number;
  readonly page: number;
  readonly pages: number;
}

const GROUPS: readonly PreviewGroup[] = ['new', 'changed', 'unchanged', 'conflict', 'error', 'look'];

/** The group and page asked for; without a wish, the group that needs attention most. */
export function previewPage(
  preview: Preview,
  wanted: { readonly group: string | null; readonly page: number },
): PreviewPage {
  const errors = preview.messages.filter((message) => message.severity === 'error');
  const others = preview.messages.filter((message) => message.severity !== 'error');
  const rowsOf = (fate: RowFate) => preview.rows.filter((row) => row.outcome === fate);
  const lists: Readonly<Record<PreviewGroup, readonly unknown[]>> = {
    new: rowsOf('new'),
    changed: rowsOf('changed'),
    unchanged: rowsOf('unchanged'),
    conflict: rowsOf('conflict'),
    error: errors,
    look: others,
  };
  const fallback = (['error', 'conflict', 'changed', 'new', 'look'] as const).find((one) => lists[one].length > 0);
  const group = GROUPS.find((one) => one === wanted.group) ?? fallback ?? 'unchanged';
  const all = lists[group];
  const pages = Math.max(1, Math.ceil(all.length / ROWS_A_PAGE));
  const page = Math.min(Math.max(1, wanted.page), pages);
  const from = (page - 1) * ROWS_A_PAGE;
  const part = all.slice(from, from + ROWS_A_PAGE);
  const isOfMessages = group === 'error' || group === 'look';
  return {
    group,
    sizes: {
      new: lists.new.length + preview.beyond.new,
      changed: lists.changed.length + preview.beyond.changed,
      unchanged: lists.unchanged.length + preview.beyond.unchanged,
      conflict: lists.conflict.length + preview.beyond.conflict,
      error: errors.length,
      look: others.length,
    },
    rows: isOfMessages ? [] : (part as readonly PreviewRow[]),
    messages: isOfMessages ? (part as readonly PreviewMessage[]) : [],
    from: all.length === 0 ? 0 : from + 1,
    of: all.length,
    beyond: isOfMessages ? 0 : preview.beyond[group],
    page,
    pages,
  };
}
