import { Refused } from '#kernel/refusal.ts';
import { getCluster } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { SentFile } from '#platform/http/submit.ts';
import { packagesOf } from './keeping.ts';
import { requireOfCluster } from './permissions.ts';

/** The bytes of a kept package; refused when there is none of that id in the cluster. */
export async function readPackage(ctx: Ctx, clusterCode: string, id: string): Promise<SentFile> {
  requireOfCluster(ctx, 'reorganisation.see-handover', clusterCode);
  const cluster = await getCluster(ctx.read, clusterCode, ctx.today);
  const found = (await packagesOf(ctx.read, cluster.id)).find((one) => one.id === id);
  const bytes = found && (await ctx.files.get(found.sha256));
  if (!found || !bytes) throw new Refused({ code: 'reorganisation.package.not-found', facts: {} });
  return { name: found.fileName, mediaType: 'application/zip', bytes };
}
