/** A sentence that reads otherwise than before; null: it was not there, or is no longer. */
export interface ChangedSentence {
  readonly before: string | null;
  readonly after: string | null;
}

// A full stop after these ends no sentence.
const ABBREVIATION = /(?:^|[\s(])(?:TP|TX|TT|T\.T|Tr|PGS|GS|TS|ThS|KT|TM|TL|Q|v\.v|Đ\/c|đ\/c)\.$/;

/** The sentences of a printed text. `1.331` and `TP. Huế` end none; a paragraph always does. */
export function sentencesOf(text: string): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const sentences: string[] = [];
    let current = '';
    for (const part of paragraph.split(/(?<=[.!?…])(\s+)/)) {
      if (part.trim() === '' && /[.!?…]$/.test(current) && !ABBREVIATION.test(current)) {
        sentences.push(current.trim());
        current = '';
      } else {
        current += part;
      }
    }
    if (current.trim() !== '') sentences.push(current.trim());
    return sentences;
  });
}

/** What reads otherwise: sentences that stand in both are passed over, the others are paired in order. */
export function changedSentences(before: string, after: string): readonly ChangedSentence[] {
  const [old, fresh] = [sentencesOf(before), sentencesOf(after)];
  const changes: ChangedSentence[] = [];
  let [i, j] = [0, 0];
  for (const [keptOld, keptNew] of [...commonSentences(old, fresh), [old.length, fresh.length] as const]) {
    const gap = Math.max(keptOld - i, keptNew - j);
    for (let step = 0; step < gap; step += 1) {
      changes.push({
        before: i + step < keptOld ? (old[i + step] ?? null) : null,
        after: j + step < keptNew ? (fresh[j + step] ?? null) : null,
      });
    }
    [i, j] = [keptOld + 1, keptNew + 1];
  }
  return changes;
}

/** Pairs of places of the longest list of sentences that both texts have in this order. */
function commonSentences(old: readonly string[], fresh: readonly string[]): (readonly [number, number])[] {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
