/** A lawful no: a code, the facts its sentence needs, and the legal ground where there is one. */
export interface Refusal {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly law?: string;
}

/** Thrown inside a transaction so that it rolls back; turned into words at the edge. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** Throws when a rule gave a reason; passes when it gave none. */
export function refuseIf(refusal: Refusal | undefined): void {
  if (refusal) throw new Refused(refusal);
}
