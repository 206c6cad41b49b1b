import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { signatureBlock } from './signature-block.ts';

const HEAD = { title: 'Chủ tịch', name: 'Người đứng đầu' };
const GIVEN = {
  fromTitle: 'Chủ tịch',
  toTitle: 'Phó Chủ tịch',
  signerName: 'Cấp phó',
  validFrom: isoDate('2024-06-24'),
  validUntil: isoDate('2024-07-01'),
} as const;

test.each([
  { kind: 'KT', toTitle: 'Phó Chủ tịch', authority: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
  { kind: 'TL', toTitle: 'Chánh Văn phòng', authority: ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'] },
  { kind: 'TUQ', toTitle: 'Trưởng phòng Tổng hợp', authority: ['TUQ. CHỦ TỊCH', 'TRƯỞNG PHÒNG TỔNG HỢP'] },
  { kind: 'Q', toTitle: 'Quyền Chủ tịch', authority: ['Q. CHỦ TỊCH'] },
] as const)('IAM-03 a paper signed by $kind. prints $authority', ({ kind, toTitle, authority }) => {
  expect(signatureBlock(isoDate('2024-06-28'), HEAD, { ...GIVEN, kind, toTitle })).toEqual({
    authority,
    name: 'Cấp phó',
  });
});

test.each([
  ['2024-06-23', 'Người đứng đầu'],
  ['2024-06-24', 'Cấp phó'],
  ['2024-06-30', 'Cấp phó'],
  ['2024-07-01', 'Người đứng đầu'],
])('IAM-03 on %s the name below the signature is %s', (on, name) => {
  expect(signatureBlock(isoDate(on), HEAD, { ...GIVEN, kind: 'KT' }).name).toBe(name);
});

test('IAM-03 where nobody was given the signature the head signs', () => {
  expect(signatureBlock(isoDate('2024-06-28'), HEAD, null)).toEqual({
    authority: ['CHỦ TỊCH'],
    name: 'Người đứng đầu',
  });
});
