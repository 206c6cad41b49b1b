import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { OrganisationId } from '#register/public.ts';
import type { Application, ApplicationId, ChecklistItem, Due, Member, MemberId, Membership, Step } from './model.ts';

/** What a dossier had to hold on that day, in its order. */
export async function checklistOn(db: ReadDb, day: IsoDate): Promise<readonly ChecklistItem[]> {
  const found = await sql<ChecklistItem>`
    select code, words, citation, verified from membership.checklist_item
     where valid_from <= ${day} and (valid_until is null or valid_until > ${day})
     order by rank, code`.execute(db);
  return found.rows;
}

/** All dossiers and memberships of an organisation, the newest of each first. */
export async function membershipOf(db: ReadDb, organisationId: OrganisationId): Promise<Membership> {
  const applications = await sql<{ id: ApplicationId }>`select id from membership.application
    where organisation_id = ${organisationId} order by applied_on desc, id desc`.execute(db);
  const members = await sql<{ id: MemberId }>`select id from membership.member
    where organisation_id = ${organisationId} order by valid_from desc, id desc`.execute(db);
  const found = { applications: [] as Application[], members: [] as Member[] };
  for (const { id } of applications.rows) {
    const one = await findApplication(db, organisationId, id);
    if (one) found.applications.push(one);
  }
  for (const { id } of members.rows) {
    const one = await findMember(db, organisationId, id);
    if (one) found.members.push(one);
  }
  return found;
}

/** Nobody else steps with this dossier, or this member, until the transaction ends. */
export async function holdMembership(tx: Tx, organisationId: OrganisationId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${organisationId}, 27))`.execute(tx);
}

export async function findApplication(
  db: ReadDb,
  organisationId: OrganisationId,
  id: string,
): Promise<Application | undefined> {
  const found = await sql<Omit<Application, 'checklist' | 'steps'>>`
    select id, organisation_id as "organisationId", receipt_code as "receiptCode", state, applied_on as "appliedOn",
           present, gaps, version
      from membership.application where organisation_id = ${organisationId} and id = ${id}`.execute(db);
  const [application] = found.rows;
  if (!application) return undefined;
  const steps = await sql<Step>`
    select act, effective_on as "effectiveOn", paper_no as "paperNo", note, recorded_at as "recordedAt",
           recorded_by as "recordedBy"
      from membership.application_act
     where organisation_id = ${organisationId} and application_id = ${id} order by sequence`.execute(db);
  return { ...application, checklist: await checklistOn(db, application.appliedOn), steps: steps.rows };
}

export async function findMember(db: ReadDb, organisationId: OrganisationId, id: string): Promise<Member | undefined> {
  const found = await sql<Omit<Member, 'steps' | 'dues'>>`
    select id, state, decision_no as "decisionNo", card_no as "cardNo", valid_from as "validFrom",
           valid_until as "validUntil", version
      from membership.member where organisation_id = ${organisationId} and id = ${id}`.execute(db);
  const [member] = found.rows;
  if (!member) return undefined;
  const steps = await sql<Step>`
    select act, effective_on as "effectiveOn", paper_no as "paperNo", note, recorded_at as "recordedAt",
           recorded_by as "recordedBy"
      from membership.member_act
     where organisation_id = ${organisationId} and member_id = ${id} order by sequence`.execute(db);
  const dues = await sql<Due>`
    select year, amount_dong as "amountDong", paid_on as "paidOn", paper_no as "paperNo", recorded_by as "recordedBy"
      from membership.due where organisation_id = ${organisationId} and member_id = ${id} order by year desc`.execute(
    db,
  );
  return { ...member, steps: steps.rows, dues: dues.rows };
}
