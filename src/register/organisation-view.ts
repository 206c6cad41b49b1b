import type { Alliance } from '#organisations/public.ts';
import { getAlliance } from '#organisations/public.ts';
import { addressText } from '#places/public.ts';
import { isInspector } from '#platform/access/inspection.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { PERSONAL_FIELDS } from './fields.ts';
import type { Facts, FieldChange, OrganisationId } from './model.ts';
import type { OrganisationCard, Sector } from './organisation-card.ts';
import { getOrganisation, listSectors } from './organisation-card.ts';
import { mayInRegister, requireVisible } from './permissions.ts';
import type { DatedEntry, Provenance } from './subjects.ts';
import { historyOf, provenanceOf } from './subjects.ts';
import { readAddress } from './written-address.ts';

/** An organisation as one person may see it. */
export interface OrganisationView {
  readonly card: OrganisationCard;
  readonly alliance: Alliance;
  readonly sectors: readonly Sector[];
  /** Newest first. */
  readonly history: readonly DatedEntry[];
  readonly origins: readonly Provenance[];
  /** As registered, and as of today where that differs. */
  readonly addressText: string;
  readonly may: {
    readonly seePersons: boolean;
    /** Who read of the representative, without seeing the data themselves. */
    readonly seeReads: boolean;
    readonly change: boolean;
    readonly recordActs: boolean;
    readonly verify: boolean;
    readonly decide: boolean;
    readonly keepPapers: boolean;
  };
}

/** Refused as not found when there is none or it is out of reach. What belongs to persons is taken out where it may not be seen. */
export async function readOrganisationView(ctx: Ctx, id: OrganisationId): Promise<OrganisationView> {
  const card = await getOrganisation(ctx.read, id);
  const { allianceCode } = card.head;
  requireVisible(ctx.actor, allianceCode);
  const [alliance, sectors, history, origins, address] = await Promise.all([
    getAlliance(ctx.read, allianceCode, ctx.today),
    listSectors(ctx.read),
    historyOf(ctx.read, id),
    provenanceOf(ctx.read, id),
    readAddress(ctx, card),
  ]);
  const text = addressText(address.written, address.today);
  const may = {
    seePersons: mayInRegister(ctx.actor, 'register.read-personal', allianceCode),
    seeReads: isInspector(ctx.actor),
    change: mayInRegister(ctx.actor, 'register.change-organisation', allianceCode),
    recordActs: mayInRegister(ctx.actor, 'register.record-status-act', allianceCode),
    verify: mayInRegister(ctx.actor, 'register.verify-field', allianceCode),
    decide: mayInRegister(ctx.actor, 'register.decide-conflict', allianceCode),
    keepPapers: mayInRegister(ctx.actor, 'register.keep-papers', allianceCode),
  };
  if (may.seePersons) return { card, alliance, sectors, history, origins, addressText: text, may };
  return {
    card: { ...card, facts: withoutPersons(card.facts) },
    alliance,
    sectors,
    history: history.map((entry) => ({ ...entry, fields: withoutPersons(entry.fields) })),
    origins: origins.filter((origin) => !PERSONAL_FIELDS.has(origin.field)),
    addressText: text,
    may,
  };
}

function withoutPersons<Value extends Facts | Readonly<Record<string, FieldChange>>>(values: Value): Value {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !PERSONAL_FIELDS.has(field))) as Value;
}
