import { AGRICULTURAL_SECTORS } from '#register/public.ts';
import type { Indicator } from '#reporting/public.ts';
import { FUND_STATUSES, KINDS, RATINGS, STATUSES, YES_NO } from '../columns/choices.ts';
import { labelOf } from '../columns/model.ts';
import { FUND_COLUMNS, REGISTER_COLUMNS } from '../columns.ts';
import type { WorkbookDefinition } from '../model.ts';

/** Columns of the register that a count names by the database's word. */
const CODE_OF_FIELD = new Map(REGISTER_COLUMNS.map((column) => [column.field, column.code]));
const FUND_CODE_OF_FIELD = new Map(FUND_COLUMNS.map((column) => [column.field, column.code]));
const UNION = `SB_LOAI,"${labelOf(KINDS, 'cooperative-union')}"`;
const HTX = `SB_LOAI,"${labelOf(KINDS, 'cooperative')}"`;

/**
 * The formula that counts over the workbook's own register sheets what the dictionary asks to be counted; empty when
 * nothing is entered there. Null where there is no such count. Money is divided to the scale of the form.
 */
export function countingFormula(indicator: Indicator, definition: WorkbookDefinition): string | null {
  const count = indicator.countedBy === null ? null : countOf(indicator.countedBy, definition);
  if (count === null) return null;
  const scaled = indicator.entryScale === 1 ? count : `(${count})/${indicator.entryScale}`;
  const names = indicator.countedBy?.startsWith('funds') ? 'QT_TEN' : 'SB_TEN';
  return `IF(COUNTA(${names})=0,"",${scaled})`;
}

function countOf(key: string, definition: WorkbookDefinition): string | null {
  const [word = '', detail = ''] = key.split(':');
  const counted = oneOf('SB_TINH_TRANG', definition.countedStatuses.map(statusLabel));
  const operating = `SB_TINH_TRANG,"${statusLabel('operating')}"`;
  const inPeriod = `SB_NGAY_THANH_LAP,">="&${date(definition.period.firstDay)},SB_NGAY_THANH_LAP,"<="&${date(definition.period.lastDay)}`;
  const agricultural = oneOf(
    'SB_LINH_VUC',
    AGRICULTURAL_SECTORS.map((code) => labelOf(definition.sectors, code)),
    ';',
  );
  switch (word) {
    case 'counted':
      return counts(HTX, counted);
    case 'operating':
      return counts(HTX, operating);
    case 'stopped':
      return counts(
        HTX,
        oneOf('SB_TINH_TRANG', definition.countedStatuses.filter((one) => one !== 'operating').map(statusLabel)),
      );
    case 'established-in-period':
      return counts(HTX, inPeriod);
    case 'established-agricultural':
      return counts(
        HTX,
        inPeriod,
        oneOf(
          'SB_LINH_VUC',
          AGRICULTURAL_SECTORS.map((code) => labelOf(definition.sectors, code)),
        ),
      );
    case 'agricultural':
      return counts(HTX, counted, agricultural);
    case 'with-sector':
      return counts(HTX, counted, 'SB_LINH_VUC,"?*"');
    case 'sector':
      return counts(
        HTX,
        counted,
        detail === 'none' ? 'SB_LINH_VUC,""' : `SB_LINH_VUC,"${labelOf(definition.sectors, detail)}"`,
      );
    case 'unions':
      return counts(UNION, oneOf('SB_TINH_TRANG', ['operating', 'suspended'].map(statusLabel)));
    case 'rating':
      return counts(HTX, operating, ratingCriterion(detail));
    case 'having-offtake':
      return counts(HTX, operating, 'SB_BAO_TIEU,">0"');
    case 'value-chain':
      return counts(HTX, operating, `SB_CHUOI_GIA_TRI,"${labelOf(YES_NO, 'true')}"`);
    case 'certified':
      return counts(HTX, operating, 'SB_CHUNG_NHAN,"?*"');
    case 'sum':
      return `SUMPRODUCT(SUMIFS(${registerName(detail)},${HTX},${counted}))`;
    case 'having':
      return `SUMPRODUCT(${countedMask(definition)}*ISNUMBER(${registerName(detail)}))`;
    default:
      return pairedOf(word, definition) ?? fundsOf(word, detail);
  }
}

/** Sums over the rows where two figures are both known. */
function pairedOf(word: string, definition: WorkbookDefinition): string | null {
  const both = (a: string, b: string) => `${countedMask(definition)}*ISNUMBER(${a})*ISNUMBER(${b})`;
  switch (word) {
    case 'income-workers':
      return `SUMPRODUCT(${both('SB_LD_THUONG_XUYEN', 'SB_THU_NHAP')},SB_LD_THUONG_XUYEN)`;
    case 'income-total':
      return `SUMPRODUCT(${both('SB_LD_THUONG_XUYEN', 'SB_THU_NHAP')},SB_LD_THUONG_XUYEN,SB_THU_NHAP)`;
    case 'offtake-sold':
      return `SUMPRODUCT(${both('SB_DT_THANH_VIEN', 'SB_GT_SAN_PHAM_TV')},SB_DT_THANH_VIEN)`;
    case 'offtake-output':
      return `SUMPRODUCT(${both('SB_DT_THANH_VIEN', 'SB_GT_SAN_PHAM_TV')},SB_GT_SAN_PHAM_TV)`;
    case 'served':
      return `SUMPRODUCT(${both('SB_TV_DUNG_DICH_VU', 'SB_TV_TONG')},SB_TV_DUNG_DICH_VU)`;
    case 'served-base':
      return `SUMPRODUCT(${both('SB_TV_DUNG_DICH_VU', 'SB_TV_TONG')},SB_TV_TONG)`;
    default:
      return null;
  }
}

function fundsOf(word: string, detail: string): string | null {
  const open = oneOf('QT_TINH_TRANG', [labelOf(FUND_STATUSES, 'operating'), labelOf(FUND_STATUSES, 'special-control')]);
  const reporting = `(QT_TEN<>"")*(QT_TINH_TRANG<>"${labelOf(FUND_STATUSES, 'closed')}")*ISNUMBER(QT_DU_NO)*ISNUMBER(QT_LOI_NHUAN)`;
  switch (word) {
    case 'funds':
      return counts(open);
    case 'funds-reporting':
      return `SUMPRODUCT(${reporting})`;
    case 'funds-profitable':
      return `SUMPRODUCT(${reporting}*(QT_LOI_NHUAN>0))`;
    case 'funds-sum':
      return `SUMPRODUCT(${reporting},${`QT_${FUND_CODE_OF_FIELD.get(camel(detail)) ?? ''}`})`;
    default:
      return null;
  }
}

function ratingCriterion(rating: string): string {
  const labels = (values: readonly string[]) =>
    oneOf(
      'SB_XEP_LOAI',
      values.map((value) => labelOf(RATINGS, value)),
    );
  if (rating === 'good-fair') return labels(['good', 'fair']);
  if (rating === 'rated') return labels(['good', 'fair', 'average', 'weak']);
  if (rating === 'none') return `SB_XEP_LOAI,{"${labelOf(RATINGS, 'not-rated')}",""}`;
  return labels([rating]);
}

function counts(...criteria: readonly string[]): string {
  return `SUMPRODUCT(COUNTIFS(${criteria.join(',')}))`;
}

/** A criterion that takes any of these words; two of them in one formula need different directions. */
function oneOf(name: string, words: readonly string[], separator: ',' | ';' = ','): string {
  const quoted = words.map((word) => `"${word}"`);
  return quoted.length === 1 ? `${name},${quoted[0]}` : `${name},{${quoted.join(separator)}}`;
}

function countedMask(definition: WorkbookDefinition): string {
  const states = definition.countedStatuses.map((status) => `(SB_TINH_TRANG="${statusLabel(status)}")`).join('+');
  return `(SB_LOAI="${labelOf(KINDS, 'cooperative')}")*(${states})`;
}

function statusLabel(status: string): string {
  return labelOf(STATUSES, status);
}

/** `members_total` → the name of its column, `SB_TV_TONG`. */
function registerName(databaseWord: string): string {
  return `SB_${CODE_OF_FIELD.get(camel(databaseWord)) ?? ''}`;
}

function camel(databaseWord: string): string {
  return databaseWord.replace(/_(\w)/g, (_, first: string) => first.toUpperCase());
}

function date(day: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return `DATE(${year},${month},${dayOfMonth})`;
}
