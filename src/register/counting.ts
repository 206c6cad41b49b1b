import type { Decimal } from '#kernel/decimal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { CreditFundFields, OrganisationFields, OrganisationStatus, PeriodReportFields } from './model.ts';

/** The sectors that count as agriculture in every report: nông, lâm, thủy sản, diêm nghiệp. */
export const AGRICULTURAL_SECTORS: readonly string[] = ['nong-nghiep', 'lam-nghiep', 'thuy-san', 'diem-nghiep'];

export interface CountingPeriod {
  /** Both days belong to the window. */
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  /** Statuses that make an organisation one of `Số HTX`: the rule value `register.counted-statuses`. */
  readonly countedStatuses: readonly OrganisationStatus[];
}

type Row = Pick<OrganisationFields, 'kind' | 'status' | 'statusSince' | 'establishedOn' | 'sectorCode'> &
  PeriodReportFields;
type Counts = ReadonlyMap<string, Decimal | null>;

/** The status on a day by what one row says: before the day of its change an organisation was operating. */
export function statusOfRowOn(
  row: Pick<OrganisationFields, 'status' | 'statusSince' | 'establishedOn'>,
  on: IsoDate,
): OrganisationStatus | 'not-yet' {
  if (row.establishedOn !== null && row.establishedOn > on) return 'not-yet';
  return row.statusSince !== null && row.statusSince > on ? 'operating' : row.status;
}

/**
 * Every count that the indicator dictionary names (`counted_by`), over rows in memory: the same answers as the
 * register gives once the rows are in it. A sum over no known value is null, never 0.
 */
export function countRows(
  given: Iterable<Row>,
  givenFunds: Iterable<CreditFundFields>,
  period: CountingPeriod,
): Counts {
  const rows = Array.from(given, whatCounts);
  const funds = [...givenFunds];
  const counts = new Map<string, Decimal | null>();
  const statusOf = new Map(rows.map((row) => [row, statusOfRowOn(row, period.lastDay)]));
  const isCounted = (row: Row) => period.countedStatuses.some((status) => status === statusOf.get(row));
  const counted = rows.filter((row) => row.kind === 'cooperative' && isCounted(row));
  const operating = counted.filter((row) => statusOf.get(row) === 'operating');
  const fresh = rows.filter((row) => row.kind === 'cooperative' && isEstablishedIn(row, period));
  const set = (key: string, value: number) => counts.set(key, String(value));

  set('counted', counted.length);
  set('operating', operating.length);
  set('stopped', counted.length - operating.length);
  set('established-in-period', fresh.length);
  set('established-agricultural', fresh.filter(isAgricultural).length);
  set('agricultural', counted.filter(isAgricultural).length);
  set('with-sector', counted.filter((row) => row.sectorCode !== null).length);
  set('unions', rows.filter((row) => row.kind === 'cooperative-union' && isActive(statusOf.get(row))).length);
  countSectors(counts, counted);
  countRatings(counts, operating);
  countReports(counts, counted, operating);
  countFunds(counts, funds);
  return counts;
}

/** A row without its words: there may be a hundred thousand, and no count asks for a name. */
function whatCounts({ kind, status, statusSince, establishedOn, sectorCode, ...row }: Row): Row {
  return {
    kind,
    status,
    statusSince,
    establishedOn,
    sectorCode,
    membersTotal: row.membersTotal,
    membersOfficial: row.membersOfficial,
    membersAssociate: row.membersAssociate,
    membersWomen: row.membersWomen,
    membersMinority: row.membersMinority,
    workersRegular: row.workersRegular,
    workersWomen: row.workersWomen,
    incomeMonthDong: row.incomeMonthDong,
    charterCapitalDong: row.charterCapitalDong,
    paidInCapitalDong: row.paidInCapitalDong,
    assetsDong: row.assetsDong,
    revenueDong: row.revenueDong,
    memberSalesDong: row.memberSalesDong,
    memberOutputDong: row.memberOutputDong,
    profitDong: row.profitDong,
    membersServed: row.membersServed,
    offtakeContracts: row.offtakeContracts,
    inValueChain: row.inValueChain,
    certificates: row.certificates,
    rating: row.rating,
    basis: row.basis,
  };
}

/** A union counts while it operates or has only suspended. */
function isActive(status: OrganisationStatus | 'not-yet' | undefined): boolean {
  return status === 'operating' || status === 'suspended';
}

function isEstablishedIn(row: Row, period: CountingPeriod): boolean {
  return row.establishedOn !== null && row.establishedOn >= period.firstDay && row.establishedOn <= period.lastDay;
}

function isAgricultural(row: Row): boolean {
  return row.sectorCode !== null && AGRICULTURAL_SECTORS.includes(row.sectorCode);
}

function countSectors(counts: Map<string, Decimal | null>, counted: readonly Row[]): void {
  const bySector = Map.groupBy(counted, (row) => row.sectorCode ?? 'none');
  for (const [sector, rows] of bySector) counts.set(`sector:${sector}`, String(rows.length));
}

function countRatings(counts: Map<string, Decimal | null>, operating: readonly Row[]): void {
  const of = (...ratings: readonly (string | null)[]) =>
    String(operating.filter((row) => ratings.includes(row.rating)).length);
  for (const rating of ['good', 'fair', 'average', 'weak']) counts.set(`rating:${rating}`, of(rating));
  counts.set('rating:none', of('not-rated', null));
  counts.set('rating:good-fair', of('good', 'fair'));
  counts.set('rating:rated', of('good', 'fair', 'average', 'weak'));
}

type Amount = number | bigint | null;

function total(values: readonly Amount[]): Decimal | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : String(known.reduce<bigint>((sum, value) => sum + BigInt(value), 0n));
}

const SUMMED: Readonly<Record<string, (row: Row) => Amount>> = {
  members_total: (row: Row) => row.membersTotal,
  members_official: (row: Row) => row.membersOfficial,
  members_associate: (row: Row) => row.membersAssociate,
  members_women: (row: Row) => row.membersWomen,
  members_minority: (row: Row) => row.membersMinority,
  workers_regular: (row: Row) => row.workersRegular,
  workers_women: (row: Row) => row.workersWomen,
  charter_capital_dong: (row: Row) => row.charterCapitalDong,
  paid_in_capital_dong: (row: Row) => row.paidInCapitalDong,
  assets_dong: (row: Row) => row.assetsDong,
  revenue_dong: (row: Row) => row.revenueDong,
  profit_dong: (row: Row) => row.profitDong,
  member_sales_dong: (row: Row) => row.memberSalesDong,
};

function countReports(counts: Map<string, Decimal | null>, counted: readonly Row[], operating: readonly Row[]): void {
  for (const [field, read] of Object.entries(SUMMED)) {
    counts.set(`sum:${field}`, total(counted.map(read)));
    counts.set(`having:${field}`, String(counted.filter((row) => read(row) !== null).length));
  }
  const paid = counted.filter((row) => row.incomeMonthDong !== null && row.workersRegular !== null);
  counts.set('income-workers', total(paid.map((row) => row.workersRegular)));
  counts.set('income-total', total(paid.map((row) => (row.incomeMonthDong ?? 0n) * BigInt(row.workersRegular ?? 0))));
  const sold = counted.filter((row) => row.memberSalesDong !== null && row.memberOutputDong !== null);
  counts.set('offtake-sold', total(sold.map((row) => row.memberSalesDong)));
  counts.set('offtake-output', total(sold.map((row) => row.memberOutputDong)));
  const served = counted.filter((row) => row.membersServed !== null && row.membersTotal !== null);
  counts.set('served', total(served.map((row) => row.membersServed)));
  counts.set('served-base', total(served.map((row) => row.membersTotal)));
  counts.set('having-offtake', String(operating.filter((row) => (row.offtakeContracts ?? 0) > 0).length));
  counts.set('value-chain', String(operating.filter((row) => row.inValueChain === true).length));
  counts.set('certified', String(operating.filter((row) => row.certificates !== '').length));
}

const FUND_SUMMED: Readonly<Record<string, (fund: CreditFundFields) => Amount>> = {
  members_total: (fund: CreditFundFields) => fund.membersTotal,
  charter_capital_dong: (fund: CreditFundFields) => fund.charterCapitalDong,
  deposits_dong: (fund: CreditFundFields) => fund.depositsDong,
  loans_dong: (fund: CreditFundFields) => fund.loansDong,
  bad_debt_dong: (fund: CreditFundFields) => fund.badDebtDong,
  profit_dong: (fund: CreditFundFields) => fund.profitDong,
};

/** A fund reports when it sent its loans and its profit; sums are over those funds. */
function countFunds(counts: Map<string, Decimal | null>, all: readonly CreditFundFields[]): void {
  const open = all.filter((fund) => fund.status !== 'closed');
  const reporting = open.filter((fund) => fund.loansDong !== null && fund.profitDong !== null);
  counts.set('funds', String(open.length));
  counts.set('funds-reporting', String(reporting.length));
  counts.set('funds-profitable', String(reporting.filter((fund) => (fund.profitDong ?? 0n) > 0n).length));
  for (const [field, read] of Object.entries(FUND_SUMMED)) {
    counts.set(`funds-sum:${field}`, total(reporting.map(read)));
  }
}
