import type { Id } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { readingAll } from '#platform/db/widening.server.ts';
import type { Book } from './fields.ts';
import { CREDIT_FUNDS, isOfPeriod, ORGANISATIONS } from './fields.ts';
import type { CreditFundRow, Facts, RegisterRow, RowProblem, RowsOrigin, RowsOutcome } from './model.ts';
import { PackedRows } from './packed-rows.ts';
import { planRows } from './planning.ts';
import { lockRegister, readRecords } from './records.ts';
import type { FieldRefusal } from './rules.ts';
import { creditFundRefusals, organisationRefusals } from './rules.ts';
import { writeChanges } from './writing.ts';

type AllianceId = Id<'organisations.alliance'>;

/**
 * Compares rows of the sheet of organisations with the register and, when `write`, takes them in: all or, when a rule
 * is broken, none. A cell left empty says that the value is not known any more, and is a change like another; a value
 * that a person has verified is kept, and the incoming one waits in the queue of conflicts. The caller has checked
 * who acts and holds the transaction, which also undoes everything when it fails.
 */
export async function saveRegisterRows(
  tx: Tx,
  ctx: Ctx,
  allianceId: AllianceId,
  given: Iterable<RegisterRow>,
  origin: RowsOrigin,
  options: { readonly write: boolean },
): Promise<RowsOutcome> {
  const rows = given instanceof PackedRows ? given : PackedRows.ofRegister(given);
  const rules = (facts: Facts) => organisationRefusals(facts, ctx.today);
  const outcome = await saveRows(tx, ctx, { book: ORGANISATIONS, rules, allianceId, rows, origin, ...options });
  const elsewhere = await readingAll(tx, 'same-code-elsewhere', (db) => codesElsewhere(db, allianceId, rows, outcome));
  return elsewhere.length === 0 ? outcome : { ...outcome, problems: [...outcome.problems, ...elsewhere] };
}

/** The same for the sheet of people's credit funds. */
export async function saveCreditFundRows(
  tx: Tx,
  ctx: Ctx,
  allianceId: AllianceId,
  given: Iterable<CreditFundRow>,
  origin: RowsOrigin,
  options: { readonly write: boolean },
): Promise<RowsOutcome> {
  const rows = given instanceof PackedRows ? given : PackedRows.ofCreditFunds(given);
  return await saveRows(tx, ctx, {
    book: CREDIT_FUNDS,
    rules: creditFundRefusals,
    allianceId,
    rows,
    origin,
    ...options,
  });
}

interface Saving {
  readonly book: Book;
  readonly rules: (facts: Facts) => readonly FieldRefusal[];
  readonly allianceId: AllianceId;
  readonly rows: Pick<PackedRows<RegisterRow>, 'incoming'>;
  readonly origin: RowsOrigin;
  readonly write: boolean;
}

async function saveRows(tx: Tx, ctx: Ctx, saving: Saving): Promise<RowsOutcome> {
  const { book, allianceId, origin } = saving;
  if (saving.write) await lockRegister(tx, allianceId);
  const known = await readRecords(tx, book, allianceId, origin.periodCode);
  const { changes, outcome } = planRows(saving.rows.incoming(), known, {
    book,
    origin,
    rules: saving.rules,
    newId: () => ctx.newId(),
    hasLife: book === ORGANISATIONS,
  });
  if (!saving.write || outcome.problems.some((problem) => problem.severity === 'error')) return outcome;

  await writeChanges(tx, ctx, book, { ...origin, allianceId, source: 'workbook' }, changes);
  await queueConflicts(tx, ctx, allianceId, origin, outcome);
  return outcome;
}

/** Puts what was kept out into the queue, save what waits there already or was once decided against. */
async function queueConflicts(
  tx: Tx,
  ctx: Ctx,
  allianceId: AllianceId,
  origin: RowsOrigin,
  outcome: RowsOutcome,
): Promise<void> {
  if (outcome.conflicts.length === 0) return;
  const rows = outcome.conflicts.map((conflict) => ({
    id: ctx.newId(),
    organisation: conflict.subjectId,
    period_code: isOfPeriod(ORGANISATIONS, conflict.field) ? origin.periodCode : '',
    field: conflict.field,
    kept: conflict.verified,
    incoming: conflict.incoming,
    row_no: conflict.rowNo,
  }));
  await sql`
    insert into register.field_conflict
      (id, organisation_id, alliance_id, period_code, field, kept, incoming, import_id, file_name, sheet, row_no, recorded_at, recorded_by)
    select given.id, organisation, ${allianceId}, given.period_code, given.field, coalesce(given.kept, 'null'), coalesce(given.incoming, 'null'),
           ${origin.importId}, ${origin.fileName}, ${origin.sheet}, given.row_no, ${ctx.now}, ${ctx.actor.name}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (id uuid, organisation uuid, period_code text, field text, kept jsonb, incoming jsonb, row_no int)
     where not exists (
       select from register.field_conflict known
        where known.organisation_id = given.organisation and known.period_code = given.period_code and known.field = given.field
          and known.incoming = coalesce(given.incoming, 'null') and (known.decision is null or known.decision = 'kept'))`.execute(
    tx,
  );
}

/** A code is given once in the country: the same one in another alliance's register is worth a look. */
async function codesElsewhere(
  db: ReadDb,
  allianceId: AllianceId,
  rows: Iterable<RegisterRow>,
  outcome: RowsOutcome,
): Promise<readonly RowProblem[]> {
  const isNew = new Set(outcome.rows.filter((row) => row.outcome === 'new').map((row) => row.rowNo));
  const byCode = new Map<string, number>();
  for (const { code, rowNo } of rows) if (code && isNew.has(rowNo)) byCode.set(code, rowNo);
  if (byCode.size === 0) return [];
  const found = await sql<{ code: string; name: string; commune: string }>`
    select code, name, commune_text as commune from register.organisation
     where code = any(${[...byCode.keys()]}) and alliance_id <> ${allianceId} and deleted_at is null`.execute(db);
  return found.rows.flatMap((other) => {
    const rowNo = byCode.get(other.code);
    const refusal = { code: 'register.organisation.code-elsewhere', facts: { ...other } };
    return rowNo === undefined ? [] : [{ rowNo, field: 'code', severity: 'warning' as const, refusal }];
  });
}
