import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { AllianceId } from '#organisations/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { MergerTraces } from './carry-out.ts';
import type { MergerCounts, MergerId, MergerPlan } from './merger-model.ts';

/** A merger that was done, and taken back or not. */
export interface Merger {
  readonly id: MergerId;
  readonly successorId: AllianceId;
  readonly effectiveOn: IsoDate;
  readonly decisionNo: string;
  readonly plan: MergerPlan;
  readonly counts: MergerCounts;
  readonly doneAt: Date;
  readonly doneBy: string;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  readonly undoneReason: string;
}

/** Every merger, the newest day first. */
export async function listMergers(db: ReadDb): Promise<readonly Merger[]> {
  return await mergersWhere(db, sql`true`);
}

export async function findMerger(db: ReadDb, id: string): Promise<Merger | undefined> {
  const [found] = /^[0-9a-f-]{36}$/.test(id) ? await mergersWhere(db, sql`id = ${id}`) : [];
  return found;
}

export async function getMerger(db: ReadDb, id: string): Promise<Merger> {
  const found = await findMerger(db, id);
  if (!found) throw new Refused({ code: 'reorganisation.merger.not-found', facts: {} });
  return found;
}

async function mergersWhere(db: ReadDb, where: ReturnType<typeof sql>): Promise<readonly Merger[]> {
  const { rows } = await sql<Merger>`
    select id, successor_id as "successorId", effective_on as "effectiveOn", decision_no as "decisionNo", plan, counts,
           done_at as "doneAt", done_by as "doneBy", undone_at as "undoneAt", undone_by as "undoneBy",
           undone_reason as "undoneReason"
      from reorganisation.merger where ${where} order by effective_on desc, done_at desc`.execute(db);
  return rows;
}

/** What stood before a merger; large, so read only to take it back. */
export async function tracesOf(db: ReadDb, id: MergerId): Promise<MergerTraces> {
  const { rows } = await sql<{ traces: MergerTraces }>`
    select traces from reorganisation.merger where id = ${id}`.execute(db);
  const [found] = rows;
  if (!found) throw new Refused({ code: 'reorganisation.merger.not-found', facts: {} });
  return found.traces;
}
