import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '#kernel/decimal.ts';
import { sectionsOf } from './build.ts';
import type { FigureAspect, SnapshotBody } from './model.ts';
import { composeReport } from './papers/compose-report.ts';
import { renderDocx } from './papers/render-docx.ts';
import { snapshotFileOf } from './snapshot.ts';
import { OUTLINE } from './template/outline.ts';
import { aSnapshot } from './testing.ts';
import type { SpreadAspect } from './text/figures.ts';
import { amountOf, bindFigure, formatAmount, isBound } from './text/figures.ts';
import { renderText } from './text/render.ts';
import { readGivenFile } from './verify/read-file.ts';

const RULES: SnapshotBody['rules'] = [
  ['quantifier.almost-all', 80],
  ['quantifier.majority', 50],
  ['quantifier.many', 30],
  ['quantifier.some', 0],
  ['qtd.stable.reporting-share', 90],
  ['qtd.stable.profitable-share', 90],
  ['qtd.stable.npl-max', 3],
].map(([key, value]) => ({ key: String(key), value, citation: '', verified: false }));

const UNITS = ['LMHTX-TH', 'LMHTX-NA', 'LMHTX-HT', 'LMHTX-QB', 'LMHTX-QT', 'LMHTX-TTH'];
const anyReview = fc.record({
  seed: fc.integer({ min: 1, max: 10_000 }),
  absentUnits: fc.subarray(UNITS, { maxLength: 3 }),
  holes: fc.subarray(['TV.SO/LMHTX-TH', 'QTD.NX/LMHTX-NA', 'KK.W4/LMHTX-HT', 'HTX.HD/LMHTX-QB']),
});

/** A review whose text is our own template, rendered against its figures. */
function reviewWith(wishes: Parameters<typeof aSnapshot>[0]) {
  const { snapshot } = aSnapshot({ ...wishes, body: { rules: RULES, text: [] } });
  return snapshotFileOf({ ...snapshot, text: sectionsOf(snapshot, new Map()) });
}

function shownAmount(snapshot: SnapshotBody, ref: string, aspect: SpreadAspect): string | undefined {
  const [code = '', unit = null] = (ref.split('@')[0] ?? '').split('/');
  const bound = bindFigure(snapshot, { code, unit, period: null });
  const amount = isBound(bound) ? amountOf(bound, aspect) : null;
  return isBound(bound) && amount !== null ? formatAmount(bound.definition, amount) : undefined;
}

describe('any review with any holes', () => {
  test('RPT-12 every figure in the text of the report equals the snapshot, of this year, last year, plan and count', () => {
    fc.assert(
      fc.property(anyReview, (wishes) => {
        const { snapshot } = reviewWith(wishes);
        const inlines = OUTLINE.flatMap(({ body }) => renderText(body, snapshot).paragraphs.flat());
        const direct = inlines.flatMap((inline) =>
          inline.kind === 'figure' && inline.aspect !== 'derived'
            ? [{ ...inline, aspect: aspectOf(inline.aspect) }]
            : [],
        );

        expect(direct.map(({ ref, aspect }) => shownAmount(snapshot, ref, aspect))).toEqual(
          direct.map(({ text }) => text),
        );
      }),
      { numRuns: 20 },
    );
  });

  test('RPT-06 the total in the text is the sum of the units that stand beside it, and the others are named', () => {
    fc.assert(
      fc.property(anyReview, (wishes) => {
        const { snapshot } = reviewWith(wishes);
        const { rendered = '' } = snapshot.text.find((section) => section.code === 'development') ?? {};
        const { total = null, byUnit = {} } = snapshot.figures['HTX.SO']?.current ?? {};
        const sum = Object.values(byUnit).reduce((all, amount) => all + Number(amount ?? 0), 0);

        expect(total === null ? 0 : Number(total)).toBe(sum);
        const [list = ''] = /trong đó [^\n]*?; so với/.exec(rendered) ?? [];
        for (const { code, provinceName } of snapshot.units)
          expect(list).toContain(byUnit[code] === null ? provinceName : `${provinceName} `);
        expect(rendered.includes('chưa gồm')).toBe(wishes.absentUnits.length > 0 || wishes.holes.some(isOfDevelopment));
      }),
      { numRuns: 25 },
    );
  });

  test('RPT-12 every line of the locked text stands word for word in the Word paper', async () => {
    await fc.assert(
      fc.asyncProperty(anyReview, async (wishes) => {
        const file = reviewWith(wishes);

        const { lines } = readGivenFile(await renderDocx(composeReport(file)));

        const printed = lines.map(({ text }) => plain(text)).join('\n');
        const body = file.snapshot.text.filter((section) => section.title !== '');
        for (const line of body.flatMap((section) => section.rendered.split('\n')))
          expect(printed).toContain(plain(line));
      }),
      { numRuns: 4 },
    );
  }, 120_000);
});

function isOfDevelopment(hole: string): boolean {
  return hole.startsWith('TV.SO') || hole.startsWith('HTX.HD');
}

function aspectOf(aspect: FigureAspect | undefined): SpreadAspect {
  return aspect === undefined || aspect === 'derived' ? 'current' : aspect;
}

function plain(text: string): string {
  return text.replace(/^## /, '').replaceAll('\u00a0', ' ').trim();
}

test('a quantifier in the text is never stronger than its share', () => {
  const { snapshot } = aSnapshot({ body: { rules: RULES } });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
      const share = String(tenths / 10);
      const figure = snapshot.figures['CGT.TL'];
      const figures = { ...snapshot.figures, 'CGT.TL': { ...figure, current: { ...figure?.current, total: share } } };

      const [inline] = renderText('{LUONGTU(CGT.TL)}', { ...snapshot, figures } as SnapshotBody).paragraphs.flat();

      const least = { 'Hầu hết': '80', 'Phần lớn': '50', Nhiều: '30', 'Một số': '0' }[inline?.text ?? ''];
      expect(least).toBeDefined();
      expect(compare(share, least ?? '101')).toBeGreaterThanOrEqual(0);
    }),
  );
});
