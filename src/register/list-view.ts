import type { Alliance } from '#organisations/public.ts';
import { listAlliances } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ListAddress } from './list-address.ts';
import { filterOf, firstPage } from './list-address.ts';
import { listOrganisations } from './listing.ts';
import type { ListedOrganisation, ListPage } from './listing-model.ts';
import type { Sector } from './organisation-card.ts';
import { listSectors, periodsReported } from './organisation-card.ts';
import { alliancesInReach, mayInRegister } from './permissions.ts';

/** A page of the register as one person may see it. */
export interface ListView {
  readonly page: ListPage;
  /** Alliances in reach, north to south. */
  readonly alliances: readonly Alliance[];
  readonly sectors: readonly Sector[];
  /** Newest first. */
  readonly periods: readonly string[];
  readonly periodCode: string;
  /** The alliances whose people's names and telephones the person may see. */
  readonly personalWithin: readonly string[];
}

/** Reads the page that the address asks for. What belongs to persons is blanked where the actor may not see it. */
export async function readListView(ctx: Ctx, address: ListAddress, size: number): Promise<ListView> {
  return await readView(ctx, address, size, 'register.read-organisations');
}

/** The same from its first row on, of those alliances alone whose people the actor may see. */
export async function readPersonsView(ctx: Ctx, address: ListAddress, size: number): Promise<ListView> {
  return await readView(ctx, firstPage(address), size, 'register.read-personal');
}

async function readView(
  ctx: Ctx,
  address: ListAddress,
  size: number,
  what: 'register.read-organisations' | 'register.read-personal',
): Promise<ListView> {
  const reach = alliancesInReach(ctx, what);
  const [all, sectors, periods] = await Promise.all([
    listAlliances(ctx.read, ctx.today),
    listSectors(ctx.read),
    periodsReported(ctx.read),
  ]);
  const alliances = reach === 'all' ? all : all.filter((alliance) => reach.includes(alliance.code));
  const periodCode = periods.find((code) => code === address.periodCode) ?? periods[0] ?? '';
  const filter = filterOf(address, {
    within: alliances.map((alliance) => alliance.id),
    allianceIds: new Map(alliances.map((alliance) => [alliance.code, alliance.id])),
    periodCode,
    today: ctx.today,
    size,
  });
  const page = await listOrganisations(ctx.read, filter);
  const trusted = alliances.filter((alliance) => mayInRegister(ctx.actor, 'register.read-personal', alliance.code));
  const trustedIds = new Set(trusted.map((alliance) => alliance.id));
  return {
    page: { ...page, rows: page.rows.map((row) => (trustedIds.has(row.allianceId) ? row : withoutPersons(row))) },
    alliances,
    sectors,
    periods,
    periodCode,
    personalWithin: trusted.map((alliance) => alliance.code),
  };
}

function withoutPersons(row: ListedOrganisation): ListedOrganisation {
  return { ...row, representativeName: '', workPhone: '' };
}
