import { FORM_CODES } from './messages.vi.ts';
import type { FormCode } from './model.ts';

/** What the address of the sheet says: form, toggles, open cell. */
export interface SheetAddress {
  readonly form: FormCode;
  readonly onlyDifferent: boolean;
  readonly withCounts: boolean;
  readonly withLastYear: boolean;
  /** The cell whose lineage is open: `HTX.SO.LMHTX-NA`. */
  readonly open: string | null;
}

export function parseSheetAddress(url: string): SheetAddress {
  const search = new URL(url).searchParams;
  return {
    form: FORM_CODES.find((code) => code === search.get('bieu')) ?? 'B01',
    onlyDifferent: search.get('lech') === '1',
    withCounts: search.get('dem') === '1',
    withLastYear: search.get('cungky') !== '0',
    open: search.get('o'),
  };
}

export function sheetAddress(period: string, view: SheetAddress): string {
  const search = new URLSearchParams({ bieu: view.form });
  if (view.onlyDifferent) search.set('lech', '1');
  if (view.withCounts) search.set('dem', '1');
  if (!view.withLastYear) search.set('cungky', '0');
  if (view.open) search.set('o', view.open);
  return `/van-phong/ky/${period}/tong-hop?${search}`;
}
