import { sql } from 'kysely';
import { referenceId } from '#kernel/ids.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { loadOnce, orNull, readSeed } from '#platform/files/seed.server.ts';

const CLUSTER = {
  code: 'CUM-BTB',
  name: 'Cụm Liên minh Hợp tác xã 06 tỉnh Bắc Trung Bộ',
  shortName: 'Cụm Bắc Trung Bộ',
  validFrom: '2024-01-01',
} as const;

/** The six alliances of the north-central provinces and their cluster; no office-holders: these are entered. */
export async function loadOrganisations(tx: Tx, now: Date): Promise<void> {
  const alliances = await readSeed('alliances.csv');
  await loadOnce(tx, now, 'organisations', [alliances], async () => {
    const versions = alliances.rows.map((row) => ({
      ...row,
      alliance_id: referenceId(`organisations.alliance:${row.code}`),
      valid_until: orNull(row.valid_until),
      address: '',
      phone: '',
      email: '',
    }));
    const body = JSON.stringify(versions);
    await sql`insert into organisations.alliance (id, code)
      select distinct alliance_id, code from jsonb_to_recordset(${body}::jsonb) as row(alliance_id uuid, code text)
      on conflict (id) do nothing`.execute(tx);
    await sql`insert into organisations.alliance_version
      select * from jsonb_populate_recordset(null::organisations.alliance_version, ${body}::jsonb)
      on conflict (alliance_id, valid_from) do nothing`.execute(tx);
    await loadCluster(tx, [...new Set(versions.map((version) => version.alliance_id))]);
  });
}

async function loadCluster(tx: Tx, members: readonly string[]): Promise<void> {
  const id = referenceId(`organisations.cluster:${CLUSTER.code}`);
  await sql`insert into organisations.cluster (id, code) values (${id}, ${CLUSTER.code}) on conflict (id) do nothing`.execute(
    tx,
  );
  await sql`insert into organisations.cluster_version (cluster_id, name, short_name, valid_from)
    values (${id}, ${CLUSTER.name}, ${CLUSTER.shortName}, ${CLUSTER.validFrom}) on conflict do nothing`.execute(tx);
  await sql`insert into organisations.cluster_membership (cluster_id, alliance_id, valid_from)
    select ${id}, member::uuid, ${CLUSTER.validFrom} from unnest(${members}::text[]) as member
    on conflict do nothing`.execute(tx);
}
