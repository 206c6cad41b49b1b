import { formatDate, formatDateTo, formatNumber } from '#platform/i18n/format.ts';
import { maskPhone } from '#platform/privacy/mask.ts';
import type { ListedOrganisation, SortKey } from './listing-model.ts';
import { fieldLabels, statusLabels } from './messages.vi.ts';
import { kindLabels, ratingLabels } from './messages-pages.vi.ts';

/** Names that rows of the list point to. */
export interface ListNames {
  readonly alliances: ReadonlyMap<string, string>;
  readonly sectors: ReadonlyMap<string, string>;
}

/** What a cell holds for a file: numbers as numbers, days as `YYYY-MM-DD`, null where nothing is known. */
export type ExportValue = string | number | null;

/** A column that a person may choose. */
export interface ListColumn {
  /** As the address calls it. */
  readonly word: string;
  readonly label: string;
  readonly unit: string;
  readonly isUsual: boolean;
  readonly isNumber: boolean;
  /** Belongs to a person; left out of files unless asked for and allowed. */
  readonly isPersonal: boolean;
  readonly sort: SortKey | null;
  readonly widthRem: number;
  value(row: ListedOrganisation, names: ListNames): ExportValue;
  /** As shown; '' where nothing is known. */
  text(row: ListedOrganisation, names: ListNames): string;
}

type Given = Pick<ListColumn, 'word' | 'label' | 'value'> & Partial<ListColumn>;

function column(given: Given): ListColumn {
  return {
    unit: '',
    isUsual: false,
    isNumber: false,
    isPersonal: false,
    sort: null,
    widthRem: 8,
    text: (row, names) => String(given.value(row, names) ?? ''),
    ...given,
  };
}

type NumberField = 'membersTotal' | 'workersRegular' | 'charterCapitalDong' | 'revenueDong' | 'profitDong';

function numberColumn(word: string, field: NumberField, given: Partial<ListColumn> = {}): ListColumn {
  const isMoney = field.endsWith('Dong');
  return column({
    word,
    label: fieldLabels[field] ?? field,
    unit: isMoney ? 'triệu đồng' : 'người',
    isNumber: true,
    widthRem: isMoney ? 6 : 5,
    value: (row) => (row[field] === null ? null : Number(row[field])),
    text: (row) =>
      row[field] === null ? '' : formatNumber(isMoney ? Number(row[field]) / 1e6 : row[field], isMoney ? 0 : undefined),
    ...given,
  });
}

/** Every column of the list after the name, in their order. */
export const LIST_COLUMNS: readonly ListColumn[] = [
  column({
    word: 'lien-minh',
    label: 'Liên minh',
    isUsual: true,
    widthRem: 6,
    value: (row, names) => names.alliances.get(row.allianceId) ?? '',
  }),
  column({ word: 'loai', label: 'Loại hình', value: (row) => kindLabels[row.kind] ?? row.kind }),
  column({ word: 'ma', label: 'Mã số', value: (row) => row.code }),
  column({ word: 'xa', label: 'Xã', isUsual: true, widthRem: 8, value: (row) => row.communeText }),
  column({ word: 'huyen', label: 'Huyện', value: (row) => row.districtText }),
  column({
    word: 'linh-vuc',
    label: 'Lĩnh vực',
    widthRem: 8.5,
    value: (row, names) => (row.sectorCode === null ? null : (names.sectors.get(row.sectorCode) ?? row.sectorCode)),
  }),
  numberColumn('thanh-vien', 'membersTotal', { label: 'Thành viên', isUsual: true, sort: 'members' }),
  numberColumn('lao-dong', 'workersRegular', { label: 'Lao động' }),
  numberColumn('von', 'charterCapitalDong'),
  numberColumn('doanh-thu', 'revenueDong', { isUsual: true, sort: 'revenue' }),
  numberColumn('loi-nhuan', 'profitDong'),
  column({
    word: 'xep-loai',
    label: 'Xếp loại',
    isUsual: true,
    widthRem: 6,
    value: (row) => (row.rating === null ? null : (ratingLabels[row.rating] ?? row.rating)),
  }),
  column({
    word: 'tinh-trang',
    label: 'Tình trạng',
    isUsual: true,
    widthRem: 8,
    value: (row) => statusLabels[row.status],
  }),
  column({
    word: 'thanh-lap',
    label: 'Thành lập',
    widthRem: 6.5,
    value: (row) => row.establishedOn,
    text: (row) => (row.establishedOn === null ? '' : formatDateTo(row.establishedPrecision, row.establishedOn)),
  }),
  column({
    word: 'xac-nhan',
    label: 'Xác nhận',
    isUsual: true,
    isNumber: true,
    sort: 'confirmed',
    widthRem: 7.5,
    value: (row) => row.confirmedOn,
    text: (row) => (row.confirmedOn === null ? '' : formatDate(row.confirmedOn)),
  }),
  column({ word: 'dai-dien', label: 'Người đại diện', isPersonal: true, value: (row) => row.representativeName }),
  column({
    word: 'dien-thoai',
    label: 'Điện thoại',
    isPersonal: true,
    value: (row) => row.workPhone,
    text: (row) => maskPhone(row.workPhone),
  }),
];

/** The columns asked for, or the usual ones; of one alliance alone its name need not be repeated. */
export function columnsShown(words: readonly string[] | null, alliances: number): readonly ListColumn[] {
  if (words) return LIST_COLUMNS.filter((one) => words.includes(one.word));
  return LIST_COLUMNS.filter((one) => one.isUsual && (one.word !== 'lien-minh' || alliances > 1));
}
