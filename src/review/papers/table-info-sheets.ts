import type { Workbook, Worksheet } from '@protobi/exceljs';
import { isoDate } from '#kernel/time.ts';
import { formatDate, formatMoment, MISSING } from '#platform/i18n/format.ts';
import type { SnapshotBody, SnapshotDefinition, SnapshotFile } from '../model.ts';
import { scaleOf } from './figure-text.ts';
import { tableWords as words } from './messages.vi.ts';
import type { FormSheet } from './table-form-sheet.ts';
import { face, fitHeight, headCell, inert, LEFT, printSetup, textCell } from './table-styles.ts';

interface Print {
  readonly superior: string;
  readonly mark: string | null;
  readonly version: string;
  readonly line: string;
  readonly footer: string;
}

/** First sheet: whose figures, of when, which version, how complete, and how to read the rest. */
export function addCover(workbook: Workbook, file: SnapshotFile, forms: readonly FormSheet[], print: Print): void {
  const { snapshot } = file;
  const sheet = workbook.addWorksheet(words.cover, { views: [{ showGridLines: false }] });
  [44, 26, 22, 34].forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  line(sheet, print.superior, 12);
  line(sheet, snapshot.cluster.name.toUpperCase(), 12, true);
  if (print.mark) line(sheet, print.mark, 12, true);
  blank(sheet);
  line(sheet, words.title, 16, true);
  line(sheet, print.line, 12);
  blank(sheet);
  for (const [name, value] of factsOf(file, print)) addFact(sheet, name, value);
  blank(sheet);
  addUnits(sheet, snapshot);
  blank(sheet);
  line(sheet, words.howToRead, 12, true);
  for (const sentence of words.reading) addSentence(sheet, sentence);
  blank(sheet);
  line(sheet, words.contents, 12, true);
  for (const form of forms) addLink(sheet, form.name, form.title);
  addLink(sheet, words.definitions, words.definitions);
  addLink(sheet, words.sources, words.sources);
  printSetup(sheet, print.footer, undefined);
  sheet.pageSetup.fitToHeight = 1;
}

function factsOf({ hash, snapshot }: SnapshotFile, print: Print): [string, string][] {
  const { facts } = words;
  const sent = snapshot.units.filter((unit) => unit.submitted).length;
  return [
    [facts.cluster, `${snapshot.cluster.name} (${snapshot.cluster.code})`],
    [facts.period, snapshot.period.code],
    [facts.asOf, formatDate(isoDate(snapshot.period.lastDay))],
    [facts.version, print.version],
    [facts.hash, hash],
    [facts.madeAt, formatMoment(new Date(snapshot.madeAt))],
    [facts.madeBy, inert(snapshot.madeBy)],
    [facts.coverage, words.sent(sent, snapshot.units.length)],
    [facts.geography, words.geographyAsOf(formatDate(isoDate(snapshot.geography.asOf)))],
  ];
}

function addFact(sheet: Worksheet, name: string, value: string): void {
  const row = sheet.addRow([name, value]);
  sheet.mergeCells(row.number, 2, row.number, 4);
  fitHeight(row, [name], [sheet.getColumn(1).width ?? 1]);
  textCell(row.getCell(1), { bold: true });
  textCell(row.getCell(2));
}

function addUnits(sheet: Worksheet, snapshot: SnapshotBody): void {
  const [unitHead = '', , , , sentAt = '', sentBy = ''] = words.sourceHead;
  headRow(sheet, [unitHead, words.unitState, sentAt, sentBy]);
  for (const unit of snapshot.units) {
    const sent = unit.submittedAt === null ? MISSING : formatMoment(new Date(unit.submittedAt));
    const state = unit.submitted ? words.hasSent : words.hasNotSent;
    textRow(sheet, [inert(unit.name), state, sent, inert(unit.submittedBy ?? MISSING)]);
  }
}

function addSentence(sheet: Worksheet, sentence: string): void {
  const row = sheet.addRow([sentence]);
  sheet.mergeCells(row.number, 1, row.number, 4);
  row.getCell(1).font = face(11);
  row.getCell(1).alignment = LEFT;
}

function addLink(sheet: Worksheet, name: string, title: string): void {
  const row = sheet.addRow([]);
  row.getCell(1).value = { text: name, hyperlink: `#'${name}'!A1` };
  row.getCell(1).font = face(11, { underline: true, color: { argb: 'FF0B5394' } });
  row.getCell(2).value = title === name ? null : title;
  row.getCell(2).font = face(11);
}

export function addDefinitions(workbook: Workbook, snapshot: SnapshotBody, print: Print): void {
  const sheet = infoSheet(workbook, words.definitions, [15, 42, 14, 9, 34, 70, 10]);
  headRow(sheet, words.definitionHead);
  for (const definition of snapshot.definitions) {
    textRow(sheet, [
      definition.code,
      inert(definition.name),
      scaleOf(definition).unit,
      definition.formCode.slice(1),
      howAggregated(definition),
      inert(definition.definition),
      String(definition.version),
    ]);
  }
  printSetup(sheet, print.footer, '1:1');
}

function howAggregated(definition: SnapshotDefinition): string {
  if (definition.aggregation === 'sum') return words.summed;
  const { numerator, denominator } = definition;
  return numerator && denominator ? words.divided(numerator, denominator) : words.notAggregated;
}

export function addSources(workbook: Workbook, snapshot: SnapshotBody, print: Print): void {
  const sheet = infoSheet(workbook, words.sources, [36, 38, 68, 40, 18, 26, 24]);
  headRow(sheet, words.sourceHead);
  for (const unit of snapshot.units) {
    const { workbook: source } = unit;
    const sent = unit.submittedAt === null ? MISSING : formatMoment(new Date(unit.submittedAt));
    const texts = [source?.fileName, source?.sha256, source?.importId, sent, unit.submittedBy, unit.receipt];
    textRow(sheet, [inert(unit.name), ...texts.map((text) => inert(text ?? MISSING))]);
  }
  blank(sheet);
  line(sheet, words.notes, 11, true);
  headRow(sheet, words.noteHead);
  for (const note of snapshot.notes) {
    const unit = snapshot.units.find((candidate) => candidate.code === note.unitCode)?.name ?? note.unitCode;
    textRow(sheet, [unit, note.finding, note.note].map(inert));
  }
  printSetup(sheet, print.footer, '1:1');
}

function infoSheet(workbook: Workbook, name: string, widths: readonly number[]): Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, showGridLines: false }] });
  widths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  return sheet;
}

function headRow(sheet: Worksheet, texts: readonly string[]): void {
  const row = sheet.addRow([...texts]);
  row.eachCell(headCell);
}

function textRow(sheet: Worksheet, texts: readonly string[]): void {
  const row = sheet.addRow([...texts]);
  row.eachCell((cell) => textCell(cell));
  const widths = texts.map((_, at) => sheet.getColumn(at + 1).width ?? 1);
  fitHeight(row, texts, widths);
}

function line(sheet: Worksheet, text: string, size: number, bold = false): void {
  sheet.addRow([text]).getCell(1).font = face(size, { bold });
}

function blank(sheet: Worksheet): void {
  sheet.addRow([]);
}
