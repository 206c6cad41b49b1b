import { describe, expect, test } from 'vitest';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { AT_MOST_CHECKS, EQUALS_CHECKS, GROUNDS_CHECK, NARRATIVE_CLAIMS, OPENING_CHECKS } from './checks.ts';
import type { Finding } from './model.ts';
import { coherentAmounts, theDictionary } from './testing.ts';
import { type ValidationInput, validateValues } from './validation.ts';

const ctx = testCtx(await testSystem());
const indicators = await theDictionary(ctx);
const coherent = coherentAmounts(indicators);

function findings(
  amounts: Readonly<Record<string, string | null>>,
  more: Partial<ValidationInput> = {},
): readonly Finding[] {
  const values = new Map([...coherent, ...Object.entries(amounts)]);
  return validateValues({
    unitCode: 'LMHTX-NA',
    indicators,
    values,
    counted: null,
    previous: null,
    narrative: [],
    ...more,
  });
}

function codes(list: readonly Finding[]): readonly string[] {
  return list.map(
    (finding) => `${finding.severity} ${finding.code.replace('reporting.', '')} ${finding.indicatorCode}`,
  );
}

test('RPT-05 coherent figures give no finding', () => {
  expect(findings({})).toEqual([]);
});

test('every check names indicators of the dictionary', () => {
  const known = new Set(indicators.map((indicator) => indicator.code));
  const named = [
    ...EQUALS_CHECKS.flatMap((check) => [check.whole, ...check.plus, ...check.minus]),
    ...AT_MOST_CHECKS.flatMap((check) => [check.whole, ...check.parts]),
    ...OPENING_CHECKS.flatMap((check) => [check.opening, check.closing]),
    ...GROUNDS_CHECK.petitions,
    ...GROUNDS_CHECK.grounds,
    ...NARRATIVE_CLAIMS.map((claim) => claim.indicator),
  ];
  expect(named.filter((code) => !known.has(code))).toEqual([]);
});

describe('cells', () => {
  test('RPT-05 a fraction of a cooperative, a count below zero, an empty required cell', () => {
    expect(codes(findings({ 'TM.VB': '1.5', 'DT.LOP': '-2', 'TT.TIN': null, 'XT.LUOT': null }))).toEqual([
      'error value-not-whole TM.VB',
      'error value-negative DT.LOP',
      'warning value-missing TT.TIN',
    ]);
  });

  test('RPT-05 a loss is no error', () => {
    expect(findings({ 'LN.TONG': '-3000000000', 'QTD.LN': '-1' })).toEqual([]);
  });
});

describe('within and across forms', () => {
  test.each([
    {
      why: 'closing ≠ opening + in − out',
      over: { 'HTX.MOI': '6' },
      code: 'error closing-not-opening-and-moves HTX.SO',
    },
    {
      why: 'closing ≠ opening − merged',
      over: { 'HTX.CHUYEN': '1' },
      code: 'error closing-not-opening-and-moves HTX.SO',
    },
    { why: 'statuses ≠ total', over: { 'HTX.DUNG': '12' }, code: 'error statuses-not-total HTX.SO' },
    { why: 'sectors ≠ total', over: { 'HTX.LV.TM': '29' }, code: 'error sectors-not-total HTX.SO' },
    {
      why: 'four sectors ≠ agriculture',
      over: { 'HTX.NN.SO': '71' },
      code: 'error agriculture-not-its-sectors HTX.NN.SO',
    },
    { why: 'women > members', over: { 'TV.NU': '4001' }, code: 'error women-over-members TV.NU' },
    { why: 'ratings ≠ operating', over: { 'XL.KHONG': '11' }, code: 'error ratings-not-operating HTX.HD' },
    { why: 'member sales > revenue', over: { 'DT.TV': '90000000001' }, code: 'error member-sales-over-revenue DT.TV' },
    { why: 'fund balance', over: { 'QUY.THUNO': '4000000001' }, code: 'error fund-balance-not-moves QUY.DN' },
    { why: 'overdue > loans', over: { 'QUY.QH': '22000000001' }, code: 'error overdue-over-loans QUY.QH' },
    { why: 'QTD bad debt > loans', over: { 'QTD.NX': '1' }, code: 'error bad-debt-over-loans QTD.NX' },
    { why: 'awards by kind', over: { 'KT.CT': '1' }, code: 'error awards-not-kinds KT.TONG' },
    {
      why: 'paid-in > charter capital asks',
      over: { 'VON.TG': '1000000' },
      code: 'warning paid-in-over-charter VON.TG',
    },
    { why: 'offtake > operating', over: { 'BT.SO': '91' }, code: 'error offtake-over-operating BT.SO' },
  ])('RPT-05 $why', ({ over, code }) => {
    expect(codes(findings(over))).toContain(code);
  });

  test('RPT-05 kinds and recipients of awards agree with the total, and so with one another', () => {
    const awards = { 'KT.TONG': '10', 'KT.CT': '6', 'KT.DX': '4', 'KT.TT': '5', 'KT.LDSX': '4', 'KT.CANHAN': '4' };

    expect(codes(findings({ ...awards, 'KT.CHUARO': '1' }))).toEqual([]);
    expect(codes(findings(awards))).toEqual(['error awards-not-recipients KT.TONG']);
  });

  test('QTD-02 bad debt above all loans is refused with both numbers', () => {
    const [found] = findings({ 'QTD.DN': '5000000000', 'QTD.NX': '6000000000' });

    expect(found).toMatchObject({ severity: 'error', code: 'reporting.bad-debt-over-loans', formCode: 'B07' });
    expect(found?.text).toContain('6.000\u00a0triệu đồng');
    expect(found?.text).toContain('5.000\u00a0triệu đồng');
  });

  test('RPT-05 a sentence gives both numbers, the gap, and what to do', () => {
    const [found] = findings({ 'HTX.DUNG': '12' });

    expect(found?.text).toBe(
      '“Số hợp tác xã cuối kỳ” (103\u00a0HTX) phải bằng “Đang hoạt động” (90\u00a0HTX) + “Tạm ngừng, ngừng chưa giải thể” (12\u00a0HTX) = 102\u00a0HTX; đang lệch +1\u00a0HTX. Sửa một trong các ô này.',
    );
  });

  test('RPT-05 a check is passed over while one of its figures is missing', () => {
    expect(codes(findings({ 'HTX.DUNG': null }))).toEqual(['warning value-missing HTX.DUNG']);
  });

  test('RPT-05 petitions without any difficulty named ask for their grounds', () => {
    expect(codes(findings({ 'KN.MO': '3', 'KK.W4': '0' }))).toEqual(['warning petitions-without-grounds KN.MO']);
    expect(codes(findings({ 'KN.MO': '3' }))).toEqual([]);
  });
});

describe('against the register and the period before', () => {
  test('REG-10 903 declared against 871 counted is a warning with the gap of −32', () => {
    const declared = { 'HTX.SO': '103' };
    const [found, ...others] = findings(declared, { counted: new Map([['counted', '71']]) });

    expect(others).toEqual([]);
    expect(found).toMatchObject({
      severity: 'warning',
      code: 'reporting.declared-not-counted',
      indicatorCode: 'HTX.SO',
    });
    expect(found?.text).toContain('báo cáo 103\u00a0HTX, sổ bộ đếm được 71\u00a0HTX (lệch −32\u00a0HTX)');
  });

  test('REG-10 money typed in millions agrees with a count in đồng up to the million', () => {
    const counted = (amount: string) =>
      findings({ 'VON.DL': '5000000000' }, { counted: new Map([['sum:charter_capital_dong', amount]]) });

    expect(counted('5000999999')).toEqual([]);
    expect(codes(counted('5001000000'))).toEqual(['warning declared-not-counted VON.DL']);
  });

  test('REG-10 a count that the register cannot make is no gap', () => {
    expect(findings({}, { counted: new Map([['sum:members_total', null]]) })).toEqual([]);
  });

  test('RPT-05 the opening figure is the closing figure of the period before', () => {
    expect(findings({}, { previous: new Map([['HTX.SO', '100']]) })).toEqual([]);

    const [found] = findings({}, { previous: new Map([['HTX.SO', '98']]) });
    expect(found).toMatchObject({ severity: 'warning', code: 'reporting.opening-not-previous-closing' });
    expect(found?.text).toContain('98\u00a0HTX');
  });
});

describe('against the narrative', () => {
  const told = (...narrative: string[]) => findings({}, { narrative });

  test('RPT-05 one number in the form and another in the narrative blocks, with both numbers', () => {
    const [found, ...others] = told(
      'Tình hình chung.',
      'Đến 14/6/2024, toàn tỉnh có 113 HTX, trong đó 90 HTX hoạt động.',
    );

    expect(others).toEqual([]);
    expect(found).toMatchObject({
      severity: 'error',
      code: 'reporting.narrative-contradicts-form',
      indicatorCode: 'HTX.SO',
      narrativeAt: 1,
    });
    expect(found?.text).toContain('113\u00a0HTX');
    expect(found?.text).toContain('103\u00a0HTX');
  });

  test.each([
    'Toàn tỉnh có 103 HTX.',
    'Cùng kỳ năm 2023, toàn tỉnh có 98 HTX.',
    'Phấn đấu đến cuối năm toàn tỉnh có 120 HTX.',
    'Toàn tỉnh có 25 HTX nông nghiệp công nghệ cao.',
    'Toàn tỉnh có 12 HTX, tổ hợp tác tham gia hội chợ.',
    'Liên minh tư vấn 113 HTX.',
    'Toàn tỉnh có 9 huyện với nhiều HTX.',
  ])('RPT-05 no contradiction in: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test.each([
    'Tổng số hợp tác xã là 1.103.',
    'Trên địa bàn tỉnh hiện có 1.103 HTX; so với đầu năm tăng.',
    'TOÀN TỈNH CÓ 1.103 HỢP TÁC XÃ',
    'Toàn tỉnh có 1.103 HTX, tăng 5 HTX.',
  ])('RPT-05 a contradiction in: %s', (text) => {
    expect(codes(told(text.normalize('NFD')))).toEqual(['error narrative-contradicts-form HTX.SO']);
  });

  test('RPT-05 words that may mean a part of the period only warn', () => {
    expect(codes(told('Trong kỳ thành lập mới 4 HTX.'))).toEqual(['warning narrative-contradicts-form HTX.MOI']);
  });
});

describe('against the other units', () => {
  const mean = (total: string) =>
    new Map([
      ['TV.SO', total],
      ['TV.HTX', '90'],
    ]);

  test('RPT-05 a mean per cooperative beyond three times the median is asked about', () => {
    const peers = [mean('4100'), mean('3900'), mean('4050')];
    const over = findings({ 'TV.SO': '40000' }, { peers });

    expect(codes(over)).toEqual(['info mean-far-from-median TV.BQ']);
    expect(findings({}, { peers })).toEqual([]);
  });

  test('RPT-05 two units are too few to compare', () => {
    expect(findings({ 'TV.SO': '40000' }, { peers: [mean('4000')] })).toEqual([]);
  });
});

test('RPT-05 the key of a finding stays while its numbers do, and lapses with them', () => {
  const key = (amount: string) => findings({ 'VON.TG': amount }).map((finding) => finding.key);

  expect(key('5000000')).toEqual(key('5000000'));
  expect(key('5000000')).not.toEqual(key('6000000'));
});
