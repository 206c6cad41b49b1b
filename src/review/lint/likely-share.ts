import type { Decimal } from '#kernel/decimal.ts';
import type { SnapshotBody } from '../model.ts';
import { bindFigure, isBound, percentOf } from '../text/figures.ts';

/** Words that tell of which share a sentence speaks, and the indicator of that share. */
const TOPICS: readonly (readonly [words: RegExp, code: string])[] = [
  [/chuỗi giá trị|liên kết chuỗi/i, 'CGT.TL'],
  [/(?:chưa|không|ít|thiếu)\s[^.;]{0,30}bao tiêu|bao tiêu[^.;]{0,40}hạn chế/i, 'KK.W4.TL'],
  [/bao tiêu/i, 'BT.SO.TL'],
  [/nông nghiệp/i, 'HTX.NN.TL'],
  [/chậm/i, 'KK.W1.TL'],
  [/quy mô[^.;]{0,20}nhỏ/i, 'KK.W2.TL'],
  [/kết nối/i, 'KK.W3.TL'],
  [/hình thức/i, 'KK.W5.TL'],
  [/vốn[^.;]{0,20}(?:ít|thấp|nhỏ)|thiếu vốn/i, 'KK.W7.TL'],
  [/lạc hậu|thiết bị|công nghệ/i, 'KK.W8.TL'],
  [/chất lượng sản phẩm/i, 'KK.W9.TL'],
  [/vay vốn|quỹ hỗ trợ/i, 'QUY.HTXVAY.TL'],
  [/có lãi/i, 'QTD.LAI.TL'],
  [/xếp loại|tốt, khá|khá, tốt|chất lượng|hiệu quả|hoạt động/i, 'XL.TK.TL2'],
];
const NEW_ONES = /thành lập mới|mới thành lập/i;
const NEW_AND_AGRICULTURAL = 'HTX.MOI.NN.TL';

export interface LikelyShare {
  readonly code: string;
  readonly name: string;
  readonly percent: Decimal;
}

/**
 * The share that the word at `at` most likely speaks of: the topic named soonest after it in its sentence, else one
 * named before. Undefined when none is, or the cluster has no figure. Only ever a suggestion to the author.
 */
export function likelyShare(source: string, at: number, snapshot: SnapshotBody): LikelyShare | undefined {
  const [from, until] = sentenceAround(source, at);
  const [before, after] = [source.slice(from, at), source.slice(at, until)];
  const code = soonest(after) ?? soonest(before);
  if (code === undefined) return undefined;
  const isOfNewOnes = code === 'HTX.NN.TL' && NEW_ONES.test(source.slice(from, until));
  const bound = bindFigure(snapshot, { code: isOfNewOnes ? NEW_AND_AGRICULTURAL : code, unit: null, period: null });
  const percent = isBound(bound) ? percentOf(bound, null) : null;
  return isBound(bound) && percent !== null
    ? { code: bound.definition.code, name: bound.definition.name, percent }
    : undefined;
}

function soonest(text: string): string | undefined {
  const found = TOPICS.flatMap(([words, code]) => {
    const index = text.search(words);
    return index < 0 ? [] : [{ index, code }];
  });
  return found.sort((a, b) => a.index - b.index)[0]?.code;
}

function sentenceAround(source: string, at: number): readonly [number, number] {
  const ends = [...source.matchAll(/[.!?…](?=\s|$)|\n/g)].map((match) => match.index);
  const from = ends.filter((end) => end < at).at(-1);
  return [from === undefined ? 0 : from + 1, ends.find((end) => end >= at) ?? source.length];
}
