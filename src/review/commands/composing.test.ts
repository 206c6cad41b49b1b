import { beforeAll, describe, expect, test } from 'vitest';
import { registerRefusals } from '#platform/i18n/words.ts';
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
import { refusals } from '../messages.vi.ts';
import { latestLock } from '../queries.ts';
import { bodyOf } from '../template/outline.ts';
import { composerView } from '../views/composer-view.ts';
import { reportView } from '../views/report-view.ts';
import { EditSection, editSection } from './edit-section.ts';
import { lockReview } from './lock-review.ts';
import { lookThrough } from './look-through.ts';
import { mendSection } from './mend-section.ts';
import { restateReview } from './restate-review.ts';

registerRefusals(refusals);
const system = await testSystem();
const ctx = testCtx(system, { today: '2024-06-24' });
const secretary = testCtx(system, { grants: [{ role: 'secretary', scope: `cluster:${CLUSTER}` }] });

beforeAll(async () => {
  await anOpenCall(ctx);
  for (const [unit, count] of Object.entries(COOPERATIVES_2024)) await aSubmittedUnit(ctx, unit, cooperatives(count));
});

describe('composing the report', () => {
  const body = 'Hầu hết các HTX được xếp loại tốt, khá. Nghệ An 903 HTX, theo Nghị định số 45/NĐ-CP.';

  test('RPT-08 a saved section is shown printed, with its checks numbered in the text', async () => {
    await editSection(secretary, CLUSTER, PERIOD, { code: 'lessons', body, seenVersion: 0 });

    const view = await composerView(secretary, PERIOD, 'lessons');

    expect(view.section).toMatchObject({ code: 'lessons', body, version: 1, editedBy: 'Người thử' });
    expect(view.checks.map((check) => check.code)).toEqual([
      'quantifier.unbound',
      'number.matches',
      'citation.incomplete',
    ]);
    const marks = view.preview.flatMap((paragraph) => paragraph.spans).filter((span) => span.checkNo !== null);
    expect(marks.map((span) => [span.checkNo, span.text])).toEqual([
      [1, 'Hầu hết'],
      [2, '903'],
      [3, '45/NĐ-CP'],
    ]);
    expect(view.outline.find((entry) => entry.code === 'lessons')?.openCount).toBe(3);
  });

  test('RPT-08 DOC-07 the repair of a check is put in its place', async () => {
    const { checks } = await composerView(secretary, PERIOD, 'lessons');
    const citation = checks.find((check) => check.code === 'citation.incomplete');
    const { start = 0, end = 0, excerpt = '', fixes = [] } = citation ?? {};
    const replacement = fixes[0]?.replacement ?? '';

    await mendSection(secretary, CLUSTER, PERIOD, {
      code: 'lessons',
      seenVersion: 1,
      start,
      end,
      excerpt,
      replacement,
    });

    const view = await composerView(secretary, PERIOD, 'lessons');
    expect(view.section.body).toBe(body.replace('45/NĐ-CP', '45/2021/NĐ-CP'));
    expect(view.checks.map((check) => check.code)).not.toContain('citation.incomplete');
  });

  test('RPT-08 a repair is refused when something else stands there by now', async () => {
    const place = { start: 0, end: 3, excerpt: 'Xưa', replacement: 'Nay' };

    await expect(
      mendSection(secretary, CLUSTER, PERIOD, { code: 'lessons', seenVersion: 2, ...place }),
    ).rejects.toMatchObject({ refusal: { code: 'review.section.place-changed' } });
  });

  test('RPT-08 changed data list the sentences that read otherwise than when they were looked through', async () => {
    await lookThrough(secretary, CLUSTER, PERIOD);
    expect((await composerView(secretary, PERIOD, 'development')).changes).toEqual([]);

    await recordedValues(ctx, 'LMHTX-NA', valuesOf({ 'LH.SO': '7' }));
    await aSubmittedUnit(ctx, 'LMHTX-NA', { ...cooperatives('903'), 'LH.SO': '7' });

    const { changes } = await composerView(secretary, PERIOD, 'development');
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ section: 'development' });
    expect(changes[0]?.before).toContain('0 liên hiệp HTX');
    expect(changes[0]?.after).toContain('7 liên hiệp HTX');
  });

  test('looking through changes no text and keeps what was edited', async () => {
    const before = await composerView(secretary, PERIOD, 'lessons');

    await lookThrough(secretary, CLUSTER, PERIOD);

    const after = await composerView(secretary, PERIOD, 'lessons');
    expect(after.section.body).toBe(before.section.body);
    expect(after.changes).toEqual([]);
    expect((await composerView(secretary, PERIOD, 'limits')).section.body).toBe(bodyOf('limits'));
  });

  test('RPT-08 control characters are refused with a sentence, line ends and marks are cleaned', () => {
    const input = { code: 'lessons', seenVersion: '0' };

    expect(EditSection.safeParse({ ...input, body: 'a\u0000b' }).success).toBe(false);
    expect(EditSection.parse({ ...input, body: 'Mo\u0323t\r\n\r\n\r\n\r\nhai  ba ' }).body).toBe('Mọt\n\nhai ba');
  });

  test('only the secretary of the cluster writes; every office reads', async () => {
    for (const grants of [
      [{ role: 'leader', scope: `cluster:${CLUSTER}` }],
      [{ role: 'officer', scope: 'alliance:LMHTX-NA' }],
      [{ role: 'inspector', scope: `cluster:${CLUSTER}` }],
      [{ role: 'editor', scope: `cluster:${CLUSTER}` }],
    ] as const) {
      const reader = testCtx(system, { grants });
      const denied = { refusal: { code: 'platform.access.denied' } };

      await expect(
        editSection(reader, CLUSTER, PERIOD, { code: 'lessons', body: 'x', seenVersion: 2 }),
      ).rejects.toMatchObject(denied);
      await expect(lookThrough(reader, CLUSTER, PERIOD)).rejects.toMatchObject(denied);
      await expect(restateReview(reader, CLUSTER, PERIOD, { reason: 'x' })).rejects.toMatchObject(denied);
      expect((await composerView(reader, PERIOD, 'lessons')).readOnly).toContain('Tổ giúp việc');
    }
    await expect(composerView(testCtx(system, { grants: [] }), PERIOD, 'lessons')).rejects.toMatchObject({
      refusal: { code: 'platform.access.denied' },
    });
  });
});

describe('the page of the review', () => {
  const query = { periodCode: PERIOD, version: null, formCode: null, open: null };

  test('RPT-11 a draft says what blocks its lock, in sentences', async () => {
    await editSection(secretary, CLUSTER, PERIOD, { code: 'lessons', body: 'Có {HTX.SAI}.', seenVersion: 2 });

    const view = await reportView(secretary, query);

    expect(view.lock).toBeNull();
    expect(view.blockedBy).toEqual([
      'Chưa khóa được: còn 1 chip chưa nối được với số liệu: {HTX.SAI} ở mục “Bài học kinh nghiệm”. Sửa mã chip trong phần soạn báo cáo rồi khóa.',
    ]);
    await editSection(secretary, CLUSTER, PERIOD, { code: 'lessons', body: 'Có {HTX.SO}.', seenVersion: 3 });
  });

  test('RPT-11 AUD-02 a lock shows hash, who and when, its papers, and the chain under each figure', async () => {
    await lockReview(ctx, CLUSTER, PERIOD);

    const view = await reportView(secretary, { ...query, formCode: 'B01', open: 'HTX.SO/LMHTX-NA' });

    const lock = await latestLock(ctx.read, CLUSTER, PERIOD);
    expect(view).toMatchObject({ hash: lock?.hash, version: 1, blockedBy: [], may: { restate: true } });
    expect(view.papers.map((paper) => paper.name)).toEqual([
      'bao-cao.docx',
      'bao-cao.pdf',
      'bieu-tong-hop.xlsx',
      'snapshot.json',
    ]);
    expect(view.rows.find((row) => row.code === 'HTX.SO')?.total).toEqual({ name: 'HTX.SO', text: '4.425' });
    expect(view.lineage?.links[0]?.kind).toBe('snapshot');
  });

  test('AUD-02 an officer follows a figure of another unit down to its total, of the own unit to the workbook', async () => {
    const officer = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] });
    const kindsUnder = async (open: string) =>
      (await reportView(officer, { ...query, formCode: 'B01', open })).lineage?.links.map((link) => link.kind) ?? [];

    expect(await kindsUnder('HTX.SO/LMHTX-NA')).toContain('value');
    expect(await kindsUnder('HTX.SO/LMHTX-TH')).toEqual(['snapshot', 'consolidation', 'submission', 'value']);
    const { lineage } = await reportView(officer, { ...query, formCode: 'B01', open: 'HTX.SO/LMHTX-TH' });
    expect(lineage?.links.slice(1).every((link) => link.by === null && link.href === null)).toBe(true);
  });

  test('RPT-11 a version that there is not is refused, and so is a period that nobody called', async () => {
    await expect(reportView(secretary, { ...query, version: 9 })).rejects.toMatchObject({
      refusal: { code: 'review.version.not-found', facts: { version: 9 } },
    });
    await expect(reportView(secretary, { ...query, periodCode: '2031-H1' })).rejects.toMatchObject({
      refusal: { code: 'review.period.not-found' },
    });
  });

  test('RPT-11 while it is corrected the page shows the draft, and the lock when asked for', async () => {
    await restateReview(ctx, CLUSTER, PERIOD, { reason: 'Sửa lời văn.' });

    expect(await reportView(secretary, query)).toMatchObject({
      lock: null,
      version: 2,
      correcting: { version: 2, reason: 'Sửa lời văn.' },
    });
    expect((await reportView(secretary, { ...query, version: 1 })).lock?.version).toBe(1);
  });
});
