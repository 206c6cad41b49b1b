import { decimalOf } from '#kernel/fraction.ts';
import type { IsoDate } from '#kernel/time.ts';
import { addDays } from '#kernel/time.ts';
import { formatDate, formatNumber, formatShare } from '#platform/i18n/format.ts';
import type { EditionCounts, Equivalent, Unit, UnitChange } from './model.ts';

export const levelLabels = { 1: 'cấp tỉnh', 2: 'cấp huyện', 3: 'cấp xã' } as const;

/** `Xã Đức Ninh` within a sentence: `xã Đức Ninh`. */
export function inSentence(fullName: string): string {
  return fullName.charAt(0).toLocaleLowerCase('vi') + fullName.slice(1);
}

/** `từ 01/01/2019 đến 30/06/2025`; the list knows nothing before its first day. */
export function lifeText({ validFrom, validUntil }: Pick<Unit, 'validFrom' | 'validUntil'>): string {
  const from = validFrom === LIST_BEGINS ? 'từ trước năm 2019' : `từ ${formatDate(validFrom)}`;
  return validUntil === null ? `${from} đến nay` : `${from} đến ${formatDate(addDays(validUntil, -1))}`;
}

const LIST_BEGINS = '2019-01-01';

export function shareText({ share, isEstimate }: Pick<Equivalent, 'share' | 'isEstimate'>): string {
  return isEstimate ? `ước ${formatShare(decimalOf(share))}` : 'toàn bộ';
}

export const weighingLabels: Readonly<Record<Equivalent['weighedBy'], string>> = {
  none: 'không phải chia',
  recorded: 'theo số dân ghi trong nghị quyết',
  population: 'theo dân số của đơn vị mới',
  area: 'theo diện tích của đơn vị mới',
  equal: 'chia đều',
  parts: 'theo số đơn vị cũ hợp thành',
};

export const basisLabels: Readonly<Record<Equivalent['basis'], string>> = {
  same: 'Cùng địa giới',
  merged: 'Nằm trọn trong',
  apportioned: 'Chia cho nhiều đơn vị',
  unrecorded: 'Chưa rõ đơn vị',
};

const CHANGE_WORDS: Readonly<Record<string, string>> = {
  merge: 'nhập',
  split: 'chia',
  rename: 'đổi tên',
  'kind-change': 'đổi loại',
  reparent: 'đổi cấp trên',
  spelling: 'sửa cách viết',
  'level-change': 'đổi cấp',
  enlarged: 'nhận thêm đơn vị khác',
  'boundary-adjustment': 'điều chỉnh địa giới',
  abolished: 'kết thúc cấp huyện',
};

export function changeText({ changeType }: Pick<UnitChange, 'changeType'>): string {
  return changeType
    .split('+')
    .map((part) => CHANGE_WORDS[part] ?? part)
    .join(', ');
}

const SHARE_WORDS: Readonly<Record<string, string>> = { full: 'toàn bộ', part: 'một phần', remainder: 'phần còn lại' };

export function changeShareText({ share }: Pick<UnitChange, 'share'>): string {
  return SHARE_WORDS[share] ?? share;
}

export const placesText = {
  title: 'Địa bàn',
  sub: 'Mọi tỉnh, huyện, xã kể từ năm 2019: ngày nào là đơn vị nào, nay thuộc đâu, từ đâu mà có.',
  home: 'Trang chủ',
  crumbs: 'Đường dẫn',
  skip: 'Bỏ qua phần đầu trang',
  search: 'Tên hoặc mã đơn vị',
  searchHint: 'Gõ dấu hay không đều được, tên cũ cũng được: dong hoi, Lộc Hà, 19742.',
  day: 'Danh mục tại ngày',
  dayHint: 'Để trống là hôm nay.',
  dayWrong: 'Ngày ghi theo dạng 30/06/2025. Đang dùng hôm nay.',
  go: 'Xem',
  found: (count: number, text: string, isCut: boolean) =>
    isCut ? `Hơn ${count} đơn vị có tên “${text}”, hiện ${count}` : `${formatNumber(count)} đơn vị có tên “${text}”`,
  none: (text: string) => `Không có đơn vị nào tên “${text}”`,
  noneWhy: 'Thử bỏ bớt chữ, hoặc chỉ gõ tên riêng, không gõ xã, phường, huyện.',
  columns: { name: 'Đơn vị', code: 'Mã', place: 'Thuộc', life: 'Thời gian', level: 'Cấp' },
  ended: 'đã kết thúc',
  listOn: (day: IsoDate) => `Danh mục ngày ${formatDate(day)}`,
  editionCounts: ({ provinces, districts, communes }: EditionCounts) =>
    `${provinces} tỉnh, thành phố trong cả nước; sáu tỉnh Bắc Trung Bộ có ${districts === 0 ? 'không còn cấp huyện' : `${districts} đơn vị cấp huyện`}, ${formatNumber(communes)} đơn vị cấp xã.`,
  editionsLabel: 'Các ngày danh mục thay đổi',
  communesOf: (count: number) => `${formatNumber(count)} xã`,
  others: (count: number) => `${count} tỉnh, thành phố khác (chỉ có tên, chưa có danh mục cấp dưới)`,
  chosen: (name: string, day: IsoDate) => `${name}, ngày ${formatDate(day)}`,
  noBelow: 'Chưa có danh mục cấp dưới của tỉnh này.',
};

export const unitText = {
  on: (day: IsoDate) => `Ngày ${formatDate(day)}`,
  today: (day: IsoDate) => `Hôm nay, ${formatDate(day)}`,
  stood: (name: string) => `Là ${inSentence(name)}.`,
  notYet: (day: IsoDate) => `Chưa có đơn vị này; có từ ${formatDate(day)}.`,
  over: (day: IsoDate) => `Không còn đơn vị này từ ${formatDate(day)}.`,
  beforeList: 'Danh mục bắt đầu từ ngày 01/01/2019; trước ngày ấy hiện như ngày 01/01/2019.',
  itself: 'Vẫn là đơn vị này.',
  unrecorded: 'Chưa rõ đơn vị kế thừa',
  unrecordedWhy: (province: string | null) =>
    `Nguồn không ghi đơn vị này nhập vào đâu. Số liệu được tính vào ${province ? inSentence(province) : 'tỉnh'}, ở dòng “chưa rõ đơn vị”.`,
  districtOver: 'Cấp huyện kết thúc từ 01/07/2025; các xã trực thuộc tỉnh. Xem từng xã ở dưới.',
  estimate: (ground: string) => `Tỷ lệ là ước tính, ${ground}; tổng các phần luôn bằng 1.`,
  pieces: (count: number) => `Gồm địa bàn của ${count} đơn vị ngày ấy`,
  basis: 'Quan hệ',
  share: 'Tỷ lệ',
  columns: { unit: 'Đơn vị', share: 'Tỷ lệ', basis: 'Căn cứ', province: 'Tỉnh' },
  traps: 'Dễ nhầm',
  sameCode: (code: string, own: string, life: string) => `Mã ${code} là ${inSentence(own)} ${life}`,
  codeNote: 'Mã không phải là đơn vị: mã được dùng lại cho đơn vị còn lại sau khi sáp nhập.',
  origins: 'Từ đâu mà có',
  noOrigins: 'Có từ đầu danh mục (01/01/2019); trước đó danh mục không ghi.',
  fates: 'Đã thành đơn vị nào',
  noFates: 'Chưa thay đổi.',
  into: 'thành',
  resolution: (number: string) => `Nghị quyết ${number}`,
  unverified: 'nguồn không ghi đơn vị nhận',
  below: (count: number, day: IsoDate) => `${formatNumber(count)} đơn vị trực thuộc, ngày ${formatDate(day)}`,
  facts: { level: 'Cấp', code: 'Mã', life: 'Thời gian', above: 'Thuộc', area: 'Diện tích', population: 'Dân số' },
  area: (km2: string) => `${formatNumber(km2)} km²`,
  measureNote: 'Diện tích, dân số tham khảo (2025–2026), chỉ dùng làm trọng số, không phải số công bố của tỉnh.',
  print: 'In trang này',
  source: 'Nguồn: danh mục của cơ quan thống kê và các nghị quyết, xem giấy phép trong seed/places/LICENSES.md.',
  askDay: 'Xem tại ngày',
};
