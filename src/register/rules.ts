import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { isKnown } from './fields.ts';
import type { DatePrecision, Facts } from './model.ts';
import { EARLIEST_DAY, isBeforeFounding } from './statuses.ts';

/** What a rule says of one field of a record. */
export interface FieldRefusal {
  readonly field: string;
  readonly severity: 'error' | 'warning';
  readonly refusal: Refusal;
}

const CODE = /^\d{10}(-\d{3})?$/;
const CREDIT_FUND_SECTOR = 'quy-tin-dung';
const CHECK_WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * Why a code cannot stand, or may be mistyped. A failing check digit is a warning only: the algorithm is not confirmed by
 * a published text.
 */
export function codeRefusal(code: string): Pick<FieldRefusal, 'severity' | 'refusal'> | undefined {
  if (!CODE.test(code)) return { severity: 'error', refusal: { code: 'register.code.malformed', facts: { code } } };
  if (checkDigit(code) !== Number(code[9]))
    return { severity: 'warning', refusal: { code: 'register.code.check-digit', facts: { code } } };
  return undefined;
}

/** The tenth digit that the first nine ask for; 10 when no such code is issued. */
export function checkDigit(code: string): number {
  const sum = CHECK_WEIGHTS.reduce((total, weight, place) => total + weight * Number(code[place]), 0);
  return 10 - (sum % 11);
}

/** Why this day cannot be the day of something that has happened. Both ends allowed: 1945-01-01 and today. */
export function dayRefusal(day: IsoDate, today: IsoDate): Refusal | undefined {
  if (day < EARLIEST_DAY) return { code: 'register.day.too-early', facts: { day, earliest: EARLIEST_DAY } };
  if (day > today) return { code: 'register.day.in-future', facts: { day, today } };
  return undefined;
}

/** Everything the register's rules say of one organisation, before it is compared with what is known. */
export function organisationRefusals(facts: Facts, today: IsoDate): readonly FieldRefusal[] {
  return [
    ...missing(facts, { name: 'name', kind: 'kind', communeText: 'commune', status: 'status' }),
    ...codeRefusals(facts),
    ...dayRefusals(facts, ['registeredOn', 'establishedOn', 'statusSince', 'confirmedOn'], today),
    ...beforeFoundingRefusals(facts),
    ...creditFundAmongCooperatives(facts),
    ...partRefusals(facts),
  ];
}

/** Everything the register's rules say of one credit fund. A bad debt above the loans is refused. */
export function creditFundRefusals(facts: Facts): readonly FieldRefusal[] {
  const refusals: FieldRefusal[] = [...missing(facts, { name: 'name', status: 'status' })];
  const problem = typeof facts.code === 'string' ? codeRefusal(facts.code) : undefined;
  if (problem) refusals.push({ field: 'code', ...problem });
  const { badDebtDong, loansDong } = facts;
  if (typeof badDebtDong === 'string' && typeof loansDong === 'string' && BigInt(badDebtDong) > BigInt(loansDong))
    refusals.push(error('badDebtDong', 'register.fund.bad-debt-over-loans', { badDebtDong, loansDong }));
  return refusals;
}

function missing(facts: Facts, minimum: Readonly<Record<string, string>>): readonly FieldRefusal[] {
  return Object.entries(minimum)
    .filter(([field]) => !isKnown(facts[field]))
    .map(([field, word]) => error(field, `register.${word}.missing`, {}));
}

function codeRefusals(facts: Facts): readonly FieldRefusal[] {
  if (typeof facts.code === 'string') {
    const problem = codeRefusal(facts.code);
    return problem ? [{ field: 'code', ...problem }] : [];
  }
  const needsReason = facts.kind !== 'cooperative-group' && !isKnown(facts.codeMissingReason);
  return needsReason ? [error('code', 'register.code.missing-without-reason', {})] : [];
}

function dayRefusals(facts: Facts, fields: readonly string[], today: IsoDate): readonly FieldRefusal[] {
  return fields.flatMap((field) => {
    const day = facts[field];
    const refusal = typeof day === 'string' ? dayRefusal(day as IsoDate, today) : undefined;
    return refusal ? [{ field, severity: 'error' as const, refusal }] : [];
  });
}

function beforeFoundingRefusals(facts: Facts): readonly FieldRefusal[] {
  const { statusSince, establishedOn, establishedPrecision } = facts;
  if (typeof statusSince !== 'string' || typeof establishedOn !== 'string') return [];
  const isBefore = isBeforeFounding(
    statusSince as IsoDate,
    establishedOn as IsoDate,
    establishedPrecision as DatePrecision,
  );
  return isBefore ? [error('statusSince', 'register.status.before-founding', { statusSince, establishedOn })] : [];
}

/** A people's credit fund is counted apart; it enters a count of cooperatives only by a definition that says so (QTD-01). */
function creditFundAmongCooperatives(facts: Facts): readonly FieldRefusal[] {
  return facts.sectorCode === CREDIT_FUND_SECTOR ? [error('sectorCode', 'register.sector.is-credit-fund', {})] : [];
}

/** A part and its whole, of which the part may not be more. */
const PARTS: readonly { readonly part: string; readonly whole: string; readonly code: string }[] = [
  { part: 'membersWomen', whole: 'membersTotal', code: 'register.women-over-members' },
  { part: 'membersMinority', whole: 'membersTotal', code: 'register.minority-over-members' },
  { part: 'membersOfficial', whole: 'membersTotal', code: 'register.official-over-members' },
  { part: 'membersAssociate', whole: 'membersTotal', code: 'register.associate-over-members' },
  { part: 'membersServed', whole: 'membersTotal', code: 'register.served-over-members' },
  { part: 'workersWomen', whole: 'workersRegular', code: 'register.women-over-workers' },
];

function partRefusals(facts: Facts): readonly FieldRefusal[] {
  return PARTS.flatMap(({ part, whole, code }) => {
    const [less, more] = [facts[part], facts[whole]];
    return typeof less === 'number' && typeof more === 'number' && less > more
      ? [error(part, code, { part: less, whole: more })]
      : [];
  });
}

function error(field: string, code: string, facts: Refusal['facts']): FieldRefusal {
  return { field, severity: 'error', refusal: { code, facts } };
}
