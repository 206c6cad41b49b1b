import { describe, expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { lintText } from '../lint/lint.ts';
import { SECTION_CODES } from '../model.ts';
import { aSnapshot } from '../testing.ts';
import { plainText, renderText } from '../text/render.ts';
import { OUTLINE } from './outline.ts';

const RULES = [
  ['quantifier.almost-all', 80],
  ['quantifier.majority', 50],
  ['quantifier.many', 30],
  ['quantifier.some', 0],
  ['qtd.stable.reporting-share', 90],
  ['qtd.stable.profitable-share', 90],
  ['qtd.stable.npl-max', 3],
].map(([key, value]) => ({ key: String(key), value, citation: '', verified: false }));
const { snapshot } = aSnapshot({ body: { rules: RULES } });

describe('the template of the cluster report', () => {
  test.each(OUTLINE)(
    'RPT-08 section $code has no typed number, no loose quantifier and no chip that names nothing',
    ({ body }) => {
      const complaints = lintText(body, snapshot, { instruments: [], on: isoDate('2024-07-05') }).filter(
        (check) => check.code !== 'citation.unknown',
      );

      expect(complaints).toEqual([]);
      expect(renderText(body, snapshot).missing).toEqual([]);
    },
  );

  test('has each section once, in the order of the paper, and its rendered text has no brace left', () => {
    const printed = OUTLINE.map((section) => plainText(renderText(section.body, snapshot))).join('\n');

    expect(OUTLINE.map((section) => section.code)).toEqual([...SECTION_CODES]);
    expect(printed).not.toMatch(/[{}]/);
    expect(printed).toContain('toàn Cụm có 4.425 HTX, trong đó Thanh Hóa 1.331 HTX, Nghệ An 903 HTX');
  });

  test('RPT-08 without a single figure every section still reads, and says what is missing', () => {
    const empty = aSnapshot({ absentUnits: snapshot.units.map((unit) => unit.code), body: { rules: RULES } }).snapshot;
    const development = OUTLINE.find((section) => section.code === 'development');

    const rendered = renderText(development?.body ?? '', empty);

    expect(rendered.unresolved).toEqual([]);
    expect(plainText(rendered)).toContain('toàn Cụm có chưa có số liệu HTX');
    expect(rendered.missing.length).toBeGreaterThan(20);
  });
});
