import type { Decimal } from '#kernel/decimal.ts';
import { divide } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { CREDIT_FUNDS } from './fields.ts';
import type { Facts } from './model.ts';
import { readRecords } from './records.ts';
import type { GroupSum } from './suppression.ts';

type AllianceId = Id<'organisations.alliance'>;
export type FundFigure =
  | 'members_total'
  | 'charter_capital_dong'
  | 'deposits_dong'
  | 'loans_dong'
  | 'bad_debt_dong'
  | 'profit_dong';

/** In the order of the sheet. */
export const FUND_FIGURES: readonly FundFigure[] = [
  'members_total',
  'charter_capital_dong',
  'deposits_dong',
  'loans_dong',
  'bad_debt_dong',
  'profit_dong',
];

/** How many funds an alliance has and, for each figure, the sum over those that have it. */
export interface FundGroup {
  readonly allianceId: AllianceId;
  /** Not closed. */
  readonly funds: number;
  /** Of those, with loans and profit of the period. */
  readonly reporting: number;
  readonly figures: Readonly<Record<FundFigure, Omit<GroupSum, 'group'>>>;
}

/** Funds by alliance. Sums are over funds that report, so that every figure of a row speaks of the same ones. */
export async function fundGroups(
  db: ReadDb,
  allianceIds: readonly AllianceId[],
  periodCode: string,
): Promise<readonly FundGroup[]> {
  const reports = sql`report.loans_dong is not null and report.profit_dong is not null`;
  const figures = FUND_FIGURES.map((figure) => {
    const column = sql.ref(`report.${figure}`);
    return sql`${sql.lit(figure)}, jsonb_build_object('units', count(${column}) filter (where ${reports}),
      'sum', (sum(${column}) filter (where ${reports}))::text)`;
  });
  const found = await sql<FundGroup>`
    select member.id as "allianceId", count(fund.id)::int as funds,
           (count(fund.id) filter (where ${reports}))::int as reporting, jsonb_build_object(${sql.join(figures)}) as figures
      from unnest(${allianceIds}::uuid[]) with ordinality as member (id, place)
      left join register.credit_fund fund
        on fund.alliance_id = member.id and fund.deleted_at is null and fund.status <> 'closed'
      left join register.credit_fund_report report on report.fund_id = fund.id and report.period_code = ${periodCode}
     group by member.id, member.place
     order by member.place`.execute(db);
  return found.rows;
}

/** The funds of one alliance by name, with what each reports. For those who may see named figures. */
export async function namedFunds(
  db: ReadDb,
  allianceId: AllianceId,
  periodCode: string,
): Promise<readonly { readonly id: string; readonly facts: Facts }[]> {
  const records = await readRecords(db, CREDIT_FUNDS, allianceId, periodCode);
  const collator = new Intl.Collator('vi');
  return records
    .map(({ id, facts }) => ({ id, facts }))
    .toSorted((a, b) => collator.compare(String(a.facts.name), String(b.facts.name)));
}

/** Periods for which any fund reports, newest first. */
export async function fundPeriods(db: ReadDb): Promise<readonly string[]> {
  const found = await sql<{ code: string }>`
    select distinct period_code as code from register.credit_fund_report order by code desc`.execute(db);
  return found.rows.map((row) => row.code);
}

/**
 * Bad debt as a share of loans, of one fund or of the sums of many: weighted, never an average of shares. Undefined
 * when there are no loans to measure it by.
 */
export function badDebtShare(badDebtDong: Decimal | null, loansDong: Decimal | null): Decimal | undefined {
  return badDebtDong === null || loansDong === null ? undefined : divide(badDebtDong, loansDong);
}
