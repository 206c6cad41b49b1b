import { describe, expect, test } from 'vitest';
import { type CreditFundFacts, creditFundStatement } from './credit-funds.ts';

const good: CreditFundFacts = {
  funds: '200',
  reporting: '200',
  profitable: '200',
  loansDong: '20000000000000',
  badDebtDong: '160000000000',
  thresholds: { reportingShare: '90', profitableShare: '95', nplMax: '3' },
};
const WORDS = 'hoạt động tương đối ổn định, kinh doanh có lãi, nợ xấu chiếm tỷ lệ thấp';

describe('the four cases of the fixture', () => {
  test('QTD-03 all good: the words of the report', () => {
    expect(creditFundStatement(good)).toEqual({ kind: 'stable', text: WORDS });
  });

  test('QTD-03 one at a loss: the words hold and the exception is said', () => {
    expect(creditFundStatement({ ...good, profitable: '199' })).toEqual({
      kind: 'stable',
      text: `${WORDS} (còn 1 quỹ lỗ hoặc hòa vốn)`,
    });
  });

  test('QTD-03 one silent: the words hold and the silent one is said', () => {
    expect(creditFundStatement({ ...good, reporting: '199', profitable: '199' })).toEqual({
      kind: 'stable',
      text: `${WORDS} (còn 1 quỹ chưa có số liệu)`,
    });
  });

  test('QTD-03 much bad debt: the true shares, no adjective', () => {
    expect(creditFundStatement({ ...good, badDebtDong: '680000000000' })).toEqual({
      kind: 'shares',
      text: 'có 100,0% quỹ kinh doanh có lãi, nợ xấu chiếm 3,4% dư nợ',
    });
  });
});

test('QTD-03 fewer than 90 % reported: coverage, no adjective', () => {
  expect(creditFundStatement({ ...good, reporting: '179', profitable: '179' })).toEqual({
    kind: 'coverage',
    text: 'mới có số liệu của 179/200 quỹ (89,5%), chưa đủ căn cứ để nhận định',
  });
});

describe('edges', () => {
  test.each([
    { why: '90 % reported is enough', over: { reporting: '180', profitable: '180' }, kind: 'stable' },
    { why: '95 % profitable is enough', over: { profitable: '190' }, kind: 'stable' },
    { why: 'one fund below 95 %', over: { profitable: '189' }, kind: 'shares' },
    { why: 'bad debt at the limit is not low', over: { badDebtDong: '600000000000' }, kind: 'shares' },
    { why: 'bad debt just below it is', over: { badDebtDong: '599999999999' }, kind: 'stable' },
    { why: 'nobody reported', over: { reporting: '0', profitable: '0' }, kind: 'coverage' },
    { why: 'no figures at all', over: { funds: null, reporting: null, profitable: null }, kind: 'coverage' },
  ])('QTD-03 $why', ({ over, kind }) => {
    expect(creditFundStatement({ ...good, ...over }).kind).toBe(kind);
  });

  test('QTD-02 without loans the share of bad debt is not computed and not called low', () => {
    expect(creditFundStatement({ ...good, loansDong: '0', badDebtDong: '0' })).toEqual({
      kind: 'shares',
      text: 'có 100,0% quỹ kinh doanh có lãi, tỷ lệ nợ xấu không tính vì không có dư nợ',
    });
  });
});
