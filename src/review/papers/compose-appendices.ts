import { compare, subtract } from '#kernel/decimal.ts';
import { isoDate } from '#kernel/time.ts';
import { formatMoment, MISSING, shortOfficialDate } from '#platform/i18n/format.ts';
import type {
  PaperAppendix,
  PaperBlock,
  PaperTable,
  SnapshotBody,
  SnapshotDefinition,
  SnapshotFigure,
  SnapshotSpread,
  TableCell,
} from '../model.ts';
import { scaleOf, shown } from './figure-text.ts';
import { densityFor, headCell } from './indicator-table.ts';
import { words } from './messages.vi.ts';

/** Always printed, with or without a gap. */
const ALWAYS_RECONCILED = ['HTX.SO', 'HTX.HD', 'HTX.DUNG', 'HTX.MOI', 'TV.SO', 'LD.TX', 'QTD.SO'];
const GAPS_NAMED_MAX = 12;
/** Text width in mm of a page held sideways. */
const PAGE_WIDTH = 250;

export function appendicesOf(snapshot: SnapshotBody, subject: string): PaperAppendix[] {
  const attachedTo = words.attachedTo(subject.replaceAll('\n', ' '));
  return [
    {
      ...titled(words.reconciliation),
      attachedTo,
      orientation: 'landscape',
      blocks: reconciliationBlocks(snapshot),
    },
    { ...titled(words.sources), attachedTo, orientation: 'portrait', blocks: sourceBlocks(snapshot) },
  ];
}

function titled({ number, title }: { number: string; title: string }): { number: string; title: string } {
  return { number, title };
}

interface Counted {
  readonly definition: SnapshotDefinition;
  readonly declared: SnapshotSpread;
  readonly counted: SnapshotSpread;
}

function reconciliationBlocks(snapshot: SnapshotBody): PaperBlock[] {
  const all = snapshot.definitions.flatMap((definition): Counted[] => {
    const figure = snapshot.figures[definition.code];
    return figure?.counted ? [{ definition, declared: figure.current, counted: figure.counted }] : [];
  });
  const printed = all.filter(({ definition, ...pair }) => ALWAYS_RECONCILED.includes(definition.code) || hasGap(pair));
  const others = all.length - printed.length;
  return [
    paragraph(words.reconciliation.intro),
    reconciliationTable(snapshot, printed),
    ...(others > 0 ? [paragraph(words.reconciliation.others(others))] : []),
  ];
}

function hasGap({ declared, counted }: Pick<Counted, 'declared' | 'counted'>): boolean {
  const units = Object.keys({ ...declared.byUnit, ...counted.byUnit });
  return units.some((unit) => (declared.byUnit[unit] ?? null) !== (counted.byUnit[unit] ?? null));
}

function reconciliationTable(snapshot: SnapshotBody, pairs: readonly Counted[]): PaperTable {
  const { declared, counted, gap, caption } = words.reconciliation;
  const places = [...snapshot.units.map((unit) => unit.shortName), words.wholeCluster];
  const density = densityFor(snapshot.units.length);
  const [label, gapWidth] = density === 'dense' ? [33, 14] : [28, 12];
  const pairWidth = (PAGE_WIDTH - label - gapWidth) / (2 * places.length);
  return {
    kind: 'table',
    caption,
    unitLine: '',
    density,
    widths: [label, ...places.flatMap(() => [pairWidth, pairWidth]), gapWidth],
    head: [
      [
        { ...headCell(words.indicator), rowSpan: 2 },
        ...places.map((place): TableCell => ({ ...headCell(place), columnSpan: 2 })),
        { ...headCell(gap), rowSpan: 2 },
      ],
      places.flatMap(() => [headCell(declared), headCell(counted)]),
    ],
    rows: pairs.map((pair) => reconciliationRow(snapshot, pair)),
    note: words.noteMissing,
  };
}

function reconciliationRow(snapshot: SnapshotBody, { definition, declared, counted }: Counted): TableCell[] {
  const scale = scaleOf(definition);
  const pair = (a: string | null | undefined, b: string | null | undefined): TableCell[] => {
    const isApart = (a ?? null) !== (b ?? null);
    return [a, b].map((amount) => ({ text: shown(scale, amount), align: 'right', bold: isApart }));
  };
  const isWhole = declared.total !== null && counted.total !== null;
  const gap = isWhole ? subtract(declared.total ?? '0', counted.total ?? '0') : null;
  const label = scale.unit === 'HTX' ? definition.name : words.inUnit(definition.name, scale.unit);
  return [
    { text: label, align: 'left' },
    ...snapshot.units.flatMap((unit) => pair(declared.byUnit[unit.code], counted.byUnit[unit.code])),
    ...pair(declared.total, counted.total),
    {
      text: gap !== null && compare(gap, '0') > 0 ? `+${shown(scale, gap)}` : shown(scale, gap),
      align: 'right',
      bold: true,
    },
  ];
}

function sourceBlocks(snapshot: SnapshotBody): PaperBlock[] {
  const { sources } = words;
  const cutOff = shortOfficialDate(isoDate(snapshot.geography.asOf));
  const provinces = snapshot.geography.provinces.map((province) => province.name).join(', ');
  return [
    heading(sources.files),
    fileTable(snapshot),
    heading(sources.notes),
    ...(snapshot.notes.length > 0 ? [noteTable(snapshot)] : [paragraph(sources.noNotes)]),
    heading(sources.gaps),
    ...orElse(gapLines(snapshot), sources.noGaps).map(paragraph),
    heading(sources.estimates),
    ...orElse(estimateLines(snapshot), sources.noEstimates).map(paragraph),
    heading(sources.boundary),
    paragraph(sources.boundaryText(cutOff, provinces)),
    heading(sources.restatements),
    ...orElse(restatementLines(snapshot), sources.noRestatements).map(paragraph),
  ];
}

function orElse(lines: readonly string[], otherwise: string): readonly string[] {
  return lines.length > 0 ? lines : [otherwise];
}

function fileTable(snapshot: SnapshotBody): PaperTable {
  const { sources } = words;
  const heads = [words.unit, sources.file, sources.fingerprint, sources.sentAt, sources.sentBy];
  const rows = snapshot.units.map((unit): TableCell[] => {
    const sent = unit.submittedAt === null ? sources.absent : formatMoment(new Date(unit.submittedAt));
    return [
      unit.provinceName,
      unit.workbook?.fileName ?? MISSING,
      spaced(unit.workbook?.sha256),
      sent,
      unit.submittedBy ?? MISSING,
    ].map((text): TableCell => ({ text, align: 'left' }));
  });
  return {
    kind: 'table',
    caption: sources.filesCaption,
    unitLine: '',
    density: 'dense',
    widths: [24, 38, 51, 24, 26],
    head: [heads.map(headCell)],
    rows,
    note: '',
  };
}

/** A fingerprint in groups, so that it breaks into lines and can be compared by eye. */
function spaced(sha256: string | undefined): string {
  return sha256 === undefined ? MISSING : (sha256.match(/.{1,8}/g) ?? []).join(' ');
}

function noteTable(snapshot: SnapshotBody): PaperTable {
  const { sources } = words;
  const rows = snapshot.notes.map((note): TableCell[] =>
    [provinceOf(snapshot, note.unitCode), note.finding, note.note].map((text): TableCell => ({ text, align: 'left' })),
  );
  return {
    kind: 'table',
    caption: sources.notesCaption,
    unitLine: '',
    density: 'dense',
    widths: [26, 70, 67],
    head: [[words.unit, sources.finding, sources.explanation].map(headCell)],
    rows,
    note: '',
  };
}

function provinceOf(snapshot: SnapshotBody, unitCode: string): string {
  return snapshot.units.find((unit) => unit.code === unitCode)?.provinceName ?? unitCode;
}

/** By unit: what it did not send. Computed figures follow from their parts and are not named. */
function gapLines(snapshot: SnapshotBody): string[] {
  const { sources } = words;
  return snapshot.units.flatMap((unit) => {
    if (!unit.submitted) return [sources.absentUnit(unit.provinceName)];
    const missing = entered(snapshot).filter(([, figure]) => (figure.current.byUnit[unit.code] ?? null) === null);
    if (missing.length === 0) return [];
    const named = missing.slice(0, GAPS_NAMED_MAX).map(([definition]) => `“${definition.name}”`);
    const more = missing.length - named.length;
    return [sources.unitGaps(unit.provinceName, [...named, ...(more > 0 ? [sources.andMore(more)] : [])].join(', '))];
  });
}

function estimateLines(snapshot: SnapshotBody): string[] {
  return entered(snapshot).flatMap(([definition, figure]) => {
    const units = snapshot.units.flatMap((unit) => {
      const basis = figure.basis[unit.code] ?? 'actual';
      return basis === 'actual' ? [] : [`${unit.provinceName} (${words.sources.basis[basis]})`];
    });
    return units.length === 0 ? [] : [words.sources.estimate(definition.name, units.join(', '))];
  });
}

function entered(snapshot: SnapshotBody): [SnapshotDefinition, SnapshotFigure][] {
  return snapshot.definitions.flatMap((definition): [SnapshotDefinition, SnapshotFigure][] => {
    const figure = snapshot.figures[definition.code];
    return figure && definition.aggregation === 'sum' ? [[definition, figure]] : [];
  });
}

function restatementLines(snapshot: SnapshotBody): string[] {
  if (!snapshot.restates) return [];
  const { version, hash, reason } = snapshot.restates;
  return [words.sources.restatement(snapshot.version, version, reason || words.sources.noReason, hash)];
}

function paragraph(text: string): PaperBlock {
  return { kind: 'paragraph', inlines: [{ kind: 'text', text }] };
}

function heading(text: string): PaperBlock {
  return { kind: 'heading', level: 1, text };
}
