import { fold } from '#kernel/text-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { AllianceId } from '#organisations/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { OrganisationId } from '#register/public.ts';
import type { ApplicationState, MemberState } from './model.ts';

/** Where an organisation stands: its membership, or that it has a dossier under way. */
export type Standing = MemberState | 'applying';
export const STANDINGS: readonly Standing[] = ['member', 'suspended', 'applying', 'left'];
export const LIST_PAGE = 50;

export interface MemberFilter {
  readonly within: readonly AllianceId[];
  readonly standing: Standing | '';
  /** Of the members, those who have not paid for that year. */
  readonly isUnpaid: boolean;
  readonly year: number;
  readonly question: string;
  readonly page: number;
  readonly size: number;
}

export interface ListedMember {
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly communeText: string;
  readonly allianceId: AllianceId;
  readonly standing: Standing;
  readonly applicationState: ApplicationState | null;
  readonly appliedOn: IsoDate | null;
  readonly cardNo: string | null;
  readonly validFrom: IsoDate | null;
  readonly validUntil: IsoDate | null;
  /** Of `filter.year`; null when nothing was paid. */
  readonly paidDong: bigint | null;
}

export interface MemberList {
  readonly rows: readonly ListedMember[];
  /** That the filter takes in, of all pages. */
  readonly total: number;
  /** By standing, of all in reach that the words find. */
  readonly counts: ReadonlyMap<Standing, number>;
  /** Members that have not paid for the year. */
  readonly unpaid: number;
}

/** Members and applicants of the alliances, in Vietnamese order of names; one statement for the counts, one for the page. */
export async function listMembers(db: ReadDb, filter: MemberFilter): Promise<MemberList> {
  const counted = await sql<{ standing: Standing; count: number; unpaid: number }>`
    select standing, count(*)::int as count,
           (count(*) filter (where standing in ('member', 'suspended') and "paidDong" is null))::int as unpaid
      from (${listed(filter)}) as listed group by standing`.execute(db);
  const found = await sql<ListedMember & { total: number }>`
    select *, (count(*) over ())::int as total from (${listed(filter)}) as listed
     where (${filter.standing} = '' or standing = ${filter.standing})
       and (not ${filter.isUnpaid} or (standing in ('member', 'suspended') and "paidDong" is null))
     order by name collate "vi-x-icu", "organisationId"
     offset ${(filter.page - 1) * filter.size} limit ${filter.size}`.execute(db);
  return {
    rows: found.rows.map(({ total: _, ...row }) => row),
    total: found.rows[0]?.total ?? 0,
    counts: new Map(counted.rows.map(({ standing, count }) => [standing, count])),
    unpaid: counted.rows.reduce((sum, { unpaid }) => sum + unpaid, 0),
  };
}

/** Begins with the few that have a dossier or a membership, not with the register. */
function listed({ within, year, question }: MemberFilter) {
  return sql`
    select organisation.id as "organisationId", organisation.name, organisation.commune_text as "communeText",
           organisation.alliance_id as "allianceId",
           case when member.state in ('member', 'suspended') then member.state
                when open.id is not null then 'applying' else member.state end as standing,
           open.state as "applicationState", open.applied_on as "appliedOn", member.card_no as "cardNo",
           member.valid_from as "validFrom", member.valid_until as "validUntil", due.amount_dong as "paidDong"
      from (select organisation_id from membership.member where alliance_id = any(${within}::uuid[])
            union
            select organisation_id from membership.application
             where alliance_id = any(${within}::uuid[]) and state in ('received', 'returned', 'complete', 'submitted')) as known
      join register.organisation on organisation.id = known.organisation_id and organisation.deleted_at is null
      left join lateral (select * from membership.member where organisation_id = organisation.id
                          order by valid_from desc limit 1) as member on true
      left join lateral (select * from membership.application where organisation_id = organisation.id
                            and state in ('received', 'returned', 'complete', 'submitted') limit 1) as open on true
      left join membership.due on due.organisation_id = organisation.id and due.member_id = member.id and due.year = ${year}
     where position(${fold(question)} in organisation.search_text) > 0`;
}
