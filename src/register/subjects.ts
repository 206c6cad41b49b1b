import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { isOfPeriod, ORGANISATIONS } from './fields.ts';
import type { FactValue, FieldChange, OrganisationId } from './model.ts';
import type { HistoryEntry } from './undo-planning.ts';
import { standingFields } from './undo-planning.ts';

/** Whose an organisation is, and how often it has been changed. */
export interface OrganisationHead {
  readonly id: OrganisationId;
  readonly allianceId: Id<'organisations.alliance'>;
  readonly allianceCode: string;
  readonly version: number;
  readonly isDemo: boolean;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** Refused when there is none, or it has been deleted. */
export async function getOrganisationHead(db: ReadDb, id: OrganisationId): Promise<OrganisationHead> {
  const found = await db
    .selectFrom('register.organisation as organisation')
    .innerJoin('organisations.alliance as alliance', 'alliance.id', 'organisation.alliance_id')
    .where('organisation.id', '=', id)
    .where('organisation.deleted_at', 'is', null)
    .select([
      'organisation.id',
      'alliance.id as allianceId',
      'alliance.code as allianceCode',
      'organisation.version',
      'organisation.is_demo as isDemo',
      'organisation.updated_at as updatedAt',
      'organisation.updated_by as updatedBy',
    ])
    .executeTakeFirst();
  if (!found) throw new Refused({ code: 'register.organisation.not-found', facts: {} });
  return found;
}

/** An entry of the history with what a person wants to know of it. */
export interface DatedEntry extends HistoryEntry {
  readonly fileName: string;
  readonly sheet: string;
  readonly rowNo: number | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** All that happened to one organisation, newest first. */
export async function historyOf(db: ReadDb, id: OrganisationId): Promise<readonly DatedEntry[]> {
  const found = await sql<DatedEntry>`
    select change.id, change.organisation_id as "subjectId", change.import_id as "importId", change.period_code as "periodCode",
           change.source, change.is_creation as "isCreation", change.fields, change.undoes_id as "undoesId",
           change.sequence::float8 as sequence, change.file_name as "fileName", change.sheet, change.row_no as "rowNo",
           change.recorded_at as "recordedAt", change.recorded_by as "recordedBy"
      from register.change change
     where change.organisation_id = ${id}
     order by change.sequence desc`.execute(db);
  return found.rows;
}

/** Where one value came from, who vouches for it, and what has been said against it since. */
export interface Provenance {
  readonly field: string;
  /** Null: holds whatever the period. */
  readonly periodCode: string | null;
  readonly value: FactValue;
  readonly source: 'workbook' | 'manual';
  readonly fileName: string;
  readonly sheet: string;
  /** `W12` where the column is known, `12` where only the row is, '' for what was typed here. */
  readonly cell: string;
  readonly at: Date;
  readonly by: string;
  readonly verified: { readonly at: Date; readonly by: string } | null;
  /** Values that came later and were kept out, undecided. */
  readonly denied: readonly DeniedValue[];
}

export interface DeniedValue {
  readonly id: string;
  readonly incoming: FactValue;
  readonly fileName: string;
  readonly sheet: string;
  readonly rowNo: number | null;
  readonly at: Date;
}

/** For every known value of an organisation: the newest change that named it and has not been undone. */
export async function provenanceOf(db: ReadDb, id: OrganisationId): Promise<readonly Provenance[]> {
  const history = await historyOf(db, id);
  const verified = await db
    .selectFrom('register.verification')
    .where('organisation_id', '=', id)
    .select(['field', 'period_code', 'verified_at', 'verified_by'])
    .execute();
  const denied = await db
    .selectFrom('register.field_conflict')
    .where('organisation_id', '=', id)
    .where('decision', 'is', null)
    .orderBy('recorded_at')
    .select(['id', 'field', 'period_code', 'incoming', 'file_name', 'sheet', 'row_no', 'recorded_at'])
    .execute();
  return origins(history).map(({ field, change, entry, periodCode }) => {
    const isHere = (one: { field: string; period_code: string }) =>
      one.field === field && one.period_code === (periodCode ?? '');
    const word = verified.find(isHere);
    return {
      field,
      periodCode,
      value: change[1],
      source: entry.source === 'manual' ? 'manual' : 'workbook',
      fileName: entry.fileName,
      sheet: entry.sheet,
      cell: entry.rowNo === null ? '' : `${change[2] ?? ''}${entry.rowNo}`,
      at: entry.recordedAt,
      by: entry.recordedBy,
      verified: word ? { at: word.verified_at, by: word.verified_by } : null,
      denied: denied.filter(isHere).map((one) => ({
        id: one.id,
        incoming: one.incoming as FactValue,
        fileName: one.file_name,
        sheet: one.sheet,
        rowNo: one.row_no,
        at: one.recorded_at,
      })),
    };
  });
}

interface FieldOrigin {
  readonly field: string;
  readonly periodCode: string | null;
  readonly change: FieldChange;
  readonly entry: DatedEntry;
}

/** Newest first in, the standing origin of each field and period out. */
function origins(history: readonly DatedEntry[]): readonly FieldOrigin[] {
  const found = new Map<string, FieldOrigin>();
  for (const entry of history) {
    if (entry.source === 'undo') continue;
    for (const field of standingFields(entry, history)) {
      const change = entry.fields[field];
      const periodCode = isOfPeriod(ORGANISATIONS, field) ? entry.periodCode : null;
      const key = `${periodCode ?? ''}|${field}`;
      if (change && !found.has(key)) found.set(key, { field, periodCode, change, entry });
    }
  }
  return [...found.values()].filter(({ change }) => change[1] !== null && change[1] !== '');
}
