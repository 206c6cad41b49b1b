import type { z } from 'zod';
import { propose } from '#platform/access/four-eyes.server.ts';
import type { ProposalId } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import { getDataCall } from '#reporting/public.ts';
import { RESTATE, subjectOf } from '../four-eyes.ts';
import { text } from '../messages.pages.vi.ts';
import { requireReview } from '../permissions.ts';
import type { RestateReview } from '../restating.ts';
import { restatable } from '../restating.ts';
import { periodName } from '../text/context.ts';

/** Puts the opening of a locked review before the leader, with the reason that everybody will read. */
export async function proposeRestatement(
  ctx: Ctx,
  clusterCode: string,
  periodCode: string,
  { reason }: z.output<typeof RestateReview>,
): Promise<ProposalId> {
  requireReview(ctx, 'review.propose-restatement', clusterCode);
  return await ctx.transact(async (tx) => {
    const latest = await restatable(tx, { clusterCode, periodCode, reason });
    const { period } = await getDataCall(tx, clusterCode, periodCode);
    const name = periodName(period.code, period.kind) ?? period.code;
    return await propose(tx, ctx, RESTATE, {
      scope: `cluster:${clusterCode}`,
      subject: subjectOf(clusterCode, periodCode),
      payload: { clusterCode, periodCode, reason },
      words: text.fourEyes.restateWords(name, latest.version),
      seen: { version: latest.version },
      seenHash: latest.hash,
      note: reason,
    });
  });
}
