import ExcelJS from '@protobi/exceljs';
import { dayInVietnam, isoDate } from '#kernel/time.ts';
import { formatMoment, shortOfficialDate } from '#platform/i18n/format.ts';
import { FORM_CODES, FORMS } from '#reporting/public.ts';
import type { SnapshotBody, SnapshotFile } from '../model.ts';
import { contextText } from '../text/context.ts';
import { markOf } from './compose-report.ts';
import { fixedZip, withFixedMoment } from './fixed-zip.ts';
import { words as paperWords, tableWords as words } from './messages.vi.ts';
import { addFormSheets, type FormSheet } from './table-form-sheet.ts';
import { addCover, addDefinitions, addSources } from './table-info-sheets.ts';

/**
 * The consolidated tables: units north to south, totals and rates as formulas with their results, definitions and
 * sources. The same snapshot gives the same bytes.
 */
export async function renderTables(file: SnapshotFile): Promise<Uint8Array> {
  const { snapshot, hash } = file;
  const book = new ExcelJS.Workbook();
  const madeAt = new Date(snapshot.madeAt);
  book.title = `${words.title} – ${snapshot.cluster.name} – ${snapshot.period.code}`;
  book.creator = snapshot.cluster.name;
  book.lastModifiedBy = snapshot.cluster.name;
  book.keywords = hash;
  book.created = madeAt;
  book.modified = madeAt;
  const forms = formsOf(snapshot);
  const version = versionOf(snapshot);
  const print = {
    superior: paperWords.superiorBody,
    mark: markOf(snapshot),
    version,
    line: lineOf(snapshot, version),
    footer: words.pageFooter(version, hash),
  };
  addCover(book, file, forms, print);
  addFormSheets(book, snapshot, forms, print);
  addDefinitions(book, snapshot, print);
  addSources(book, snapshot, print);
  const written = await book.xlsx.writeBuffer();
  return fixedZip(new Uint8Array(written), withFixedMoment(snapshot.madeAt));
}

function formsOf(snapshot: SnapshotBody): FormSheet[] {
  return FORM_CODES.map((code) => {
    const number = code.slice(1);
    const definitions = snapshot.definitions.filter((definition) => definition.formCode === code);
    return {
      name: words.form(number),
      title: words.formTitle(number, FORMS[code].title),
      definitions: definitions.toSorted((a, b) => a.rowNo - b.rowNo),
    };
  });
}

function versionOf(snapshot: SnapshotBody): string {
  const madeAt = new Date(snapshot.madeAt);
  return snapshot.isLocked
    ? words.locked(snapshot.version, shortOfficialDate(dayInVietnam(madeAt)))
    : words.draft(formatMoment(madeAt));
}

function lineOf(snapshot: SnapshotBody, version: string): string {
  const name = contextText(snapshot, 'KY.TEN', '') ?? snapshot.period.code;
  const mark = markOf(snapshot);
  const parts = [words.period(name, shortOfficialDate(isoDate(snapshot.period.lastDay))), version];
  return [...parts, ...(mark ? [mark] : [])].join(' · ');
}
