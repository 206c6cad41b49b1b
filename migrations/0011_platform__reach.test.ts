import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { migrate } from '#platform/db/migrate.server.ts';
import { emptyDatabase } from '#platform/testing/system.ts';

const { owner } = await emptyDatabase();
const [na, ht, cluster, organisation, call, snapshot] = Array.from({ length: 6 }, () => randomUUID());
const body = '{"figures":{"HTX.SO":"903"}}';
const hash = createHash('sha256').update(body).digest('hex');

/** The migrations before this one. */
async function folderBefore(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-migrations-'));
  onTestFinished(async () => await rm(folder, { recursive: true }));
  await cp(import.meta.dirname, folder, {
    recursive: true,
    filter: (name) => !/\/\d{4}_/.test(name) || Number(path.basename(name).slice(0, 4)) < 11,
  });
  return folder;
}

async function arrange(): Promise<void> {
  for (const [id, code] of [[na, 'LMHTX-NA'] as const, [ht, 'LMHTX-HT'] as const])
    await sql`insert into organisations.alliance (id, code) values (${id}, ${code})`.execute(owner.kysely);
  await sql`insert into organisations.cluster (id, code) values (${cluster}, 'CUM-BTB')`.execute(owner.kysely);
  await sql`insert into register.organisation (id, alliance_id, kind, name, search_text, exact_text, code, status, version,
      created_at, created_by, updated_at, updated_by)
    values (${organisation}, ${na}, 'cooperative', 'HTX', '', '', '1', 'operating', 1, now(), 'x', now(), 'x')`.execute(
    owner.kysely,
  );
  await sql`insert into register.change (id, organisation_id, source, is_creation, fields, recorded_at, recorded_by)
    values (gen_random_uuid(), ${organisation}, 'manual', true, '{}', now(), 'x')`.execute(owner.kysely);
  await sql`insert into reporting.period (code, kind, first_day, last_day)
    values ('2024-H1', 'half-year', '2024-01-01', '2024-06-30')`.execute(owner.kysely);
  await sql`insert into reporting.data_call (id, cluster_id, period_code, title, state, submit_by_on, lock_by_on, opened_at, opened_by)
    values (${call}, ${cluster}, '2024-H1', 'x', 'locked', '2024-06-24', '2024-06-28', now(), 'x')`.execute(
    owner.kysely,
  );
  await sql`insert into review.snapshot (id, data_call_id, version, sha256, body, locked_at, locked_by)
    values (${snapshot}, ${call}, 1, ${hash}, ${body}, now(), 'x')`.execute(owner.kysely);
  await sql`insert into review.paper (snapshot_id, name, media_type, sha256, bytes, created_at)
    values (${snapshot}, 'bao-cao.pdf', 'application/pdf', ${hash}, ${Buffer.from(body)}, now())`.execute(owner.kysely);
}

test('ADM-03 rows written before say whose they are afterwards, and what was locked stays as it was', async () => {
  await migrate(owner, { folder: await folderBefore() });
  await arrange();

  await migrate(owner);

  const kept = await sql<{ of: string; cluster: string; paper: string; hash: string; body: string }>`
    select change.alliance_id as of, snapshot.cluster_id as cluster, paper.cluster_id as paper, snapshot.sha256 as hash, snapshot.body
      from register.change, review.snapshot join review.paper on paper.snapshot_id = snapshot.id`.execute(owner.kysely);
  expect(kept.rows).toEqual([{ of: na, cluster, paper: cluster, hash, body }]);
  await expect(sql`update review.snapshot set body = 'x'`.execute(owner.kysely)).rejects.toThrow(/never changed/);
});

test('what hangs on an organisation moves with it to another alliance', async () => {
  await sql`update register.organisation set alliance_id = ${ht} where id = ${organisation}`.execute(owner.kysely);

  const moved = await sql<{ of: string }>`select alliance_id as of from register.change`.execute(owner.kysely);
  expect(moved.rows).toEqual([{ of: ht }]);
});
