import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { AllianceId, AllianceVersion, ClusterId, Department, Membership, Succession, Term } from './model.ts';

/** Every version of an alliance, the newest first. */
export async function versionsOf(db: ReadDb, allianceId: AllianceId): Promise<readonly AllianceVersion[]> {
  return await db
    .selectFrom('organisations.alliance_version')
    .where('alliance_id', '=', allianceId)
    .select([
      'name',
      'short_name as shortName',
      'province_name as provinceName',
      'province_code as provinceCode',
      'parent_body as parentBody',
      'address',
      'phone',
      'email',
      'geographic_rank as geographicRank',
      'valid_from as validFrom',
      'valid_until as validUntil',
    ])
    .orderBy('valid_from', 'desc')
    .execute();
}

/** Every membership of a cluster or an alliance, the newest first. */
export async function membershipsOf(
  db: ReadDb,
  of: { readonly clusterId: ClusterId } | { readonly allianceId: AllianceId },
): Promise<readonly Membership[]> {
  const where =
    'clusterId' in of ? sql`member.cluster_id = ${of.clusterId}` : sql`member.alliance_id = ${of.allianceId}`;
  const found = await sql<Membership>`
    select alliance.code as "allianceCode", unit.short_name as "allianceName", cluster.code as "clusterCode",
           named.short_name as "clusterName", member.valid_from as "validFrom", member.valid_until as "validUntil"
      from organisations.cluster_membership member
      join organisations.alliance alliance on alliance.id = member.alliance_id
      join organisations.cluster cluster on cluster.id = member.cluster_id
      join lateral (select short_name, geographic_rank from organisations.alliance_version version
        where version.alliance_id = alliance.id and version.valid_until is distinct from version.valid_from order by version.valid_from <= member.valid_from desc,
          abs(version.valid_from - member.valid_from) limit 1) unit on true
      join lateral (select short_name from organisations.cluster_version version
        where version.cluster_id = cluster.id order by version.valid_from desc limit 1) named on true
     where ${where}
     order by member.valid_from desc, unit.geographic_rank`.execute(db);
  return found.rows;
}

/** Every term of the head and deputy units of a cluster, the newest first. */
export async function termsOf(db: ReadDb, clusterId: ClusterId): Promise<readonly Term[]> {
  const found = await sql<Term>`
    select office.id, office.office, office.alliance_id as "allianceId", alliance.code as "unitCode",
           unit.short_name as "unitName", office.person_id as "personId", coalesce(person.full_name, '') as "fullName",
           office.valid_from as "validFrom", office.valid_until as "validUntil"
      from organisations.cluster_office office
      join organisations.alliance alliance on alliance.id = office.alliance_id
      join lateral (select short_name from organisations.alliance_version version
        where version.alliance_id = alliance.id and version.valid_until is distinct from version.valid_from order by version.valid_from <= office.valid_from desc,
          abs(version.valid_from - office.valid_from) limit 1) unit on true
      left join organisations.person person on person.id = office.person_id
     where office.cluster_id = ${clusterId}
     order by office.valid_from desc, office.office desc, alliance.code`.execute(db);
  return found.rows;
}

/** Every department an alliance ever had, by rank. */
export async function departmentsOf(db: ReadDb, allianceId: AllianceId): Promise<readonly Department[]> {
  return await db
    .selectFrom('organisations.department')
    .where('alliance_id', '=', allianceId)
    .select(['id', 'name', 'rank', 'phone', 'valid_from as validFrom', 'valid_until as validUntil'])
    .orderBy('rank')
    .orderBy('valid_from')
    .execute();
}

/** What the alliance came from and what became of it. */
export async function successionsOf(db: ReadDb, allianceId: AllianceId): Promise<readonly Succession[]> {
  const named = (id: string) => sql`(select version.name from organisations.alliance_version version
    where version.alliance_id = ${sql.ref(id)} and version.valid_until is distinct from version.valid_from
    order by version.valid_from <= succession.effective_on desc, version.valid_from desc limit 1)`;
  const found = await sql<Succession>`
    select before.code as "predecessorCode", ${named('before.id')} as "predecessorName", after.code as "successorCode",
           ${named('after.id')} as "successorName", succession.effective_on as "effectiveOn",
           succession.decision_no as "decisionNo"
      from organisations.alliance_succession succession
      join organisations.alliance before on before.id = succession.predecessor_id
      join organisations.alliance after on after.id = succession.successor_id
     where ${allianceId} in (succession.predecessor_id, succession.successor_id) and succession.undone_at is null
     order by succession.effective_on desc, before.code`.execute(db);
  return found.rows;
}
