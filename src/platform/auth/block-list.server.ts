import { fold } from '#kernel/text-vi.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

/** Shorter words are parts of honest sentences. */
const WORD_LENGTH_MIN = 4;
const RUNS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];
/** Signs that people put for letters. */
const LETTER_OF: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

let loaded: Promise<ReadonlySet<string>> | undefined;

/** Fifty thousand leaked passwords and our own words; read at the first password that is set, not at the start. */
async function blockList(): Promise<ReadonlySet<string>> {
  loaded ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => {
    const leaked = dictionary['passwords-common'].map(plainOf).filter((word) => word.length >= WORD_LENGTH_MIN);
    return new Set([...COMMON_PASSWORDS, ...leaked]);
  });
  return await loaded;
}

/**
 * Whether a password is on the block list or trivially near: capitals, tone marks, spaces and signs changed, digits
 * hung on at either end, signs for letters, a listed word said several times, few different signs, digits alone, a run of keys.
 */
export async function isBlocked(password: string): Promise<boolean> {
  const plain = plainOf(password);
  if (new Set(plain).size <= 3 || /^\d*$/.test(plain) || RUNS.some((run) => run.includes(plain))) return true;
  const list = await blockList();
  return [plain, plainOf(lettersOf(password))].some((spelling) =>
    variationsOf(spelling).some((each) => list.has(each)),
  );
}

/** With ever fewer of the digits that hang at its end, with and without those at its beginning, said once. */
function variationsOf(plain: string): readonly string[] {
  const hung = /\d*$/.exec(plain)?.[0].length ?? 0;
  const cut = Array.from({ length: hung + 1 }, (_, digits) => plain.slice(0, plain.length - digits));
  return cut
    .flatMap((each) => [each, each.replace(/^\d+/, '')])
    .flatMap((each) => [each, onceOf(each)])
    .filter((each) => each.length >= WORD_LENGTH_MIN);
}

/** `abcabc` as `abc`. */
function onceOf(plain: string): string {
  return /^(.+?)\1+$/.exec(plain)?.[1] ?? plain;
}

/** Folded, letters and digits only. */
export function plainOf(text: string): string {
  return fold(text).replaceAll(/[^a-z0-9]/g, '');
}

/** `M@tkh4u` as `Matkhau`; digits at the ends are hung on, not letters. */
function lettersOf(text: string): string {
  return text.replaceAll(/(?<=\D)[013457@$!]+(?=.*\D)|[@$!]/gu, (signs) =>
    [...signs].map((sign) => LETTER_OF[sign] ?? sign).join(''),
  );
}
