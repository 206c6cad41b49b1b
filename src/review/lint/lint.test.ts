import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import type { Instrument } from '#legal/public.ts';
import type { SnapshotBody } from '../model.ts';
import { aSnapshot } from '../testing.ts';
import { plainText, renderText } from '../text/render.ts';
import type { Check } from './check.ts';
import type { Library } from './citations.ts';
import { lintText } from './lint.ts';

const RULES: SnapshotBody['rules'] = [
  ['quantifier.almost-all', 80],
  ['quantifier.majority', 50],
  ['quantifier.many', 30],
  ['quantifier.some', 0],
  ['qtd.stable.reporting-share', 90],
  ['qtd.stable.profitable-share', 95],
  ['qtd.stable.npl-max', 3],
].map(([key, value]) => ({ key: String(key), value, citation: '', verified: false }));

const review = withTotals({
  'XL.TK.TL2': '61.4',
  'CGT.TL': '16',
  'HTX.MOI.NN.TL': '68',
  'TV.BQ': '202',
  'QTD.BC': '200',
  'QTD.LAI': '188',
});

function withTotals(totals: Readonly<Record<string, string | null>>): SnapshotBody {
  const { snapshot } = aSnapshot({ body: { rules: RULES } });
  const figures = { ...snapshot.figures };
  for (const [code, total] of Object.entries(totals)) {
    const figure = figures[code];
    if (figure) figures[code] = { ...figure, current: { ...figure.current, total } };
  }
  return { ...snapshot, figures };
}

function instrument(
  number: string,
  kind: string,
  from: string,
  until: string | null,
  replacedBy: string | null,
): Instrument {
  return {
    number,
    title: `${kind} thử`,
    kind,
    issuedOn: null,
    inForceFrom: isoDate(from),
    inForceUntil: until === null ? null : isoDate(until),
    replacedBy,
    verified: false,
  };
}

const library: Library = {
  on: isoDate('2024-07-05'),
  instruments: [
    instrument('45/2021/NĐ-CP', 'Nghị định', '2021-05-15', null, null),
    instrument('23/2012/QH13', 'Luật', '2013-07-01', '2024-07-01', '17/2023/QH15'),
    instrument('17/2023/QH15', 'Luật', '2024-07-01', null, null),
    instrument('30/2020/NĐ-CP', 'Nghị định', '2020-03-05', null, null),
    instrument('30/2018/NĐ-CP', 'Nghị định', '2018-03-05', null, null),
  ],
};

const lint = (body: string, snapshot = review) => lintText(body, snapshot, library);

/** The text with the first repair that each check offers, applied from the end. */
function repaired(body: string, checks: readonly Check[]): string {
  return [...checks]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, fixes: [fix] }) => (fix ? text.slice(0, start) + fix.replacement + text.slice(end) : text),
      body,
    );
}

describe('the quantifier check', () => {
  test('RPT-09 a quantifier without its indicator is asked for it, with the true value and the right word', () => {
    const [check] = lint('Hầu hết các hợp tác xã được xếp loại tốt, khá.');

    expect(check).toMatchObject({
      code: 'quantifier.unbound',
      tone: 'warning',
      excerpt: 'Hầu hết',
      facts: { code: 'XL.TK.TL2', percent: '61,4%', threshold: '80', isTrue: 'false', rightWord: 'Phần lớn' },
    });
    expect(check?.fixes.map((fix) => fix.replacement)).toEqual(['{?Phần lớn: XL.TK.TL2}', '{?Hầu hết: định tính}']);
  });

  test('RPT-09 a true quantifier is offered its indicator', () => {
    const [check] = lint('Phần lớn các hợp tác xã được xếp loại tốt, khá.');

    expect(check).toMatchObject({ code: 'quantifier.unbound', facts: { isTrue: 'true' } });
    expect(check?.fixes[0]?.replacement).toBe('{?Phần lớn: XL.TK.TL2}');
  });

  test('RPT-09 a claim that contradicts its indicator warns with the true value; a reason keeps it', () => {
    expect(lint('{?Hầu hết: XL.TK.TL2} các HTX xếp loại tốt, khá.')).toMatchObject([
      { code: 'quantifier.contradicts', tone: 'warning', facts: { percent: '61,4%', rightWord: 'Phần lớn' } },
    ]);
    expect(lint('{?Hầu hết: XL.TK.TL2, lý do="theo kết quả kiểm tra tháng 6"} các HTX xếp loại tốt.')).toMatchObject([
      { code: 'quantifier.kept', tone: 'info', facts: { reason: 'theo kết quả kiểm tra tháng 6' } },
    ]);
  });

  test('RPT-09 a true bound word is silent, a qualitative one is tagged', () => {
    expect(lint('{?Phần lớn: XL.TK.TL2} các HTX xếp loại tốt, khá.')).toEqual([]);
    expect(lint('{?Hầu hết: định tính} các HTX đã chủ động hơn.')).toMatchObject([
      { code: 'quantifier.qualitative', tone: 'info' },
    ]);
  });

  test('a word may rest on one figure over another, and asks when that has no data', () => {
    expect(lint('{?Nhiều: KK.W1 trên HTX.HD} HTX', withTotals({ 'KK.W1': '1', 'HTX.HD': '100' }))).toMatchObject([
      { code: 'quantifier.contradicts', facts: { percent: '1,0%', rightWord: 'Một số' } },
    ]);
    expect(lint('{?Nhiều: KK.W1 trên HTX.HD} HTX', withTotals({ 'KK.W1': null }))).toMatchObject([
      { code: 'quantifier.no-data' },
    ]);
  });

  test('thresholds are those of the snapshot, not of the code', () => {
    const strict = review.rules.map((rule) => (rule.key === 'quantifier.majority' ? { ...rule, value: 70 } : rule));

    expect(lint('{?Phần lớn: XL.TK.TL2} các HTX', { ...review, rules: strict })).toMatchObject([
      { code: 'quantifier.contradicts', facts: { rightWord: 'Nhiều' } },
    ]);
  });

  test('nhiều and một số are no claim before what is not counted', () => {
    expect(lint('Nhiều năm qua, một số mặt công tác còn hạn chế, bao nhiêu việc phải làm.')).toEqual([]);
  });
});

describe('the citation check', () => {
  test('DOC-07 a citation without its year gets the full number', () => {
    const body = 'theo Nghị định số 45/NĐ-CP của Chính phủ';

    const checks = lint(body);

    expect(checks).toMatchObject([
      { code: 'citation.incomplete', excerpt: '45/NĐ-CP', facts: { number: '45/2021/NĐ-CP' } },
    ]);
    expect(repaired(body, checks)).toBe('theo Nghị định số 45/2021/NĐ-CP của Chính phủ');
    expect(lint(repaired(body, checks))).toEqual([]);
  });

  test('DOC-07 a repealed law is named with its successor, from its last day on', () => {
    expect(lint('Luật Hợp tác xã số 23/2012/QH13')).toMatchObject([
      { code: 'citation.repealed', facts: { number: '23/2012/QH13', successor: '17/2023/QH15' } },
    ]);
    expect(lintText('Luật số 23/2012/QH13', review, { ...library, on: isoDate('2024-06-30') })).toEqual([]);
  });

  test('DOC-07 an unknown number is a neutral note, several years are asked about', () => {
    expect(lint('Quyết định số 999/QĐ-UBND')).toMatchObject([{ code: 'citation.unknown', tone: 'info', fixes: [] }]);
    expect(lint('Nghị định số 30/NĐ-CP')).toMatchObject([
      { code: 'citation.ambiguous', facts: { numbers: '30/2020/NĐ-CP, 30/2018/NĐ-CP' } },
    ]);
  });
});

describe('numbers typed by hand', () => {
  test('RPT-08 a typed number that equals a figure is offered its chip', () => {
    const body = 'bình quân mỗi hợp tác xã có 202,0 thành viên; Nghệ An 903 HTX';

    const checks = lint(body);

    expect(checks.map((check) => [check.code, check.excerpt, check.fixes[0]?.replacement])).toEqual([
      ['number.matches', '202,0', '{TV.BQ}'],
      ['number.matches', '903', '{HTX.SO/LMHTX-NA}'],
    ]);
    expect(lint(repaired(body, checks))).toEqual([]);
  });

  test('RPT-08 a typed number that is no figure is underlined without a suggestion', () => {
    expect(lint('toàn cụm có 987.654 HTX')).toMatchObject([
      { code: 'number.unmatched', excerpt: '987.654', fixes: [] },
    ]);
  });

  test('RPT-08 how many provinces there are is data, too', () => {
    expect(lint('Cụm 06 tỉnh')[0]?.fixes[0]?.replacement).toBe('{CUM.SODONVI}');
  });

  test.each([
    'Sáng ngày 05/7/2024, hội nghị sơ kết 6 tháng đầu năm 2024',
    'ngày 14 tháng 6 năm 2024, quý 2, giai đoạn 2021 - 2025, năm 2023',
    'khoản 2 Điều 12, Biểu 01, Phụ lục 3, nhiệm vụ K1, hạn chế W10',
    '1. Về tổ chức\n2) Về kinh phí\n## 3. Kết quả',
  ])('“%s” names and counts nothing', (body) => {
    expect(lint(body)).toEqual([]);
  });
});

describe('all checks together', () => {
  const SEED =
    'Hầu hết, các HTX hoạt động ngày càng chất lượng, có nhiều HTX xây dựng được chuỗi giá trị sản phẩm. ' +
    'Toàn cụm có 200 Quỹ Tín dụng nhân dân hoạt động tương đối ổn định, kinh doanh có lãi, nợ xấu chiếm tỷ lệ thấp. ' +
    'Quỹ Hỗ trợ phát triển HTX các tỉnh cơ bản được củng cố và sắp xếp lại theo Nghị định số 45/NĐ-CP của Chính phủ. ' +
    'Các HTX thành lập mới phần lớn là nông nghiệp.';

  test('RPT-09 DOC-07 the sentences of the 2024 news are caught: four quantifiers, one citation, one typed number', () => {
    expect(
      lint(SEED).map((check) => [check.excerpt, check.code, check.facts.code ?? check.facts.number ?? '']),
    ).toEqual([
      ['Hầu hết', 'quantifier.unbound', 'XL.TK.TL2'],
      ['nhiều', 'quantifier.unbound', 'CGT.TL'],
      ['200', 'number.matches', ''],
      ['hoạt động tương đối ổn định, kinh doanh có lãi, nợ xấu chiếm tỷ lệ thấp', 'statement.contradicts', ''],
      ['45/NĐ-CP', 'citation.incomplete', '45/2021/NĐ-CP'],
      ['phần lớn', 'quantifier.unbound', 'HTX.MOI.NN.TL'],
    ]);
  });

  test('every offered repair leaves a text without that complaint', () => {
    const left = lint(repaired(SEED, lint(SEED)));

    expect(left).toEqual([]);
    expect(plainText(renderText(repaired(SEED, lint(SEED)), review))).toContain('theo Nghị định số 45/2021/NĐ-CP');
  });

  test('RPT-08 a chip that names nothing is an error, a figure that nobody reported a note', () => {
    expect(lint('{HTX.KHONG} và {TV.SO}', withTotals({ 'TV.SO': null }))).toMatchObject([
      { code: 'chip.unresolved', tone: 'error', excerpt: '{HTX.KHONG}', facts: { why: 'unknown-figure' } },
      { code: 'figure.missing', tone: 'info', facts: { ref: 'TV.SO@2024-H1' } },
    ]);
  });

  test('a check always points at what stands in the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('Hầu hết HTX', '{HTX.SO}', '45/NĐ-CP', ' 4.425 HTX', '{lỗi', '\n', ' và ', '{?nhiều: BT.TL}'),
        ),
        (parts) => {
          const body = parts.join('');
          for (const check of lint(body)) expect(body.slice(check.start, check.end)).toBe(check.excerpt);
        },
      ),
    );
  });
});
