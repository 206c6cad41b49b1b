import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import type { RowsOrigin, RowsOutcome } from '#register/public.ts';
import { saveCreditFundRows, saveRegisterRows } from '#register/public.ts';
import type { ValuesOutcome } from '#reporting/public.ts';
import { ensureDataCall, recordNarrative, recordValues, submitUnit } from '#reporting/public.ts';
import { FUND_COLUMNS, FUND_SHEET, REGISTER_COLUMNS, REGISTER_SHEET } from '../columns.ts';
import type { ImportId, RowCounts } from '../model.ts';
import { findNewestImport, lockUnitImports } from '../queries.ts';
import { checkForms } from './check-forms.ts';
import { combined } from './combine.ts';
import type { Finder } from './finder.ts';
import { insertImport } from './insert-import.ts';
import { cellOfField, conflictFacts, lettersByField, problemMessage, type SheetPlaces } from './problem-messages.ts';
import type { FileRead } from './read-file.ts';

/** Why required figures are missing and when they come, for sending a submission that lacks some. */
export interface MissingPromise {
  readonly reason: string;
  readonly byOn: NonNullable<Parameters<typeof submitUnit>[2]['promise']>['byOn'];
}

export interface TakingIn {
  readonly importId: ImportId;
  readonly fileName: string;
  readonly sha256: string;
  readonly byteSize: number;
  /** Nothing is kept; everything is tried. */
  readonly isTrial: boolean;
  /** Sends the unit's submission afterwards, where the actor may. */
  readonly submits: boolean;
  readonly promise: MissingPromise | null;
}

/** What became of one workbook. */
export interface Taken {
  readonly importId: ImportId | null;
  readonly rows: RowCounts;
  readonly register: SheetOutcome;
  readonly funds: SheetOutcome;
  readonly values: ValuesOutcome;
}

/** What the register made of a sheet's rows, with where its fields stand. */
export interface SheetOutcome {
  readonly places: SheetPlaces;
  readonly outcome: RowsOutcome;
  readonly broken: ReadonlySet<number>;
}

const NO_VALUES: ValuesOutcome = { newValues: 0, changedValues: 0, unchangedValues: 0 };
const NO_OUTCOME: RowsOutcome = { newRows: 0, changedRows: 0, unchangedRows: 0, rows: [], conflicts: [], problems: [] };

/**
 * Compares a workbook with what is known and writes it: everything or, with an error anywhere, nothing; the caller
 * rolls back then. Holds the unit's imports, so that a second one waits and sees this one.
 */
export async function takeIn(tx: Tx, ctx: Ctx, read: FileRead, taking: TakingIn, finder: Finder): Promise<Taken> {
  const { alliance, clusterCode, period } = read.place;
  await ensureDataCall(tx, ctx, clusterCode, period.code);
  await lockUnitImports(tx, alliance.id);
  const former = await findNewestImport(tx, alliance.id, period.code);
  if (former?.sha256 === taking.sha256) {
    const same = sameFile(former, read, finder);
    if (taking.submits && !taking.isTrial && !finder.hasErrors()) await send(tx, ctx, read, taking, finder);
    return same;
  }

  const register = await saveSheet(tx, ctx, read, taking, finder, 'register');
  const funds = await saveSheet(tx, ctx, read, taking, finder, 'funds');
  await checkForms(tx, read, finder);
  const values = await saveForms(tx, ctx, read, taking, finder);
  const rows = countRows([register, funds]);
  const taken: Taken = { importId: taking.importId, rows, register, funds, values };
  if (finder.hasErrors()) return { ...taken, importId: null };

  const isChange = [register, funds].some((sheet) => sheet.outcome.newRows + sheet.outcome.changedRows > 0);
  const isChangeOfValues = values.newValues + values.changedValues > 0;
  if (isChange || isChangeOfValues) await insertImport(tx, ctx, read, taking, taken, combined(finder.messages));
  else finder.say('', '', 'workbooks.import.unchanged', {});
  if (taking.submits && !taking.isTrial) await send(tx, ctx, read, taking, finder);
  return isChange || isChangeOfValues ? taken : { ...taken, importId: former?.id ?? null };
}

type Former = NonNullable<Awaited<ReturnType<typeof findNewestImport>>>;

function sameFile(former: Former, read: FileRead, finder: Finder): Taken {
  const when = formatMoment(former.importedAt);
  finder.say('', '', 'workbooks.import.same-file', { when, by: former.importedBy });
  const unchanged = former.rowsNew + former.rowsChanged + former.rowsUnchanged;
  return {
    importId: former.id,
    rows: { new: 0, changed: 0, unchanged, conflict: former.rowsConflict, error: 0 },
    register: { places: placesOf(read, 'register'), outcome: NO_OUTCOME, broken: new Set() },
    funds: { places: placesOf(read, 'funds'), outcome: NO_OUTCOME, broken: new Set() },
    values: NO_VALUES,
  };
}

function placesOf({ content }: FileRead, which: 'register' | 'funds'): SheetPlaces {
  return which === 'register'
    ? { sheet: REGISTER_SHEET, columns: REGISTER_COLUMNS, letters: content.register.letters }
    : { sheet: FUND_SHEET, columns: FUND_COLUMNS, letters: content.funds.letters };
}

async function saveSheet(
  tx: Tx,
  ctx: Ctx,
  read: FileRead,
  taking: TakingIn,
  finder: Finder,
  which: 'register' | 'funds',
): Promise<SheetOutcome> {
  const { place, content, definition } = read;
  const places = placesOf(read, which);
  const origin: RowsOrigin = {
    importId: taking.importId,
    fileName: taking.fileName,
    sheet: places.sheet,
    columns: lettersByField(places),
    periodCode: place.period.code,
    cutOff: place.period.lastDay,
    isDemo: read.isDemo,
  };
  const how = { write: !taking.isTrial && !finder.hasErrors() };
  const outcome =
    which === 'register'
      ? await saveRegisterRows(tx, ctx, place.alliance.id, content.register.rows, origin, how)
      : await saveCreditFundRows(tx, ctx, place.alliance.id, content.funds.rows, origin, how);
  finder.add(outcome.problems.map((problem) => problemMessage(places, problem)));
  for (const conflict of outcome.conflicts) {
    const cell = cellOfField(places, conflict.rowNo, conflict.field);
    finder.say(places.sheet, cell, 'workbooks.row.conflict', conflictFacts(places, conflict, definition.sectors));
  }
  return { places, outcome, broken: content[which].broken };
}

/** Figures and text. Tried in full even when nothing is to be kept: only writing tells whether the cells may change now. */
async function saveForms(tx: Tx, ctx: Ctx, read: FileRead, taking: TakingIn, finder: Finder): Promise<ValuesOutcome> {
  const { place, content } = read;
  const origin = { source: 'workbook', importId: taking.importId, fileName: taking.fileName } as const;
  const about = { unitCode: place.alliance.code, periodCode: place.period.code, origin };
  try {
    const values = await recordValues(tx, ctx, { ...about, values: content.values }, { write: true });
    const text = await recordNarrative(tx, ctx, { ...about, sections: content.narrative }, { write: true });
    return {
      newValues: values.newValues + text.newValues,
      changedValues: values.changedValues + text.changedValues,
      unchangedValues: values.unchangedValues + text.unchangedValues,
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    finder.say('', '', 'workbooks.import.refused', { sentence: sayRefusal(error.refusal) });
    return NO_VALUES;
  }
}

async function send(tx: Tx, ctx: Ctx, { place }: FileRead, { promise }: TakingIn, finder: Finder): Promise<void> {
  const unitCode = place.alliance.code;
  try {
    const sent = await submitUnit(tx, ctx, { unitCode, periodCode: place.period.code, promise });
    if (sent.isSubmitted) return;
    finder.say('', '', 'workbooks.import.not-sent', { sentence: sayRefusal(sent.refusal) });
  } catch (error) {
    // What was written stays written; only the sending is refused, and by a rule that has written nothing itself.
    if (!(error instanceof Refused)) throw error;
    finder.say('', '', 'workbooks.import.not-sent', { sentence: sayRefusal(error.refusal) });
  }
}

/** Each row once: in error, in conflict, or what the register made of it. */
function countRows(sheets: readonly SheetOutcome[]): RowCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, conflict: 0, error: 0 };
  for (const { outcome, broken } of sheets) {
    const wrong = new Set([
      ...broken,
      ...outcome.problems.filter((problem) => problem.severity === 'error').map((problem) => problem.rowNo),
    ]);
    const inConflict = new Set(outcome.conflicts.map((conflict) => conflict.rowNo));
    counts.error += wrong.size;
    for (const row of outcome.rows) {
      if (wrong.has(row.rowNo)) continue;
      counts[inConflict.has(row.rowNo) ? 'conflict' : row.outcome] += 1;
    }
  }
  return counts;
}
