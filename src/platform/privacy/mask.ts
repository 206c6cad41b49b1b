/** What stands in a masked number where digits were left out. */
export const MASK = '•••';

const DIGITS_MIN = 8;

/** `0912345678` → `0912 ••• 678`; several numbers stay several. What is too short to keep its middle to itself is dots alone. */
export function maskPhone(phone: string): string {
  return phone
    .split(/\s*[;,/]\s*/)
    .filter((part) => part !== '')
    .map(maskOne)
    .join('; ');
}

/** Whether the text still has the dots of a mask. */
export function isMasked(text: string): boolean {
  return text.includes('•');
}

function maskOne(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length < DIGITS_MIN ? MASK : `${digits.slice(0, 4)} ${MASK} ${digits.slice(-3)}`;
}
