import { isoDate } from '#kernel/time.ts';
import { formatNumber, MISSING, shortOfficialDate } from '#platform/i18n/format.ts';
import type {
  PaperBarChart,
  PaperTable,
  SnapshotBody,
  SnapshotDefinition,
  SnapshotFigure,
  TableCell,
} from '../model.ts';
import { changeText, isComparable, percentOf, pointsText, scaleOf, shown } from './figure-text.ts';
import {
  clusterMark,
  headCell,
  type IndicatorTable,
  indicatorTable,
  type Line,
  perLastYear,
  totalText,
  withMark,
} from './indicator-table.ts';
import { words } from './messages.vi.ts';

/** Lines by code, each one step to the right. */
function under(...codes: string[]): Line[] {
  return codes.map((code) => ({ code, indent: 1 }));
}

const SECTORS = ['NN', 'LN', 'TS', 'DN', 'CN', 'XD', 'TM', 'VT', 'DI', 'MT', 'KH', 'CHUA'].map(
  (sector) => `HTX.LV.${sector}`,
);

/** Tables 2, 3 and 5 to 10: indicators down, units across. */
const WISHES: Readonly<Record<2 | 3 | 5 | 6 | 7 | 8 | 9 | 10, IndicatorTable>> = {
  2: {
    caption: words.tables[2],
    unitLine: words.countUnitLine,
    rows: [
      { code: 'HTX.DAUKY' },
      ...under('HTX.MOI', 'HTX.GIAITHE', 'HTX.CHUYEN'),
      { code: 'HTX.SO', isTotal: true },
      ...under('HTX.HD', 'HTX.DUNG'),
      { group: words.bySector },
      ...under(...SECTORS),
      { code: 'HTX.NN.TL', indent: 0 },
      { code: 'HTX.MOI.NN.TL', indent: 0 },
      { group: words.otherOrganisations },
      ...under('LH.SO', 'THT.SO'),
    ],
  },
  3: {
    caption: words.tables[3],
    rows: [
      { code: 'TV.SO', isTotal: true },
      ...under('TV.CT', 'TV.NU', 'TV.NU.TL', 'TV.BQ'),
      { code: 'LD.TX', isTotal: true },
      ...under('LD.NU', 'TN.BQ'),
      { code: 'VON.DL', inBillions: true },
      ...under('VON.THUCGOP.TL'),
      { code: 'DT.TONG', inBillions: true },
      ...under('DT.BQ'),
      { code: 'LN.TONG', inBillions: true },
      ...under('LN.BQ'),
      { code: 'DL.PHU', indent: 0 },
    ],
    notes: [words.noteAverages],
  },
  5: {
    caption: words.tables[5],
    rows: [
      { code: 'CGT.SO' },
      ...under('CGT.TL'),
      { code: 'BT.SO' },
      ...under('BT.SO.TL', 'BT.TL'),
      { code: 'DT.TV', inBillions: true },
      { code: 'DVTV.TL', indent: 0 },
      { code: 'CN.HL' },
    ],
  },
  6: {
    caption: words.tables[6],
    rows: [
      { code: 'QTD.SO', isTotal: true },
      ...under('QTD.BC', 'QTD.LAI', 'QTD.LAI.TL'),
      { code: 'QTD.TV' },
      { code: 'QTD.VON', inBillions: true },
      { code: 'QTD.HD', inBillions: true },
      { code: 'QTD.DN', inBillions: true },
      ...under('QTD.NX.TL'),
      { code: 'QTD.LN', inBillions: true },
    ],
    notes: [words.noteFunds],
  },
  7: {
    caption: words.tables[7],
    rows: [
      { code: 'QUY.VON', isTotal: true },
      { code: 'QUY.DAU' },
      ...under('QUY.CHOVAY', 'QUY.THUNO'),
      { code: 'QUY.DN' },
      ...under('QUY.QH', 'QUY.QH.TL'),
      { code: 'QUY.DP' },
      { code: 'QUY.HTXVAY' },
      ...under('QUY.HTXVAY.TL'),
    ],
  },
  8: {
    caption: words.tables[8],
    rows: [
      { code: 'TM.VB' },
      { code: 'TV.LUOT' },
      ...under('TV.HTXMOI'),
      { code: 'CSHT.LUOT' },
      ...under('CSHT.TIEN'),
      { code: 'DT.LOP' },
      ...under('DT.LUOT'),
      { code: 'TT.TIN' },
      { code: 'XT.LUOT' },
    ],
  },
  9: {
    caption: words.tables[9],
    rows: [
      { code: 'TD.PT' },
      { code: 'TD.DVTG' },
      { code: 'KT.TONG', isTotal: true },
      ...under('KT.CT', 'KT.CD', 'KT.DX', 'KT.KHAC'),
      { group: words.byObject },
      ...under('KT.TT', 'KT.LD', 'KT.CM', 'KT.LDSX', 'KT.CHUARO', 'KT.TRUCTIEP.TL', 'KT.NU', 'KT.MN'),
    ],
  },
  10: {
    caption: words.tables[10],
    unitLine: words.countUnitLine,
    rows: [
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((sign) => ({ code: `KK.W${sign}`, indent: 0 })),
      ...under('KK.W4.TL'),
    ],
  },
};

/** Table 2, 3, or 5 to 10 of the report. */
export function tableOf(snapshot: SnapshotBody, number: keyof typeof WISHES): PaperTable {
  return indicatorTable(snapshot, WISHES[number]);
}

/** Table 1: cooperatives by province with shares, the same period last year and the change. */
export function provinceTable(snapshot: SnapshotBody): PaperTable {
  const cutOff = shortOfficialDate(isoDate(snapshot.period.lastDay));
  const figure = snapshot.figures['HTX.SO'];
  const rows = figure
    ? [...snapshot.units.map((_, at) => provinceRow(snapshot, figure, at)), clusterRow(snapshot, figure)]
    : [];
  const isPartial = figure !== undefined && figure.current.coverage.have < figure.current.coverage.of;
  const notes = [
    ...(isPartial ? [words.noteMissing] : []),
    ...(figure && !isComparable(figure.current, figure.lastYear) ? [words.noteIncomparable] : []),
    words.noteBoundary(cutOff),
  ];
  return {
    kind: 'table',
    caption: words.tables[1](cutOff),
    unitLine: '',
    widths: [12, 41, 24, 26, 28, 32],
    head: [[words.order, words.province, 'Số HTX', words.share, words.lastYear, words.change].map(headCell)],
    rows,
    note: notes.join(' '),
  };
}

function provinceRow(snapshot: SnapshotBody, figure: SnapshotFigure, at: number): TableCell[] {
  const unit = snapshot.units[at];
  const now = figure.current.byUnit[unit?.code ?? ''] ?? null;
  const before = figure.lastYear.byUnit[unit?.code ?? ''] ?? null;
  return [
    { text: String(at + 1), align: 'center' },
    { text: unit?.provinceName ?? '', align: 'left' },
    { text: formatNumber(now, 0), align: 'right' },
    { text: formatNumber(percentOf(now, figure.current.total), 1), align: 'right' },
    { text: formatNumber(before, 0), align: 'right' },
    { text: changeText(now, before, 0), align: 'right' },
  ];
}

function clusterRow(snapshot: SnapshotBody, { current, lastYear }: SnapshotFigure): TableCell[] {
  const isSame = isComparable(current, lastYear);
  const mark =
    current.coverage.have < current.coverage.of
      ? words.coverage(current.coverage.have, current.coverage.of)
      : clusterMark(snapshot);
  return [
    {
      text: mark ? words.withCoverage(words.wholeCluster, mark).replace('\n', ' ') : words.wholeCluster,
      align: 'left',
      columnSpan: 2,
    },
    { text: formatNumber(current.total, 0), align: 'right' },
    {
      text: current.total === null ? MISSING : formatNumber(percentOf(current.total, current.total), 1),
      align: 'right',
    },
    { text: totalText({ unit: '', divisor: '1', digits: 0 }, lastYear, undefined), align: 'right' },
    { text: isSame ? changeText(current.total, lastYear.total, 0) : MISSING, align: 'right' },
  ].map((cell) => ({ ...cell, bold: true }) as TableCell);
}

/** The bars of table 1, in the same order. */
export function provinceChart(snapshot: SnapshotBody): PaperBarChart {
  const byUnit = snapshot.figures['HTX.SO']?.current.byUnit ?? {};
  const bars = snapshot.units.map((unit) => {
    const amount = byUnit[unit.code] ?? null;
    return { label: unit.provinceName, value: amount === null ? null : Number(amount), text: formatNumber(amount, 0) };
  });
  return { kind: 'bar-chart', title: words.chartTitle, unit: 'HTX', bars };
}

const GRADES = ['XL.TOT', 'XL.KHA', 'XL.TB', 'XL.YEU', 'XL.KHONG'] as const;

/** Table 4: grades by province, the share of good and fair, and its shift in percentage points. */
export function ratingTable(snapshot: SnapshotBody): PaperTable {
  const share = snapshot.figures['XL.TK.TL1'];
  const mark = clusterMark(snapshot);
  const unitRows = snapshot.units.map((unit) => {
    const now = share?.current.byUnit[unit.code] ?? null;
    const before = share?.lastYear.byUnit[unit.code] ?? null;
    const grades = GRADES.map((code) => formatNumber(snapshot.figures[code]?.current.byUnit[unit.code] ?? null, 0));
    return ratingRow(
      unit.provinceName,
      [...grades, formatNumber(now, 1), formatNumber(before, 1), pointsText(now, before)],
      false,
    );
  });
  const isSame = share !== undefined && isComparable(share.current, share.lastYear);
  const totals = GRADES.map((code) => gradeTotal(snapshot, code, mark));
  const change = isSame ? pointsText(share.current.total, share.lastYear.total) : MISSING;
  const shares = [share?.current, share?.lastYear].map((spread) => formatNumber(spread?.total ?? null, 1));
  return {
    kind: 'table',
    caption: words.tables[4],
    unitLine: words.countUnitLine,
    density: 'dense',
    widths: [26.5, 12, 11.5, 13, 11, 13, 16, 14, 46],
    head: [[words.province, ...words.ratings, words.ratedShare, words.ratedLastYear, words.ratedChange].map(headCell)],
    rows: [...unitRows, ratingRow(withMark(words.wholeCluster, mark), [...totals, ...shares, change], true)],
    note: [
      words.noteRating,
      ...(unitRows.flat().some((cell) => cell.text === MISSING) ? [words.noteMissing] : []),
    ].join(' '),
  };
}

function gradeTotal(snapshot: SnapshotBody, code: string, mark: string | undefined): string {
  const figure = snapshot.figures[code];
  return figure ? totalText({ unit: '', divisor: '1', digits: 0 }, figure.current, mark) : MISSING;
}

function ratingRow(label: string, texts: readonly string[], bold: boolean): TableCell[] {
  return [{ text: label, align: 'left', bold }, ...texts.map((text): TableCell => ({ text, align: 'right', bold }))];
}

/** Table 11: what the tasks of the next half are measured by: last year, now, and the plan of the year where there is one. */
export function taskTable(snapshot: SnapshotBody): PaperTable {
  const measures = Object.entries(words.taskMeasures).flatMap(([code, name]): Measure[] => {
    const definition = snapshot.definitions.find((candidate) => candidate.code === code);
    const figure = snapshot.figures[code];
    return definition && figure ? [{ name, definition, figure }] : [];
  });
  const hasPlan = measures.some(({ figure }) => figure.plan.total !== null);
  const rows = measures.map((measure) => taskCells(measure, hasPlan));
  const heads = [words.indicator, words.unitOfMeasure, words.lastYear, words.baseline];
  return {
    kind: 'table',
    caption: words.tables[11],
    unitLine: '',
    widths: hasPlan ? [60, 18, 22, 22, 20, 21] : [91, 20, 26, 26],
    head: [(hasPlan ? [...heads, words.planOfYear, words.perPlan] : heads).map(headCell)],
    rows,
    note: rows.flat().some((cell) => cell.text === MISSING) ? words.noteMissing : '',
  };
}

interface Measure {
  readonly name: string;
  readonly definition: SnapshotDefinition;
  readonly figure: SnapshotFigure;
}

function taskCells({ name, definition, figure }: Measure, hasPlan: boolean): TableCell[] {
  const scale = scaleOf(definition);
  const perPlan = definition.aggregation === 'sum' ? perLastYear(figure.current, figure.plan) : MISSING;
  const numbers = [totalText(scale, figure.lastYear, undefined), totalText(scale, figure.current, undefined)];
  const texts = hasPlan ? [...numbers, shown(scale, figure.plan.total), perPlan] : numbers;
  return [
    { text: name, align: 'left' },
    { text: scale.unit, align: 'center' },
    ...texts.map((text): TableCell => ({ text, align: 'right' })),
  ];
}
