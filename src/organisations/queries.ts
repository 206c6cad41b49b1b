import { sql } from 'kysely';
import { present } from '#kernel/assert.ts';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { ReachedIds } from '#platform/db/reach.server.ts';
import { titleShown } from './messages.vi.ts';
import type { Alliance, AllianceId, Capacity, Cluster, ClusterId, ClusterOffice, PersonId, Position } from './model.ts';
import { postsOn } from './posts.ts';

function alliancesOn(db: ReadDb, on: IsoDate) {
  return alliancesEver(db)
    .where('version.valid_from', '<=', on)
    .where((row) => row.or([row('version.valid_until', 'is', null), row('version.valid_until', '>', on)]))
    .orderBy('version.geographic_rank');
}

function alliancesEver(db: ReadDb) {
  return db
    .selectFrom('organisations.alliance as alliance')
    .innerJoin('organisations.alliance_version as version', 'version.alliance_id', 'alliance.id')
    .where(sql<boolean>`version.valid_until is distinct from version.valid_from`)
    .select([
      'alliance.id',
      'alliance.code',
      'version.name',
      'version.short_name as shortName',
      'version.province_name as provinceName',
      'version.province_code as provinceCode',
      'version.address',
      'version.phone',
      'version.email',
      'version.geographic_rank as geographicRank',
    ]);
}

/** All alliances of that day, north to south. */
export async function listAlliances(db: ReadDb, on: IsoDate): Promise<readonly Alliance[]> {
  return await alliancesOn(db, on).execute();
}

export async function findAlliance(db: ReadDb, code: string, on: IsoDate): Promise<Alliance | undefined> {
  return await alliancesOn(db, on).where('alliance.code', '=', code).executeTakeFirst();
}

/** The alliance as named on that day, or else as last named: also one that is no longer used. */
export async function findAllianceEver(db: ReadDb, code: string, on: IsoDate): Promise<Alliance | undefined> {
  return await alliancesEver(db)
    .where('alliance.code', '=', code)
    .orderBy(sql`version.valid_from <= ${on}`, 'desc')
    .orderBy('version.valid_from', 'desc')
    .executeTakeFirst();
}

/** What does not change with the day: when it was founded, since when it is not used any more. */
export async function lifeOf(
  db: ReadDb,
  allianceId: AllianceId,
): Promise<{ readonly foundedOn: IsoDate | null; readonly closedOn: IsoDate | null }> {
  return await db
    .selectFrom('organisations.alliance')
    .where('id', '=', allianceId)
    .select(['founded_on as foundedOn', 'closed_on as closedOn'])
    .executeTakeFirstOrThrow();
}

/** The alliance as named on that day; refused when there is none of that code. */
export async function getAlliance(db: ReadDb, code: string, on: IsoDate): Promise<Alliance> {
  const found = await findAlliance(db, code, on);
  if (!found) throw new Refused({ code: 'organisations.alliance.unknown', facts: { code, on } });
  return found;
}

/** The cluster with its members of that day, north to south; refused when there is none of that code. */
export async function getCluster(db: ReadDb, code: string, on: IsoDate): Promise<Cluster> {
  const cluster = await db
    .selectFrom('organisations.cluster as cluster')
    .innerJoin('organisations.cluster_version as version', 'version.cluster_id', 'cluster.id')
    .where('cluster.code', '=', code)
    .orderBy(sql`version.valid_from <= ${on}`, 'desc')
    .orderBy(sql`abs(version.valid_from - ${on}::date)`)
    .select(['cluster.id', 'cluster.code', 'version.name', 'version.short_name as shortName'])
    .executeTakeFirst();
  if (!cluster) throw new Refused({ code: 'organisations.cluster.unknown', facts: { code } });
  const members = await alliancesOn(db, on)
    .innerJoin('organisations.cluster_membership as member', 'member.alliance_id', 'alliance.id')
    .where('member.cluster_id', '=', cluster.id)
    .where('member.valid_from', '<=', on)
    .where((row) => row.or([row('member.valid_until', 'is', null), row('member.valid_until', '>', on)]))
    .execute();
  return { ...cluster, members };
}

/** The clusters that had a name on that day, by code, with how many members they had. */
export async function clustersOn(
  db: ReadDb,
  on: IsoDate,
): Promise<readonly { id: ClusterId; code: string; name: string; shortName: string; members: number }[]> {
  const found = await sql<{ id: ClusterId; code: string; name: string; shortName: string; members: number }>`
    select cluster.id, cluster.code, version.name, version.short_name as "shortName",
           (select count(*)::int from organisations.cluster_membership member where member.cluster_id = cluster.id
             and member.valid_from <= ${on}::date and (member.valid_until is null or member.valid_until > ${on}::date)) as members
      from organisations.cluster cluster join organisations.cluster_version version on version.cluster_id = cluster.id
     where version.valid_from <= ${on}::date and (version.valid_until is null or version.valid_until > ${on}::date)
     order by cluster.code`.execute(db);
  return found.rows;
}

/** The clusters there are, by code, as last named. */
export async function listClusters(
  db: ReadDb,
): Promise<readonly { id: ClusterId; code: string; name: string; shortName: string }[]> {
  return await db
    .selectFrom('organisations.cluster as cluster')
    .innerJoin('organisations.cluster_version as version', 'version.cluster_id', 'cluster.id')
    .where('version.valid_until', 'is', null)
    .select(['cluster.id', 'cluster.code', 'version.name', 'version.short_name as shortName'])
    .orderBy('cluster.code')
    .execute();
}

/** In which cluster an alliance is on that day. */
export async function clusterOf(db: ReadDb, allianceId: AllianceId, on: IsoDate): Promise<string | undefined> {
  const found = await db
    .selectFrom('organisations.cluster_membership as member')
    .innerJoin('organisations.cluster as cluster', 'cluster.id', 'member.cluster_id')
    .where('member.alliance_id', '=', allianceId)
    .where('member.valid_from', '<=', on)
    .where((row) => row.or([row('member.valid_until', 'is', null), row('member.valid_until', '>', on)]))
    .select('cluster.code')
    .executeTakeFirst();
  return found?.code;
}

/** Head first, then deputies, as on that day; a day without a head answers without one, never with the last. */
export async function clusterOffices(db: ReadDb, clusterId: ClusterId, on: IsoDate): Promise<readonly ClusterOffice[]> {
  const offices = await db
    .selectFrom('organisations.cluster_office as office')
    .innerJoin('organisations.alliance as alliance', 'alliance.id', 'office.alliance_id')
    .leftJoin('organisations.person as person', 'person.id', 'office.person_id')
    .where('office.cluster_id', '=', clusterId)
    .where('office.valid_from', '<=', on)
    .where((row) => row.or([row('office.valid_until', 'is', null), row('office.valid_until', '>', on)]))
    .select([
      'office.office',
      'office.alliance_id',
      'office.person_id',
      'alliance.code as unitCode',
      'person.full_name as fullName',
      'person.honorific',
      'office.valid_from as validFrom',
      'office.valid_until as validUntil',
    ])
    .orderBy('office.office', 'desc')
    .orderBy('alliance.code')
    .execute();
  return await Promise.all(
    offices.map(async ({ person_id, alliance_id, ...office }) => ({
      ...office,
      office: office.office as ClusterOffice['office'],
      fullName: office.fullName ?? '',
      honorific: office.honorific ?? '',
      title: person_id === null ? '' : await titleOn(db, person_id, alliance_id, on),
    })),
  );
}

/** The title a person bore in an alliance on that day, `quyền` and `phụ trách` included; '' when none is recorded. */
export async function titleOn(db: ReadDb, personId: PersonId, allianceId: AllianceId, on: IsoDate): Promise<string> {
  const found = (await listPositions(db, allianceId, on)).find((one) => one.personId === personId);
  return found ? titleShown(found) : '';
}

/** The posts of an alliance on that day in protocol order; a vacant post has no name, whoever held it before. */
export async function listPositions(db: ReadDb, allianceId: AllianceId, on: IsoDate): Promise<readonly Position[]> {
  return postsOn(await positionsEver(db, allianceId), on);
}

/** Everything that was ever recorded of the posts of an alliance, the newest first. */
export async function positionsEver(db: ReadDb, allianceId: AllianceId): Promise<readonly Position[]> {
  const rows = await db
    .selectFrom('organisations.position as position')
    .leftJoin('organisations.person as person', 'person.id', 'position.person_id')
    .where('position.alliance_id', '=', allianceId)
    .select([
      'position.id',
      'position.person_id as personId',
      'position.title',
      'position.capacity',
      'position.is_single_seat as isSingleSeat',
      'position.protocol_rank as protocolRank',
      'position.valid_from as validFrom',
      'position.valid_until as validUntil',
      'person.full_name as fullName',
      'person.honorific',
    ])
    .orderBy('position.valid_from', 'desc')
    .orderBy('position.protocol_rank')
    .execute();
  return rows.map((row) => ({
    ...row,
    capacity: row.capacity as Capacity,
    fullName: row.fullName ?? '',
    honorific: row.honorific ?? '',
  }));
}

/**
 * What scopes such as `alliance:LMHTX-NA` and `cluster:CUM-BTB` lead to. Own: what they name, with every alliance that is
 * or was in such a cluster, so that what a former member declared stays in the cluster's history. Near: the clusters to
 * which own alliances belong on that day, and every alliance that is or was in one of them.
 */
export async function reachedBy(db: ReadDb, scopes: readonly string[], on: IsoDate): Promise<ReachedIds> {
  const found = await sql<ReachedIds>`
    with own_cluster as (select id from organisations.cluster where 'cluster:' || code = any(${scopes}::text[])),
    own_alliance as (
      select id from organisations.alliance where 'alliance:' || code = any(${scopes}::text[])
      union
      select member.alliance_id from organisations.cluster_membership member join own_cluster on own_cluster.id = member.cluster_id),
    near_cluster as (
      select id from own_cluster
      union
      select member.cluster_id from organisations.cluster_membership member join own_alliance on own_alliance.id = member.alliance_id
       where member.valid_from <= ${on}::date and (member.valid_until is null or member.valid_until > ${on}::date)),
    near_alliance as (
      select id from own_alliance
      union
      select member.alliance_id from organisations.cluster_membership member join near_cluster on near_cluster.id = member.cluster_id)
    select array(select id from own_alliance)::text[] as "ownAlliances", array(select id from near_alliance)::text[] as "nearAlliances",
           array(select id from own_cluster)::text[] as "ownClusters", array(select id from near_cluster)::text[] as "nearClusters"`.execute(
    db,
  );
  return present(found.rows[0], 'a select without a from answers one row');
}
