import type { IsoDate } from '#kernel/time.ts';

/** A law, decree, circular or decision as the register of citations knows it. */
export interface Instrument {
  /** `45/2021/NĐ-CP`. */
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly issuedOn: IsoDate | null;
  readonly inForceFrom: IsoDate | null;
  /** First day on which it no longer holds; null: in force, or not known. */
  readonly inForceUntil: IsoDate | null;
  readonly replacedBy: string | null;
  /** A person has compared the entry with the original text. */
  readonly verified: boolean;
}

/** A number or list that law or the office sets, as valid on a day. */
export interface RuleValue {
  readonly key: string;
  readonly value: unknown;
  readonly unit: string;
  readonly citation: string;
  readonly certainty: string;
  readonly verified: boolean;
  readonly note: string;
}
