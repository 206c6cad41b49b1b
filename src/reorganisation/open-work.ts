import type { IsoDate } from '#kernel/time.ts';
import type { Cluster } from '#organisations/public.ts';
import { getCluster } from '#organisations/public.ts';
import { listProposals } from '#platform/access/four-eyes.server.ts';
import { findListedAct } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { DataCall, SubmissionState } from '#reporting/public.ts';
import { findUnitCall, listDataCalls } from '#reporting/public.ts';
import { listVersions } from '#review/public.ts';

export interface OpenSubmission {
  readonly unitCode: string;
  readonly unitName: string;
  readonly state: SubmissionState;
  readonly receipt: string;
}

export interface CallAtWork {
  readonly call: DataCall;
  readonly submissions: readonly OpenSubmission[];
  /** How often it was locked; 0: never. */
  readonly versions: number;
}

/** What a cluster has at work and what it has kept: what a head unit hands over. */
export interface OpenWork {
  readonly cluster: Cluster;
  /** Every call, the newest period first. */
  readonly calls: readonly CallAtWork[];
  /** What waits for a second person. */
  readonly waiting: readonly { readonly words: string; readonly label: string }[];
}

/** Everything of a cluster that its head unit answers for, as of now. */
export async function openWork(ctx: Ctx, clusterCode: string): Promise<OpenWork> {
  const cluster = await getCluster(ctx.read, clusterCode, ctx.today);
  const calls: CallAtWork[] = [];
  for (const call of await listDataCalls(ctx.read, clusterCode, ctx.today)) {
    const { members } = await getCluster(ctx.read, clusterCode, call.period.lastDay);
    const submissions: OpenSubmission[] = [];
    for (const { code, shortName } of members) {
      const found = await findUnitCall(ctx.read, code, call.period.code);
      if (found?.callId !== call.id) continue;
      const { state, receipt } = found.submission;
      submissions.push({ unitCode: code, unitName: shortName, state, receipt: receipt ?? '' });
    }
    const versions = (await listVersions(ctx.read, clusterCode, call.period.code)).length;
    calls.push({ call, submissions, versions });
  }
  const waiting = (await listProposals(ctx))
    .filter(({ state, scope }) => state === 'open' && scope === `cluster:${clusterCode}`)
    .map(({ words, act }) => ({ words, label: findListedAct(act)?.label ?? act }));
  return { cluster, calls, waiting };
}

/** The calls that are not locked: whoever is head from a day on sees them through. */
export function unlocked(calls: readonly CallAtWork[]): readonly CallAtWork[] {
  return calls.filter(({ call }) => call.state !== 'locked');
}

/** Days without a head from one to the other, as a warning says it; null when there is none. */
export function gapBetween(endsOn: IsoDate, from: IsoDate): { readonly from: IsoDate; readonly until: IsoDate } | null {
  return endsOn < from ? { from: endsOn, until: from } : null;
}
