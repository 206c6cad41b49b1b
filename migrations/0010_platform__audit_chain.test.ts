import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { migrate } from '#platform/db/migrate.server.ts';
import { verifyAudit } from '#platform/events/verify.server.ts';
import { emptyDatabase } from '#platform/testing/system.ts';

const { owner } = await emptyDatabase();

/** The migrations before this one. */
async function foldersBefore(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-migrations-'));
  onTestFinished(async () => await rm(folder, { recursive: true }));
  await cp(import.meta.dirname, folder, { recursive: true, filter: (name) => !/\/00[1-9]\d_/.test(name) });
  return folder;
}

test('acts recorded before there were chains are chained in the order of time, whatever their facts are', async () => {
  await migrate(owner, { folder: await foldersBefore() });
  const words = (...signs: readonly string[]) =>
    fc.string({ unit: fc.constantFrom('a', 'B', 'đ', 'ố', ' ', '🌾', ...signs) });
  const value = fc.oneof(
    words('"', '\\', '\n', '\u001f', '\u2028'),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(0.25),
  );
  const facts = fc.dictionary(words(), fc.oneof(value, fc.array(value), fc.dictionary(words(), value)));
  const acts = fc.sample(facts, { numRuns: 200, seed: 1 });
  await sql`insert into platform.event (id, kind, subject_id, facts, created_at, created_by)
    select gen_random_uuid(), 'test.acted', 'Hợp tác xã "Đại Lộc"', fact, timestamptz '2024-06-24T02:00:00.5Z' - place * interval '7 ms', 'Tổ giúp việc'
      from jsonb_array_elements(${JSON.stringify(acts)}::jsonb) with ordinality as given(fact, place)`.execute(
    owner.kysely,
  );

  await migrate(owner);

  const report = await verifyAudit(owner.kysely);
  expect(report).toMatchObject({ ok: true, entries: acts.length });
  expect(report.ends[0]).toMatchObject({ chain: 1, position: acts.length });
});
