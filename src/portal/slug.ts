import { fold } from '#kernel/text-vi.ts';

const LENGTH_MAX = 90;

/** A title as an address: no diacritics, words joined by hyphens, at most 90 characters, cut at a word. */
export function slugOf(title: string): string {
  const words = fold(title)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    if (slug.length + word.length + 1 > LENGTH_MAX) break;
    slug = slug ? `${slug}-${word}` : word;
  }
  return slug || 'bai-viet';
}

/** The slug itself when nobody has it, else with the first number behind it that is free: `…-2`. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
