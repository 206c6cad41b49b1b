import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { ruleValue } from '#legal/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { Incident, IncidentStep } from './model.ts';
import type { Within } from './queries.ts';

export interface FoundIncident extends Incident {
  readonly allianceCode: string | null;
  readonly steps: readonly IncidentStep[];
}

/** Incidents of these alliances, open ones first, then by when they were found. */
export async function listIncidents(db: ReadDb, within: Within, most: number): Promise<readonly FoundIncident[]> {
  return await incidentsWhere(db, within === 'all' ? sql`true` : sql`alliance.code = any(${within}::text[])`, most);
}

/** The incident of that number; refused when there is none. */
export async function getIncident(db: ReadDb, number: string): Promise<FoundIncident> {
  const [found] = await incidentsWhere(db, sql`incident.number = ${number}`, 1);
  if (!found) throw new Refused({ code: 'rights.incident.not-found', facts: { number } });
  return found;
}

type RawStep = Omit<IncidentStep, 'happenedAt' | 'recordedAt'> & { happenedAt: string; recordedAt: string };

async function incidentsWhere(
  db: ReadDb,
  where: ReturnType<typeof sql>,
  most: number,
): Promise<readonly FoundIncident[]> {
  const found = await sql<Omit<FoundIncident, 'steps'> & { steps: RawStep[] }>`
    select incident.id, incident.number, incident.alliance_id as "allianceId", alliance.code as "allianceCode",
           incident.is_drill as "isDrill", incident.title, incident.detected_at as "detectedAt",
           incident.data_kinds as "dataKinds", incident.people_count as "peopleCount", incident.harm, incident.measures,
           incident.cause, incident.lesson, incident.created_by as "createdBy", incident.closed_at as "closedAt",
           incident.closed_by as "closedBy",
           coalesce((select jsonb_agg(jsonb_build_object('id', id, 'phase', phase, 'note', note, 'happenedAt', happened_at,
                       'recordedAt', recorded_at, 'recordedBy', recorded_by) order by happened_at, recorded_at, id)
                       from rights.incident_step where incident_id = incident.id), '[]') as steps
      from rights.incident incident left join organisations.alliance alliance on alliance.id = incident.alliance_id
     where ${where} order by incident.closed_at is not null, incident.detected_at desc, incident.number limit ${most}`.execute(
    db,
  );
  return found.rows.map((row) => ({
    ...row,
    steps: row.steps.map((step) => ({
      ...step,
      happenedAt: new Date(step.happenedAt),
      recordedAt: new Date(step.recordedAt),
    })),
  }));
}

/** Hours within which the authority must be told, and months between two drills. */
export async function incidentTerms(
  db: ReadDb,
  on: IsoDate,
): Promise<{ noticeHours: number; isVerified: boolean; drillMonths: number }> {
  const [notice, drill] = await Promise.all([
    ruleValue(db, 'rights.breach-notice', on),
    ruleValue(db, 'rights.breach-drill', on),
  ]);
  return {
    noticeHours: z.int().parse(notice.value),
    isVerified: notice.verified,
    drillMonths: z.int().parse(drill.value),
  };
}
