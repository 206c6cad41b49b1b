import type { Refusal } from '#kernel/refusal.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { isOfPeriod, ORGANISATIONS } from './fields.ts';
import type { LifePlan } from './life.ts';
import type { Facts, FactValue, OrganisationId } from './model.ts';
import type { KnownRecord } from './planning.ts';
import { changedFields } from './planning.ts';
import { lockRegister, readRecordsById } from './records.ts';
import { organisationRefusals } from './rules.ts';
import type { DatedEntry, OrganisationHead } from './subjects.ts';
import { getOrganisationHead, historyOf } from './subjects.ts';
import { writeChanges } from './writing.ts';

/** An organisation held for a change: nobody else writes in its alliance's register until the transaction ends. */
export interface HeldOrganisation {
  readonly head: OrganisationHead;
  readonly record: KnownRecord;
}

/** Locks, then reads what is true once the lock is held. */
export async function holdOrganisation(
  tx: Tx,
  id: OrganisationId,
  periodCode: string | null,
): Promise<HeldOrganisation> {
  const { allianceId } = await getOrganisationHead(tx, id);
  await lockRegister(tx, allianceId);
  const head = await getOrganisationHead(tx, id);
  const [record] = await readRecordsById(tx, ORGANISATIONS, [id], periodCode ?? '');
  if (!record) throw new Refused({ code: 'register.organisation.not-found', facts: {} });
  return { head, record };
}

/** Refuses a change that rests on an older version, with what has become of each field since. */
export async function refuseStale(tx: Tx, held: HeldOrganisation, seenVersion: number): Promise<void> {
  if (held.head.version === seenVersion) return;
  const since = (await historyOf(tx, held.head.id)).slice(0, Math.max(0, held.head.version - seenVersion));
  refuseIf(changedMeanwhile(held, since));
}

/** Entries newest first; each field with what stood there when the form was opened and what stands there now. */
function changedMeanwhile(held: HeldOrganisation, since: readonly DatedEntry[]): Refusal {
  const seen: Record<string, FactValue> = {};
  for (const entry of since) {
    for (const [field, [old]] of Object.entries(entry.fields)) seen[field] = old;
  }
  const fields = Object.keys(seen);
  return {
    code: 'register.organisation.changed-meanwhile',
    facts: {
      version: held.head.version,
      by: held.head.updatedBy,
      at: held.head.updatedAt,
      fields,
      seen,
      now: Object.fromEntries(fields.map((field) => [field, held.record.facts[field] ?? null])),
    },
  };
}

/** A change by hand to one organisation. */
export interface ManualChange {
  readonly facts: Facts;
  readonly life: LifePlan;
  readonly periodCode: string | null;
  readonly evidence: string;
}

/**
 * Writes a change by hand: its rules, its history, and the end of every verification whose value it alters. Answers
 * the fields that changed; none: nothing is written.
 */
export async function writeByHand(
  tx: Tx,
  ctx: Ctx,
  held: HeldOrganisation,
  change: ManualChange,
): Promise<readonly string[]> {
  const fields = changedFields(ORGANISATIONS, held.record.facts, change.facts, {});
  const names = Object.keys(fields);
  if (names.length === 0) return names;
  const before = new Set(errorsOf(held.record.facts, ctx).map(({ field, refusal }) => `${field} ${refusal.code}`));
  const broken = errorsOf(change.facts, ctx).find(
    ({ field, refusal }) => names.includes(field) || !before.has(`${field} ${refusal.code}`),
  );
  refuseIf(broken?.refusal);

  const { allianceId, isDemo } = held.head;
  await writeChanges(
    tx,
    ctx,
    ORGANISATIONS,
    { allianceId, isDemo, source: 'manual', importId: null, fileName: '', sheet: '', periodCode: change.periodCode },
    [
      {
        subjectId: held.record.id,
        rowNo: null,
        isCreation: false,
        facts: change.facts,
        fields,
        life: change.life,
        evidence: change.evidence,
      },
    ],
  );
  await sql`delete from register.verification
    where organisation_id = ${held.record.id} and field = any(${names})
      and period_code = case when field = any(${names.filter((name) => isOfPeriod(ORGANISATIONS, name))}) then ${change.periodCode ?? ''} else '' end`.execute(
    tx,
  );
  return names;
}

/** What is wrong with the record; what was wrong before and is not touched does not stand in the way of a mend elsewhere. */
function errorsOf(facts: Facts, ctx: Ctx) {
  return organisationRefusals(facts, ctx.today).filter((one) => one.severity === 'error');
}
