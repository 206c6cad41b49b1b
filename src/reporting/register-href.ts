import type { Period } from './model.ts';

/**
 * The page of the register that lists the records behind a count, as of the period's last day. Credit funds have a page
 * of their own, where only those who may see named figures see them.
 */
export function registerHref(unitCode: string, period: Period, countedBy: string): string {
  if (countedBy.startsWith('funds')) return `/van-phong/so-bo/qtdnd?ky=${period.code}`;
  const search = new URLSearchParams([
    ['dem', countedBy],
    ['lien-minh', unitCode],
    ['ky', period.code],
    ['tu', period.firstDay],
    ['den', period.lastDay],
  ]);
  return `/van-phong/so-bo/dem?${search}`;
}
