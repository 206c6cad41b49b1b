import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { CREDIT_FUNDS, factsOf, ORGANISATIONS } from './fields.ts';
import { refusals } from './messages.vi.ts';
import type { CreditFundRow, RegisterRow } from './model.ts';
import { checkDigit, codeRefusal, creditFundRefusals, organisationRefusals } from './rules.ts';
import { aFundRow, aRow } from './testing.ts';

const today = isoDate('2024-06-24');
const codesOf = (says: Partial<RegisterRow>) =>
  organisationRefusals(factsOf(ORGANISATIONS, aRow(says)), today).map((one) => `${one.field} ${one.refusal.code}`);
const fundCodesOf = (says: Partial<CreditFundRow>) =>
  creditFundRefusals(factsOf(CREDIT_FUNDS, aFundRow(says))).map((one) => `${one.field} ${one.refusal.code}`);

test('REG-01 kind, name, commune and status are enough to save', () => {
  expect(codesOf({})).toEqual([]);
});

test('REG-01 each of the four is missed by name', () => {
  expect(codesOf({ name: '', communeText: '', status: '' as 'operating', kind: '' as 'cooperative' })).toEqual([
    'name register.name.missing',
    'kind register.kind.missing',
    'communeText register.commune.missing',
    'status register.status.missing',
  ]);
});

test.each([
  { day: '1944-12-31', refused: ['establishedOn register.day.too-early'] },
  { day: '1945-01-01', refused: [] },
  { day: '2024-06-24', refused: [] },
  { day: '2024-06-25', refused: ['establishedOn register.day.in-future'] },
])('REG-01 a founding on $day, seen on 24/06/2024', ({ day, refused }) => {
  expect(codesOf({ establishedOn: isoDate(day) })).toEqual(refused);
});

test.each(['registeredOn', 'statusSince', 'confirmedOn'] as const)(
  'REG-01 %s may not lie in the future either',
  (field) => {
    expect(codesOf({ [field]: isoDate('2024-06-25') })).toEqual([`${field} register.day.in-future`]);
  },
);

test.each(['290012345', '29001234567', '2900123456-01', '290012345a', '2900 12345'])(
  'REG-02 the code %s is refused: neither ten digits nor ten and three',
  (code) => {
    expect(codeRefusal(code)).toMatchObject({ severity: 'error', refusal: { code: 'register.code.malformed' } });
  },
);

test('REG-02 ten digits, or ten and three, whose check digit holds are accepted', () => {
  const digit = checkDigit('290012345');

  expect(codeRefusal(`290012345${digit}`)).toBeUndefined();
  expect(codeRefusal(`290012345${digit}-001`)).toBeUndefined();
});

test('REG-02 a failing check digit warns and does not refuse', () => {
  const wrong = (checkDigit('290012345') + 1) % 10;

  expect(codeRefusal(`290012345${wrong}`)).toMatchObject({ severity: 'warning' });
});

test.each(['0100109106', '0100112437', '0300588569', '0100686174'])(
  'REG-02 the check digit of %s, a well-known published code, holds',
  (code) => {
    expect(checkDigit(code)).toBe(Number(code[9]));
  },
);

test('REG-02 an organisation may have no code yet when it says why; a group needs none', () => {
  expect(codesOf({ code: null, codeMissingReason: 'Chờ cấp' })).toEqual([]);
  expect(codesOf({ code: null, codeMissingReason: '', kind: 'cooperative-group' })).toEqual([]);
  expect(codesOf({ code: null, codeMissingReason: '' })).toEqual(['code register.code.missing-without-reason']);
});

test('a status from before the founding is refused; within the founding year known only as such it is not', () => {
  const status = { status: 'ceased', statusSince: isoDate('2015-03-01') } as const;

  expect(codesOf({ ...status, establishedOn: isoDate('2015-06-01') })).toEqual([
    'statusSince register.status.before-founding',
  ]);
  expect(codesOf({ ...status, establishedOn: isoDate('2015-06-01'), establishedPrecision: 'year' })).toEqual([]);
});

test('QTD-01 a credit fund typed among the cooperatives is refused: counting it there needs a definition that says so', () => {
  expect(codesOf({ sectorCode: 'quy-tin-dung' })).toEqual(['sectorCode register.sector.is-credit-fund']);
});

test('QTD-02 a bad debt above the loans is refused, one that equals them is not', () => {
  expect(fundCodesOf({ loansDong: 100n, badDebtDong: 100n })).toEqual([]);
  expect(fundCodesOf({ loansDong: 100n, badDebtDong: 101n })).toEqual([
    'badDebtDong register.fund.bad-debt-over-loans',
  ]);
});

test('QTD-02 a bad debt is compared only where the loans are known', () => {
  expect(fundCodesOf({ loansDong: null, badDebtDong: 101n })).toEqual([]);
  expect(fundCodesOf({ loansDong: 0n, badDebtDong: 1n })).toEqual(['badDebtDong register.fund.bad-debt-over-loans']);
});

test('every sentence of a refusal names no undefined fact', () => {
  const found = [
    ...organisationRefusals(
      factsOf(
        ORGANISATIONS,
        aRow({
          name: '',
          code: '12',
          establishedOn: isoDate('2030-01-01'),
          statusSince: isoDate('1930-01-01'),
          membersTotal: 1,
          membersWomen: 2,
          sectorCode: 'quy-tin-dung',
        }),
      ),
      today,
    ),
    ...creditFundRefusals(factsOf(CREDIT_FUNDS, aFundRow({ loansDong: 1n, badDebtDong: 2n }))),
  ];

  const sentences = found.map(({ refusal }) =>
    (refusals as Record<string, (facts: never) => string>)[refusal.code]?.(refusal.facts as never),
  );

  expect(sentences).toHaveLength(8);
  expect(sentences.filter((sentence) => !sentence || /undefined|null|NaN/.test(sentence))).toEqual([]);
});

test.each([
  ['membersOfficial', 'membersTotal', 'register.official-over-members'],
  ['membersAssociate', 'membersTotal', 'register.associate-over-members'],
  ['membersWomen', 'membersTotal', 'register.women-over-members'],
  ['membersMinority', 'membersTotal', 'register.minority-over-members'],
  ['workersWomen', 'workersRegular', 'register.women-over-workers'],
] as const)(
  'REG-04 %s is at most %s: one below and equal pass, one above is an error at its own cell',
  (part, whole, code) => {
    expect(codesOf({ [whole]: 10, [part]: 9 })).toEqual([]);
    expect(codesOf({ [whole]: 10, [part]: 10 })).toEqual([]);
    expect(codesOf({ [whole]: 10, [part]: 11 })).toEqual([`${part} ${code}`]);
    expect(codesOf({ [whole]: null, [part]: 11 })).toEqual([]);
  },
);
