import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import type { OrganisationId } from '#register/public.ts';
import type { ApplicationState } from './model.ts';
import { findApplication } from './queries.ts';
import { gapsOf } from './rules.ts';

/** What the holder of a receipt sees: where the dossier stands and what is missing; no name, no paper, no person. */
export interface Followed {
  readonly receiptCode: string;
  readonly state: ApplicationState;
  readonly appliedOn: IsoDate;
  readonly steps: readonly { readonly act: string; readonly effectiveOn: IsoDate }[];
  /** Of the list with which the dossier was returned, what has not come in since. */
  readonly missing: readonly string[];
}

/** Follows a dossier by its receipt; refused when there is none of that code. Needs no right: who holds the receipt follows. */
export async function followApplication(nobody: Ctx, code: string): Promise<Followed> {
  const ctx = nobody.widened('membership-receipt');
  const wanted = code.trim().toLowerCase();
  const found = await sql<{ id: string; organisationId: OrganisationId }>`
    select id, organisation_id as "organisationId" from membership.application where receipt_code = ${wanted}`.execute(
    ctx.read,
  );
  const [hit] = found.rows;
  const application = hit ? await findApplication(ctx.read, hit.organisationId, hit.id) : undefined;
  if (!application) throw new Refused({ code: 'membership.receipt.not-found', facts: { field: 'ma' } });
  const { receiptCode, state, appliedOn, steps, checklist, present, gaps } = application;
  const missing =
    state === 'returned' ? gapsOf(checklist, present).filter(({ code: item }) => gaps.includes(item)) : [];
  return {
    receiptCode,
    state,
    appliedOn,
    steps: steps.map(({ act, effectiveOn }) => ({ act, effectiveOn })),
    missing: missing.map(({ words }) => words),
  };
}
