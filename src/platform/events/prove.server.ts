import type { Ctx } from '#platform/ctx.ts';
import { requireAuditProver } from './permissions.ts';
import { record } from './record.server.ts';
import type { AuditReport } from './verify.server.ts';
import { VERIFIED, verifyAudit } from './verify.server.ts';

export const RECORD = 'platform.event';

/**
 * Proves the record of acts and writes down, in that record, what came out and how far each chain had come: so the next
 * verification can tell whether a chain was made anew since. May take minutes over millions of entries.
 */
export async function proveAudit(ctx: Ctx, watch?: (entries: number) => void): Promise<AuditReport> {
  requireAuditProver(ctx);
  const report = await verifyAudit(ctx.read, watch);
  await ctx.transact(async (tx) => await record(tx, ctx, VERIFIED, RECORD, { ...report }));
  return report;
}
