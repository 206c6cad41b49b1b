import { assert } from '#kernel/assert.ts';
import type {
  CreditFundFields,
  CreditFundRow,
  Facts,
  FactValue,
  OrganisationFields,
  PeriodReportFields,
  RegisterRow,
} from './model.ts';

type SqlType = 'text' | 'date' | 'uuid' | 'integer' | 'bigint' | 'boolean';

/** One field of a record: its name in code and history, its column, and what stands for "not known". */
export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly column: string;
  readonly type: SqlType;
  readonly unknown: null | '';
}

/** A kind of record of the register: its tables and fields. Organisations and credit funds are written alike. */
export interface Book {
  readonly subjectTable: 'register.organisation' | 'register.credit_fund';
  readonly reportTable: 'register.period_report' | 'register.credit_fund_report';
  readonly changeTable: 'register.change' | 'register.credit_fund_change';
  /** The column by which report and change point to their subject. */
  readonly key: 'organisation_id' | 'fund_id';
  /** What is known whatever the period. */
  readonly own: readonly Field[];
  /** What is reported for one period. */
  readonly report: readonly Field[];
}

function text<Name extends string>(name: Name, unknown: null | '' = ''): Field<Name> {
  return { name, column: columnOf(name), type: 'text', unknown };
}

function typed<Name extends string>(type: SqlType, ...names: Name[]): readonly Field<Name>[] {
  return names.map((name) => ({ name, column: columnOf(name), type, unknown: null }));
}

function columnOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const ORGANISATION_FIELDS: readonly Field<keyof OrganisationFields>[] = [
  text('name'),
  text('shortName'),
  text('kind'),
  text('code', null),
  text('codeMissingReason'),
  text('certificateNo'),
  ...typed('date', 'registeredOn'),
  text('registeringBody'),
  ...typed('date', 'establishedOn'),
  text('establishedPrecision'),
  text('address'),
  text('communeText'),
  text('districtText'),
  ...typed('uuid', 'communeId'),
  text('sectorCode', null),
  text('secondarySectorCode', null),
  text('status'),
  ...typed('date', 'statusSince'),
  text('representativeName'),
  text('representativeTitle'),
  text('workPhone'),
  ...typed('date', 'confirmedOn'),
  text('note'),
];

const REPORT_FIELDS: readonly Field<keyof PeriodReportFields>[] = [
  ...typed('integer', 'membersTotal', 'membersOfficial', 'membersAssociate', 'membersWomen', 'membersMinority'),
  ...typed('integer', 'workersRegular', 'workersWomen'),
  ...typed('bigint', 'incomeMonthDong', 'charterCapitalDong', 'paidInCapitalDong', 'assetsDong'),
  ...typed('bigint', 'revenueDong', 'memberSalesDong', 'memberOutputDong', 'profitDong'),
  ...typed('integer', 'membersServed', 'offtakeContracts'),
  ...typed('boolean', 'inValueChain'),
  text('certificates'),
  text('rating', null),
  text('basis', null),
];

const FUND_FIELDS: readonly Field<keyof CreditFundFields>[] = [
  text('name'),
  text('code', null),
  text('licenceNo'),
  text('communeText'),
  text('districtText'),
  ...typed('uuid', 'communeId'),
  text('status'),
  text('note'),
];

const FUND_REPORT_FIELDS: readonly Field<keyof CreditFundFields>[] = [
  ...typed('integer', 'membersTotal'),
  ...typed('bigint', 'charterCapitalDong', 'depositsDong', 'loansDong', 'badDebtDong', 'profitDong'),
];

export const ORGANISATIONS: Book = {
  subjectTable: 'register.organisation',
  reportTable: 'register.period_report',
  changeTable: 'register.change',
  key: 'organisation_id',
  own: ORGANISATION_FIELDS,
  report: REPORT_FIELDS,
};

export const CREDIT_FUNDS: Book = {
  subjectTable: 'register.credit_fund',
  reportTable: 'register.credit_fund_report',
  changeTable: 'register.credit_fund_change',
  key: 'fund_id',
  own: FUND_FIELDS,
  report: FUND_REPORT_FIELDS,
};

/** Says whose figures a report has; alone it is not a report. */
const ABOUT_THE_REPORT = 'basis';

/** Whether the record reports anything at all for its period. */
export function hasReport(book: Book, facts: Facts): boolean {
  return book.report.some((field) => field.name !== ABOUT_THE_REPORT && isKnown(facts[field.name]));
}

export function isKnown(value: FactValue | undefined): boolean {
  return value !== null && value !== undefined && value !== '';
}

/** Whether the field belongs to one period rather than to the record itself. */
export function isOfPeriod(book: Book, field: string): boolean {
  return book.report.some((one) => one.name === field);
}

/** The row as the history keeps it. A row that reports nothing has no basis either: there is no report. */
export function factsOf(book: Book, row: RegisterRow | CreditFundRow): Facts {
  const given = row as unknown as Readonly<Record<string, FactValue | bigint | undefined>>;
  const facts: Record<string, FactValue> = {};
  for (const field of [...book.own, ...book.report]) {
    const value = given[field.name];
    assert(value !== undefined, `a row says something of ${field.name}, if only that it is not known`);
    facts[field.name] = typeof value === 'bigint' ? value.toString() : value;
  }
  return hasReport(book, facts) ? facts : withoutReport(book, facts);
}

/** The same record with nothing reported. */
export function withoutReport(book: Book, facts: Facts): Facts {
  return { ...facts, ...Object.fromEntries(book.report.map((field) => [field.name, field.unknown])) };
}

/** Nothing known: what a record was before it came into the register. */
export function unknownFacts(book: Book): Facts {
  return Object.fromEntries([...book.own, ...book.report].map((field) => [field.name, field.unknown]));
}

/** What is counted of an organisation: from which day it holds is kept by the acts of the ledger. */
export const COUNTED_FIELDS = ORGANISATION_FIELDS.filter(({ name }) =>
  ['kind', 'name', 'sectorCode', 'secondarySectorCode', 'communeId'].includes(name),
);

/** About a person, or free text that may name one: shown only to those who work with that person. */
export const PERSONAL_FIELDS: ReadonlySet<string> = new Set([
  'representativeName',
  'representativeTitle',
  'workPhone',
  'note',
]);
