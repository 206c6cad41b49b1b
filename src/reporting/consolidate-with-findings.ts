import type { ReadDb } from '#platform/db/db.server.ts';
import { clusterFacts, consolidationOf } from './consolidate.ts';
import { findingFacts, findingsFrom } from './findings.ts';
import type { Consolidation, Finding } from './model.ts';

/** `consolidate` and `findingsOf` in one reading of the cluster's facts: for the review, which needs both of one moment. */
export async function consolidateWithFindings(
  db: ReadDb,
  clusterCode: string,
  periodCode: string,
): Promise<{ readonly consolidation: Consolidation; readonly findings: readonly Finding[] }> {
  const facts = await clusterFacts(db, clusterCode, periodCode);
  return { consolidation: consolidationOf(facts), findings: findingsFrom(facts, await findingFacts(db, facts)) };
}
