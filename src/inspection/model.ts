/** What a sample is drawn from. */
export type PopulationKind = 'to-chuc' | 'lan-nhap';
/** By what a population is divided. */
export type StrataKind = 'khong' | 'lien-minh' | 'linh-vuc' | 'tinh-trang' | 'loai-hinh' | 'ky';

export const STRATA_OF: Readonly<Record<PopulationKind, readonly StrataKind[]>> = {
  'to-chuc': ['lien-minh', 'linh-vuc', 'tinh-trang', 'loai-hinh', 'khong'],
  'lan-nhap': ['lien-minh', 'ky', 'khong'],
};

/** One line of a population: an id, its stratum, and what the sheet says of it. */
export interface PopulationRow {
  readonly id: string;
  readonly stratum: string;
  readonly href: string;
  readonly cells: readonly string[];
}

export interface Population {
  readonly columns: readonly string[];
  readonly rows: readonly PopulationRow[];
}
