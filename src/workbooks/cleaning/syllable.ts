const ONSETS = new Set('|b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x'.split('|'));
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
   i ia ic ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
   o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
   ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
   u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyp uyt uyu
   ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
   y ych yêm yên yêng yêt yêu ynh yt`.split(/\s+/),
);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** A register repeats a few hundred words many thousand times. */
const judged = new Map<string, boolean>();
const JUDGED_MAX = 20_000;
const BETWEEN_WORDS = /[\s\d!-/:-@[-`{-~\u2010-\u205e]+/;

/** A second vowel that only glides carries no tone: xaõ is no spelling of xão. The i of qui is a full vowel. */
const TONE_ON_GLIDE = /(?:[ae]o|[aâeêiươ]u|[aâ]y|(?<!q)(?:[aăâoôơuư])i)[\u0300\u0301\u0303\u0309\u0323]$/;
/** Before e, ê, i and y stand k, gh and ngh; before other vowels c, g and ng. */
const HARD_BEFORE_FRONT = /^(c|ng)[eêiy]|^g[eê]/;
const SOFT_BEFORE_BACK = /^(k|gh|ngh)[aăâoôơuư]/;

/**
 * Whether a written word could be a Vietnamese syllable: known onset and rime spelled as they go together, at most one
 * tone, not on a glide, and sắc or nặng before a final c, ch, p or t.
 */
export function isVietnameseSyllable(word: string): boolean {
  const known = judged.get(word);
  if (known !== undefined) return known;
  if (judged.size >= JUDGED_MAX) judged.clear();
  const isOne = judge(word);
  judged.set(word, isOne);
  return isOne;
}

function judge(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const tones = decomposed.match(TONE) ?? [];
  const letters = decomposed.replace(TONE, '').normalize('NFC');
  if (tones.length > 1 || HARD_BEFORE_FRONT.test(letters) || SOFT_BEFORE_BACK.test(letters)) return false;
  if (/(c|ch|p|t)$/.test(letters) && letters.length > 2 && !/[\u0301\u0323]/.test(tones.join(''))) return false;
  if (TONE_ON_GLIDE.test(toneLast(decomposed))) return false;
  for (let length = Math.min(3, letters.length - 1); length >= 0; length -= 1)
    if (ONSETS.has(letters.slice(0, length)) && RIMES.has(letters.slice(length))) return true;
  return false;
}

/** Letters composed but for the tone, which stands after its letter. */
function toneLast(decomposed: string): string {
  return decomposed.replace(/([a-z])((?:\p{M})+)/gu, (_, letter: string, marks: string) => {
    const tone = marks.match(TONE)?.join('') ?? '';
    return (letter + marks.replace(TONE, '')).normalize('NFC') + tone;
  });
}

/** The words that hold a letter outside the plain alphabet. */
export function wordsOf(text: string): string[] {
  return text.split(BETWEEN_WORDS).filter((word) => /\p{L}/u.test(word) && /[^a-z]/i.test(word));
}

/** Of these, the ones with a plain letter too: a sign alone tells nothing of its encoding. */
export function tellingWords(text: string): string[] {
  return wordsOf(text).filter((word) => /[a-z]/i.test(word));
}
