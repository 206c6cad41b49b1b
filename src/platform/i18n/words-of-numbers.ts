import type { Dong } from '#kernel/money.ts';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const SCALES = ['', 'nghìn', 'triệu'] as const;
const BILLION = 1_000_000_000n;

/** `500000000` → `Năm trăm triệu đồng`, as contracts spell a sum. Nothing is rounded. */
export function moneyInWords(dong: Dong): string {
  const words = `${numberInWords(dong)} đồng`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `15` → `mười lăm`; `1005000` → `một triệu không trăm linh năm nghìn`. */
export function numberInWords(value: bigint): string {
  if (value < 0n) return `âm ${numberInWords(-value)}`;
  return value === 0n ? DIGITS[0] : positive(value, false).join(' ');
}

/** `follows`: something larger was said before, so that missing hundreds are spoken. */
function positive(value: bigint, follows: boolean): string[] {
  if (value >= BILLION) {
    const billions = positive(value / BILLION, follows);
    return [...billions, 'tỷ', ...positive(value % BILLION, true)];
  }
  const words: string[] = [];
  for (const [power, scale] of [...SCALES.entries()].toReversed()) {
    const group = Number((value / 1000n ** BigInt(power)) % 1000n);
    if (group === 0) continue;
    words.push(...hundreds(group, follows || words.length > 0), ...(scale ? [scale] : []));
  }
  return words;
}

function hundreds(group: number, follows: boolean): string[] {
  const [hundred, rest] = [Math.trunc(group / 100), group % 100];
  const spoken = hundred > 0 || follows;
  const words = spoken ? [DIGITS[hundred] ?? '', 'trăm'] : [];
  return rest === 0 ? words : [...words, ...tens(rest, spoken)];
}

function tens(rest: number, follows: boolean): string[] {
  const [ten, one] = [Math.trunc(rest / 10), rest % 10];
  if (ten === 0) return follows ? ['linh', DIGITS[one] ?? ''] : [DIGITS[one] ?? ''];
  const head = ten === 1 ? ['mười'] : [DIGITS[ten] ?? '', 'mươi'];
  return one === 0 ? head : [...head, unitAfterTen(ten, one)];
}

function unitAfterTen(ten: number, one: number): string {
  if (one === 5) return 'lăm';
  if (ten > 1 && one === 1) return 'mốt';
  return ten > 1 && one === 4 ? 'tư' : (DIGITS[one] ?? '');
}
