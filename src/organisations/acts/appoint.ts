import type { Id } from '#kernel/ids.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { termsOf } from '../history.ts';
import type { PersonId } from '../model.ts';
import { getAlliance, getCluster, titleOn } from '../queries.ts';
import { termRefusal } from '../rules.ts';

export interface Appointment {
  readonly clusterCode: string;
  readonly office: 'head' | 'deputy';
  readonly allianceCode: string;
  readonly personId: PersonId | null;
  readonly validFrom: IsoDate;
  /** First day of the next term; null: open. */
  readonly validUntil: IsoDate | null;
}

/** Writes a term of a head or deputy unit; two heads at once, a unit from outside and an end before the start are refused. */
export async function appoint(tx: Tx, ctx: Ctx, input: Appointment): Promise<Id<'organisations.cluster_office'>> {
  const id = ctx.newId<'organisations.cluster_office'>();
  const cluster = await getCluster(tx, input.clusterCode, input.validFrom);
  const alliance = await getAlliance(tx, input.allianceCode, input.validFrom);
  const heads = (await termsOf(tx, cluster.id)).filter(({ office }) => office === 'head');
  refuseIf(termRefusal(input, cluster, heads));
  if (input.personId !== null && (await titleOn(tx, input.personId, alliance.id, input.validFrom)) === '')
    throw new Refused({ code: 'organisations.office.representative-elsewhere', facts: { field: 'personId' } });
  await tx
    .insertInto('organisations.cluster_office')
    .values({
      id,
      cluster_id: cluster.id,
      office: input.office,
      alliance_id: alliance.id,
      person_id: input.personId,
      valid_from: input.validFrom,
      valid_until: input.validUntil,
    })
    .execute();
  await record(tx, ctx, 'organisations.office-appointed', cluster.id, { ...input });
  return id;
}

/** Ends a term on a day, unless it ends before that anyway. Refused when it begins only then or later. */
export async function endTerm(
  tx: Tx,
  termId: Id<'organisations.cluster_office'>,
  validFrom: IsoDate,
  on: IsoDate,
): Promise<void> {
  if (on <= validFrom)
    throw new Refused({ code: 'organisations.office.ends-before-it-begins', facts: { from: validFrom, until: on } });
  await sql`update organisations.cluster_office set valid_until = ${on}
    where id = ${termId} and (valid_until is null or valid_until > ${on})`.execute(tx);
}
