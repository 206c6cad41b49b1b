import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, cleanLines, compareNames, compareVi, controlCharacterAt, fold, toneKey } from './text-vi.ts';

test.each([
  ['  Hợp   tác\u00a0xã\t', 'Hợp tác xã'],
  ['Hợp tác xã'.normalize('NFD'), 'Hợp tác xã'],
  ['ðồng ÐẮK Ɖông', 'đồng ĐẮK Đông'],
  ['Ti\u200bến\ufeff bộ\u00ad', 'Tiến bộ'],
  ['một\r\nhai', 'một hai'],
])('X-04 %j is kept as %j', (typed, kept) => {
  expect(clean(typed)).toBe(kept);
});

test('narrative keeps its lines and at most one empty line in a row', () => {
  expect(cleanLines(' Mở đầu  \r\n\r\n\r\n\r\nKết\u00a0quả ')).toBe('Mở đầu\n\nKết quả');
});

test.each([
  ['Hợp\u0007tác', 3],
  ['\u0000', 0],
  ['ab\u202ecd', 2],
  ['lẻ \ud800', 3],
  ['\udc00', 0],
])('X-04 the control character in %j stands at %i', (text, at) => {
  expect(controlCharacterAt(text)).toBe(at);
});

test.each(['Hợp tác xã', 'hai\ndòng', 'cột\tcột', 'biểu tượng 🌾', ''])('%j holds no control character', (text) => {
  expect(controlCharacterAt(text)).toBeUndefined();
});

test.each([
  ['Đồng Hới', 'dong hoi'],
  ['THỪA  THIÊN HUẾ', 'thua thien hue'],
  ['ðồng', 'dong'],
  ['Kẻ Gỗ'.normalize('NFD'), 'ke go'],
  ["K'Brêu", "k'breu"],
])('fold of %j is %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ['hoà', 'hòa'],
  ['Thuý', 'Thúy'],
  ['khoẻ', 'khỏe'],
  ['Kỳ Sơn', 'Kì Sơn'],
  ['Mỹ Lý', 'mĩ lí'],
  ['quý', 'quí'],
  ['Hy vọng', 'Hi vọng'],
  ['Tỷ', 'tỉ'],
  ['Nghệ An'.normalize('NFD'), 'NGHỆ AN'],
])('IMP-04 %j and %j are one name', (a, b) => {
  expect(toneKey(a)).toBe(toneKey(b));
});

test.each([
  ['Kỳ', 'Ky'],
  ['Kỳ', 'Kỹ'],
  ['Thy', 'Thi'],
  ['Huy', 'Hui'],
  ['Tân', 'Tăn'],
  ['Đông', 'Dông'],
  ['tay', 'tai'],
])('IMP-04 %j and %j are two names', (a, b) => {
  expect(toneKey(a)).not.toBe(toneKey(b));
});

const vietnamese = fc.array(fc.constantFrom(...'aàảãáạăằâấbcdđeèêếghiìklmnoòôơớpqrstuùưứvxyỳ KMĐ'), { maxLength: 24 });

test('fold and the tone key do not depend on NFC or NFD and are stable', () => {
  fc.assert(
    fc.property(vietnamese, (letters) => {
      const text = letters.join('');
      expect(fold(text.normalize('NFD'))).toBe(fold(text));
      expect(fold(fold(text))).toBe(fold(text));
      expect(toneKey(text.normalize('NFD'))).toBe(toneKey(text));
      expect(clean(clean(text))).toBe(clean(text));
    }),
  );
});

test('letters sort a ă â b c d đ e ê …', () => {
  const letters = [...'ăâađdeêbcghiklmnôơopqrstưuvxy'].toSorted(compareVi);

  expect(letters.join(' ')).toBe('a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y');
});

test('tones sort ngang huyền hỏi ngã sắc nặng', () => {
  expect(['mạ', 'mã', 'ma', 'má', 'mà', 'mả'].toSorted(compareVi)).toEqual(['ma', 'mà', 'mả', 'mã', 'má', 'mạ']);
});

test('persons sort by given name, then family name, then middle name', () => {
  const sorted = [
    'Trần Văn Đức',
    'Nguyễn Thị Ân',
    'Lê An',
    'Nguyễn Văn Đức',
    'Nguyễn Bá Đức',
    'Phạm Thị Dung',
    'Hồ Văn Ăn',
  ].toSorted(compareNames);

  expect(sorted).toEqual([
    'Lê An',
    'Hồ Văn Ăn',
    'Nguyễn Thị Ân',
    'Phạm Thị Dung',
    'Nguyễn Bá Đức',
    'Nguyễn Văn Đức',
    'Trần Văn Đức',
  ]);
});
