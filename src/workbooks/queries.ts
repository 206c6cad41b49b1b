import { Refused } from '#kernel/refusal.ts';
import type { Alliance } from '#organisations/public.ts';
import { clusterOf, findAlliance } from '#organisations/public.ts';
import { communeIndex } from '#places/public.ts';
import type { Actor } from '#platform/ctx.ts';
import { type ReadDb, sql } from '#platform/db/db.server.ts';
import { countedStatuses, existingForTemplate, existingFundsForTemplate, holdsDemoRows } from '#register/public.ts';
import type { Period } from '#reporting/public.ts';
import {
  currentValues,
  findPeriod,
  listIndicators,
  narrativeOf,
  periodOf,
  previousPeriod,
  samePeriodLastYear,
} from '#reporting/public.ts';
import type { Choice } from './columns/model.ts';
import { choice } from './columns/model.ts';
import { REGISTER_SHEET } from './columns.ts';
import type {
  Answers,
  FormValue,
  ImportId,
  Message,
  PastImport,
  Preview,
  UndoReport,
  Upload,
  UploadId,
  WorkbookContent,
  WorkbookDefinition,
} from './model.ts';

/** Credit funds have a sheet of their own. */
const FUND_SECTOR = 'quy-tin-dung';

/** An id from an address need not be one. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whose workbook, of which period. */
export interface WorkbookPlace {
  readonly unitCode: string;
  readonly periodCode: string;
}

/** The unit as named on the period's last day, and its cluster of that day. */
export interface UnitPlace {
  readonly alliance: Alliance;
  readonly clusterCode: string;
  readonly period: Period;
}

/** Finds unit, cluster and period, or refuses naming what is not known. The period need not have been opened yet. */
export async function getUnitPlace(db: ReadDb, { unitCode, periodCode }: WorkbookPlace): Promise<UnitPlace> {
  const period = (await findPeriod(db, periodCode)) ?? periodOf(periodCode);
  const alliance = await findAlliance(db, unitCode, period.lastDay);
  if (!alliance) throw new Refused({ code: 'workbooks.unit.unknown', facts: { unit: unitCode, on: period.lastDay } });
  const clusterCode = await clusterOf(db, alliance.id, period.lastDay);
  if (!clusterCode) throw new Refused({ code: 'workbooks.unit.in-no-cluster', facts: { unit: alliance.name } });
  return { alliance, clusterCode, period };
}

/** Dictionary, lists and names as of the period's last day. */
export async function loadDefinition(db: ReadDb, { alliance, period }: UnitPlace): Promise<WorkbookDefinition> {
  const places = await communeIndex(db, alliance.provinceCode, period.lastDay);
  return {
    unit: { code: alliance.code, name: alliance.name, provinceName: alliance.provinceName },
    period,
    indicators: await listIndicators(db, period.lastDay),
    sectors: await listSectors(db),
    communes: places.communes.map((unit) => ({
      id: unit.id,
      code: unit.code,
      name: unit.fullName,
      district: places.districtName(unit),
    })),
    countedStatuses: await countedStatuses(db, period.lastDay),
    isDemo: await holdsDemoRows(db, [alliance.id]),
  };
}

async function listSectors(db: ReadDb): Promise<readonly Choice[]> {
  const rows = await db
    .selectFrom('register.sector')
    .where('code', '<>', FUND_SECTOR)
    .orderBy('rank')
    .select(['code', 'name', 'short_name as shortName'])
    .execute();
  return rows.map((row) => choice(row.code, row.name, row.shortName));
}

/**
 * What is known of the unit for this period, so that the officer only changes what has changed. In a period without any
 * figure yet: last year's figures beside, and the opening figures from the closing ones of the period before.
 */
export async function knownContent(db: ReadDb, { alliance, period }: UnitPlace): Promise<WorkbookContent> {
  const values = await currentValues(db, alliance.id, period.code);
  const narrative = await narrativeOf(db, alliance.id, period.code);
  return {
    register: await existingForTemplate(db, alliance.id, period.code),
    funds: await existingFundsForTemplate(db, alliance.id, period.code),
    values: values.length > 0 ? values : await carriedValues(db, alliance.id, period.code),
    narrative: [...narrative].map(([sectionCode, body]) => ({ sectionCode, body })),
  };
}

/** Opening figures of a period are the closing figures of the one before. */
const OPENING: Readonly<Record<string, string>> = { 'HTX.SO': 'HTX.DAUKY', 'QUY.DN': 'QUY.DAU' };

async function carriedValues(
  db: ReadDb,
  allianceId: Alliance['id'],
  periodCode: string,
): Promise<readonly FormValue[]> {
  const lastYear = await currentValues(db, allianceId, samePeriodLastYear(periodCode));
  const before = await currentValues(db, allianceId, previousPeriod(periodCode));
  const carried = (indicatorCode: string, aspect: FormValue['aspect'], amount: FormValue['amount']): FormValue => ({
    indicatorCode,
    aspect,
    amount,
    basis: 'actual',
    note: '',
  });
  return [
    ...lastYear
      .filter((value) => value.aspect === 'current')
      .map((value) => carried(value.indicatorCode, 'last-year', value.amount)),
    ...before.flatMap((value) => {
      const opening = value.aspect === 'current' ? OPENING[value.indicatorCode] : undefined;
      return opening ? [carried(opening, 'current', value.amount)] : [];
    }),
  ];
}

/** One transaction at a time takes in workbooks of a unit: the next one sees what the former wrote. */
export async function lockUnitImports(db: ReadDb, allianceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('workbooks.import ' || ${allianceId}::text, 0))`.execute(db);
}

/** The definition by codes; `isDemo` marks a workbook of synthetic data before any such row is in the register. */
export async function workbookDefinition(
  db: ReadDb,
  unitCode: string,
  periodCode: string,
  also: { readonly isDemo?: boolean } = {},
): Promise<WorkbookDefinition> {
  const definition = await loadDefinition(db, await getUnitPlace(db, { unitCode, periodCode }));
  return { ...definition, isDemo: definition.isDemo || also.isDemo === true };
}

function imports(db: ReadDb) {
  return db
    .selectFrom('workbooks.import as import')
    .innerJoin('organisations.alliance as alliance', 'alliance.id', 'import.alliance_id')
    .select([
      'import.id',
      'import.file_name as fileName',
      'import.sha256',
      'import.alliance_id as allianceId',
      'alliance.code as unitCode',
      'import.period_code as periodCode',
      'import.rows_new as rowsNew',
      'import.rows_changed as rowsChanged',
      'import.rows_unchanged as rowsUnchanged',
      'import.rows_conflict as rowsConflict',
      'import.values_new as valuesNew',
      'import.values_changed as valuesChanged',
      'import.imported_at as importedAt',
      'import.imported_by as importedBy',
      'import.undone_at as undoneAt',
      'import.undone_by as undoneBy',
    ])
    .orderBy('import.imported_at', 'desc')
    .orderBy('import.id', 'desc');
}

export async function findImport(db: ReadDb, id: ImportId): Promise<PastImport | undefined> {
  if (!UUID.test(id)) return undefined;
  return await imports(db).where('import.id', '=', id).executeTakeFirst();
}

/** The organisations that stand in the register sheet of an import. */
export async function organisationsIn(db: ReadDb, id: ImportId): Promise<readonly string[]> {
  const found = await db
    .selectFrom('workbooks.row_origin')
    .where('import_id', '=', id)
    .where('sheet', '=', REGISTER_SHEET)
    .select('subject_id as id')
    .execute();
  return found.map((row) => row.id);
}

/** The newest import of a unit and period that was not undone. */
export async function findNewestImport(
  db: ReadDb,
  allianceId: Alliance['id'],
  periodCode: string,
): Promise<PastImport | undefined> {
  return await imports(db)
    .where('import.alliance_id', '=', allianceId)
    .where('import.period_code', '=', periodCode)
    .where('import.state', '=', 'accepted')
    .limit(1)
    .executeTakeFirst();
}

/** The newest imports of these units, at most `limit`. */
export async function listImports(
  db: ReadDb,
  unitCodes: 'all' | readonly string[],
  limit: number,
): Promise<readonly PastImport[]> {
  const all = imports(db).limit(limit);
  return await (unitCodes === 'all' ? all : all.where('alliance.code', 'in', unitCodes)).execute();
}

/** Whose an upload is: nobody else sees it. */
export function uploadOwner(actor: Actor): string {
  return actor.accountId ?? actor.name;
}

function uploadsOf(db: ReadDb, actor: Actor) {
  return db
    .selectFrom('workbooks.upload')
    .where('uploaded_by', '=', uploadOwner(actor))
    .select(['id', 'file_name as fileName', 'sha256', 'answers', 'assumed', 'preview', 'uploaded_at as uploadedAt']);
}

/** What was looked at before this release says nothing of rows that are only counted. */
const NONE_BEYOND: Pick<Preview, 'beyond'> = { beyond: { new: 0, changed: 0, unchanged: 0, conflict: 0, error: 0 } };

/** The actor's own upload, or a refusal. */
export async function getUpload(db: ReadDb, actor: Actor, id: UploadId): Promise<Upload> {
  const found = UUID.test(id) ? await uploadsOf(db, actor).where('id', '=', id).executeTakeFirst() : undefined;
  if (!found) throw new Refused({ code: 'workbooks.upload.not-found', facts: { id } });
  return {
    ...found,
    answers: found.answers as Answers,
    assumed: found.assumed as Upload['assumed'],
    preview: { ...NONE_BEYOND, ...(found.preview as Omit<Preview, 'beyond'>) },
  };
}

/** What waits to be written, newest first. */
export async function listUploads(
  db: ReadDb,
  actor: Actor,
): Promise<readonly { id: UploadId; fileName: string; uploadedAt: Date; accepted: boolean }[]> {
  const { rows } = await sql<{ id: UploadId; file_name: string; uploaded_at: Date; accepted: boolean }>`
    select id, file_name, uploaded_at, (preview ->> 'accepted')::boolean as accepted from workbooks.upload
     where uploaded_by = ${uploadOwner(actor)} order by uploaded_at desc limit 20`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    uploadedAt: row.uploaded_at,
    accepted: row.accepted,
  }));
}

/** What was told when the workbook came in. */
export async function messagesOfImport(db: ReadDb, id: ImportId): Promise<readonly Message[]> {
  const found = await db.selectFrom('workbooks.import').where('id', '=', id).select('warnings').executeTakeFirst();
  return (found?.warnings ?? []) as readonly Message[];
}

/** What the undo of an import gave back and left, as its act was kept. */
export async function undoReportOf(
  db: ReadDb,
  id: ImportId,
): Promise<{ restored: number; kept: UndoReport['excluded'] } | null> {
  const found = await db
    .selectFrom('platform.event')
    .where('subject_id', '=', id)
    .where('kind', '=', 'workbooks.import-undone')
    .select('facts')
    .executeTakeFirst();
  return (found?.facts ?? null) as { restored: number; kept: UndoReport['excluded'] } | null;
}
