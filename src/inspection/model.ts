import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';

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
  readonly allianceId: string;
  readonly stratum: string;
  readonly href: string;
  readonly cells: readonly string[];
}

export interface Population {
  readonly columns: readonly string[];
  readonly rows: readonly PopulationRow[];
}

export type SampleId = Id<'inspection.sample'>;
export type Result = 'right' | 'wrong' | 'unverifiable';
export type FollowUpState = 'open' | 'done' | 'verified';

/** A sample as it was drawn and kept. */
export interface KeptSample {
  readonly id: SampleId;
  readonly population: PopulationKind;
  /** Empty: every alliance within the reach of whoever drew. */
  readonly allianceCode: string;
  readonly strata: StrataKind;
  readonly seed: string;
  readonly sizeWanted: number;
  readonly populationCount: number;
  readonly fingerprint: string;
  /** Heads of the items' cells. */
  readonly columns: readonly string[];
  readonly drawnAt: Date;
  readonly drawnBy: string;
  /** Empty while nothing is concluded. */
  readonly conclusion: string;
  readonly concludedAt: Date | null;
  readonly concludedBy: string | null;
}

export interface FollowUp {
  readonly task: string;
  readonly mendedBy: string;
  readonly dueOn: IsoDate;
  readonly state: FollowUpState;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly answer: string;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly verifiedAt: Date | null;
  readonly verifiedBy: string | null;
}

/** An element of a kept sample, as it stood when drawn, with what was found. */
export interface KeptItem {
  readonly sampleId: SampleId;
  readonly itemNo: number;
  readonly elementId: string;
  readonly allianceId: string;
  readonly allianceCode: string;
  readonly stratum: string;
  readonly href: string;
  readonly cells: readonly string[];
  /** Null: not looked at yet. */
  readonly result: Result | null;
  /** Which figure is wrong, as it is recorded, and as it was found; empty where the finding is of no figure. */
  readonly figureName: string;
  readonly recorded: string;
  readonly found: string;
  readonly note: string;
  readonly evidence: string;
  readonly foundAt: Date | null;
  readonly foundBy: string | null;
  readonly followUp: FollowUp | null;
}
