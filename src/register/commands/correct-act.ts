import type { Id } from '#kernel/ids.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { entryRefusal, plannedActs, writeActsByHand } from '../acting.ts';
import type { HeldOrganisation } from '../editing.ts';
import { holdOrganisation, refuseStale } from '../editing.ts';
import type { ActKind, ActRecord, OrganisationId } from '../model.ts';
import { requireRegister } from '../permissions.ts';
import { getOrganisationHead } from '../subjects.ts';
import { successorsOf } from '../succession.ts';

export interface ActCorrection {
  readonly id: OrganisationId;
  readonly seenVersion: number;
  /** The act that is wrong. */
  readonly actId: string;
  readonly act: ActKind;
  readonly effectiveOn: IsoDate;
  readonly evidence: string;
  /** Why the earlier entry was wrong. */
  readonly reason: string;
}

/**
 * Sets right an act that was recorded with a wrong day or as a wrong kind: the old entry stays readable and no longer
 * counts, a new one that names it does. Refused when an act after it could then no longer follow.
 */
export async function correctAct(ctx: Ctx, input: ActCorrection): Promise<void> {
  await ctx.transact(async (tx) => {
    const { held, wrong } = await holdAct(tx, ctx, input);
    const { act, effectiveOn, evidence, reason } = input;
    refuseIf(entryRefusal(input, ctx.today));
    if (wrong.act !== act && !mayBecome(wrong.act, act))
      throw new Refused({ code: 'register.act.kind-stays', facts: { act: wrong.act, field: 'step' } });
    const isSame = wrong.act === act && wrong.effectiveOn === effectiveOn && wrong.isDayStated;
    if (isSame && evidence === (await evidenceOf(tx, input.id, wrong.id)))
      throw new Refused({ code: 'register.act.nothing-corrected', facts: { field: 'effectiveOn' } });

    const corrected = {
      act,
      effectiveOn,
      isDayStated: true,
      evidence,
      reason,
      values: wrong.values,
      correctsId: wrong.id,
    };
    await writeOne(tx, ctx, held, { add: [corrected], takeBack: [wrong.id] });
    await record(tx, ctx, 'register.act-corrected', input.id, { act, effectiveOn, corrected: wrong.effectiveOn });
  });
}

export interface ActTakenBack {
  readonly id: OrganisationId;
  readonly seenVersion: number;
  readonly actId: string;
  readonly reason: string;
}

/** Takes back an act that never was: it stays readable with the reason, and no longer counts. */
export async function takeBackAct(ctx: Ctx, input: ActTakenBack): Promise<void> {
  await ctx.transact(async (tx) => {
    const { held, wrong } = await holdAct(tx, ctx, input);
    if (wrong.act === 'establish') throw new Refused({ code: 'register.act.founding-stays', facts: {} });
    await writeOne(tx, ctx, held, { add: [], takeBack: [wrong.id], takeBackReason: input.reason });
    const { act, effectiveOn } = wrong;
    await record(tx, ctx, 'register.act-taken-back', input.id, { act, effectiveOn });
  });
}

async function holdAct(
  tx: Tx,
  ctx: Ctx,
  input: ActTakenBack,
): Promise<{ readonly held: HeldOrganisation; readonly wrong: ActRecord }> {
  requireRegister(ctx, 'register.record-status-act', (await getOrganisationHead(tx, input.id)).allianceCode);
  const held = await holdOrganisation(tx, input.id, null);
  await refuseStale(tx, held, input.seenVersion);
  const wrong = held.record.acts.find((act) => act.id === input.actId);
  if (!wrong) throw new Refused({ code: 'register.act.not-found', facts: {} });
  if (input.reason.trim() === '')
    throw new Refused({ code: 'register.act.reason-missing', facts: { field: 'reason' } });
  return { held, wrong };
}

/** A founding and a change of values stay what they are; so does what somebody took over by. */
function mayBecome(from: ActKind, to: ActKind): boolean {
  return [from, to].every((act) => act !== 'establish' && act !== 'change' && !successorsOf(act));
}

async function writeOne(tx: Tx, ctx: Ctx, held: HeldOrganisation, plan: Parameters<typeof plannedActs>[1]) {
  const { allianceId, isDemo } = held.head;
  await writeActsByHand(tx, ctx, [{ allianceId, isDemo, change: plannedActs(held.record, plan) }]);
}

async function evidenceOf(tx: Tx, organisationId: OrganisationId, actId: string): Promise<string | undefined> {
  const found = await tx
    .selectFrom('register.act')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', actId as Id<'register.act'>)
    .select('evidence')
    .executeTakeFirst();
  return found?.evidence;
}
