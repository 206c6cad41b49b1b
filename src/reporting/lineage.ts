import { compare, type Decimal, divide, multiply } from '#kernel/decimal.ts';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { type Alliance, listClusters } from '#organisations/public.ts';
import { type ReadDb, sql } from '#platform/db/db.server.ts';
import { type ClusterFacts, clusterFacts, consolidationOf } from './consolidate.ts';
import { type Remarks, remarksOf } from './findings.ts';
import { hrefs } from './hrefs.ts';
import { lineageWords } from './messages.lineage.vi.ts';
import type {
  CellValue,
  Consolidation,
  Coverage,
  Figure,
  FigureRef,
  Indicator,
  LineageLink,
  Reconciliation,
  ValueBasis,
} from './model.ts';
import { callNotFound, currentValues, decimalOf } from './queries.ts';
import { type ReconciliationState, reconciliationState } from './reconciliation.ts';
import { gapOf } from './validation.ts';

/** A figure that another one is made of: a unit's share of a total, or a part of a ratio. */
export interface FigurePart {
  readonly ref: FigureRef;
  readonly title: string;
  readonly amount: Decimal | null;
  readonly text: string;
}

/** What a figure was at another cut-off. */
export interface PastFigure {
  readonly cutOff: IsoDate;
  readonly amount: Decimal;
  readonly text: string;
}

export interface FigureFacts {
  readonly ref: FigureRef;
  readonly indicator: Indicator;
  /** `Nghệ An`, or the cluster's name. */
  readonly place: string;
  readonly amount: Decimal | null;
  readonly text: string;
  readonly counted: Decimal | null;
  /** counted − declared; null: equal, or not compared. */
  readonly gap: Decimal | null;
  readonly reconciliation: ReconciliationState;
  readonly signed: Reconciliation | null;
  readonly basis: ValueBasis | null;
  readonly note: string;
  /** Of the cluster's figure: how many units have it. */
  readonly coverage: Coverage;
}

export interface FigureLineage {
  readonly figure: FigureFacts;
  /** Numerator and denominator of a ratio; the units of a cluster's total, north to south. */
  readonly parts: readonly FigurePart[];
  /** Newest first; the last one is the origin. */
  readonly links: readonly LineageLink[];
  /** At earlier cut-offs, newest first; of a unit's own figures only. */
  readonly past: readonly PastFigure[];
}

/** What a lineage is read from, when a page has it at hand anyway. */
export interface LineageFacts {
  readonly facts: ClusterFacts;
  readonly consolidation: Consolidation;
  readonly remarks: Remarks;
}

/**
 * From one figure back to where it came from: consolidation, submission, the cell of the workbook, the records of the
 * register. Without a cluster, the one that called for the period first. Refused when there is no such figure.
 */
export async function figureLineage(db: ReadDb, ref: FigureRef, clusterCode?: string): Promise<FigureLineage> {
  const facts = await clusterFacts(db, clusterCode ?? (await clusterThatCalled(db, ref.period)), ref.period);
  const remarks = await remarksOf(db, facts);
  return await lineageFrom(db, { facts, consolidation: consolidationOf(facts), remarks }, ref);
}

export async function lineageFrom(db: ReadDb, from: LineageFacts, ref: FigureRef): Promise<FigureLineage> {
  const { figures } = from.consolidation;
  const figure = figures.find((one) => one.indicator.code === ref.indicator);
  if (!figure)
    throw new Refused({ code: 'reporting.indicator.not-found', facts: { code: ref.indicator, period: ref.period } });
  const parts = ratioParts(figures, figure.indicator, ref);
  if (ref.unit === null) return clusterLineage(from.facts, figure, ref, parts);
  return { ...(await unitLineage(db, from, figure, ref, ref.unit)), parts };
}

async function clusterThatCalled(db: ReadDb, periodCode: string): Promise<string> {
  const first = await db
    .selectFrom('reporting.data_call')
    .where('period_code', '=', periodCode)
    .orderBy('opened_at')
    .select('cluster_id')
    .executeTakeFirst();
  const cluster = first && (await listClusters(db)).find((one) => one.id === first.cluster_id);
  if (!cluster) throw callNotFound('', periodCode);
  return cluster.code;
}

function clusterLineage(
  facts: ClusterFacts,
  figure: Figure,
  ref: FigureRef,
  parts: readonly FigurePart[],
): FigureLineage {
  const { indicator, current } = figure;
  const partOf = (unit: Alliance): FigurePart => ({
    ref: { ...ref, unit: unit.code },
    title: unit.shortName,
    amount: current.byUnit[unit.code] ?? null,
    text: lineageWords.amount(indicator, current.byUnit[unit.code] ?? null),
  });
  return {
    figure: {
      ref,
      indicator,
      place: facts.clusterName,
      amount: current.total,
      text: lineageWords.amount(indicator, current.total),
      counted: figure.counted?.total ?? null,
      gap: gapOf(indicator, current.total, figure.counted?.total ?? null),
      reconciliation: 'not-compared',
      signed: null,
      basis: null,
      note: '',
      coverage: current.coverage,
    },
    parts: [...parts, ...facts.members.map(partOf)],
    links: [
      {
        kind: 'consolidation',
        title: lineageWords.consolidation(indicator.formCode),
        detail: lineageWords.coverage(current.coverage, facts.members.length),
        at: null,
        by: null,
        href: hrefs.consolidation(ref.period, indicator.formCode, ref),
      },
    ],
    past: [],
  };
}

/** A ratio is made of two figures of the same place. */
function ratioParts(figures: readonly Figure[], indicator: Indicator, ref: FigureRef): readonly FigurePart[] {
  if (indicator.numerator === null || indicator.denominator === null) return [];
  return [indicator.numerator, indicator.denominator].flatMap((code) => {
    const figure = figures.find((one) => one.indicator.code === code);
    if (!figure) return [];
    const amount = ref.unit === null ? figure.current.total : (figure.current.byUnit[ref.unit] ?? null);
    const text = lineageWords.amount(figure.indicator, amount);
    return [{ ref: { ...ref, indicator: code }, title: figure.indicator.name, amount, text }];
  });
}

async function unitLineage(
  db: ReadDb,
  { facts, remarks }: LineageFacts,
  figure: Figure,
  ref: FigureRef,
  unitCode: string,
): Promise<Omit<FigureLineage, 'parts'>> {
  const unit = facts.members.find((member) => member.code === unitCode);
  if (!unit)
    throw new Refused({
      code: 'reporting.figure.unit-not-in-cluster',
      facts: { unit: unitCode, cluster: facts.clusterName, period: ref.period },
    });
  const { indicator } = figure;
  const cells = await currentValues(db, unit.id, ref.period);
  const cell = cells.find((one) => one.indicatorCode === indicator.code && one.aspect === 'current');
  const amount = figure.current.byUnit[unitCode] ?? null;
  const counted = figure.counted?.byUnit[unitCode] ?? null;
  const signed = remarks.reconciliations.get(`${unitCode} ${indicator.code}`);
  return {
    figure: {
      ref,
      indicator,
      place: unit.shortName,
      amount,
      text: lineageWords.amount(indicator, amount),
      counted,
      gap: gapOf(indicator, amount, counted),
      reconciliation: reconciliationState(indicator, amount, counted, signed),
      signed: signed ?? null,
      basis: figure.basis[unitCode] ?? null,
      note: cell?.note ?? '',
      coverage: figure.current.coverage,
    },
    links: unitLinks(facts, figure, ref, unit, { cell, counted }),
    past: await pastOf(db, facts, indicator, unit, cells),
  };
}

function unitLinks(
  facts: ClusterFacts,
  figure: Figure,
  ref: FigureRef,
  unit: Alliance,
  origin: { readonly cell: CellValue | undefined; readonly counted: Decimal | null },
): readonly LineageLink[] {
  const { indicator } = figure;
  const submission = facts.submissions.get(unit.id);
  const links: LineageLink[] = [
    {
      kind: 'consolidation',
      title: lineageWords.consolidation(indicator.formCode),
      detail: shareText(figure, unit.code),
      at: null,
      by: null,
      href: hrefs.consolidation(ref.period, indicator.formCode, ref),
    },
  ];
  if (submission?.receipt)
    links.push({
      kind: 'submission',
      title: lineageWords.sent(unit.name),
      detail: lineageWords.receipt(submission.roundNo, submission.receipt),
      at: submission.submittedAt?.toISOString() ?? null,
      by: submission.submittedBy,
      href: hrefs.board(ref.period, unit.code, indicator.formCode),
    });
  if (origin.cell) links.push(...cellLinks(origin.cell, indicator));
  if (origin.counted !== null && indicator.countedBy !== null)
    links.push({
      kind: 'register',
      title: lineageWords.counted(indicator, origin.counted),
      detail: lineageWords.countedOf(unit.shortName),
      at: facts.call.period.lastDay,
      by: null,
      href: hrefs.register(unit.code, facts.call.period, indicator.countedBy),
    });
  return links;
}

function cellLinks(cell: CellValue, indicator: Indicator): readonly LineageLink[] {
  const { origin } = cell;
  const at = origin.recordedAt.toISOString();
  const value: LineageLink = {
    kind: 'value',
    title: lineageWords.value(cell, indicator),
    detail: lineageWords.source(origin.source),
    at,
    by: origin.recordedBy,
    href: null,
  };
  if (origin.importId === null) return [value];
  const workbook: LineageLink = {
    kind: 'workbook',
    title: origin.fileName,
    detail: lineageWords.cell(origin.sheet, origin.cell),
    at,
    by: origin.recordedBy,
    href: hrefs.workbook(origin.importId),
  };
  return [value, workbook];
}

function shareText(figure: Figure, unitCode: string): string {
  const { indicator, current } = figure;
  const amount = current.byUnit[unitCode] ?? null;
  if (indicator.aggregation !== 'sum' || amount === null || current.total === null || compare(current.total, '0') <= 0)
    return lineageWords.coverage(current.coverage, current.coverage.of);
  const share = divide(multiply(amount, '100'), current.total) ?? null;
  return lineageWords.share(share, indicator, current.total, current.coverage);
}

async function pastOf(
  db: ReadDb,
  facts: ClusterFacts,
  indicator: Indicator,
  unit: Alliance,
  cells: readonly CellValue[],
): Promise<readonly PastFigure[]> {
  const { rows } = await sql<{ last_day: IsoDate; amount: string | null }>`
    select distinct on (period.last_day) period.last_day, entry.amount
      from reporting.value_entry as entry join reporting.period on period.code = entry.period_code
     where entry.alliance_id = ${unit.id} and entry.indicator_code = ${indicator.code} and entry.aspect = 'current'
       and period.last_day < ${facts.call.period.lastDay}
     order by period.last_day desc, entry.sequence desc limit 4`.execute(db);
  const reported = rows.flatMap((row) =>
    row.amount === null ? [] : [{ cutOff: row.last_day, amount: decimalOf(row.amount) }],
  );
  const lastYear = cells.find((cell) => cell.indicatorCode === indicator.code && cell.aspect === 'last-year');
  const cutOff = yearBefore(facts.call.period.lastDay);
  const known = reported.some((one) => one.cutOff === cutOff);
  const past = lastYear && !known ? [...reported, { cutOff, amount: lastYear.amount }] : reported;
  return past
    .toSorted((a, b) => (a.cutOff < b.cutOff ? 1 : -1))
    .map((one) => ({ ...one, text: lineageWords.amount(indicator, one.amount) }));
}

function yearBefore(day: IsoDate): IsoDate {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}` as IsoDate;
}

/**
 * What the public may follow of a chain: down to the unit's own total. Persons, workbooks and single cooperatives stay
 * inside; the last link says so.
 */
export function publicLineage(lineage: FigureLineage): FigureLineage {
  const open = lineage.links.filter((link) => link.kind === 'consolidation' || link.kind === 'submission');
  const end: LineageLink = { kind: 'value', ...lineageWords.publicEnd, at: null, by: null, href: null };
  return {
    figure: { ...lineage.figure, signed: null, note: '' },
    parts: lineage.parts,
    links: [...open.map((link) => ({ ...link, by: null, href: null })), end],
    past: lineage.past,
  };
}
