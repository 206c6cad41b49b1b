import type { IsoDate } from '#kernel/time.ts';
import type { Book } from './fields.ts';
import { hasReport, isOfPeriod, unknownFacts, withoutReport } from './fields.ts';
import type { LifePlan } from './life.ts';
import { planLedger } from './life.ts';
import type { Incoming, Known } from './matching.ts';
import { duplicateFinder, matchRows } from './matching.ts';
import type {
  ActRecord,
  Facts,
  FieldChange,
  FieldConflict,
  RowOutcome,
  RowProblem,
  RowsOrigin,
  RowsOutcome,
} from './model.ts';
import type { FieldRefusal } from './rules.ts';

/** A record as the register knows it, with what is needed to change it. */
export interface KnownRecord extends Known {
  readonly acts: readonly ActRecord[];
}

/** One record to be written: everything it says afterwards, and what of it is new. */
export interface PlannedChange {
  readonly subjectId: string;
  /** Null: changed by hand. */
  readonly rowNo: number | null;
  readonly isCreation: boolean;
  readonly facts: Facts;
  readonly fields: Readonly<Record<string, FieldChange>>;
  readonly life: LifePlan;
  /** On what ground its acts rest, when not on the row of a workbook. */
  readonly evidence?: string;
  /** The change that this one takes back. */
  readonly undoesId?: string;
}

export interface RowsPlan {
  /** Made one by one while they are written: a hundred thousand of them would not stand in memory. */
  readonly changes: Iterable<PlannedChange>;
  readonly outcome: RowsOutcome;
}

/** What planning needs to know besides rows and records; `rules` speaks of one row alone. */
export interface PlanningTerms {
  readonly book: Book;
  readonly origin: Pick<RowsOrigin, 'columns' | 'cutOff'>;
  readonly rules: (facts: Facts) => readonly FieldRefusal[];
  readonly newId: () => string;
  /** Only organisations have a life of acts. */
  readonly hasLife: boolean;
}

/** Fields that only complete another one, and are kept or taken with it. */
const COMPANION_OF: Readonly<Record<string, string>> = {
  establishedPrecision: 'establishedOn',
  communeId: 'communeText',
  statusSince: 'status',
};

const NO_CONFLICTS: readonly FieldConflict[] = [];
const NO_FIELDS = {};
const NO_ACTS: LifePlan = { add: [], takeBack: [] };

/** Compares rows with records: which are new, changed, unchanged, in conflict, or against a rule. Decides nothing else. */
export function planRows(rows: readonly Incoming[], known: readonly KnownRecord[], terms: PlanningTerms): RowsPlan {
  const matches = matchRows(rows, known);
  const matched = new Set(matches.values());
  const duplicateOf = duplicateFinder([...rows, ...known.filter((record) => !matched.has(record))]);
  const outcomes: RowOutcome[] = [];
  const conflicts: FieldConflict[] = [];
  const problems: RowProblem[] = [];
  for (const row of rows) {
    const planned = planRow(row, matches.get(row), terms.newId, terms);
    outcomes.push(planned.row);
    conflicts.push(...planned.conflicts);
    problems.push(...planned.problems);
  }
  for (const row of rows) {
    if (!matches.has(row)) problems.push(...duplicateProblems(row, duplicateOf));
  }
  return { changes: changesOf(rows, outcomes, matches, terms), outcome: outcomeOf(outcomes, conflicts, problems) };
}

/** The changes of those rows that bring any, under the ids they were given. */
function* changesOf(
  rows: readonly Incoming[],
  outcomes: readonly RowOutcome[],
  matches: ReadonlyMap<Incoming, KnownRecord>,
  terms: PlanningTerms,
): Generator<PlannedChange> {
  for (const [place, row] of rows.entries()) {
    const outcome = outcomes[place];
    if (!outcome || outcome.outcome === 'unchanged') continue;
    const { change } = planRow(row, matches.get(row), () => outcome.subjectId, terms);
    if (change) yield change;
  }
}

interface PlannedRow {
  readonly row: RowOutcome;
  readonly change: PlannedChange | undefined;
  readonly conflicts: readonly FieldConflict[];
  readonly problems: RowProblem[];
}

function planRow(
  row: Incoming,
  record: KnownRecord | undefined,
  newId: () => string,
  terms: PlanningTerms,
): PlannedRow {
  const { rowNo } = row;
  const subjectId = record?.id ?? newId();
  const refused: RowProblem[] = terms.rules(row.facts).map((problem) => ({ rowNo, ...problem }));
  const { facts, conflicts } = record ? settle(terms.book, row, record) : { facts: row.facts, conflicts: NO_CONFLICTS };
  const fields = changedFields(terms.book, record?.facts ?? unknownFacts(terms.book), facts, terms.origin.columns);
  const isCreation = record === undefined;
  if (!isCreation && Object.keys(fields).length === 0)
    return {
      row: { rowNo, subjectId, outcome: 'unchanged', fields: NO_FIELDS },
      change: undefined,
      conflicts,
      problems: refused,
    };

  const outcome: RowOutcome = isCreation
    ? { rowNo, subjectId, outcome: 'new', fields: NO_FIELDS }
    : { rowNo, subjectId, outcome: 'changed', fields };
  const hasError = refused.some((problem) => problem.severity === 'error');
  const { life, problems } = terms.hasLife && !hasError ? planActs(rowNo, facts, record, terms.origin.cutOff) : NO_LIFE;
  return {
    row: outcome,
    change: { subjectId, rowNo, isCreation, facts, fields, life },
    conflicts,
    problems: [...refused, ...problems],
  };
}

const NO_LIFE: { readonly life: LifePlan; readonly problems: readonly RowProblem[] } = { life: NO_ACTS, problems: [] };

function planActs(rowNo: number, facts: Facts, record: KnownRecord | undefined, cutOff: IsoDate): typeof NO_LIFE {
  const life = planLedger(record?.acts ?? [], facts, cutOff);
  if ('code' in life)
    return { life: NO_ACTS, problems: [{ rowNo, field: 'status', severity: 'error', refusal: life }] };
  const undated = life.add.find((act) => act.act !== 'establish' && act.act !== 'change' && !act.isDayStated);
  if (!undated) return { life, problems: [] };
  const refusal = { code: 'register.status.day-missing', facts: { status: facts.status, from: undated.effectiveOn } };
  return { life, problems: [{ rowNo, field: 'statusSince', severity: 'warning', refusal }] };
}

/** What the record says once the row is taken in, save what a person has verified and the row denies. */
function settle(book: Book, row: Incoming, record: Known): { facts: Facts; conflicts: readonly FieldConflict[] } {
  const kept = [...record.verified].filter((field) => field in row.facts && row.facts[field] !== record.facts[field]);
  const conflicts = kept.map((field) => ({
    rowNo: row.rowNo,
    subjectId: record.id,
    field,
    verified: record.facts[field] ?? null,
    incoming: row.facts[field] ?? null,
  }));
  const keptAlso = Object.entries(COMPANION_OF).flatMap(([field, main]) => (kept.includes(main) ? [field] : []));
  const back = Object.fromEntries([...kept, ...keptAlso].map((field) => [field, record.facts[field] ?? null]));
  return { facts: withBasis(book, { ...row.facts, ...back }, record.facts), conflicts };
}

/** A report always says whose figures it has, and only a report does. */
function withBasis(book: Book, facts: Facts, before: Facts): Facts {
  if (!('basis' in facts)) return facts;
  if (!hasReport(book, facts)) return withoutReport(book, facts);
  return { ...facts, basis: facts.basis ?? before.basis ?? 'actual' };
}

/** Old and new value of every field that differs, with the column of the new one. */
export function changedFields(
  book: Book,
  before: Facts,
  after: Facts,
  columns: Readonly<Record<string, string>>,
): Readonly<Record<string, FieldChange>> {
  const changes: Record<string, FieldChange> = {};
  for (const { name } of [...book.own, ...book.report]) {
    const [old, next] = [before[name] ?? null, after[name] ?? null];
    if (old === next) continue;
    const column = columns[name] ?? columns[COMPANION_OF[name] ?? ''];
    changes[name] = column === undefined ? [old, next] : [old, next, column];
  }
  return changes;
}

/** Whether a change touches what is reported for its period. */
export function touchesReport(book: Book, change: PlannedChange): boolean {
  return Object.keys(change.fields).some((field) => isOfPeriod(book, field));
}

function duplicateProblems(row: Incoming, find: ReturnType<typeof duplicateFinder>): readonly RowProblem[] {
  const found = find(row);
  if (!found) return [];
  const facts = { why: found.why, name: found.of.name, code: found.of.code, commune: found.of.communeText };
  return [
    {
      rowNo: row.rowNo,
      field: found.field,
      severity: 'warning',
      refusal: { code: 'register.organisation.probable-duplicate', facts },
    },
  ];
}

function outcomeOf(
  rows: readonly RowOutcome[],
  conflicts: readonly FieldConflict[],
  problems: readonly RowProblem[],
): RowsOutcome {
  const count = (outcome: RowOutcome['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    newRows: count('new'),
    changedRows: count('changed'),
    unchangedRows: count('unchanged'),
    rows,
    conflicts,
    problems,
  };
}
