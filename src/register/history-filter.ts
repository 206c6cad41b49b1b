import type { DatedEntry } from './subjects.ts';

/** What a person asks of the history; an empty word asks nothing. */
export interface HistoryFilter {
  readonly field: string;
  /** `workbook`, `manual` or `undo`. */
  readonly source: string;
  readonly periodCode: string;
  /** The first page is 1. */
  readonly page: number;
}

export const HISTORY_PAGE = 10;

export interface HistoryPage {
  readonly filter: HistoryFilter;
  readonly total: number;
  readonly pages: number;
  readonly entries: readonly DatedEntry[];
  /** What can be asked for: fields that ever changed, periods that were ever named. */
  readonly fields: readonly string[];
  readonly periods: readonly string[];
}

/** Reads the filter from an address: `truong`, `tu`, `ky`, `trang`. */
export function readHistoryFilter(search: URLSearchParams): HistoryFilter {
  const page = Number(search.get('trang') ?? '1');
  return {
    field: search.get('truong') ?? '',
    source: search.get('tu') ?? '',
    periodCode: search.get('ky') ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of a page of the same question. */
export function historyHref(filter: HistoryFilter, page: number): string {
  const search = new URLSearchParams({ the: 'nhat-ky' });
  if (filter.field) search.set('truong', filter.field);
  if (filter.source) search.set('tu', filter.source);
  if (filter.periodCode) search.set('ky', filter.periodCode);
  if (page > 1) search.set('trang', String(page));
  return `?${search}`;
}

/** The entries that the filter asks for; with a field, each shows that field alone. A page too far is the last one. */
export function historyPage(history: readonly DatedEntry[], filter: HistoryFilter): HistoryPage {
  const found = history.filter(
    (entry) =>
      (filter.source === '' || entry.source === filter.source) &&
      (filter.periodCode === '' || entry.periodCode === filter.periodCode) &&
      (filter.field === '' || filter.field in entry.fields),
  );
  const pages = Math.max(1, Math.ceil(found.length / HISTORY_PAGE));
  const page = Math.min(filter.page, pages);
  const entries = found.slice((page - 1) * HISTORY_PAGE, page * HISTORY_PAGE);
  return {
    filter: { ...filter, page },
    total: found.length,
    pages,
    entries: filter.field === '' ? entries : entries.map((entry) => onlyField(entry, filter.field)),
    fields: [...new Set(history.flatMap((entry) => Object.keys(entry.fields)))],
    periods: [...new Set(history.flatMap(({ periodCode }) => (periodCode ? [periodCode] : [])))].toSorted().reverse(),
  };
}

function onlyField(entry: DatedEntry, field: string): DatedEntry {
  const change = entry.fields[field];
  return change ? { ...entry, fields: { [field]: change } } : entry;
}
