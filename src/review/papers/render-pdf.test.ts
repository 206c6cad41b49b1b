import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formatNumber } from '#platform/i18n/format.ts';
import { projectRoot } from '#platform/root.server.ts';
import type { SnapshotFile, SnapshotSpread } from '../model.ts';
import { aSnapshot } from '../testing.ts';
import { composeReport } from './compose-report.ts';
import { closePress, renderPdf } from './render-pdf.ts';
import { hasProgram, linesOf, pdfText, withFile } from './testing.ts';

const file = aSnapshot();
const paper = composeReport(file);
const pdf = await renderPdf(paper);
afterAll(closePress);

const hasPoppler = hasProgram('pdftotext') && hasProgram('pdffonts') && hasProgram('pdfinfo');
const WARM_MS_MAX = 1500;
const PAGES_MAX = 20;

function poppler(program: 'pdffonts' | 'pdfinfo', bytes: Uint8Array): string {
  return withFile('paper.pdf', bytes, (name) =>
    execFileSync(program, [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}

describe('the PDF', () => {
  test('RPT-12 it is an archival PDF with tags, in Vietnamese, that names its snapshot', () => {
    const raw = Buffer.from(pdf).toString('latin1');

    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).toContain(file.hash);
    expect(raw).toContain('2024-06-28T08:30:00');
  });

  test('RPT-12 the same paper gives the same bytes, also from a new thread', async () => {
    await closePress();

    const again = await renderPdf(composeReport(aSnapshot()));

    expect(Buffer.compare(pdf, again)).toBe(0);
  });

  test('RPT-12 a warm press sets the report in time', async () => {
    const start = performance.now();
    await renderPdf(composeReport(aSnapshot({ seed: 5 })));

    expect(performance.now() - start).toBeLessThan(WARM_MS_MAX);
  });

  test('RPT-12 papers ordered at once come back each to its own order', async () => {
    const files = [11, 12, 13].map((seed) => aSnapshot({ seed }));

    const pdfs = await Promise.all(files.map((wanted) => renderPdf(composeReport(wanted))));

    pdfs.forEach((bytes, at) => {
      expect(Buffer.from(bytes).toString('latin1')).toContain(files[at]?.hash);
    });
  });

  test('RPT-12 a paper that cannot be set is refused with the reason and the press goes on', async () => {
    const broken = { ...paper, blocks: [{ kind: 'table' }] } as unknown as typeof paper;

    await expect(renderPdf(broken)).rejects.toThrow(/could not be set/);
    expect((await renderPdf(paper)).length).toBe(pdf.length);
  });

  test('RPT-12 a command that made a PDF ends by itself', () => {
    const root = projectRoot();
    const script = `
      const { composeReport } = await import('./src/review/papers/compose-report.ts');
      const { renderPdf } = await import('./src/review/papers/render-pdf.ts');
      const { aSnapshot } = await import('./src/review/testing.ts');
      console.log((await renderPdf(composeReport(aSnapshot()))).length);`;
    const env = { ...process.env, HOPLUC_ROOT: path.resolve(root) };

    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      env,
      timeout: 30_000,
      encoding: 'utf8',
    });

    expect(Number(out)).toBe(pdf.length);
  });

  test.runIf(hasPoppler)('RPT-12 it embeds Tinos and no other font', () => {
    const fonts = poppler('pdffonts', pdf).trim().split('\n').slice(2);

    expect(fonts).toHaveLength(4);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos-\w+ .* yes yes yes /);
  });

  test.runIf(hasPoppler)('RPT-12 it stays within twenty pages', () => {
    expect(Number(/Pages:\s+(\d+)/.exec(poppler('pdfinfo', pdf))?.[1])).toBeLessThanOrEqual(PAGES_MAX);
  });

  test.runIf(hasPoppler)('RPT-12 its text layer is correct Vietnamese and holds every number of the paper', () => {
    const text = pdfText(pdf);
    const words = text.split(/\s+/);
    const numbers = linesOf(paper).flatMap((line) => line.match(/\d[\d.,]*\d|\d/g) ?? []);

    expect(text).toBe(text.normalize('NFC'));
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('Quỹ hỗ trợ phát triển hợp tác xã');
    expect(text).toContain('Nguyễn Bá Châu');
    expect(numbers.length).toBeGreaterThan(800);
    expect([...new Set(numbers)].filter((number) => !words.some((word) => word.includes(number)))).toEqual([]);
  });

  test.runIf(hasPoppler)('RPT-06 a missing unit is printed as a dash and its totals as 5/6 đơn vị', async () => {
    const text = pdfText(await renderPdf(composeReport(aSnapshot({ absentUnits: ['LMHTX-HT'] }))));

    expect(text).toMatch(/3\s+Hà Tĩnh\s+—\s+—\s+995/);
    expect(text).toContain('Toàn cụm (5/6 đơn vị)');
  });

  test.runIf(hasPoppler)('ORG-01 a cluster of eight units is set smaller and no number breaks', async () => {
    const text = pdfText(await renderPdf(composeReport(withEightUnits())));

    const members = withEightUnits().snapshot.figures['TV.SO']?.current;
    const numbers = [...Object.values(members?.byUnit ?? {}), members?.total ?? null].map((amount) =>
      formatNumber(amount),
    );
    const row = text.split('\n').find((line) => numbers.every((number) => line.includes(number)));
    expect(numbers).toHaveLength(9);
    expect(row).toBeDefined();
  });

  test.runIf(hasPoppler)('RPT-12 marks in figures and quotes of people are printed as they are', async () => {
    const finding = 'Ghi “#set page(width: 1pt)” & <b>$x$</b> \\ *đậm* _nghiêng_ @nguồn';
    const notes = [{ unitCode: 'LMHTX-HT', finding, note: 'Không phải lệnh.' }];
    const text = pdfText(await renderPdf(composeReport(aSnapshot({ body: { notes } }))));

    expect(text.replace(/\s+/g, ' ')).toContain('#set page(width: 1pt)');
    expect(text).toContain('*đậm*');
  });
});

/** The sample with two more provinces that repeat the figures of the first two. */
function withEightUnits(): SnapshotFile {
  const { snapshot } = aSnapshot();
  const twins = snapshot.units
    .slice(0, 2)
    .map((unit) => ({ ...unit, code: `${unit.code}-2`, provinceName: `Tỉnh ${unit.code}` }));
  const widened = (spread: SnapshotSpread): SnapshotSpread => {
    const more = twins.map(({ code }) => [code, spread.byUnit[code.slice(0, -2)] ?? null]);
    return { ...spread, byUnit: { ...spread.byUnit, ...Object.fromEntries(more) }, coverage: { have: 8, of: 8 } };
  };
  const figures = Object.fromEntries(
    Object.entries(snapshot.figures).map(([code, figure]) => [code, { ...figure, current: widened(figure.current) }]),
  );
  return aSnapshot({ body: { units: [...snapshot.units, ...twins], figures } });
}
