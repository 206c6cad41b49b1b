import pg from 'pg';
import { Refused } from '#kernel/refusal.ts';
import type { Tx, WholeDb } from './db.server.ts';

const RETRIES_MAX = 3;
const SERIALISATION_FAILURE = '40001';
const DEADLOCK = '40P01';

/** A constraint that a race or a person's act can hit, and the refusal that it means. Every other violation is a bug. */
const REFUSAL_OF_CONSTRAINT: Readonly<Record<string, string>> = {
  alliance_is_in_one_cluster_at_a_time: 'organisations.membership.overlaps',
  cluster_membership_pkey: 'organisations.membership.overlaps',
  cluster_has_one_head_at_a_time: 'organisations.office.two-heads',
  cluster_term_ends_not_before_it_begins: 'organisations.office.ends-before-it-begins',
  alliance_code_is_unique: 'organisations.alliance.code-taken',
  cluster_code_is_unique: 'organisations.cluster.code-taken',
  department_is_named_once_at_a_time: 'organisations.department.named-already',
  alliance_ends_in_one_other: 'organisations.alliance.succeeded-already',
  locked_review_is_never_changed: 'review.snapshot.locked',
  snapshot_versions_count_up: 'review.snapshot.locked-meanwhile',
  account_login_is_unique: 'platform.account.login-taken',
  passkey_is_registered_once: 'platform.passkey.known',
  consent_is_given_once: 'rights.consent.in-force',
  identity_belongs_to_one_account: 'platform.identity.taken',
  email_awaits_one_account: 'platform.identity.taken',
  account_awaits_one_email_at_a_provider: 'platform.identity.already-awaited',
  account_has_one_identity_at_a_provider: 'platform.identity.already-linked',
  account_grant_pkey: 'platform.account.grant-taken',
  delegations_of_a_kind_do_not_overlap: 'platform.delegation.overlaps',
  unit_reviews_once_a_quarter: 'people.review.signed-already',
  article_slug_is_unique: 'portal.article.slug-taken',
};

/** Begins, works, commits; rolls back on any exception; retries only what PostgreSQL asks to retry. */
export async function transact<T>(db: WholeDb, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt <= RETRIES_MAX && isRetryable(error)) continue;
      throw refusalOf(error) ?? error;
    }
  }
}

function isRetryable(error: unknown): boolean {
  return error instanceof pg.DatabaseError && [SERIALISATION_FAILURE, DEADLOCK].includes(error.code ?? '');
}

function refusalOf(error: unknown): Refused | undefined {
  if (!(error instanceof pg.DatabaseError) || !error.constraint) return undefined;
  const code = REFUSAL_OF_CONSTRAINT[error.constraint];
  return code ? new Refused({ code, facts: { constraint: error.constraint } }) : undefined;
}
