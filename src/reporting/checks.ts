import type { FormCode, Severity } from './model.ts';

/** One figure equals a sum of others. */
export interface EqualsCheck {
  readonly code: string;
  readonly formCode: FormCode;
  readonly severity: Severity;
  readonly whole: string;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

/** One figure, or several together, is not more than another. */
export interface AtMostCheck {
  readonly code: string;
  readonly formCode: FormCode;
  readonly severity: Severity;
  readonly parts: readonly string[];
  readonly whole: string;
}

const SECTORS = ['NN', 'LN', 'TS', 'DN', 'CN', 'XD', 'TM', 'VT', 'DI', 'MT', 'KH', 'CHUA'].map(
  (sector) => `HTX.LV.${sector}`,
);

function equals(
  formCode: FormCode,
  code: string,
  whole: string,
  plus: readonly string[],
  minus: readonly string[] = [],
) {
  return { code: `reporting.${code}`, formCode, severity: 'error', whole, plus, minus } as const;
}

function atMost(formCode: FormCode, code: string, part: string | readonly string[], whole: string) {
  const parts = typeof part === 'string' ? [part] : part;
  return { code: `reporting.${code}`, formCode, severity: 'error', parts, whole } as const;
}

function mildly(check: AtMostCheck): AtMostCheck {
  return { ...check, severity: 'warning' };
}

/** Sums within and across forms. Checked only where every figure is there. */
export const EQUALS_CHECKS: readonly EqualsCheck[] = [
  equals('B01', 'closing-not-opening-and-moves', 'HTX.SO', ['HTX.DAUKY', 'HTX.MOI'], ['HTX.GIAITHE', 'HTX.CHUYEN']),
  equals('B01', 'statuses-not-total', 'HTX.SO', ['HTX.HD', 'HTX.DUNG']),
  equals('B01', 'sectors-not-total', 'HTX.SO', SECTORS),
  equals('B01', 'agriculture-not-its-sectors', 'HTX.NN.SO', SECTORS.slice(0, 4)),
  equals('B01', 'with-sector-not-total', 'HTX.CONGANH', ['HTX.SO'], ['HTX.LV.CHUA']),
  equals('B04', 'ratings-not-operating', 'HTX.HD', ['XL.TOT', 'XL.KHA', 'XL.TB', 'XL.YEU', 'XL.KHONG']),
  equals('B04', 'good-fair-not-sum', 'XL.TK', ['XL.TOT', 'XL.KHA']),
  equals('B04', 'rated-not-sum', 'XL.DAXEP', ['XL.TOT', 'XL.KHA', 'XL.TB', 'XL.YEU']),
  equals('B06', 'fund-balance-not-moves', 'QUY.DN', ['QUY.DAU', 'QUY.CHOVAY'], ['QUY.THUNO']),
  equals('B08', 'awards-not-kinds', 'KT.TONG', ['KT.CT', 'KT.CD', 'KT.DX', 'KT.KHAC']),
  equals('B08', 'awards-not-recipients', 'KT.TONG', ['KT.TT', 'KT.LD', 'KT.CM', 'KT.LDSX', 'KT.CHUARO']),
  equals('B08', 'persons-not-recipients', 'KT.CANHAN', ['KT.LD', 'KT.CM', 'KT.LDSX']),
];

/** Parts that may not pass their whole. */
export const AT_MOST_CHECKS: readonly AtMostCheck[] = [
  atMost('B01', 'new-agricultural-over-new', 'HTX.MOI.NN', 'HTX.MOI'),
  atMost('B02', 'women-over-members', 'TV.NU', 'TV.SO'),
  atMost('B02', 'minority-over-members', 'TV.DTTS', 'TV.SO'),
  mildly(atMost('B02', 'member-kinds-over-members', ['TV.CT', 'TV.LK'], 'TV.SO')),
  atMost('B02', 'member-base-over-total', 'TV.HTX', 'HTX.SO'),
  atMost('B02', 'women-over-workers', 'LD.NU', 'LD.TX'),
  atMost('B02', 'income-base-over-workers', 'LD.CO', 'LD.TX'),
  mildly(atMost('B03', 'paid-in-over-charter', 'VON.TG', 'VON.DL')),
  atMost('B03', 'revenue-base-over-total', 'DT.HTX', 'HTX.SO'),
  atMost('B03', 'member-sales-over-revenue', 'DT.TV', 'DT.TONG'),
  mildly(atMost('B03', 'profit-over-revenue', 'LN.TONG', 'DT.TONG')),
  atMost('B03', 'sold-over-member-output', 'BT.TU', 'BT.MAU'),
  atMost('B03', 'sold-over-member-sales', 'BT.TU', 'DT.TV'),
  atMost('B03', 'offtake-over-operating', 'BT.SO', 'HTX.HD'),
  atMost('B03', 'value-chain-over-operating', 'CGT.SO', 'HTX.HD'),
  atMost('B03', 'certified-over-total', 'CN.HL', 'HTX.SO'),
  atMost('B03', 'served-over-its-base', 'DVTV.SO', 'DVTV.MAU'),
  mildly(atMost('B03', 'served-base-over-members', 'DVTV.MAU', 'TV.SO')),
  mildly(atMost('B05', 'advised-over-new', 'TV.HTXMOI', 'HTX.MOI')),
  atMost('B06', 'overdue-over-loans', 'QUY.QH', 'QUY.DN'),
  mildly(atMost('B06', 'borrowers-over-operating', 'QUY.HTXVAY', 'HTX.HD')),
  atMost('B07', 'funds-reporting-over-funds', 'QTD.BC', 'QTD.SO'),
  atMost('B07', 'funds-profitable-over-reporting', 'QTD.LAI', 'QTD.BC'),
  atMost('B07', 'bad-debt-over-loans', 'QTD.NX', 'QTD.DN'),
  atMost('B08', 'awarded-women-over-awards', ['KT.NU', 'KT.TT'], 'KT.TONG'),
  atMost('B08', 'awarded-mountain-over-awards', 'KT.MN', 'KT.TONG'),
  ...['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8', 'W9', 'W10'].map((sign) =>
    atMost('B09', 'difficulty-over-total', `KK.${sign}`, 'HTX.SO'),
  ),
];

/** The opening figure of a period is the closing figure of the one before. */
export const OPENING_CHECKS = [
  { code: 'reporting.opening-not-previous-closing', formCode: 'B01', opening: 'HTX.DAUKY', closing: 'HTX.SO' },
  { code: 'reporting.fund-opening-not-previous-closing', formCode: 'B06', opening: 'QUY.DAU', closing: 'QUY.DN' },
] as const;

/** Amounts that may be below zero: profit less loss. */
export const MAY_BE_NEGATIVE: ReadonlySet<string> = new Set(['LN.TONG', 'QTD.LN']);

/** Petitions rest on difficulties that cooperatives named. */
export const GROUNDS_CHECK = {
  code: 'reporting.petitions-without-grounds',
  formCode: 'B09',
  petitions: ['KN.MO', 'KN.XONG'],
  grounds: ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8', 'W9', 'W10'].map((sign) => `KK.${sign}`),
} as const;

/** A mean per cooperative is asked about when it is so many times the median of the units, or the median so many times it. */
export const MEAN_OVER_MEDIAN_MAX = '3';

const COUNT = String.raw`(?<n>\d{1,3}(?:\.\d{3})+|\d+)`;
const HTX = '(?:htx|hop tac xa)';
const WHOLE_UNIT = `(?:toan tinh|ca tinh|toan thanh pho|tren dia ban (?:toan )?(?:tinh|thanh pho))`;
/** What may follow a total and leaves it a total: an end, a bracket, or a clause that compares or divides it. */
const ENDS = String.raw`(?=\s*(?:$|[.;:()\n]|,?\s*(?:trong do|gom|bao gom|tang|giam|so voi|dat)\b))`;

export interface NarrativeClaim {
  readonly indicator: string;
  readonly severity: Severity;
  /** On folded text (`fold`); the group `n` is the number claimed. */
  readonly pattern: RegExp;
}

function claim(indicator: string, severity: Severity, pattern: string): NarrativeClaim {
  return { indicator, severity, pattern: new RegExp(pattern, 'g') };
}

/** A sentence with one of these (folded) words speaks of another time or of an aim: its numbers claim nothing. */
export const ANOTHER_TIME =
  /cung ky|nam truoc|ky truoc|dau ky|dau nam|truoc day|ke hoach|phan dau|muc tieu|du kien|chi tieu/;

/** How a narrative states a figure of the forms. Errors only where the words leave no doubt that the whole unit is meant. */
export const NARRATIVE_CLAIMS: readonly NarrativeClaim[] = [
  claim('HTX.SO', 'error', String.raw`${WHOLE_UNIT}[^.;\d]{0,20}co (?:tong (?:so|cong) )?${COUNT} ${HTX}${ENDS}`),
  claim('HTX.SO', 'error', String.raw`tong so ${HTX}[^.;\d]{0,30}?(?:la|co|:) ?${COUNT}(?: ${HTX})?${ENDS}`),
  claim('QTD.SO', 'error', String.raw`${WHOLE_UNIT}[^.;\d]{0,20}co ${COUNT} (?:quy tin dung nhan dan|qtdnd)${ENDS}`),
  claim('HTX.MOI', 'warning', `thanh lap moi (?:duoc )?${COUNT} ${HTX}`),
  claim('HTX.GIAITHE', 'warning', `giai the (?:duoc )?${COUNT} ${HTX}`),
  claim('HTX.HD', 'warning', `${COUNT} ${HTX} dang hoat dong`),
  claim('LH.SO', 'warning', String.raw`${WHOLE_UNIT}[^.;\d]{0,20}co ${COUNT} lien hiep ${HTX}${ENDS}`),
  claim('THT.SO', 'warning', String.raw`${WHOLE_UNIT}[^.;\d]{0,20}co ${COUNT} to hop tac${ENDS}`),
];
