import type { Id } from '#kernel/ids.ts';
import { compareVi } from '#kernel/text-vi.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { Book } from './fields.ts';
import { CREDIT_FUNDS, ORGANISATIONS } from './fields.ts';
import type { CreditFundRow, Facts, RegisterRow } from './model.ts';
import { readRecords } from './records.ts';

/**
 * The organisations of an alliance as rows of the sheet, with what they report for the period, in Vietnamese order of
 * names; `rowNo` counts from 1. Read back unchanged they change nothing.
 */
export async function existingForTemplate(
  db: ReadDb,
  allianceId: Id<'organisations.alliance'>,
  periodCode: string,
): Promise<readonly RegisterRow[]> {
  const rows = await rowsOf(db, ORGANISATIONS, allianceId, periodCode);
  return rows.map(({ basis, ...row }) => ({ ...row, basis: basis ?? 'actual' }) as unknown as RegisterRow);
}

/** The same for credit funds. */
export async function existingFundsForTemplate(
  db: ReadDb,
  allianceId: Id<'organisations.alliance'>,
  periodCode: string,
): Promise<readonly CreditFundRow[]> {
  return (await rowsOf(db, CREDIT_FUNDS, allianceId, periodCode)) as unknown as readonly CreditFundRow[];
}

type Row = Readonly<Record<string, unknown>>;

async function rowsOf(
  db: ReadDb,
  book: Book,
  allianceId: Id<'organisations.alliance'>,
  periodCode: string,
): Promise<readonly Row[]> {
  const records = await readRecords(db, book, allianceId, periodCode);
  return [...records]
    .sort((a, b) => compareVi(String(a.facts.name), String(b.facts.name)) || a.id.localeCompare(b.id))
    .map((record, index) => ({ id: record.id, rowNo: index + 1, ...typedFacts(book, record.facts) }));
}

/** Facts with money as `bigint` again. */
export function typedFacts(book: Book, facts: Facts): Row {
  const money = new Set(
    [...book.own, ...book.report].filter((field) => field.type === 'bigint').map((field) => field.name),
  );
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      money.has(name) && typeof value === 'string' ? BigInt(value) : value,
    ]),
  );
}
