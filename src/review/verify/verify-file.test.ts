import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { anOpenCall, aSubmittedUnit, CLUSTER, COOPERATIVES_2024, cooperatives, PERIOD } from '#reporting/testing.ts';
import { lockReview } from '../commands/lock-review.ts';
import { restateReview } from '../commands/restate-review.ts';
import { sayVerify } from '../messages.verify.vi.ts';
import type { SnapshotBody } from '../model.ts';
import { closePress } from '../papers/render-pdf.ts';
import { reviewFiles } from '../produce.ts';
import { snapshotBytes, snapshotFileOf } from '../snapshot.ts';
import { aSnapshot } from '../testing.ts';
import { verifyFile } from './verify-file.ts';

const system = await testSystem();
const ctx = testCtx(system, { today: '2024-06-28' });
afterAll(closePress);

const files = new Map<string, Uint8Array>();
beforeAll(async () => {
  await anOpenCall(ctx);
  for (const [unit, count] of Object.entries(COOPERATIVES_2024)) await aSubmittedUnit(ctx, unit, cooperatives(count));
  await lockReview(ctx, CLUSTER, PERIOD);
  for (const { name, bytes } of await reviewFiles(ctx, CLUSTER, PERIOD)) files.set(name, bytes);
});

const fileOf = (name: string) => files.get(name) ?? new Uint8Array();
const verify = (name: string, bytes: Uint8Array) => verifyFile(ctx.read, name, bytes);

function lockedFile(): { hash: string; snapshot: SnapshotBody } {
  return JSON.parse(strFromU8(fileOf('snapshot.json')));
}

function asBytes(value: unknown): Uint8Array {
  return strToU8(JSON.stringify(value));
}

/** The office file with one text in all its parts replaced. */
function tampered(name: string, from: string, to: string): Uint8Array {
  const parts = unzipSync(fileOf(name));
  const changed = Object.entries(parts).map(([part, bytes]) => [
    part,
    /\.xml$/.test(part) ? strToU8(strFromU8(bytes).replaceAll(from, to)) : bytes,
  ]);
  return zipSync(Object.fromEntries(changed));
}

describe('verifying what was locked', () => {
  test.each(['snapshot.json', 'bao-cao.docx', 'bao-cao.pdf', 'bieu-tong-hop.xlsx'])(
    'RPT-11 %s as downloaded is proved to be the lock',
    async (name) => {
      const report = await verify(name, fileOf(name));

      expect(report).toMatchObject({
        ok: true,
        state: 'locked',
        lock: { cluster: CLUSTER, period: PERIOD, version: 1 },
      });
      expect(sayVerify(report)).toBe('Đúng bản khóa 1 kỳ 2024-H1 của CUM-BTB, khóa ngày 28/06/2024.');
    },
  );

  test('RPT-11 the snapshot is proved whatever its spaces, member order and file name', async () => {
    const { snapshot, hash } = lockedFile();
    const reordered = { snapshot: Object.fromEntries(Object.entries(snapshot).reverse()), hash };

    expect(await verify('khac.json', strToU8(JSON.stringify(reordered, null, 4)))).toMatchObject({
      ok: true,
      state: 'locked',
    });
  });

  test('RPT-11 a changed figure is named with both numbers, whether or not the hash was mended', async () => {
    const { snapshot, hash } = lockedFile();
    const figure = snapshot.figures['HTX.SO'];
    const changed = {
      ...snapshot,
      figures: {
        ...snapshot.figures,
        'HTX.SO': {
          ...figure,
          current: { ...figure?.current, byUnit: { ...figure?.current.byUnit, 'LMHTX-NA': '904' } },
        },
      },
    } as SnapshotBody;

    const plain = await verify('snapshot.json', asBytes({ hash, snapshot: changed }));
    const mended = await verify('snapshot.json', snapshotBytes(snapshotFileOf(changed)));

    for (const report of [plain, mended]) {
      expect(report).toMatchObject({ ok: false, state: 'differs' });
      expect(sayVerify(report)).toContain('HTX.SO/LMHTX-NA: bản khóa 903, tệp 904');
    }
  });

  test.each<{ why: string; change: (snapshot: SnapshotBody) => Partial<SnapshotBody>; place: string }>([
    {
      why: 'a word of the text',
      change: (s) => ({
        text: s.text.map((section) =>
          section.code === 'limits' ? { ...section, rendered: 'Không có hạn chế.' } : section,
        ),
      }),
      place: 'text.limits.rendered',
    },
    {
      why: 'a definition',
      change: (s) => ({
        definitions: s.definitions.map((d) => (d.code === 'HTX.SO' ? { ...d, definition: 'khác' } : d)),
      }),
      place: 'definitions.HTX.SO.definition',
    },
    {
      why: 'a rule',
      change: (s) => ({
        rules: s.rules.map((rule) => (rule.key === 'quantifier.many' ? { ...rule, value: 20 } : rule)),
      }),
      place: 'rules.quantifier.many.value',
    },
    { why: 'who locked it', change: () => ({ madeBy: 'Người khác' }), place: 'madeBy' },
    { why: 'a member that is gone', change: () => ({ units: [] }), place: 'units.LMHTX-TH.code' },
  ])('RPT-11 $why is named by its place', async ({ change, place }) => {
    const { snapshot, hash } = lockedFile();

    const report = await verify('snapshot.json', asBytes({ hash, snapshot: { ...snapshot, ...change(snapshot) } }));

    expect(report).toMatchObject({ ok: false, state: 'differs' });
    expect(report.differences.map((difference) => difference.place)).toContain(place);
  });

  test('RPT-11 a paper that was edited names its lock and the first line that differs', async () => {
    const docx = await verify('bao-cao.docx', tampered('bao-cao.docx', '4.425', '4.426'));
    const xlsx = await verify('bieu-tong-hop.xlsx', tampered('bieu-tong-hop.xlsx', '>903<', '>904<'));
    const pdf = await verify('bao-cao.pdf', Uint8Array.from([...fileOf('bao-cao.pdf'), 10]));

    expect(docx).toMatchObject({ ok: false, state: 'differs', lock: { version: 1 } });
    expect(docx.differences[0]?.given).toContain('4.426');
    expect(xlsx.differences[0]).toMatchObject({ locked: '903', given: '904' });
    expect(pdf).toMatchObject({ ok: false, state: 'differs', lock: { version: 1 }, differences: [] });
    expect(sayVerify(pdf)).toContain('không đúng từng byte');
  });
});

describe('verifying where the lock is not known', () => {
  const stranger = aSnapshot({ body: { cluster: { code: 'CUM-KHAC', name: 'Cụm khác', shortName: 'Cụm khác' } } });

  test('RPT-11 a snapshot agrees with itself and says that it was not held against a lock', async () => {
    const report = await verify('snapshot.json', snapshotBytes(stranger));

    expect(report).toMatchObject({ ok: true, state: 'self-consistent', lock: null });
    expect(sayVerify(report)).toContain('tự khớp, chưa đối chiếu với bản khóa');
  });

  test('RPT-11 a snapshot that does not agree with its own hash is refused, a draft is no lock', async () => {
    const { snapshot, hash } = stranger;

    expect(await verify('snapshot.json', asBytes({ hash, snapshot: { ...snapshot, madeBy: 'x' } }))).toMatchObject({
      ok: false,
      state: 'differs',
      lock: null,
    });
    expect(
      await verify('snapshot.json', snapshotBytes(snapshotFileOf({ ...snapshot, isLocked: false }))),
    ).toMatchObject({
      ok: true,
      state: 'draft',
    });
  });

  test.each(['bao-cao.docx', 'bieu-tong-hop.xlsx'])(
    'RPT-11 %s of another system names the lock it claims',
    async (name) => {
      const { hash } = lockedFile();
      const report = await verify(name, tampered(name, hash, `sha256:${'0'.repeat(64)}`));

      expect(report).toMatchObject({ ok: false, state: 'unknown-lock', stated: `sha256:${'0'.repeat(64)}` });
    },
  );

  test('RPT-11 no bytes at all make it fail', async () => {
    const nested = `{"hash":"sha256:${'a'.repeat(64)}","snapshot":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    for (const text of ['', '{', '{"snapshot":null}', '{"snapshot":"\\ud800"}', 'PK\u0003\u0004', '%PDF-1.7', nested])
      expect((await verify('x', strToU8(text))).ok).toBe(false);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await verify('x', bytes)).ok).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

test('RPT-11 a corrected lock still verifies, and says that there is a newer version', async () => {
  await restateReview(ctx, CLUSTER, PERIOD, { reason: 'Sửa lời văn.' });
  await lockReview(ctx, CLUSTER, PERIOD);

  const report = await verify('bao-cao.pdf', fileOf('bao-cao.pdf'));

  expect(report).toMatchObject({ ok: true, lock: { version: 1, isCorrected: true } });
  expect(sayVerify(report)).toContain('đã có đính chính');
});
