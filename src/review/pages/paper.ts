import { Refused } from '#kernel/refusal.ts';
import { sendFile } from '#platform/http/submit.ts';
import { buildReview } from '../build.ts';
import { PAPERS } from '../paper-names.ts';
import { requireToSeeReviews } from '../permissions.ts';
import { producePaper } from '../produce.ts';
import { clusterThatCalled, findPaper, versionOf } from '../queries.ts';
import type { Route } from './+types/paper.ts';

/** A paper of a lock, byte for byte as kept; without a version, of the present draft. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    requireToSeeReviews(ctx);
    const { period, name } = args.params;
    const wanted = Object.values(PAPERS).find((paper) => paper === name);
    if (!wanted) throw new Refused({ code: 'review.paper.not-found', facts: { name } });
    const clusterCode = await clusterThatCalled(ctx.read, period);
    const version = Number.parseInt(new URL(args.request.url).searchParams.get('ban') ?? '', 10);
    if (Number.isNaN(version)) return await producePaper(await buildReview(ctx, clusterCode, period), wanted);
    const { lock } = await versionOf(ctx.read, clusterCode, period, version);
    const kept = lock && (await findPaper(ctx.read, lock.id, wanted));
    if (!kept) throw new Refused({ code: 'review.paper.not-found', facts: { name } });
    return kept;
  });
