import { expect, test } from 'vitest';
import { looksLikeOldCard, markOfHead, markOfText } from './personal-marks.ts';

test.each([
  ['040085001234', false, 'citizen-number'],
  ['040 085 001 234', false, 'citizen-number'],
  ['CCCD 040085001234 cấp 2021', false, 'citizen-number'],
  ['40085001234', true, 'citizen-number'],
  ['CMND: 186123456', false, 'citizen-number'],
  ['chứng minh nhân dân số 186123456', false, 'citizen-number'],
  ['sinh ngày 12/3/1970', false, 'birth-day'],
  ['Ông A, sinh năm 1965', false, 'birth-day'],
  ['270307000012', false, undefined],
  ['0912345678', false, undefined],
  ['2900123456-001', false, undefined],
  ['1200000000', true, undefined],
  ['500000000000', true, undefined],
  ['40085001234', false, undefined],
  ['Học sinh năm học 2010', false, undefined],
  ['Chi phí phát sinh năm 2019 tăng', false, undefined],
  ['phát sinh ngày 12/3/2018', false, undefined],
  ['Doanh thu 186123456 đồng', false, undefined],
  ['', false, undefined],
] as const)('PDP-02 the text “%s” (a number: %s) is taken for %s', (text, isNumber, mark) => {
  expect(markOfText(text, isNumber)).toBe(mark);
});

test.each([
  ['Số CCCD', 'citizen-number'],
  ['CMND/CCCD', 'citizen-number'],
  ['Căn cước công dân', 'citizen-number'],
  ['Ngày sinh', 'birth-day'],
  ['Ngày, tháng, năm sinh', 'birth-day'],
  ['Năm sinh giám đốc', 'birth-day'],
  ['Ngày thành lập', undefined],
  ['Số giấy chứng nhận', undefined],
  ['Vệ sinh', undefined],
  ['Phát sinh năm trước', undefined],
] as const)('PDP-02 a column headed “%s” is taken for %s', (head, mark) => {
  expect(markOfHead(head)).toBe(mark);
});

test.each([
  ['186123456', true],
  ['150000000', false],
  ['912345678', false],
  ['18612345', false],
] as const)('PDP-02 nine digits %s look like an old card: %s', (text, isCard) => {
  expect(looksLikeOldCard(text)).toBe(isCard);
});
