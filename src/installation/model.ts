import type { RuleSpan } from '#legal/public.ts';

/** Where the first set-up stands; what is there already is not asked for again. */
export type SetUpStep = 'code' | 'site' | 'administrator' | 'backups';

/** What is carried from one server to another. */
export interface Configuration {
  /** By the key of the setting. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** In the order of key and first day. */
  readonly rules: readonly RuleSpan[];
}
