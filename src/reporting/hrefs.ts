import { formatFigureRef } from './figure-ref.ts';
import type { FigureRef, FormCode } from './model.ts';
import { registerHref } from './register-href.ts';

/** Addresses of this slice's pages, and of the pages of others that a figure leads to. */
export const hrefs = {
  start: () => '/van-phong',
  open: (periodCode: string) => `/van-phong/ky/mo?ky=${periodCode}`,
  board: (periodCode: string, unitCode?: string, form?: FormCode) =>
    `/van-phong/ky/${periodCode}/bang${unitCode && form ? `?o=${unitCode}.${form}` : ''}`,
  consolidation: (periodCode: string, form: FormCode, open?: FigureRef) =>
    `/van-phong/ky/${periodCode}/tong-hop?bieu=${form}${open ? `&o=${cellName(open)}` : ''}`,
  review: (periodCode: string) => `/van-phong/ky/${periodCode}/bao-cao`,
  tables: (periodCode: string) => `/van-phong/ky/${periodCode}/bao-cao/tai/bieu-tong-hop.xlsx`,
  workbook: (importId: string) => `/van-phong/nhap-excel/${importId}`,
  register: registerHref,
  figure: (ref: FigureRef) => `/api/v1/figures/${encodeURIComponent(formatFigureRef(ref))}`,
};

/** A figure's name in a search parameter, within a page of one period: `HTX.SO.LMHTX-NA`, `HTX.SO` for the cluster. */
export function cellName(ref: Pick<FigureRef, 'indicator' | 'unit'>): string {
  return ref.unit === null ? ref.indicator : `${ref.indicator}.${ref.unit}`;
}

/** Reads `cellName`: the unit is what stands after the last point and has the shape of a unit's code. */
export function parseCellName(text: string): Pick<FigureRef, 'indicator' | 'unit'> | undefined {
  const found = /^(?<indicator>[A-Z][A-Z0-9]*(?:\.[A-Z0-9]+)+?)(?:\.(?<unit>[A-Z0-9]+(?:-[A-Z0-9]+)+))?$/.exec(
    text,
  )?.groups;
  if (!found?.indicator) return undefined;
  return { indicator: found.indicator, unit: found.unit ?? null };
}
