import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import type { WorkbookDefinition } from '../model.ts';
import { requireForUnit } from '../permissions.ts';
import { getUnitPlace, loadDefinition, type UnitPlace } from '../queries.ts';
import type { PhysicalBook } from '../reading/model.ts';
import { readInWorker } from '../reading/read-in-worker.ts';
import { templateHash } from '../template/hidden-sheets.ts';
import type { Finder } from './finder.ts';
import { type AssumedPlace, placeOf, readIdentity } from './identity.ts';
import { loadPlaceBooks } from './places.ts';
import { type ReadContent, readContent } from './read-content.ts';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A workbook as read, before it is compared with what is known. */
export interface FileRead {
  readonly place: UnitPlace;
  readonly definition: WorkbookDefinition;
  readonly content: ReadContent;
  readonly isDemo: boolean;
}

/** What the file says of itself and what it holds. */
export interface FileReading {
  /** Codes as the file states them, also when they lead nowhere. */
  readonly stated: AssumedPlace | undefined;
  /** The cells as they stand; undefined when the file could not be opened. */
  readonly book: PhysicalBook | undefined;
  /** Undefined when the workbook could not be read at all; the finder says why. */
  readonly read: FileRead | undefined;
}

/** Opens a file in a thread of its own and reads everything in it; the actor must be allowed to import for its unit. */
export async function readFile(
  ctx: Ctx,
  file: UploadedFile,
  assumed: AssumedPlace | undefined,
  finder: Finder,
): Promise<FileReading> {
  const opened = await readInWorker(file.bytes, file.name);
  if (!opened.ok) {
    finder.add([opened.problem]);
    return { stated: undefined, book: undefined, read: undefined };
  }
  const identity = readIdentity(opened.book);
  const { book } = opened;
  const stated = placeOf(identity, assumed, finder);
  if (!stated) return { stated, book, read: undefined };
  const known = await refusalsTold(finder, async () => {
    const place = await getUnitPlace(ctx.read, stated);
    requireForUnit(ctx, 'workbooks.import', stated.unitCode);
    return { place, definition: await loadDefinition(ctx.read, place) };
  });
  if (!known) return { stated, book, read: undefined };

  const { place, definition } = known;
  const cutOff = place.period.lastDay;
  if (identity?.hash && identity.hash !== templateHash(definition))
    finder.say('', '', 'workbooks.template.altered', {});
  const books = await loadPlaceBooks(ctx.read, place.alliance.provinceCode, cutOff);
  const { indicators, sectors } = definition;
  const content = readContent(book, { indicators, sectors, books, cutOff, today: ctx.today }, finder);
  return { stated, book, read: { place, definition, content, isDemo: identity?.isDemo ?? false } };
}

/** Runs the work; a refusal becomes a message about the file and undefined is answered. */
export async function refusalsTold<T>(finder: Finder, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    finder.say('', '', 'workbooks.import.refused', { sentence: sayRefusal(error.refusal) });
    return undefined;
  }
}
