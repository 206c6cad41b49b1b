import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compare } from '#kernel/decimal.ts';
import type { SnapshotBody } from '../model.ts';
import { aSnapshot } from '../testing.ts';
import { changedSentences, sentencesOf } from './changes.ts';
import { amountOf, bindFigure, formatAmount, isBound } from './figures.ts';
import { plainText, renderText } from './render.ts';

const RULES: SnapshotBody['rules'] = [
  ['quantifier.almost-all', 80],
  ['quantifier.majority', 50],
  ['quantifier.many', 30],
  ['quantifier.some', 0],
  ['qtd.stable.reporting-share', 90],
  ['qtd.stable.profitable-share', 95],
  ['qtd.stable.npl-max', 3],
].map(([key, value]) => ({ key: String(key), value, citation: '', verified: false }));

const review = aSnapshot({ body: { rules: RULES, offices: [] } }).snapshot;

function print(body: string, snapshot: SnapshotBody = review): string {
  return plainText(renderText(body, snapshot)).replaceAll('\u00a0', ' ');
}

/** The same review with the cluster total of a figure set by hand. */
function withTotals(totals: Readonly<Record<string, string | null>>, snapshot = review): SnapshotBody {
  const figures = { ...snapshot.figures };
  for (const [code, total] of Object.entries(totals)) {
    const figure = figures[code];
    if (figure) figures[code] = { ...figure, current: { ...figure.current, total } };
  }
  return { ...snapshot, figures };
}

describe('figures in text', () => {
  test('RPT-08 chips print the figures of the fixture as Vietnamese prose does', () => {
    expect(
      print('Đến {KY.CHOT}, toàn cụm có {HTX.SO} HTX, trong đó {LIETKE(HTX.SO, theo=giảm dần, mẫu="{tỉnh} {n} HTX")}.'),
    ).toBe(
      'Đến 14/6/2024, toàn cụm có 4.425 HTX, trong đó Thanh Hóa 1.331 HTX, Hà Tĩnh 1.031 HTX, Nghệ An 903 HTX, ' +
        'Quảng Bình 490 HTX, Quảng Trị 347 HTX và Thừa Thiên Huế 323 HTX.',
    );
  });

  test.each([
    { body: '{HTX.SO.NA@2024H1}', text: '903' },
    { body: '{HTX.SO/LMHTX-NA@2024-H1}', text: '903' },
    {
      body: '{LIETKE(HTX.SO)}',
      text: 'Thanh Hóa 1.331, Nghệ An 903, Hà Tĩnh 1.031, Quảng Bình 490, Quảng Trị 347 và Thừa Thiên Huế 323',
    },
    { body: '{TYTRONG(HTX.SO/LMHTX-TH trên HTX.SO)}', text: '30,1%' },
    { body: '{DOPHU(HTX.SO)}', text: '6/6' },
    { body: '{DEM(HTX.SO/LMHTX-NA)}', text: '900' },
    { body: '{KY.CHOT|văn bản}', text: 'ngày 14 tháng 6 năm 2024' },
    { body: '{KY.TEN}; {KY.SAU}; {KY.NAM}', text: '6 tháng đầu năm 2024; 6 tháng cuối năm 2024; 2024' },
    {
      body: '{CUM.SODONVI} tỉnh ({CUM.TINH})',
      text: '06 tỉnh (Thanh Hóa, Nghệ An, Hà Tĩnh, Quảng Bình, Quảng Trị, Thừa Thiên Huế)',
    },
    { body: 'nợ {{một}} ngoặc', text: 'nợ {một} ngoặc' },
  ])('RPT-08 $body reads “$text”', ({ body, text }) => {
    expect(print(body)).toBe(text);
  });

  test('RPT-08 amounts of money are printed in triệu and tỷ, shares with one decimal', () => {
    const snapshot = withTotals({ 'QUY.VON': '12500000000', 'TN.BQ': '4850000.4', 'XL.TK.TL2': '61.4234' });

    expect(print('{QUY.VON}; {TN.BQ}; {XL.TK.TL2}', snapshot)).toBe('12,5 tỷ đồng; 4,85 triệu đồng; 61,4%');
  });

  test('RPT-08 a change against last year says its direction and its unit', () => {
    const last = (total: string) => ({
      ...review.figures['HTX.SO'],
      lastYear: { ...review.figures['HTX.SO']?.current, total },
    });
    const change = (total: string) =>
      print('{TANGGIAM(HTX.SO, đơn vị=hợp tác xã)}', {
        ...review,
        figures: { ...review.figures, 'HTX.SO': last(total) },
      } as SnapshotBody);

    expect([change('4268'), change('4425'), change('4500')]).toEqual([
      'tăng 157 hợp tác xã',
      'không thay đổi',
      'giảm 75 hợp tác xã',
    ]);
  });

  test('a share changes by percentage points, and totals over different units are not compared', () => {
    const ratio = review.figures['XL.TK.TL2'];
    const at = (total: string, unit: string | null) => ({
      ...ratio?.current,
      total,
      byUnit: { ...ratio?.current.byUnit, 'LMHTX-NA': unit },
    });
    const compared = (unit: string | null) =>
      print('{TANGGIAM(XL.TK.TL2)}', {
        ...review,
        figures: {
          ...review.figures,
          'XL.TK.TL2': { ...ratio, current: at('58.2', '50'), lastYear: at('61.4', unit) },
        },
      } as SnapshotBody);

    expect(compared('60')).toBe('giảm 3,2 điểm phần trăm');
    expect(compared(null)).toBe('chưa có số để so sánh');
  });

  test('RPT-08 a missing figure reads “chưa có số liệu” and is named once', () => {
    const holes = aSnapshot({ holes: ['HTX.SO/LMHTX-QT'], body: { rules: RULES } }).snapshot;

    const rendered = renderText('Quảng Trị: {HTX.SO/LMHTX-QT}, lại {HTX.SO/LMHTX-QT}; {LIETKE(HTX.SO)}.', holes);

    expect(plainText(rendered)).toBe(
      'Quảng Trị: chưa có số liệu, lại chưa có số liệu; Thanh Hóa 1.331, Nghệ An 903, Hà Tĩnh 1.031, Quảng Bình 490 ' +
        'và Thừa Thiên Huế 323; riêng Quảng Trị chưa có số liệu.',
    );
    expect(rendered.missing).toEqual([{ ref: 'HTX.SO/LMHTX-QT@2024-H1', name: 'Số hợp tác xã cuối kỳ của Quảng Trị' }]);
  });

  test('RPT-06 a total that lacks a unit says so at the end of its paragraph', () => {
    const partial = aSnapshot({ absentUnits: ['LMHTX-QT'], body: { rules: RULES } }).snapshot;

    expect(print('Toàn cụm có {HTX.SO} HTX.', partial)).toBe(
      'Toàn cụm có 4.078 HTX. (Số liệu của 5/6 đơn vị, chưa gồm Quảng Trị.)',
    );
    expect(print('## Mục {HTX.SO}', partial)).toBe('## Mục 4.078');
  });

  test.each([
    { body: '{HTX.KHONGCO}', why: 'unknown-figure', detail: 'HTX.KHONGCO' },
    { body: '{HTX.SO/LMHTX-XX}', why: 'unknown-unit', detail: 'LMHTX-XX' },
    { body: '{HTX.SO@2023-H1}', why: 'other-period', detail: '2023-H1' },
    { body: '{HTX.SO', why: 'not-a-chip', detail: '{HTX.SO' },
    { body: '{KY.CHOT|kiểu lạ}', why: 'unknown-context', detail: 'kiểu lạ' },
    { body: '{CUM.TRUONG}', why: 'unknown-context', detail: 'CUM.TRUONG' },
    { body: '{LIETKE(HTX.SO, theo=xoay vòng)}', why: 'unknown-option', detail: 'xoay vòng' },
    { body: '{DOPHU(HTX.SO, theo=x)}', why: 'unknown-option', detail: 'theo' },
    { body: '{LUONGTU(HTX.SO)}', why: 'not-a-share', detail: 'HTX.SO' },
    { body: '{DEM(TM.VB)}', why: 'not-counted', detail: 'TM.VB' },
    { body: '{?Hầu hết: KHONG.CO}', why: 'unknown-figure', detail: 'KHONG.CO' },
  ])('RPT-08 $body is unresolved and stays as typed', ({ body, why, detail }) => {
    const rendered = renderText(body, review);

    expect(rendered.unresolved).toMatchObject([{ why, detail }]);
    expect(plainText(rendered).startsWith('{')).toBe(true);
  });

  test('offices are named with honorific and title, or by the parts that are asked for', () => {
    const offices = [
      {
        office: 'head',
        unitCode: 'LMHTX-NA',
        honorific: 'đồng chí',
        fullName: 'Người Giữ Chức',
        title: 'Chủ tịch Liên minh HTX tỉnh Nghệ An',
      },
    ] as const;

    expect(print('{CUM.TRUONG}; {CUM.TRUONG|hoten}; {CUM.TRUONG|chucvu}', { ...review, offices })).toBe(
      'đồng chí Người Giữ Chức, Chủ tịch Liên minh HTX tỉnh Nghệ An; Người Giữ Chức; Chủ tịch Liên minh HTX tỉnh Nghệ An',
    );
  });

  test('every number that a chip of the current period prints is the amount of the snapshot it refers to', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom(...Object.keys(review.figures)),
        fc.constantFrom(null, 'LMHTX-TH', 'LMHTX-NA', 'LMHTX-TTH'),
        (seed, code, unit) => {
          const { snapshot } = aSnapshot({ seed, holes: ['TV.SO/LMHTX-NA'], body: { rules: RULES } });
          const body = `{${code}${unit ? `/${unit}` : ''}} và {LIETKE(${code}, theo=giảm dần)}`;

          for (const inline of renderText(body, snapshot).paragraphs.flat()) {
            if (inline.kind !== 'figure') continue;
            const [name = '', of = null] = (inline.ref.split('@')[0] ?? '').split('/');
            const bound = bindFigure(snapshot, { code: name, unit: of, period: null });
            expect(isBound(bound) && formatAmount(bound.definition, amountOf(bound) ?? '')).toBe(inline.text);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a list by size is in descending order and adds up to the total', () => {
    const { snapshot } = aSnapshot({ seed: 11 });
    const figures = renderText('{LIETKE(TV.SO, theo=giảm dần)}', snapshot).paragraphs.flat();
    const amounts = figures.flatMap((inline) => (inline.kind === 'figure' ? [inline.text.replaceAll('.', '')] : []));

    expect(amounts).toHaveLength(6);
    expect(amounts.every((amount, index) => index === 0 || compare(amounts[index - 1] ?? '0', amount) >= 0)).toBe(true);
    expect(amounts.reduce(add, '0')).toBe(snapshot.figures['TV.SO']?.current.total);
  });
});

describe('quantifiers and statements', () => {
  test.each([
    { percent: '80', word: 'Hầu hết' },
    { percent: '79.99', word: 'Phần lớn' },
    { percent: '50.01', word: 'Phần lớn' },
    { percent: '50', word: 'Nhiều' },
    { percent: '30', word: 'Nhiều' },
    { percent: '29.9', word: 'Một số' },
    { percent: '0', word: 'Một số' },
  ])('RPT-09 of $percent % the word is “$word”', ({ percent, word }) => {
    expect(print('{LUONGTU(XL.TK.TL2)} HTX', withTotals({ 'XL.TK.TL2': percent }))).toBe(`${word} HTX`);
    expect(print('có {LUONGTU(XL.TK.TL2)} HTX', withTotals({ 'XL.TK.TL2': percent }))).toBe(
      `có ${word.toLowerCase()} HTX`,
    );
  });

  const funds = (totals: Readonly<Record<string, string>>) =>
    print(
      '{QTD.SO} quỹ tín dụng nhân dân {NHANDINH.QTD}.',
      withTotals({ 'QTD.BC': '200', 'QTD.LAI': '200', 'QTD.DN': '1000', 'QTD.NX': '8', ...totals }),
    );

  test('QTD-03 the funds are praised only where the thresholds of the snapshot allow it', () => {
    const said = [
      funds({}),
      funds({ 'QTD.LAI': '199' }),
      funds({ 'QTD.BC': '199', 'QTD.LAI': '199' }),
      funds({ 'QTD.NX': '42' }),
    ];

    expect(said[0]).toBe(
      '200 quỹ tín dụng nhân dân hoạt động tương đối ổn định, kinh doanh có lãi, nợ xấu chiếm tỷ lệ thấp.',
    );
    expect(new Set(said).size).toBe(4);
    expect(said[3]).not.toContain('ổn định');
  });

  test('QTD-03 under 90 % of the funds reporting there is coverage and no adjective', () => {
    const said = funds({ 'QTD.BC': '179', 'QTD.LAI': '179' });

    expect(said).toContain('179/200');
    expect(said).not.toContain('ổn định');
    expect(renderText('{NHANDINH.QTD}', { ...review, rules: [] }).unresolved).toHaveLength(1);
  });
});

describe('changed sentences', () => {
  test('RPT-08 changed data list the sentences that read otherwise, before and after', () => {
    const body = 'Toàn cụm có {HTX.SO} HTX. Nghệ An có {HTX.SO/LMHTX-NA} HTX.\nTP. Huế có 1.331 hộ.';

    const changes = changedSentences(print(body), print(body, withTotals({ 'HTX.SO': '4426' })));

    expect(changes).toEqual([{ before: 'Toàn cụm có 4.425 HTX.', after: 'Toàn cụm có 4.426 HTX.' }]);
  });

  test('a sentence that came and one that went stand alone', () => {
    expect(changedSentences('Một. Hai. Ba.', 'Một. Ba. Bốn.')).toEqual([
      { before: 'Hai.', after: null },
      { before: null, after: 'Bốn.' },
    ]);
  });

  test('nothing changed, nothing listed; abbreviations and numbers end no sentence', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('TP. Huế có 1.331 hộ.', 'Vì sao?', 'Có TX. Cửa Lò…', 'Hết')), (parts) => {
        expect(changedSentences(parts.join(' '), parts.join(' '))).toEqual([]);
      }),
    );
    expect(sentencesOf('TP. Huế có 1.331 hộ. Vì sao? Hết')).toEqual(['TP. Huế có 1.331 hộ.', 'Vì sao?', 'Hết']);
  });
});
