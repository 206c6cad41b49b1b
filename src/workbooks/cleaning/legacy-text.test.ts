import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSeed } from '#platform/files/seed.server.ts';
import { encodeTcvn3, encodeVni } from '../testing/legacy-encoders.ts';
import { decodeTcvn3, decodeVni } from './legacy-tables.ts';
import { legacyVerdict, usualEncoding } from './legacy-text.ts';
import type { RawCell } from './result.ts';
import { isVietnameseSyllable } from './syllable.ts';

function typed(text: string, font = 'Times New Roman'): RawCell {
  return { content: { kind: 'text', text, runs: [] }, font };
}

test.each([
  ['Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
  ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
  ['Hîp t¸c x· dÞch vô n«ng nghiÖp x· DiÔn Kû', 'Hợp tác xã dịch vụ nông nghiệp xã Diễn Kỷ'],
  ['N\u00adíc s¹ch, ®Êt trång, giÕng, r»ng, b·o lò', 'Nước sạch, đất trồng, giếng, rằng, bão lũ'],
  ['kh¼ng ®Þnh, ng½n ng\u00adêi, mÆt tr¨ng, c¶ng, n¾ng', 'khẳng định, ngẵn người, mặt trăng, cảng, nắng'],
  ['tÇng, kÐm, mÑ, gâ cöa, b÷a, øng dông, lçi', 'tầng, kém, mẹ, gõ cửa, bữa, ứng dụng, lỗi'],
])('IMP-04 TCVN3 %j reads %j', (bytes, sentence) => {
  expect(decodeTcvn3(bytes)).toBe(sentence);
});

test.each([
  ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
  ['Hôïp taùc xaõ dòch vuï noâng nghieäp xaõ Dieãn Kyû', 'Hợp tác xã dịch vụ nông nghiệp xã Diễn Kỷ'],
  ['HÔÏP TAÙC XAÕ ÑÖÔØNG SÔN', 'HỢP TÁC XÃ ĐƯỜNG SƠN'],
  ['Nguyeãn Thò Xuaân, Traàn Vaên Ñöùc, Leâ Quyù Kî', 'Nguyễn Thị Xuân, Trần Văn Đức, Lê Quý Kỵ'],
  ['khaúng ñònh, nhaün nhuïi, maët traêng, naéng, raèng', 'khẳng định, nhẵn nhụi, mặt trăng, nắng, rằng'],
  ['nghæ ngôi, gì, chính, ngöôõng, söûa, böõa, oåi', 'nghỉ ngơi, gì, chính, ngưỡng, sửa, bữa, ổi'],
])('IMP-04 VNI %j reads %j', (bytes, sentence) => {
  expect(decodeVni(bytes)).toBe(sentence);
});

const lettersOf = (alphabet: string) => fc.array(fc.constantFrom(...alphabet), { maxLength: 20 });
const SMALL = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ ';

test('IMP-04 every small letter survives both encodings, and VNI keeps capitals too', () => {
  fc.assert(
    fc.property(lettersOf(SMALL), (letters) => {
      const text = letters.join(' ');
      expect(decodeTcvn3(encodeTcvn3(text))).toBe(text);
      expect(decodeVni(encodeVni(text))).toBe(text);
      expect(decodeVni(encodeVni(text.toUpperCase()))).toBe(text.toUpperCase());
    }),
  );
});

test('IMP-04 old encodings are found by their words, without a font that names them', () => {
  expect(legacyVerdict(typed('Hîp t¸c x· n«ng nghiÖp'))).toMatchObject({
    state: 'converted',
    decoded: { encoding: 'tcvn3', text: 'Hợp tác xã nông nghiệp' },
  });
  expect(legacyVerdict(typed('Hôïp taùc xaõ noâng nghieäp'))).toMatchObject({
    state: 'converted',
    decoded: { encoding: 'vni', text: 'Hợp tác xã nông nghiệp' },
  });
  const misread = Buffer.from('Hợp tác xã Đồng Tâm').toString('latin1');
  expect(legacyVerdict(typed(misread))).toMatchObject({
    state: 'converted',
    decoded: { encoding: 'utf8', text: 'Hợp tác xã Đồng Tâm' },
  });
});

test('IMP-04 a font of the old family settles a single word, and capitals of its H fonts', () => {
  expect(legacyVerdict(typed('TrÇn', '.VnTime'))).toMatchObject({ state: 'converted', decoded: { text: 'Trần' } });
  expect(legacyVerdict(typed('hîp t¸c x·', '.VnTimeH'))).toMatchObject({
    state: 'converted',
    decoded: { text: 'HỢP TÁC XÃ' },
  });
  expect(legacyVerdict(typed('Traàn', 'VNI-Times'))).toMatchObject({ state: 'converted', decoded: { text: 'Trần' } });
});

test('IMP-04 a single word without a telling font is asked about, unless the workbook settles it', () => {
  expect(legacyVerdict(typed('TrÇn'))).toMatchObject({
    state: 'doubtful',
    readings: [{ encoding: 'tcvn3', text: 'Trần' }],
  });
  expect(legacyVerdict(typed('TrÇn'), 'tcvn3')).toMatchObject({ state: 'converted', decoded: { text: 'Trần' } });
});

test('IMP-04 a sign inside a word settles it without a font', () => {
  expect(legacyVerdict(typed('Thµnh phè Vinh'))).toMatchObject({
    state: 'converted',
    decoded: { text: 'Thành phố Vinh' },
  });
});

test('IMP-04 runs of one cell are read each in its own font', () => {
  const cell: RawCell = {
    content: {
      kind: 'text',
      text: 'Hîp t¸c x· Đồng Tâm',
      runs: [
        { text: 'Hîp t¸c x· ', font: '.VnTime' },
        { text: 'Đồng Tâm', font: 'Times New Roman' },
      ],
    },
    font: '.VnTime',
  };

  expect(legacyVerdict(cell)).toEqual({
    state: 'converted',
    decoded: { encoding: 'tcvn3', text: 'Hợp tác xã Đồng Tâm' },
  });
});

test.each([
  'Hợp tác xã Đồng Tâm',
  'Hợp tác xã'.normalize('NFD'),
  'Pù Luông',
  'mãi mãi',
  'Café Buôn Hô',
  'Xã Ia Hrú',
  "K'Brêu, Y Bhăm, H'Hen",
  '3 × 4 m²',
  'HTX “Xanh” – 2024',
])('IMP-04 Unicode text %j stays as it is', (text) => {
  expect(legacyVerdict(typed(text))).toEqual({ state: 'unicode' });
});

test('IMP-04 Unicode typed in a leftover old font stays, and is asked about when both readings make sense', () => {
  expect(legacyVerdict(typed('Đồng Tâm', '.VnTime'))).toEqual({ state: 'unicode' });
  expect(legacyVerdict(typed('mãi', '.VnTime'))).toMatchObject({ state: 'doubtful', readings: [{ text: 'mói' }] });
});

test('IMP-04 a workbook that is Unicode for the most part settles what its leftover fonts leave open', () => {
  const village = typed('Xóm 1', '.VnTime');

  expect(legacyVerdict(village)).toMatchObject({ state: 'doubtful', readings: [{ text: 'Xúm 1' }] });
  expect(legacyVerdict(village, 'unicode')).toEqual({ state: 'unicode' });
  expect(legacyVerdict(village, 'tcvn3')).toMatchObject({ state: 'converted', decoded: { text: 'Xúm 1' } });
});

test('the usual encoding of a workbook needs several certain cells', () => {
  const legacy = typed('Hîp t¸c x·', '.VnTime');

  expect(usualEncoding([legacy, legacy, typed('Đồng Tâm')])).toBeUndefined();
  expect(usualEncoding([legacy, legacy, legacy])).toBe('tcvn3');
  expect(usualEncoding([legacy, ...Array.from({ length: 3 }, () => typed('Đồng Tâm', '.VnTime'))])).toBe('unicode');
});

test.each([
  ['nghiệp', true],
  ['quyền', true],
  ['gìn', true],
  ['giếng', true],
  ['khuya', true],
  ['Đường', true],
  ['tàc', false],
  ['nghiêp', false],
  ['hîp', false],
  ['Kraấu', false],
  ['Xaõ', false],
  ['xão', true],
  ['khoẻ', true],
  ['quý', true],
  ['quí', true],
  ['uỷ', true],
  ['nghóa', false],
  ['ngè', false],
  ['mía', true],
])('%j could be a Vietnamese syllable: %s', (word, could) => {
  expect(isVietnameseSyllable(word)).toBe(could);
});

const TONED_CAPITAL = /(?=\p{Lu})[^A-ZĐĂÂÊÔƠƯ]/u;

async function placeNames(): Promise<readonly string[]> {
  const { rows } = await readSeed('places/administrative-units.csv');
  const names = new Set(rows.flatMap((row) => Object.values(row)).filter((text) => /[^\p{ASCII}]/u.test(text)));
  return [...names];
}

test('IMP-04 no name of a place is taken for an old encoding', async () => {
  const names = await placeNames();

  const mistaken = names.filter((name) => legacyVerdict(typed(name)).state !== 'unicode');

  expect(names.length).toBeGreaterThan(1000);
  expect(mistaken).toEqual([]);
});

test.each([
  { font: '.VnTime', usual: 'tcvn3', encode: encodeTcvn3 },
  { font: 'VNI-Times', usual: 'vni', encode: encodeVni },
] as const)('IMP-04 every name of a place typed in $font is read as it was meant', async ({ font, usual, encode }) => {
  const names = (await placeNames()).filter((name) => !TONED_CAPITAL.test(name));

  const misread = names.filter((name) => {
    const encoded = encode(name);
    const verdict = legacyVerdict(typed(encoded, font), usual);
    return encoded !== name && !(verdict.state === 'converted' && verdict.decoded.text === name);
  });

  expect(misread).toEqual([]);
});
