import type { Inline } from '#review/public.ts';

/** The words of inlines, without their marks. Apart from what draws them, so that a page may use it in the browser. */
export function plainOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}
