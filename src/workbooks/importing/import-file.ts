import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/ctx.ts';
import type { Answers, FileReport, Question } from '../model.ts';
import { requireForUnit } from '../permissions.ts';
import type { Message, PhysicalBook } from '../reading/model.ts';
import { combined } from './combine.ts';
import { Finder } from './finder.ts';
import type { AssumedPlace } from './identity.ts';
import type { FileRead, UploadedFile } from './read-file.ts';
import { readFile, refusalsTold } from './read-file.ts';
import type { MissingPromise, Taken } from './take-in.ts';
import { takeIn } from './take-in.ts';

export interface ImportOptions {
  /** Reads, compares and reports without writing. */
  readonly dryRun?: boolean;
  /** What a person answered to the questions of an earlier try. */
  readonly answers?: Answers;
  /** For files that do not say for whom they are. */
  readonly assumed?: AssumedPlace;
  /** Also sends the unit's submission to the cluster; only whoever may send. */
  readonly submits?: boolean;
  /** For sending with required figures missing. */
  readonly promise?: MissingPromise;
}

/** The report on one file with what a screen shows besides. */
export interface FileOutcome {
  readonly report: FileReport;
  /** Every message, one by one: for the copy of the file with its errors. */
  readonly messages: readonly Message[];
  readonly questions: readonly Question[];
  readonly book: PhysicalBook | undefined;
  readonly read: FileRead | undefined;
  readonly taken: Taken | undefined;
}

const NO_ROWS = { new: 0, changed: 0, unchanged: 0, conflict: 0, error: 0 };

/** Takes in one workbook entirely or not at all, and answers everything that was found in it. */
export async function importFile(ctx: Ctx, file: UploadedFile, options: ImportOptions = {}): Promise<FileOutcome> {
  const finder = new Finder(options.answers);
  const { stated, book, read } = await readFile(ctx, file, options.assumed, finder);
  const taken = read && (await refusalsTold(finder, async () => await write(ctx, file, options, read, finder)));
  const accepted = taken !== undefined && !finder.hasErrors();
  return {
    report: {
      file: file.name,
      unit: stated?.unitCode ?? null,
      period: stated?.periodCode ?? null,
      importId: accepted && !(options.dryRun && isNew(taken)) ? taken.importId : null,
      accepted,
      rows: taken?.rows ?? NO_ROWS,
      messages: combined(finder.messages),
    },
    messages: finder.messages,
    questions: finder.questions,
    book,
    read,
    taken,
  };
}

/** Whether the id is of an import that this run would make. */
function isNew(taken: Taken): boolean {
  return taken.rows.new + taken.rows.changed + taken.values.newValues + taken.values.changedValues > 0;
}

/** Carries a result out of a transaction that must leave no trace. */
class TurnedBack extends Error {
  readonly taken: Taken;

  constructor(taken: Taken) {
    super('nothing of this transaction is kept');
    this.taken = taken;
  }
}

async function write(
  ctx: Ctx,
  file: UploadedFile,
  options: ImportOptions,
  read: FileRead,
  finder: Finder,
): Promise<Taken> {
  const unitCode = read.place.alliance.code;
  requireForUnit(ctx, 'workbooks.import', unitCode);
  const isTrial = options.dryRun ?? false;
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  if (!isTrial && !finder.hasErrors()) await ctx.files.put(file.bytes);
  const said = finder.messages.length;
  try {
    return await ctx.transact(async (tx) => {
      // A retry begins anew and says everything again.
      finder.messages.length = said;
      const taken = await takeIn(
        tx,
        ctx,
        read,
        {
          importId: ctx.newId<'workbooks.import'>(),
          fileName: file.name,
          sha256,
          byteSize: file.bytes.length,
          isTrial,
          submits: options.submits ?? false,
          promise: options.promise ?? null,
        },
        finder,
      );
      if (isTrial || finder.hasErrors()) throw new TurnedBack(taken);
      return taken;
    });
  } catch (error) {
    if (error instanceof TurnedBack) return error.taken;
    throw error;
  }
}
