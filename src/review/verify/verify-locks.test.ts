import { createHash, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { ensureDataCall } from '#reporting/public.ts';
import { hashOfText } from '../snapshot.ts';
import { verifyLocks } from './verify-locks.ts';

const system = await testSystem();
const ctx = testCtx(system);
const id = randomUUID();
const body = canonicalJson({ figures: { 'HTX.SO': '4425' } });

async function owner(statement: ReturnType<typeof sql>): Promise<void> {
  await statement.execute(system.owner.kysely);
}

test('RPT-11 a lock and its papers are proven; a text or a paper that was tampered with is named', async () => {
  await ctx.transact(async (tx) => {
    const call = await ensureDataCall(tx, ctx, 'CUM-BTB', '2024-H1');
    await sql`insert into review.snapshot (id, data_call_id, cluster_id, version, sha256, body, locked_at, locked_by)
      select ${id}, id, cluster_id, 1, ${hashOfText(body)}, ${body}, ${ctx.now}, 'Người thử'
        from reporting.data_call where id = ${call.id}`.execute(tx);
    const bytes = Buffer.from('báo cáo');
    await sql`insert into review.paper (snapshot_id, cluster_id, name, media_type, sha256, bytes, created_at)
      select id, cluster_id, 'bao-cao.pdf', 'application/pdf', ${createHash('sha256').update(bytes).digest('hex')}, ${bytes}, ${ctx.now}
        from review.snapshot where id = ${id}`.execute(tx);
  });
  const whole = await verifyLocks(ctx.read);

  await owner(sql`alter table review.paper disable trigger user`);
  await owner(sql`update review.paper set bytes = 'khác'::bytea`);
  const paper = await verifyLocks(ctx.read);
  await owner(sql`alter table review.snapshot disable trigger user`);
  await owner(sql`update review.snapshot set body = replace(body, '4425', '4426')`);
  const both = await verifyLocks(ctx.read);

  expect(whole).toEqual({ ok: true, snapshots: 1, papers: 1, broken: [] });
  expect(paper).toMatchObject({ ok: false, broken: [`${hashOfText(body)} bao-cao.pdf`] });
  expect(both).toMatchObject({ ok: false, broken: [hashOfText(body), `${hashOfText(body)} bao-cao.pdf`] });
});
