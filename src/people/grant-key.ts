import type { GrantUnderReview } from './model.ts';

/** The name of a right in a form. */
export function grantKey({
  accountId,
  role,
  scope,
  validFrom,
}: Pick<GrantUnderReview, 'accountId' | 'role' | 'scope' | 'validFrom'>): string {
  return [accountId, role, scope, validFrom].join(' ');
}
