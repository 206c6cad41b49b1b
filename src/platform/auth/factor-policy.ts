import type { Role } from '#platform/ctx.ts';

/** Whoever holds one of these anywhere needs a second factor. */
const ROLES_WITH_FACTOR: ReadonlySet<Role> = new Set<Role>([
  'admin',
  'fund-officer',
  'fund-approver',
  'council-member',
]);
/** How long a proof suffices for acts that change how one proves oneself. */
export const FRESH_MINUTES = 10;

export interface Standing {
  readonly grants: readonly { readonly role: Role }[];
  /** Demonstration accounts have a printed password: they may have a second factor, yet need none. */
  readonly isDemo: boolean;
  /** The account has a one-time code app or a passkey. */
  readonly isEnrolled: boolean;
  /** This session has proved a second factor. */
  readonly hasFactor: boolean;
}

/** What a session owes before it may do anything: to prove the factor, or to set one up. */
export type Owed = 'proof' | 'enrolment' | null;

export function mustHaveFactor({ grants, isDemo }: Pick<Standing, 'grants' | 'isDemo'>): boolean {
  return !isDemo && grants.some(({ role }) => ROLES_WITH_FACTOR.has(role));
}

export function owedBy(standing: Standing): Owed {
  if (standing.hasFactor) return null;
  if (standing.isEnrolled) return 'proof';
  return mustHaveFactor(standing) ? 'enrolment' : null;
}

/** Whether the person proved who they are within the last ten minutes; by the second factor if they have one. */
export function isFresh(session: Pick<Standing, 'isEnrolled' | 'hasFactor'> & { provenAt: Date }, now: Date): boolean {
  const isRecent = now.getTime() - session.provenAt.getTime() <= FRESH_MINUTES * 60_000;
  return isRecent && (session.hasFactor || !session.isEnrolled);
}
