/** One column that holds what belongs to persons, as the reviewed file `seed/data-map.csv` says. */
export interface MappedColumn {
  /** `schema.table.column`. */
  readonly column: string;
  readonly data: string;
  readonly people: People;
  readonly purpose: Purpose;
  /** The ground in law; its certainty as everywhere: a source, `K` known and to be checked, `D` our own. */
  readonly basis: string;
  readonly certainty: string;
  readonly retention: Retention;
  readonly viewers: readonly Viewer[];
  readonly sensitivity: Sensitivity;
  readonly masking: Masking;
}

export type People = 'staff' | 'representatives' | 'office-holders' | 'visitors' | 'citizens';
/** A closed list: "other" is no purpose. */
export type Purpose =
  | 'run-accounts'
  | 'keep-register'
  | 'collect-figures'
  | 'accountability'
  | 'security'
  | 'public-information'
  | 'answer-people'
  | 'privacy-proof';
export type Retention =
  | 'closed-accounts'
  | 'sessions'
  | 'sign-in-attempts'
  | 'uploads'
  | 'visit-hashes'
  | 'request-senders'
  | 'request-words'
  | 'consent-names'
  | 'logs'
  | 'exports'
  | 'representatives'
  | 'with-record'
  | 'published';
export type Viewer =
  | 'admin'
  | 'secretary'
  | 'leader'
  | 'officer'
  | 'editor'
  | 'inspector'
  | 'self'
  | 'public'
  | 'nobody';
export type Sensitivity = 'basic' | 'sensitive';
export type Masking = 'none' | 'by-role' | 'phone' | 'hash';

export interface DataMap {
  readonly columns: readonly MappedColumn[];
  readonly sha256: string;
}
