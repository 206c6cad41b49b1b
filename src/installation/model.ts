/** Where the first set-up stands; what is there already is not asked for again. */
export type SetUpStep = 'code' | 'site' | 'administrator' | 'backups';

/** One dated value of a rule set, as the file carries it. */
export interface ConfiguredRule {
  readonly key: string;
  readonly value: unknown;
  readonly unit: string;
  readonly citation: string;
  readonly certainty: string;
  readonly verified: boolean;
  readonly note: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** What is carried from one server to another. */
export interface Configuration {
  /** By the key of the setting. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** In the order of key and first day. */
  readonly rules: readonly ConfiguredRule[];
}
