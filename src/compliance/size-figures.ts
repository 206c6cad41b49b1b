import type { Dong } from '#kernel/money.ts';
import { daysInMonth, type IsoDate, isoDate } from '#kernel/time.ts';
import type { RuleBook, SizeFigures, UsedFigure } from './model.ts';
import { findRule, ruleContent } from './rule-book.ts';

/** What an organisation reported for a period, as far as sizes ask. */
export interface SizeReport {
  readonly periodCode: string;
  readonly membersOfficial: number | null;
  readonly membersTotal: number | null;
  readonly revenueDong: Dong | null;
  readonly assetsDong: Dong | null;
}

const CODE = /^(?<year>20\d{2})(?:-(?:(?<month>0[1-9]|1[0-2])|Q(?<quarter>[1-4])|H(?<half>[12])|(?<nine>9M)))?$/;

/** The last calendar day of the period of that code: `2024-H1` → 30/06/2024; undefined when the code names none. */
export function lastDayOf(periodCode: string): IsoDate | undefined {
  const found = CODE.exec(periodCode)?.groups;
  if (!found?.year) return undefined;
  const { month, quarter, half, nine } = found;
  const last = Number(month ?? (quarter ? Number(quarter) * 3 : half ? Number(half) * 6 : nine ? 9 : 12));
  const days = daysInMonth(Number(found.year), last);
  return isoDate(`${found.year}-${String(last).padStart(2, '0')}-${days}`);
}

/**
 * The figures that a size class rests on: of the financial year before (taken as the calendar year) where its reports are
 * there, else the newest known by that day, and what they are of. Revenues of two half-years make a year's; of less, it is
 * part of one.
 * @law 113/2024/NĐ-CP Đ.4
 */
export function sizeFigures(
  book: RuleBook,
  { sectorCode, reports }: { readonly sectorCode: string | null; readonly reports: readonly SizeReport[] },
  asOf: IsoDate,
): { readonly figures: SizeFigures; readonly used: readonly UsedFigure[] } {
  const known = reports
    .flatMap((report) => {
      const lastDay = lastDayOf(report.periodCode);
      return lastDay && lastDay <= asOf ? [{ ...report, lastDay }] : [];
    })
    .toSorted((a, b) => (a.lastDay < b.lastDay ? 1 : -1));
  const rule = findRule(book, 'size.measuring', asOf);
  const back = rule && ruleContent(rule, 'measuring').year === 'same' ? 0 : 1;
  const year = String(Number(asOf.slice(0, 4)) - back);
  const ofYear = known.filter(({ periodCode }) => periodCode.startsWith(year));
  const pick = (field: 'membersOfficial' | 'membersTotal' | 'assetsDong') =>
    ofYear.find((report) => report[field] !== null) ?? known.find((report) => report[field] !== null);
  const [official, total, capital] = [pick('membersOfficial'), pick('membersTotal'), pick('assetsDong')];
  const revenue = revenueOf(ofYear, year) ?? revenueOf(known, known[0]?.periodCode.slice(0, 4) ?? year);
  const figures = {
    sectorCode,
    membersOfficial: official?.membersOfficial ?? null,
    membersTotal: total?.membersTotal ?? null,
    revenueDong: revenue?.dong ?? null,
    isWholeYear: revenue?.isWholeYear ?? false,
    capitalDong: capital?.assetsDong ?? null,
  };
  const used: readonly UsedFigure[] = [
    ...usedOf('membersOfficial', figures.membersOfficial, official?.periodCode),
    ...usedOf('membersTotal', figures.membersTotal, total?.periodCode),
    ...usedOf('revenueDong', figures.revenueDong, revenue?.of),
    ...usedOf('assetsDong', figures.capitalDong, capital?.periodCode),
    ...usedOf('sectorCode', sectorCode, ''),
  ];
  return { figures, used };
}

function usedOf(name: UsedFigure['name'], value: string | number | bigint | null, of = ''): readonly UsedFigure[] {
  return value === null ? [] : [{ name, value: String(value), of }];
}

interface YearRevenue {
  readonly dong: Dong;
  readonly isWholeYear: boolean;
  readonly of: string;
}

function revenueOf(reports: readonly SizeReport[], year: string): YearRevenue | undefined {
  const of = (code: string) => reports.find(({ periodCode }) => periodCode === code)?.revenueDong ?? null;
  const whole = of(year);
  if (whole !== null) return { dong: whole, isWholeYear: true, of: year };
  const [first, second] = [of(`${year}-H1`), of(`${year}-H2`)];
  if (first !== null && second !== null) return { dong: first + second, isWholeYear: true, of: year };
  const parts = reports.filter(({ periodCode, revenueDong }) => periodCode.startsWith(year) && revenueDong !== null);
  // Periods overlap: of parts only the largest is sure to lie within the year's.
  const [largest] = parts.toSorted((a, b) => ((a.revenueDong ?? 0n) < (b.revenueDong ?? 0n) ? 1 : -1));
  if (!largest || largest.revenueDong === null) return undefined;
  return { dong: largest.revenueDong, isWholeYear: false, of: largest.periodCode };
}
