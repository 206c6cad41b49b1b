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

/** A dated value with its span, as it is kept and carried from server to server. */
export interface RuleSpan extends RuleValue {
  readonly validFrom: string;
  /** The first day on which it no longer holds; null: still in force. */
  readonly validUntil: string | null;
}

/** A dated value as it now stands; `version` grows with each correction of the same span. */
export interface DatedRule extends RuleValue {
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
  readonly version: number;
}

/** What a dated value said before. */
export interface PastRule extends DatedRule {
  readonly why: string;
  readonly replacedAt: Date;
  readonly replacedBy: string;
}
