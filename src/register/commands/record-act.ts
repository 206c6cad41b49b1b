import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { ActEntry } from '../acting.ts';
import { entryRefusal, recordActs } from '../acting.ts';
import { holdOrganisation, refuseStale } from '../editing.ts';
import { ORGANISATIONS } from '../fields.ts';
import type { OrganisationId } from '../model.ts';
import { requireRegister, requireVisible } from '../permissions.ts';
import { readRecordsById } from '../records.ts';
import { getOrganisationHead } from '../subjects.ts';
import { successionRefusal } from '../succession.ts';

export interface ActInput {
  readonly id: OrganisationId;
  readonly seenVersion: number;
  readonly act: Exclude<ActEntry['act'], 'change'>;
  /** The first day on which it holds; a day before acts that were recorded earlier is as good as any. */
  readonly effectiveOn: IsoDate;
  /** Decision, notice or other ground: number, day, who. */
  readonly evidence: string;
  /** Who takes over, where the act asks for it. */
  readonly successors?: readonly OrganisationId[];
  /** Of a consolidation: the others that end with it. */
  readonly together?: readonly OrganisationId[];
}

/**
 * Records an act in the life of an organisation: who, from when, on what ground, and who takes over. An act that could not
 * follow, or after which a later one could not, is refused with those that can be recorded for that day.
 */
export async function recordAct(ctx: Ctx, input: ActInput): Promise<void> {
  await ctx.transact(async (tx) => {
    const { act, effectiveOn, evidence, successors = [], together = [] } = input;
    for (const id of [input.id, ...together])
      requireRegister(ctx, 'register.record-status-act', (await getOrganisationHead(tx, id)).allianceCode);
    const held = await holdOrganisation(tx, input.id, null);
    await refuseStale(tx, held, input.seenVersion);
    refuseIf(entryRefusal(input, ctx.today));
    await refuseWrongSuccessors(tx, ctx, input);

    const entries = [input.id, ...(act === 'consolidate' ? together : [])].map((organisationId) => ({
      organisationId,
      act,
      effectiveOn,
      evidence,
      successors,
    }));
    await recordActs(tx, ctx, entries);
    for (const { organisationId } of entries)
      await record(tx, ctx, 'register.status-act-recorded', organisationId, { act, effectiveOn });
  });
}

async function refuseWrongSuccessors(tx: Tx, ctx: Ctx, input: ActInput): Promise<void> {
  const { id, act, effectiveOn, successors = [], together = [] } = input;
  const ids = [...new Set([id, ...together, ...successors])];
  for (const successor of successors)
    requireVisible(ctx.actor, (await getOrganisationHead(tx, successor)).allianceCode);
  const records = new Map((await readRecordsById(tx, ORGANISATIONS, ids, '')).map((one) => [one.id, one]));
  const of = (one: OrganisationId) => {
    const known = records.get(one);
    if (!known) throw new Refused({ code: 'register.organisation.not-found', facts: {} });
    return known;
  };
  refuseIf(successionRefusal(act, effectiveOn, { ends: [id, ...together].map(of), successors: successors.map(of) }));
}
