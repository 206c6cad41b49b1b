import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Cluster } from './model.ts';

export interface Span {
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
}

/** Whether a span holds on a day; one that ends on the day it begins never holds. */
export function holdsOn({ validFrom, validUntil }: Span, on: IsoDate): boolean {
  return validFrom <= on && (validUntil === null || validUntil > on);
}

/** A span without a day: entered by mistake and taken back. */
export function isTakenBack({ validFrom, validUntil }: Span): boolean {
  return validUntil === validFrom;
}

/** Half-open spans overlap when each begins before the other ends. */
export function overlaps(a: Span, b: Span): boolean {
  if (isTakenBack(a) || isTakenBack(b)) return false;
  return (b.validUntil === null || a.validFrom < b.validUntil) && (a.validUntil === null || b.validFrom < a.validUntil);
}

/** Why an alliance may not be in the cluster in that span: it is in another, or in this one, already. */
export function membershipRefusal(ask: {
  allianceName: string;
  from: IsoDate;
  until: IsoDate | null;
  others: readonly (Span & { readonly clusterName: string })[];
}): Refusal | undefined {
  if (ask.until !== null && ask.until <= ask.from)
    return { code: 'organisations.membership.ends-before-it-begins', facts: { from: ask.from, until: ask.until } };

  const other = ask.others.find((one) => overlaps(one, { validFrom: ask.from, validUntil: ask.until }));
  if (!other) return undefined;
  return {
    code: 'organisations.membership.overlaps',
    facts: { alliance: ask.allianceName, cluster: other.clusterName, from: other.validFrom, until: other.validUntil },
  };
}

/** Why a term may not stand: it ends before it begins, its unit is no member, or there is a head already. */
export function termRefusal(
  term: Span & { readonly office: 'head' | 'deputy'; readonly allianceCode: string },
  cluster: Cluster,
  headTerms: readonly Span[],
): Refusal | undefined {
  if (term.validUntil !== null && term.validUntil <= term.validFrom)
    return {
      code: 'organisations.office.ends-before-it-begins',
      facts: { from: term.validFrom, until: term.validUntil },
    };

  if (!cluster.members.some((member) => member.code === term.allianceCode))
    return {
      code: 'organisations.office.not-a-member',
      facts: { alliance: term.allianceCode, cluster: cluster.shortName },
    };

  const other = term.office === 'head' ? headTerms.find((one) => overlaps(one, term)) : undefined;
  if (other)
    return { code: 'organisations.office.two-heads', facts: { from: other.validFrom, until: other.validUntil } };
  return undefined;
}

/** Days without a head between two terms: allowed, and said on the cluster's page. */
export function headGaps(headTerms: readonly Span[]): readonly { readonly from: IsoDate; readonly until: IsoDate }[] {
  const sorted = [...headTerms].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return sorted.flatMap((term, index) => {
    const next = sorted[index + 1];
    return next && term.validUntil !== null && term.validUntil < next.validFrom
      ? [{ from: term.validUntil, until: next.validFrom }]
      : [];
  });
}

/** Largest count first; equal counts north to south; a missing count last. */
export function orderByCount<Unit extends { readonly code: string; readonly geographicRank: number }>(
  units: readonly Unit[],
  countOf: (code: string) => number | null,
): readonly Unit[] {
  return [...units].sort(
    (a, b) => (countOf(b.code) ?? -1) - (countOf(a.code) ?? -1) || a.geographicRank - b.geographicRank,
  );
}
