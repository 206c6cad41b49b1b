import type { Refusal } from '#kernel/refusal.ts';
import { addDays, dayInVietnam, type IsoDate } from '#kernel/time.ts';
import { formatDate, formatMoment } from '#platform/i18n/format.ts';

const MEGABYTE = 1024 * 1024;
const UPLOAD_MEGABYTES_MAX = 20;

/** Why a file is not even looked at; undefined when it may be kept and read. */
export function uploadRefusal(file: { readonly bytes: Uint8Array }): Refusal | undefined {
  if (file.bytes.length === 0) return { code: 'workbooks.upload.no-file', facts: { field: 'file' } };
  const megabytes = file.bytes.length / MEGABYTE;
  if (megabytes <= UPLOAD_MEGABYTES_MAX) return undefined;
  return { code: 'workbooks.upload.too-large', facts: { field: 'file', megabytes, max: UPLOAD_MEGABYTES_MAX } };
}

/** An import can be taken back on the day it was made and so many days after. */
export const UNDO_DAYS = 7;

export interface UndoableImport {
  readonly importedAt: Date;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
}

/** The last day on which the import can be taken back. */
export function undoUntil(found: Pick<UndoableImport, 'importedAt'>): IsoDate {
  return addDays(dayInVietnam(found.importedAt), UNDO_DAYS);
}

/** Why the import cannot be taken back now; undefined when it can. Also tells the button why it is grey. */
export function undoRefusal(found: UndoableImport, today: IsoDate): Refusal | undefined {
  if (found.undoneAt !== null) {
    const facts = { when: formatMoment(found.undoneAt), by: found.undoneBy ?? '' };
    return { code: 'workbooks.import.already-undone', facts };
  }
  if (today > undoUntil(found)) {
    const importedOn = formatDate(dayInVietnam(found.importedAt));
    return { code: 'workbooks.import.too-old-to-undo', facts: { importedOn, days: UNDO_DAYS } };
  }
  return undefined;
}
