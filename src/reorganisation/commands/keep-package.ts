import { getCluster } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { HandoverId } from '../keeping.ts';
import { keepPackageRow } from '../keeping.ts';
import { packageWords } from '../messages.vi.ts';
import { handoverPackage } from '../package.ts';
import { requireOfCluster } from '../permissions.ts';

/** Keeps what the head unit would hand over today, for looking through before the day. Ends nobody's rights. */
export async function keepPackage(ctx: Ctx, clusterCode: string): Promise<HandoverId> {
  requireOfCluster(ctx, 'reorganisation.keep-package', clusterCode);
  const cluster = await getCluster(ctx.read, clusterCode, ctx.today);
  const { bytes, listing } = await handoverPackage(ctx, clusterCode);
  const sha256 = await ctx.files.put(bytes);
  const id = ctx.newId<'reorganisation.handover'>();
  const fileName = packageWords.fileName(clusterCode, ctx.today);
  await ctx.transact(async (tx) => {
    const nobody = { fromId: null, toId: null, endsOn: null };
    await keepPackageRow(tx, ctx, { id, clusterId: cluster.id, ...nobody, fileName, sha256, listing });
    await record(tx, ctx, 'reorganisation.package-kept', cluster.id, { fileName, files: listing.length, sha256 });
  });
  return id;
}
