import type { Refusal } from '#kernel/refusal.ts';
import { refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { holdOrganisation, refuseStale, writeByHand } from '../editing.ts';
import type { Facts, OrganisationId, OrganisationStatus, StatusAct, StatusActRecord } from '../model.ts';
import { requireRegister } from '../permissions.ts';
import { dayRefusal } from '../rules.ts';
import { inOrder, statusAfter, transitionRefusal } from '../statuses.ts';
import { getOrganisationHead } from '../subjects.ts';

export interface StatusActInput {
  readonly id: OrganisationId;
  readonly seenVersion: number;
  readonly act: StatusAct;
  /** The first day on which the new status holds. */
  readonly effectiveOn: IsoDate;
  /** Decision, notice or other ground: number, day, who. */
  readonly evidence: string;
}

/** Records a step in the life of an organisation: who, from when, on what ground. An unlawful step is refused with the lawful ones. */
export async function recordStatusAct(ctx: Ctx, input: StatusActInput): Promise<void> {
  await ctx.transact(async (tx) => {
    requireRegister(ctx, 'register.record-status-act', (await getOrganisationHead(tx, input.id)).allianceCode);
    const held = await holdOrganisation(tx, input.id, null);
    await refuseStale(tx, held, input.seenVersion);
    refuseIf(statusActRefusal(input, held.record.facts, held.record.acts, ctx.today));

    const { act, effectiveOn, evidence } = input;
    const facts = { ...held.record.facts, status: statusAfter(act), statusSince: effectiveOn };
    const life = { add: [{ act, effectiveOn, isDayStated: true }], takeBack: [] };
    await writeByHand(tx, ctx, held, { facts, life, periodCode: null, evidence });
    await record(tx, ctx, 'register.status-act-recorded', input.id, { act, effectiveOn });
  });
}

/** Why this act may not be recorded, or undefined when it may; also tells the screen before the click. */
export function statusActRefusal(
  input: Pick<StatusActInput, 'act' | 'effectiveOn' | 'evidence'>,
  facts: Facts,
  acts: readonly StatusActRecord[],
  today: IsoDate,
): Refusal | undefined {
  const unlawful =
    transitionRefusal(facts.status as OrganisationStatus, input.act) ?? dayRefusal(input.effectiveOn, today);
  if (unlawful) return unlawful;
  if (input.evidence.trim() === '') return { code: 'register.status.evidence-missing', facts: {} };
  const last = inOrder(acts).at(-1);
  if (!last || last.effectiveOn <= input.effectiveOn) return undefined;
  return last.act === 'establish'
    ? {
        code: 'register.status.not-yet-established',
        facts: { effectiveOn: input.effectiveOn, establishedOn: last.effectiveOn },
      }
    : { code: 'register.status.later-act-exists', facts: { act: last.act, effectiveOn: last.effectiveOn } };
}
