import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { holdOrganisation, refuseStale, writeByHand } from '../editing.ts';
import { ORGANISATIONS } from '../fields.ts';
import { planLife } from '../life.ts';
import type { FactValue, OrganisationId } from '../model.ts';
import { requireRegister } from '../permissions.ts';
import { getOrganisationHead } from '../subjects.ts';

export interface OrganisationChange {
  readonly id: OrganisationId;
  /** The version that the person was looking at. */
  readonly seenVersion: number;
  /** Fields of the organisation with their new values; those not named stay. The status changes by acts alone. */
  readonly fields: Readonly<Record<string, FactValue>>;
}

const CHANGED_BY_ACTS = ['status', 'statusSince'];

/** Changes what is known of an organisation. Refused when someone has changed it since, with the fields that differ. */
export async function changeOrganisation(ctx: Ctx, input: OrganisationChange): Promise<void> {
  await ctx.transact(async (tx) => {
    requireRegister(ctx, 'register.change-organisation', (await getOrganisationHead(tx, input.id)).allianceCode);
    const strange = Object.keys(input.fields).find((field) => !isChangeable(field));
    refuseIf(strange === undefined ? undefined : { code: 'register.field.unknown', facts: { field: strange } });
    const held = await holdOrganisation(tx, input.id, null);
    await refuseStale(tx, held, input.seenVersion);

    const facts = { ...held.record.facts, ...input.fields };
    const life = planLife(held.record.acts, facts, ctx.today);
    if ('code' in life) return refuseIf(life);
    const changed = await writeByHand(tx, ctx, held, { facts, life, periodCode: null, evidence: '' });
    if (changed.length > 0) await record(tx, ctx, 'register.organisation-changed', input.id, { fields: changed });
  });
}

function isChangeable(field: string): boolean {
  return ORGANISATIONS.own.some((one) => one.name === field) && !CHANGED_BY_ACTS.includes(field);
}
