import { compare, multiply } from '#kernel/decimal.ts';
import type { Dong } from '#kernel/money.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { DatedRule } from '#legal/public.ts';
import type { FigureName, RuleBook, SizeClass, SizeFigures, SizeReason, SizeResult } from './model.ts';
import { findRule, ruleContent, versionOf } from './rule-book.ts';

const BILLION = '1000000000';
const FROM_LARGEST = ['large', 'medium', 'small'] as const;

type Thresholds = { readonly [Part in 'members' | 'revenueBn' | 'capitalBn']: number | null };

/**
 * The size class on a day, by the rules of that day: `official members ≥ m and (revenue of the year ≥ r or total capital ≥ k)`,
 * asked of large, then medium, then small; micro when none holds. Thresholds are in, money is exact. What cannot be told from
 * the figures and from the numbers that the rules have is `undetermined`, with the figures and rules that are missing:
 * a revenue of part of a year proves only that the year's is at least that; a rule without numbers is at most the next larger
 * class's, so that the larger class still proves itself and nothing below it is guessed.
 * Until 31/10/2024 the circular's classes by members and by capital, which do not depend on one another.
 * @law 113/2024/NĐ-CP Đ.4, 5
 * @law 01/2020/TT-BKHĐT
 */
export function classifySize(book: RuleBook, figures: SizeFigures, asOf: IsoDate): SizeResult {
  const sectors = findRule(book, 'size.sectors', asOf);
  if (sectors) return byDecree(book, figures, asOf, sectors);
  const members = findRule(book, 'size-2020.members', asOf);
  const capital = findRule(book, 'size-2020.capital', asOf);
  if (members && capital) return byCircular(figures, asOf, members, capital);
  return { ...BARE, asOf };
}

const BARE = {
  scheme: null,
  class: 'undetermined',
  byMembers: null,
  byCapital: null,
  sector: null,
  reasons: [],
  missing: [],
  emptyRules: [],
  ruleVersion: [],
  rules: [],
} as const;

function byDecree(book: RuleBook, figures: SizeFigures, asOf: IsoDate, sectors: DatedRule): SizeResult {
  const sector = figures.sectorCode === null ? undefined : ruleContent(sectors, 'sectors')[figures.sectorCode];
  const base = { ...BARE, scheme: 'decree-113', asOf } as const;
  if (!sector) return { ...base, missing: ['sectorCode'], rules: [sectors], ruleVersion: [versionOf(sectors)] };
  const classes = FROM_LARGEST.map((size) => ({ size, rule: findRule(book, `size.${sector}.${size}`, asOf) }));
  const rules = [sectors, ...classes.flatMap(({ rule }) => (rule ? [rule] : []))];
  const reasons = classes.map(({ size, rule }) => reasonFor(size, rule && ruleContent(rule, 'thresholds'), figures));
  const known = { ...base, sector, reasons, rules, ruleVersion: rules.map(versionOf) } as const;
  // Asked from the largest; the first that is not known ends it, since a larger class would come before any below.
  const at = reasons.findIndex((reason) => holds(reason) !== false);
  const open = reasons[at];
  if (!open) return { ...known, class: 'micro' };
  if (holds(open)) return { ...known, class: open.class };
  return { ...known, ...missingFor(open, classes[at]?.rule, figures) };
}

/** Whether each part of a class holds; undefined: not known. */
function reasonFor(size: SizeClass, thresholds: Thresholds | undefined, figures: SizeFigures): SizeReason {
  const { members = null, revenueBn = null, capitalBn = null } = thresholds ?? {};
  const { membersOfficial, revenueDong, isWholeYear, capitalDong } = figures;
  const revenue = atLeast(revenueDong, revenueBn);
  return {
    class: size,
    members: members === null || membersOfficial === null ? undefined : membersOfficial >= members,
    // A part of a year can prove that the year reached it, never that it did not.
    revenue: revenue === false && !isWholeYear ? undefined : revenue,
    capital: atLeast(capitalDong, capitalBn),
  };
}

function atLeast(dong: Dong | null, billions: number | null): boolean | undefined {
  if (dong === null || billions === null) return undefined;
  return compare(String(dong), multiply(String(billions), BILLION)) >= 0;
}

/** Three answers: what does not depend on the unknown is known. */
function holds({ members, revenue, capital }: SizeReason): boolean | undefined {
  const either = revenue || capital ? true : revenue === false && capital === false ? false : undefined;
  if (members === false || either === false) return false;
  return members && either ? true : undefined;
}

function missingFor(
  { members, revenue, capital }: SizeReason,
  rule: DatedRule | undefined,
  figures: SizeFigures,
): Pick<SizeResult, 'missing' | 'emptyRules'> {
  const thresholds = rule && ruleContent(rule, 'thresholds');
  const isEmpty = !thresholds || Object.values(thresholds).some((value) => value === null);
  const missing: FigureName[] = [];
  if (members === undefined && figures.membersOfficial === null) missing.push('membersOfficial');
  if (revenue === undefined && (figures.revenueDong === null || !figures.isWholeYear)) missing.push('revenueDong');
  if (capital === undefined && figures.capitalDong === null) missing.push('assetsDong');
  return { missing, emptyRules: isEmpty && rule ? [rule.key] : [] };
}

function byCircular(
  { membersTotal, capitalDong }: SizeFigures,
  asOf: IsoDate,
  members: DatedRule,
  capital: DatedRule,
): SizeResult {
  const rules = [members, capital];
  const missing: FigureName[] = [
    ...(membersTotal === null ? (['membersTotal'] as const) : []),
    ...(capitalDong === null ? (['assetsDong'] as const) : []),
  ];
  return {
    ...BARE,
    scheme: 'circular-01',
    asOf,
    byMembers: membersTotal === null ? 'undetermined' : memberClass(membersTotal, ruleContent(members, 'memberBands')),
    byCapital: capitalDong === null ? 'undetermined' : capitalClass(capitalDong, ruleContent(capital, 'capitalBands')),
    missing,
    rules,
    ruleVersion: rules.map(versionOf),
  };
}

function memberClass(
  members: number,
  bands: { readonly smallFrom: number; readonly mediumOver: number; readonly largeOver: number },
): SizeClass {
  if (members > bands.largeOver) return 'large';
  if (members > bands.mediumOver) return 'medium';
  return members >= bands.smallFrom ? 'small' : 'micro';
}

function capitalClass(
  dong: Dong,
  bands: { readonly smallFromBn: number; readonly mediumFromBn: number; readonly largeFromBn: number },
): SizeClass {
  if (atLeast(dong, bands.largeFromBn)) return 'large';
  if (atLeast(dong, bands.mediumFromBn)) return 'medium';
  return atLeast(dong, bands.smallFromBn) ? 'small' : 'micro';
}
