import type { Decimal } from '#kernel/decimal.ts';
import { compare } from '#kernel/decimal.ts';
import type { SnapshotBody } from '../model.ts';

/** One entry of the quantifier dictionary: the words, and from which share of percent on they are true. */
export interface Quantifier {
  readonly ruleKey: string;
  readonly words: readonly string[];
  /** `at-least` includes the threshold, `above` does not; `rest` is what no other quantifier claims. */
  readonly claim: 'at-least' | 'above' | 'rest';
  readonly thresholdPercent: Decimal;
}

const DICTIONARY = [
  { ruleKey: 'quantifier.almost-all', words: ['hầu hết'], claim: 'at-least' },
  { ruleKey: 'quantifier.majority', words: ['phần lớn', 'đa số'], claim: 'above' },
  { ruleKey: 'quantifier.many', words: ['nhiều'], claim: 'at-least' },
  { ruleKey: 'quantifier.some', words: ['một số'], claim: 'rest' },
] as const;

/** The words with the thresholds that were in force, strongest first; a word whose threshold is not set is left out. */
export function quantifiersOf(rules: SnapshotBody['rules']): readonly Quantifier[] {
  return DICTIONARY.flatMap((entry) => {
    const threshold = percentRule(rules, entry.ruleKey);
    return threshold === undefined ? [] : [{ ...entry, thresholdPercent: threshold }];
  });
}

/** The rule's number of percent, or undefined when none is in force. */
export function percentRule(rules: SnapshotBody['rules'], key: string): Decimal | undefined {
  const value = rules.find((rule) => rule.key === key)?.value;
  return typeof value === 'number' || typeof value === 'string' ? String(value) : undefined;
}

/** The quantifier of a word, whatever its case. */
export function quantifierOf(word: string, quantifiers: readonly Quantifier[]): Quantifier | undefined {
  const wanted = word.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  return quantifiers.find((quantifier) => quantifier.words.includes(wanted));
}

/** Whether the word may be said of that share. "Phần lớn" of 90 % is true, if weak; "một số" of 40 % is not. */
export function isTrueOf(quantifier: Quantifier, percent: Decimal, all: readonly Quantifier[]): boolean {
  if (quantifier.claim === 'rest')
    return all.every((other) => other.claim === 'rest' || !isTrueOf(other, percent, all));
  const order = compare(percent, quantifier.thresholdPercent);
  return quantifier.claim === 'above' ? order > 0 : order >= 0;
}

/** The strongest word that is true of the share. */
export function wordFor(percent: Decimal, quantifiers: readonly Quantifier[]): string | undefined {
  return quantifiers.find((quantifier) => isTrueOf(quantifier, percent, quantifiers))?.words[0];
}

/** With the first letter large or small, as the sentence asks. */
export function inCaseOf(word: string, isCapital: boolean): string {
  const [first = ''] = word;
  return (isCapital ? first.toUpperCase() : first.toLowerCase()) + word.slice(first.length);
}
