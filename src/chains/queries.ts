import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { AllianceId } from '#organisations/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { OrganisationId } from '#register/public.ts';
import { operatingAmong } from '#register/public.ts';
import type { Chain, ChainId, Link, LinkId } from './model.ts';
import { isEvidenced, isWithin } from './rules.ts';

/** The chains that these alliances keep, in Vietnamese order. */
export async function listChains(db: ReadDb, within: readonly AllianceId[]): Promise<readonly Chain[]> {
  const found = await sql<Chain>`
    select id, alliance_id as "allianceId", name, product from chains.chain
     where alliance_id = any(${within}::uuid[]) order by name collate "vi-x-icu", id`.execute(db);
  return found.rows;
}

/** Refused when there is none of that id in reach. */
export async function getChain(db: ReadDb, id: ChainId): Promise<Chain> {
  const found = await sql<Chain>`
    select id, alliance_id as "allianceId", name, product from chains.chain where id = ${id}`.execute(db);
  const [chain] = found.rows;
  if (!chain) throw new Refused({ code: 'chains.chain.not-found', facts: {} });
  return chain;
}

/** The links of one organisation, the newest first. */
export async function linksOf(db: ReadDb, organisationId: OrganisationId): Promise<readonly Link[]> {
  return await links(db, sql`link.organisation_id = ${organisationId}`);
}

export async function getLink(db: ReadDb, organisationId: OrganisationId, id: LinkId): Promise<Link> {
  const [link] = await links(db, sql`link.organisation_id = ${organisationId} and link.id = ${id}`);
  if (!link) throw new Refused({ code: 'chains.link.not-found', facts: {} });
  return link;
}

/** A document that was taken off the record proves nothing any more. */
async function links(db: ReadDb, where: ReturnType<typeof sql>): Promise<readonly Link[]> {
  const found = await sql<Link>`
    select link.id, link.organisation_id as "organisationId", link.chain_id as "chainId", chain.name as "chainName",
           link.stage, link.partner, link.contract_no as "contractNo", file.id as "attachmentId",
           file.title as "attachmentTitle", link.volume::text as volume, link.volume_unit as "volumeUnit",
           link.began_on as "beganOn", link.ended_on as "endedOn", link.created_at as "createdAt",
           link.created_by as "createdBy"
      from chains.link
      join chains.chain on chain.id = link.chain_id
      left join register.attachment file
        on file.organisation_id = link.organisation_id and file.id = link.attachment_id and file.removed_at is null
     where ${where}
     order by link.began_on desc, link.id desc`.execute(db);
  return found.rows;
}

/** Cooperatives in value chains, of one alliance. */
export interface ChainCount {
  /** Distinct cooperatives, operating on the last day, with at least one evidenced link in the period. */
  readonly evidenced: number;
  /** Those whose links in the period are all without counterpart or document. */
  readonly saidOnly: number;
}

interface Period {
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
}

/** How many operating cooperatives are in value chains, by alliance; each counts once, however many links it has. */
export async function countInChains(
  db: ReadDb,
  within: readonly AllianceId[],
  { firstDay, lastDay }: Period,
): Promise<ReadonlyMap<AllianceId, ChainCount>> {
  const inPeriod = (await links(db, sql`link.alliance_id = any(${within}::uuid[])`)).filter((link) =>
    isWithin(link, firstDay, lastDay),
  );
  const owners = await ownersOf(db, [...new Set(inPeriod.map(({ organisationId }) => organisationId))], lastDay);
  const evidenced = new Set(inPeriod.filter(isEvidenced).map(({ organisationId }) => organisationId));
  return new Map(
    within.map((allianceId) => {
      const here = [...owners].filter(([, owner]) => owner === allianceId).map(([id]) => id);
      const proven = here.filter((id) => evidenced.has(id)).length;
      return [allianceId, { evidenced: proven, saidOnly: here.length - proven }];
    }),
  );
}

async function ownersOf(
  db: ReadDb,
  ids: readonly OrganisationId[],
  on: IsoDate,
): Promise<ReadonlyMap<OrganisationId, Id<'organisations.alliance'>>> {
  return ids.length === 0 ? new Map() : await operatingAmong(db, ids, on);
}
