import type { Refusal } from '#kernel/refusal.ts';
import { refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { getAlliance } from '#organisations/public.ts';
import { communeIndex } from '#places/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { HeldOrganisation } from '../editing.ts';
import { holdOrganisation, refuseStale, writeByHand } from '../editing.ts';
import { ORGANISATIONS } from '../fields.ts';
import type { LifePlan } from '../life.ts';
import { planLedger } from '../life.ts';
import type { Facts, FactValue, OrganisationId } from '../model.ts';
import { requireRegister } from '../permissions.ts';
import { dayRefusal } from '../rules.ts';
import { getOrganisationHead } from '../subjects.ts';

export interface OrganisationChange {
  readonly id: OrganisationId;
  /** The version that the person was looking at. */
  readonly seenVersion: number;
  /** Fields of the organisation with their new values; those not named stay. The status changes by acts alone. */
  readonly fields: Readonly<Record<string, FactValue>>;
  /** From which day the counted ones among them hold (name, kind, sectors, commune); not given: today. */
  readonly effectiveOn?: IsoDate | null;
}

const CHANGED_BY_ACTS = ['status', 'statusSince'];

/** Changes what is known of an organisation. Refused when someone has changed it since, with the fields that differ. */
export async function changeOrganisation(ctx: Ctx, input: OrganisationChange): Promise<void> {
  const from = input.effectiveOn ?? ctx.today;
  await ctx.transact(async (tx) => {
    requireRegister(ctx, 'register.change-organisation', (await getOrganisationHead(tx, input.id)).allianceCode);
    const strange = Object.keys(input.fields).find((field) => !isChangeable(field));
    refuseIf(strange === undefined ? undefined : { code: 'register.field.unknown', facts: { field: strange } });
    refuseIf(atField('effectiveOn', dayRefusal(from, ctx.today)));
    await refuseUnknownSector(tx, input.fields);
    const held = await holdOrganisation(tx, input.id, null);
    await refuseStale(tx, held, input.seenVersion);

    const facts = { ...held.record.facts, ...input.fields, ...(await placeOf(tx, ctx, held, input.fields)) };
    const life = planLedger(held.record.acts, facts, ctx.today, from);
    if ('code' in life) return refuseIf(life);
    if (input.effectiveOn) refuseIf(laterChangeRefusal(life, from));
    const changed = await writeByHand(tx, ctx, held, { facts, life, periodCode: null, evidence: '' });
    if (changed.length > 0) await record(tx, ctx, 'register.organisation-changed', input.id, { fields: changed });
  });
}

/** What is typed is what holds now: from an earlier day only when nothing later named the same value. */
function laterChangeRefusal(life: LifePlan, from: IsoDate): Refusal | undefined {
  const change = life.add.find((act) => act.act === 'change' && act.effectiveOn > from);
  if (!change) return undefined;
  const facts = { field: 'effectiveOn', effectiveOn: from, laterOn: change.effectiveOn };
  return { code: 'register.act.later-change-exists', facts };
}

function atField(field: string, refusal: Refusal | undefined): Refusal | undefined {
  return refusal && { ...refusal, facts: { ...refusal.facts, field } };
}

/** The commune that the words name, when they name one alone; words that change and name none are kept without it. */
async function placeOf(tx: Tx, ctx: Ctx, held: HeldOrganisation, fields: Facts): Promise<Facts> {
  const before = held.record.facts;
  const { communeText = before.communeText, districtText = before.districtText } = fields;
  if (communeText === before.communeText && districtText === before.districtText) return {};
  const alliance = await getAlliance(tx, held.head.allianceCode, ctx.today);
  const index = await communeIndex(tx, alliance.provinceCode, ctx.today);
  const found = index.find(String(communeText), String(districtText));
  return { communeId: found.unit?.id ?? null };
}

async function refuseUnknownSector(tx: Tx, fields: Facts): Promise<void> {
  const wanted = [fields.sectorCode, fields.secondarySectorCode].filter((code) => typeof code === 'string');
  const known = await tx.selectFrom('register.sector').where('code', 'in', wanted).select('code').execute();
  const code = wanted.find((one) => !known.some((sector) => sector.code === one));
  refuseIf(code === undefined ? undefined : { code: 'register.sector.unknown', facts: { code } });
}

function isChangeable(field: string): boolean {
  return ORGANISATIONS.own.some((one) => one.name === field) && !CHANGED_BY_ACTS.includes(field);
}
