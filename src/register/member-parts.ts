import type { Decimal } from '#kernel/decimal.ts';
import { divide } from '#kernel/decimal.ts';
import type { Facts } from './model.ts';

/** A category of members or workers as part of its whole (REG-04). */
export interface Part {
  readonly field: string;
  /** Null: not known. */
  readonly count: number | null;
  /** Of the whole; null when either is not known, or the whole is 0. */
  readonly share: Decimal | null;
}

const PARTS_OF: Readonly<Record<'membersTotal' | 'workersRegular', readonly string[]>> = {
  membersTotal: ['membersOfficial', 'membersAssociate', 'membersWomen', 'membersMinority'],
  workersRegular: ['workersWomen'],
};

/** The whole and its parts; categories overlap (a woman is also a full member), so they need not add up. */
export function partsOf(
  facts: Facts,
  whole: 'membersTotal' | 'workersRegular',
): { readonly total: number | null; readonly parts: readonly Part[] } {
  const total = numberOf(facts, whole);
  const parts = PARTS_OF[whole].map((field) => {
    const count = numberOf(facts, field);
    const share = total === null || count === null ? undefined : divide(String(count), String(total));
    return { field, count, share: share ?? null };
  });
  return { total, parts };
}

/** Members of no named kind: neither official nor associate; null when it cannot be told, or more were named than there are. */
export function unsplitMembers(facts: Facts): number | null {
  const [total, official, associate] = ['membersTotal', 'membersOfficial', 'membersAssociate'].map((field) =>
    numberOf(facts, field),
  );
  if (total == null || (official == null && associate == null)) return null;
  const rest = total - (official ?? 0) - (associate ?? 0);
  return rest < 0 ? null : rest;
}

function numberOf(facts: Facts, field: string): number | null {
  const value = facts[field];
  return typeof value === 'number' ? value : null;
}
