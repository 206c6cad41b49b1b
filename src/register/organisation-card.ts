import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { ORGANISATIONS } from './fields.ts';
import type { ActKind, Facts, OrganisationId } from './model.ts';
import { factsSql } from './records.ts';
import type { OrganisationHead } from './subjects.ts';
import { getOrganisationHead } from './subjects.ts';

/** Everything the register says of one organisation now. */
export interface OrganisationCard {
  readonly head: OrganisationHead;
  /** Of the organisation itself; what it reports is by period. */
  readonly facts: Facts;
  /** Newest period first. */
  readonly reports: readonly { readonly periodCode: string; readonly facts: Facts }[];
  /** In force, newest first. */
  readonly acts: readonly CardAct[];
}

export interface CardAct {
  readonly act: ActKind;
  readonly effectiveOn: IsoDate;
  readonly isDayStated: boolean;
  readonly evidence: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

export async function getOrganisation(db: ReadDb, id: OrganisationId): Promise<OrganisationCard> {
  const head = await getOrganisationHead(db, id);
  const periods = await sql<{ periodCode: string | null; facts: Facts }>`
    select report.period_code as "periodCode", ${factsSql(ORGANISATIONS)} as facts
      from register.organisation subject
      left join register.period_report report on report.organisation_id = subject.id
     where subject.id = ${id}
     order by report.period_code desc`.execute(db);
  const acts = await sql<CardAct>`
    select act.act, act.effective_on as "effectiveOn", act.is_day_stated as "isDayStated", act.evidence,
           act.recorded_at as "recordedAt", act.recorded_by as "recordedBy"
      from register.act act
     where act.organisation_id = ${id} and act.undone_at is null and act.act <> 'change'
     order by act.effective_on desc, (act.act <> 'establish') desc, act.sequence desc`.execute(db);
  const reports = periods.rows.flatMap(({ periodCode, facts }) => (periodCode === null ? [] : [{ periodCode, facts }]));
  return { head, facts: periods.rows[0]?.facts ?? {}, reports, acts: acts.rows };
}

/** Periods for which anybody reports, newest first. */
export async function periodsReported(db: ReadDb): Promise<readonly string[]> {
  const found = await sql<{ code: string }>`
    with recursive period (code) as (
      select max(period_code) from register.period_report
      union all
      select (select max(period_code) from register.period_report where period_code < period.code)
        from period where period.code is not null
    )
    select code from period where code is not null`.execute(db);
  return found.rows.map((row) => row.code);
}

export interface Sector {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly groupCode: string;
}

/** In the order of the reports. */
export async function listSectors(db: ReadDb): Promise<readonly Sector[]> {
  return await db
    .selectFrom('register.sector')
    .select(['code', 'name', 'short_name as shortName', 'group_code as groupCode'])
    .orderBy('rank')
    .execute();
}
