import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import { getAlliance } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { noteRead } from '#platform/privacy/read-log.server.ts';
import { getOrganisation, mayReadPersons, requireVisible } from '#register/public.ts';
import type { Asset, Entry, Manager, OrganisationId } from './model.ts';
import { mayOf } from './permissions.ts';
import { listAssets, listEntries, listManagers, readRuleBook } from './queries.ts';
import type { TermFlag } from './rules.ts';
import { bodyProblems, outdatedWhy, termFlag } from './rules.ts';

/** What every page of one organisation shows above its own matter. */
export interface OrganisationTop {
  readonly id: OrganisationId;
  readonly name: string;
  readonly allianceId: string;
  readonly allianceCode: string;
  readonly allianceName: string;
  readonly mayKeep: boolean;
  readonly maySeePersons: boolean;
}

/** The id that the address names; refused as not found when it is written like none. */
export function organisationIdOf(text: string): OrganisationId {
  if (z.uuid().safeParse(text).success) return text as OrganisationId;
  throw new Refused({ code: 'compliance.organisation.not-found', facts: {} });
}

export async function readTop(ctx: Ctx, id: OrganisationId): Promise<OrganisationTop> {
  const { head, facts } = await getOrganisation(ctx.read, id);
  requireVisible(ctx.actor, head.allianceCode);
  return {
    id,
    name: String(facts.name),
    allianceId: head.allianceId,
    allianceCode: head.allianceCode,
    allianceName: (await getAlliance(ctx.read, head.allianceCode, ctx.today)).shortName,
    mayKeep: mayOf(ctx.actor, 'compliance.keep-entries', head.allianceCode),
    maySeePersons: mayReadPersons(ctx.actor, head.allianceCode),
  };
}

export interface GovernanceView {
  readonly top: OrganisationTop;
  readonly managers: readonly (Manager & { readonly flag: TermFlag })[];
  readonly bodies: ReturnType<typeof bodyProblems>;
  readonly entries: readonly Entry[];
}

/** Fields of the history that say who somebody is. */
const PERSONAL: ReadonlySet<string> = new Set(['fullName', 'training']);

/**
 * The management bodies as this person may see them: names and training only with the right to read persons, and that they
 * were read is kept.
 */
export async function readGovernance(ctx: Ctx, id: OrganisationId): Promise<GovernanceView> {
  const top = await readTop(ctx, id);
  const [managers, book] = [await listManagers(ctx.read, id), await readRuleBook(ctx.read)];
  const entries = await listEntries(ctx.read, id, 'manager');
  if (top.maySeePersons && (managers.length > 0 || entries.length > 0))
    await noteRead(ctx, {
      context: 'profile',
      purpose: 'open-record',
      subjects: [{ id, allianceId: top.allianceId }],
    });
  return {
    top,
    managers: managers.map((manager) => ({
      ...manager,
      ...(top.maySeePersons ? {} : { fullName: null, training: '' }),
      flag: termFlag(book, manager, ctx.today),
    })),
    bodies: bodyProblems(book, managers, ctx.today),
    entries: top.maySeePersons ? entries : entries.map(withoutPersons),
  };
}

function withoutPersons(entry: Entry): Entry {
  const fields = Object.fromEntries(Object.entries(entry.fields).filter(([name]) => !PERSONAL.has(name)));
  return { ...entry, fields, reason: '' };
}

export interface AssetsView {
  readonly top: OrganisationTop;
  readonly assets: readonly (Asset & { readonly outdated: ReturnType<typeof outdatedWhy> })[];
  readonly entries: readonly Entry[];
}

export async function readAssets(ctx: Ctx, id: OrganisationId): Promise<AssetsView> {
  const top = await readTop(ctx, id);
  const book = await readRuleBook(ctx.read);
  return {
    top,
    assets: (await listAssets(ctx.read, id)).map((asset) => ({
      ...asset,
      outdated: outdatedWhy(book, asset, ctx.today),
    })),
    entries: await listEntries(ctx.read, id, 'asset'),
  };
}
