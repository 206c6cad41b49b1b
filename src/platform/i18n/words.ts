import type { Refusal } from '#kernel/refusal.ts';

/** From a refusal's facts to one Vietnamese sentence: what, where, how to mend. */
// biome-ignore lint/suspicious/noExplicitAny: each sentence knows the facts of its own code; the registry cannot
export type RefusalWords = Readonly<Record<string, (facts: any) => string>>;

const sentences = new Map<string, RefusalWords[string]>();

/** Makes a slice's sentences known to this process. Called once per slice, by `src/words.ts`. */
export function registerRefusals(words: RefusalWords): void {
  for (const [code, sentence] of Object.entries(words)) sentences.set(code, sentence);
}

/** The sentence of a refusal; one that names the code when no slice has words for it. */
export function sayRefusal(refusal: Refusal): string {
  return sentences.get(refusal.code)?.(refusal.facts) ?? `Không thực hiện được (mã ${refusal.code}).`;
}
