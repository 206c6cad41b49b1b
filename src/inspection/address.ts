import type { PopulationKind, StrataKind } from './model.ts';
import { STRATA_OF } from './model.ts';

export const SIZE_MAX = 2000;
const SEED_MAX = 60;

/** What an inspector asks for. */
export interface SampleAddress {
  readonly population: PopulationKind;
  /** Empty for every alliance in reach. */
  readonly allianceCode: string;
  readonly strata: StrataKind;
  /** Empty: nothing is drawn yet. */
  readonly seed: string;
  /** Null: what was typed is no whole number from 1 to `SIZE_MAX`. */
  readonly size: number | null;
}

const SIZE_AT_FIRST = 30;

/** What no address of ours would say falls back to what stands first. */
export function readSampleAddress(params: URLSearchParams): SampleAddress {
  const text = (name: string) => (params.get(name) ?? '').normalize('NFC').trim();
  const population = text('tu') === 'lan-nhap' ? 'lan-nhap' : 'to-chuc';
  const strata = STRATA_OF[population].find((each) => each === text('tang')) ?? 'lien-minh';
  return {
    population,
    allianceCode: /^[\w-]{1,40}$/.test(text('lien-minh')) ? text('lien-minh') : '',
    strata,
    seed: text('hat').slice(0, SEED_MAX).toWellFormed(),
    size: params.has('co') ? sizeOf(text('co')) : SIZE_AT_FIRST,
  };
}

export function writeSampleAddress({ population, allianceCode, strata, seed, size }: SampleAddress): string {
  const params = new URLSearchParams({ tu: population, tang: strata, hat: seed, co: String(size ?? '') });
  if (allianceCode) params.set('lien-minh', allianceCode);
  return `?${params}`;
}

function sizeOf(text: string): number | null {
  if (!/^\d{1,6}$/.test(text)) return null;
  const size = Number(text);
  return size >= 1 && size <= SIZE_MAX ? size : null;
}
