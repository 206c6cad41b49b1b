import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import {
  anOpenCall,
  aSubmittedUnit,
  CLUSTER,
  COOPERATIVES_2024,
  cooperatives,
  PERIOD,
  recordedValues,
  valuesOf,
} from '#reporting/testing.ts';
import { buildReview } from '../build.ts';
import { closePress } from '../papers/render-pdf.ts';
import { reviewFiles } from '../produce.ts';
import { latestLock, latestSnapshot, listVersions, papersOf } from '../queries.ts';
import { snapshotFileOfText } from '../snapshot.ts';
import { editSection } from './edit-section.ts';
import { lockReview } from './lock-review.ts';
import { restateReview } from './restate-review.ts';

const system = await testSystem();
const ctx = testCtx(system, { today: '2024-06-28' });
const secretary = testCtx(system, {
  today: '2024-06-28',
  grants: [{ role: 'secretary', scope: `cluster:${CLUSTER}` }],
});
afterAll(closePress);

async function submitted(units: readonly string[]): Promise<void> {
  for (const unit of units) await aSubmittedUnit(ctx, unit, cooperatives(COOPERATIVES_2024[unit] ?? '0'));
}

describe('before the lock', () => {
  test('RPT-11 nothing submitted is nothing to lock', async () => {
    await anOpenCall(ctx);

    await expect(lockReview(ctx, CLUSTER, PERIOD)).rejects.toMatchObject({
      refusal: { code: 'review.lock.nothing-submitted', facts: { units: 6 } },
    });
  });

  test('RPT-11 nobody but the command line locks at once', async () => {
    for (const grants of [
      [{ role: 'secretary', scope: `cluster:${CLUSTER}` }],
      [{ role: 'officer', scope: 'alliance:LMHTX-NA' }],
      [{ role: 'inspector', scope: `cluster:${CLUSTER}` }],
      [{ role: 'secretary', scope: 'cluster:CUM-KHAC' }],
      [],
    ] as const) {
      await expect(lockReview(testCtx(system, { grants }), CLUSTER, PERIOD)).rejects.toMatchObject({
        refusal: { code: 'platform.access.denied' },
      });
    }
  });

  test('RPT-06 a draft of five units says 5/6, and the sixth is missing, not 0', async () => {
    await submitted(['LMHTX-TH', 'LMHTX-NA', 'LMHTX-HT', 'LMHTX-QB', 'LMHTX-TTH']);

    const { snapshot } = await buildReview(ctx, CLUSTER, PERIOD);

    expect(snapshot.figures['HTX.SO']?.current).toMatchObject({
      total: '4078',
      byUnit: { 'LMHTX-QT': null },
      coverage: { have: 5, of: 6 },
    });
    expect(snapshot.isLocked).toBe(false);
    expect(snapshot.text.find((section) => section.code === 'development')?.rendered).toContain('chưa gồm Quảng Trị');
  });

  test('RPT-08 a chip that names nothing blocks the lock and is named', async () => {
    await editSection(secretary, CLUSTER, PERIOD, { code: 'lessons', body: 'Có {HTX.KHONGCO} HTX.', seenVersion: 0 });

    await expect(lockReview(ctx, CLUSTER, PERIOD)).rejects.toMatchObject({
      refusal: {
        code: 'review.lock.unresolved-chips',
        facts: { count: 1, chips: [{ section: 'Bài học kinh nghiệm', chip: '{HTX.KHONGCO}' }] },
      },
    });

    await editSection(secretary, CLUSTER, PERIOD, { code: 'lessons', body: 'Có {HTX.SO} HTX.', seenVersion: 1 });
  });

  test('RPT-08 a section saved meanwhile by another is not overwritten', async () => {
    await expect(
      editSection(secretary, CLUSTER, PERIOD, { code: 'lessons', body: 'Bản cũ.', seenVersion: 1 }),
    ).rejects.toMatchObject({
      refusal: { code: 'review.section.changed-meanwhile', facts: { editedBy: 'Người thử' } },
    });
  });
});

describe('the lock', () => {
  beforeAll(async () => {
    await submitted(['LMHTX-QT']);
  });

  test('RPT-11 keeps figures, definitions, places, rules and text under a hash that the stored body proves', async () => {
    const { snapshot } = await lockReview(ctx, CLUSTER, PERIOD);

    const lock = await latestLock(ctx.read, CLUSTER, PERIOD);
    const { rows } = await sql<{ body: string }>`select body from review.snapshot where id = ${lock?.id}`.execute(
      system.app.kysely,
    );
    expect(snapshotFileOfText(rows[0]?.body ?? '')).toEqual(snapshot);
    expect(lock).toMatchObject({ version: 1, hash: snapshot.hash, lockedBy: 'Người thử', reason: '' });
    expect(snapshot.snapshot.figures['HTX.SO']?.current).toMatchObject({ total: '4425', coverage: { have: 6, of: 6 } });
    expect(snapshot.snapshot.geography).toMatchObject({ asOf: '2024-06-14' });
    expect(snapshot.snapshot.geography.provinces).toHaveLength(6);
    expect(snapshot.snapshot.rules.map((rule) => rule.key)).toContain('quantifier.almost-all');
    expect(snapshot.snapshot.definitions.length).toBe(Object.keys(snapshot.snapshot.figures).length);
    expect(snapshot.snapshot.text.find((section) => section.code === 'lessons')?.rendered).toBe('Có 4.425 HTX.');
  });

  test('RPT-12 keeps four papers, byte for byte, and hands out just these', async () => {
    const lock = await latestLock(ctx.read, CLUSTER, PERIOD);
    const kept = lock ? await papersOf(ctx.read, lock.id) : [];

    const files = await reviewFiles(ctx, CLUSTER, PERIOD);

    expect(files.map((file) => file.name)).toEqual([
      'bao-cao.docx',
      'bao-cao.pdf',
      'bieu-tong-hop.xlsx',
      'snapshot.json',
    ]);
    for (const file of files) {
      const sha256 = createHash('sha256').update(file.bytes).digest('hex');
      expect(kept.find((paper) => paper.name === file.name)?.sha256).toBe(sha256);
    }
  });

  test('RPT-11 locks call and submissions: no value, section or second lock gets in', async () => {
    const locked = { refusal: { code: 'review.lock.already-locked', facts: { version: 1 } } };

    await expect(lockReview(ctx, CLUSTER, PERIOD)).rejects.toMatchObject(locked);
    await expect(
      editSection(secretary, CLUSTER, PERIOD, { code: 'lessons', body: 'Sửa sau khóa.', seenVersion: 2 }),
    ).rejects.toMatchObject(locked);
    await expect(recordedValues(ctx, 'LMHTX-NA', valuesOf({ 'HTX.SO': '913' }))).rejects.toMatchObject({
      refusal: { code: 'reporting.values.call-locked' },
    });
  });

  const CHANGES = [
    `update review.snapshot set body = replace(body, '"903"', '"904"')`,
    `update review.snapshot set sha256 = 'sha256:x'`,
    'delete from review.snapshot',
    'truncate review.snapshot cascade',
    `update review.paper set bytes = 'x'`,
    'delete from review.paper',
    'truncate review.paper',
  ];

  test.each(CHANGES)('RPT-11 the application cannot %s', async (statement) => {
    await expect(sql.raw(statement).execute(system.app.kysely)).rejects.toThrow(/permission denied/);
  });

  test.each(CHANGES)('RPT-11 not even the owner of the database can %s', async (statement) => {
    await expect(sql.raw(statement).execute(system.owner.kysely)).rejects.toThrow('a locked review is never changed');
  });

  test('RPT-11 the application cannot take the guard away', async () => {
    for (const statement of [
      'alter table review.snapshot disable trigger all',
      'drop trigger snapshot_is_never_changed on review.snapshot',
      'drop table review.snapshot cascade',
      `set session_replication_role = 'replica'`,
    ])
      await expect(sql.raw(statement).execute(system.app.kysely)).rejects.toThrow(/must be owner|permission denied/);
  });
});

describe('a restatement', () => {
  test('RPT-11 needs a locked period and a reason', async () => {
    await expect(restateReview(ctx, CLUSTER, PERIOD, { reason: '  ' })).rejects.toMatchObject({
      refusal: { code: 'review.restatement.reason-missing' },
    });
  });

  test('RPT-11 becomes a version of its own with its reason; the first stays downloadable as it was', async () => {
    const first = await latestSnapshot(ctx.read, CLUSTER, PERIOD);
    const before = await reviewFiles(ctx, CLUSTER, PERIOD);
    const opened = await restateReview(ctx, CLUSTER, PERIOD, { reason: 'Nghệ An đếm thiếu một HTX.' });
    await editSection(secretary, CLUSTER, PERIOD, {
      code: 'lessons',
      body: 'Đã rà soát {HTX.SO} HTX.',
      seenVersion: 2,
    });

    const second = await lockReview(ctx, CLUSTER, PERIOD);

    expect(opened).toEqual({ version: 2 });
    expect(second.snapshot.snapshot).toMatchObject({
      version: 2,
      restates: { version: 1, hash: first?.hash, reason: 'Nghệ An đếm thiếu một HTX.' },
    });
    const versions = await listVersions(ctx.read, CLUSTER, PERIOD);
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [2, 'Nghệ An đếm thiếu một HTX.'],
      [1, ''],
    ]);
    const old = versions[1] ? await papersOf(ctx.read, versions[1].id) : [];
    expect(old.map((paper) => [paper.name, paper.bytes.byteLength])).toEqual(
      before.map((file) => [file.name, file.bytes.byteLength]),
    );
  });

  test('RPT-11 a period that is open already cannot be opened again', async () => {
    await restateReview(ctx, CLUSTER, PERIOD, { reason: 'Lần hai.' });

    await expect(restateReview(ctx, CLUSTER, PERIOD, { reason: 'Lần ba.' })).rejects.toMatchObject({
      refusal: { code: 'reporting.call.move-not-allowed' },
    });
  });
});
